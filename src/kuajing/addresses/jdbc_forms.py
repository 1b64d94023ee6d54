"""How single engines write hosts and databases in their JDBC URLs, each of its own grammar."""

import re

from kuajing.addresses import building, options, uris
from kuajing.addresses.authority import Place, read_places, split
from kuajing.addresses.placeholders import Covered
from kuajing.model.endpoints import Endpoint

_SERVICE = re.compile(r"\b(?:service_name|sid)\s*=\s*([^()\s]+)", re.IGNORECASE)
_ORACLE_SHORT = re.compile(
    r"(?:(?:tcps?:)?//)?(?P<places>(?:\[[^\]]*\]|[^/:\[\]])+(?::[\d\ue000-\ue03f]+)?(?:,[^/:]+(?::\d+)?)*)(?:[:/](?P<name>[^:/?]+))?",
)
_ADDRESS = re.compile(r"\(\s*address\s*=((?:\s*\([^()]*\))+)\s*\)", re.IGNORECASE)
_GROUP = re.compile(r"[?&](\w+)=\(([^()]*)\)")
_WEB = re.compile(r"https?://", re.IGNORECASE)


def places(text: str) -> tuple[Place, ...]:
    """The hosts of a list; none where it cannot be read."""
    return read_places(text) or ()


def slashed(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """The common form, `//hosts/database?options`."""
    return uris.server_uri(covered, kind, _WEB.sub("", rest.lstrip("/"), count=1) if rest else rest)


def sqlserver(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """Host, instance and port before options, or the host among them: `//host:1433;databaseName=x;...`."""
    text = rest.lstrip("/")
    head, mark, after = text.partition(";")
    if "/" in head:  # the form of jTDS
        return uris.server_uri(covered, kind, text)
    head = re.sub(r"\\[^:;,]*", "", head.rsplit("@", 1)[-1])
    found = read_places(head.split("?", 1)[0])
    if not found:
        found = read_places(options.option(mark + after, options.SERVER) or "")
    if not found:
        return None
    return building.server(covered, kind, found, database=options.option(mark + after, options.DATABASE))


def oracle(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`thin:@host:1521:SID`, `thin:@//host:1521/service`, `thin:@(DESCRIPTION=...)`, `thin:@alias`."""
    address = rest.rsplit("@", 1)[-1] if "@" in rest else rest.partition(":")[2]
    address = address.strip()
    if address.startswith("("):
        found = tuple(place for part in _ADDRESS.findall(address) for place in read_places(part) or ())
        service = _SERVICE.search(address)
        if not found:
            return None
        return building.server(covered, kind, found, database=service.group(1) if service else None)
    short = _ORACLE_SHORT.match(re.split(r"[?;]", address, maxsplit=1)[0])
    found = places(short.group("places")) if short else ()
    if short is None or not found:
        return None
    if (
        short.group("name") is None
        and found[0].port is None
        and "." not in found[0].host
        and "//" not in address
    ):
        alias = covered.uncover(address)  # a name of tnsnames.ora, which stands for the whole address
        return Endpoint(kind=kind, address=alias, placeholder=alias)
    return building.server(covered, kind, found, database=short.group("name"))


def dameng(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`//host:5236/DB`, `//?host=h&port=5236`, `//GROUP?GROUP=(h1:5236,h2:5236)`."""
    for _, listed in _GROUP.findall(rest):
        found = read_places(listed)
        if found:
            name = re.match(r"//[^/?]*/([^?]+)", rest)
            return building.server(covered, kind, found, database=name.group(1) if name else None)
    host = options.option(rest, options.SERVER)
    if host and rest.startswith("//?"):
        port = options.option(rest, ("port",))
        found = places(f"{host}:{port}" if port else host)
        return (
            building.server(covered, kind, found, database=options.option(rest, options.SCHEMA))
            if found
            else None
        )
    return slashed(covered, kind, rest)


def phoenix(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`zk1,zk2:2181:/hbase`, or `thin:url=http://host:8765;...`."""
    if rest.lower().startswith("thin:url="):
        return slashed(covered, kind, _WEB.sub("//", rest[len("thin:url=") :]))
    quorum, _, after = rest.partition(":")
    port = re.match(r"\d+", after)
    listed = f"{quorum}:{port.group()}" if port else quorum
    found = places(listed)
    return building.server(covered, kind, found) if found else None


def redshift(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """The common form, or `iam://cluster:region/database`, which states its region."""
    cluster = re.match(r"iam://([\w-]+):([a-z0-9-]+)/(\w+)", rest, re.IGNORECASE)
    if cluster is None or cluster.group(2).isdigit():
        return slashed(covered, kind, re.sub(r"^iam:", "", rest, flags=re.IGNORECASE))
    name, region, database = cluster.groups()
    return building.server(covered, kind, places(name), database=database, region=region)


def athena(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`//athena.region.amazonaws.com:443;...`, or options that name the region."""
    del kind
    listed = ";" + rest.lstrip("/")
    region = options.option(listed, ("awsregion", "region"))
    parts = split(rest.lstrip("/"))
    hosts = parts.places if parts and not re.match(r"//\w+=", rest) else ()
    if not hosts and region is None:
        return None
    return building.server(
        covered, "athena", hosts, schema=options.option(listed, options.SCHEMA), region=region
    )


def bigquery(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`//https://www.googleapis.com/bigquery/v2:443;ProjectId=x;DefaultDataset=y`."""
    parts = split(_WEB.sub("", rest.lstrip("/"), count=1))
    if parts is None:
        return None
    return building.server(
        covered,
        kind,
        parts.places,
        database=options.option(rest, options.DATABASE),
        schema=options.option(rest, ("defaultdataset",)),
    )


def sybase(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`Tds:host:5000/database`."""
    return slashed(covered, kind, rest.partition(":")[2] if rest.lower().startswith("tds:") else rest)


def teradata(covered: Covered, kind: str, rest: str) -> Endpoint | None:
    """`//host/DATABASE=x,DBS_PORT=1025`."""
    parts = split(rest.lstrip("/"))
    if parts is None or not parts.places:
        return None
    listed = ";" + parts.path.strip("/").replace(",", ";")
    port = options.option(listed, ("dbsport",))
    first = parts.places[0]
    found = (Place(first.host, int(port)), *parts.places[1:]) if port and port.isdigit() else parts.places
    return building.server(covered, kind, found, database=options.option(listed, options.DATABASE))
