"""URIs that are no JDBC URL: object stores, file systems, databases, brokers, the web."""

import re

from kuajing.addresses import building, options, paths, store_hosts
from kuajing.addresses.authority import Place, read_places, split
from kuajing.addresses.kinds import BUCKET_KINDS, LOCAL_KINDS, NESTED_KINDS, PATH_KINDS, URI_KINDS, kind_of
from kuajing.addresses.placeholders import Covered
from kuajing.model.endpoints import Endpoint

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*)://")
_AZURE = re.compile(r"(?P<container>[^@/?#]+)@(?P<account>[\w.\-\ue000-\ue03f]+)")
_BARE_KEY = re.compile(r"[^/@]*@")


def read_uri(covered: Covered) -> Endpoint | None:
    """The endpoint of a URI with a scheme; None where the text has none or its host cannot be read."""
    found = _SCHEME.match(covered.text)
    if found is None:
        return None
    scheme, rest = found.group(1).lower(), covered.text[found.end() :]
    kind = kind_of(scheme)
    if kind in LOCAL_KINDS:
        return Endpoint(kind="local", address=scheme, path=paths.shown(covered.uncover(rest)))
    if scheme == "file":
        return _file(covered.uncover(rest))
    if kind == "azure_blob" and "@" in rest.split("/", 1)[0]:
        return _azure(covered, scheme, rest)
    if kind in BUCKET_KINDS:
        return _bucket(covered, kind, scheme, rest)
    return server_uri(covered, kind, rest, scheme)


def server_uri(covered: Covered, kind: str, rest: str, scheme: str = "") -> Endpoint | None:
    """The endpoint of what stands after `//` for a kind that lives on a host."""
    parts = split(rest)
    if parts is None or not (parts.places or parts.path.strip("/")):
        return None
    path, places = parts.path.strip("/"), parts.places
    if kind == "http":
        found = store_hosts.bucket_url(covered, places, path, scheme)
        if found is not None:
            return found
    if kind == "snowflake":
        places = tuple(store_hosts.snowflake_account(place) for place in places)
    if kind == "bigquery" and places:
        dataset = path.split("/", 1)[0] or None
        return building.server(covered, kind, (), database=places[0].host, schema=dataset)
    if kind in PATH_KINDS:
        shown_scheme = scheme if kind in URI_KINDS else ""
        return building.server(covered, kind, places, path=paths.shown(path) or None, scheme=shown_scheme)
    database, _, inner = path.partition("/")
    if kind == "maxcompute":  # its path is that of the service
        database = options.option(parts.options, options.DATABASE) or ""
    return building.server(
        covered,
        kind,
        places,
        database=database or options.option(parts.options, options.DATABASE),
        schema=(inner.split("/", 1)[0] if kind in NESTED_KINDS else "")
        or options.option(parts.options, options.SCHEMA),
    )


def _file(rest: str) -> Endpoint:
    """`file://` is local to the machine of the job; a host in it is a file share."""
    host, slash, path = rest.partition("/")
    if host and host.lower() != "localhost":
        places = read_places(host) or ()
        return Endpoint(
            kind="file_share",
            address=f"{host}/{path}",
            hosts=tuple(place.host for place in places),
            path=path or None,
        )
    shown = paths.shown(slash + path) or "/"
    return Endpoint(kind="file", address=shown, path=shown)


def _azure(covered: Covered, scheme: str, rest: str) -> Endpoint | None:
    """`abfss://container@account.dfs.core.windows.net/path`: here the at sign parts container and account."""
    found = _AZURE.match(rest)
    if found is None:
        return None
    path = paths.without_options(rest[found.end() :])
    place = Place(found.group("account").lower(), None)
    return building.bucket(covered, "azure_blob", scheme, found.group("container"), path, (place,))


def _bucket(covered: Covered, kind: str, scheme: str, rest: str) -> Endpoint | None:
    """`s3://name/prefix`; `oss://name.endpoint/prefix` names the endpoint as well; keys before an at sign go."""
    head, _, path = _BARE_KEY.sub("", rest, count=1).partition("/")
    head = paths.without_options(head)
    if not head:
        return None
    named = store_hosts.bucket_of_host(head.lower())
    path = paths.without_options(path)
    if named is not None:
        return building.bucket(covered, kind, scheme, named[1], path, (Place(head.lower(), None),))
    return building.bucket(covered, kind, scheme, head, path)
