"""One address, of whatever grammar, to what it says; never an error, never a secret."""

import re
from dataclasses import replace

from kuajing.addresses import building, paths, store_hosts
from kuajing.addresses.arns import read_arn
from kuajing.addresses.authority import split
from kuajing.addresses.jdbc import is_jdbc, read_jdbc
from kuajing.addresses.pairs import read_pairs
from kuajing.addresses.placeholders import Covered, Placeholder, cover
from kuajing.addresses.uris import read_uri
from kuajing.model.endpoints import Endpoint

_LONGEST = 8192
_SHOWN = 120
_CONNECTION = re.compile(r"conn(?:ection)?:\s*([\w.\-/]+)", re.IGNORECASE)
_REFERENCE = re.compile(r"var\.[A-Za-z_]\w*")
_STAGE = re.compile(r"@[\w%~.\"]+(?:/[^\s?]*)?")
_PROGRAM = re.compile(r"program:\s*([\w./-]+)", re.IGNORECASE)
_FILE = re.compile(r"(?:\.{0,2}/|~/|[A-Za-z]:[\\/])\S.*")
_SHARE = re.compile(r"\\\\([\w.-]+)\\(\S.*)")
_UNSAFE = re.compile(r"[\s?;&#=|<>\"'`]")
_BROKER_PORTS = range(9092, 9100)
_DEFAULT_DEPTH = 3


def read_address(text: str) -> Endpoint:
    """What an address says: kind, hosts, port, database, bucket, path, placeholder.

    Userinfo, keys and options are dropped, never kept in any field. What cannot be read is an endpoint of kind
    `unknown` that shows as much of the text as cannot be a secret. Never raises.
    """
    return _read(text, _DEFAULT_DEPTH)


def _read(text: str, depth: int) -> Endpoint:
    cleaned = (
        "".join(sign for sign in text[:_LONGEST] if sign.isprintable() or sign == " ").strip().strip("\"'` ")
    )
    covered = cover(cleaned)
    whole = covered.alone(covered.text)
    if whole is not None:
        return _placeholder(whole, depth)
    return _of_text(covered) or Endpoint(kind="unknown", address=_safe(covered))


def _placeholder(whole: Placeholder, depth: int) -> Endpoint:
    """A placeholder that stands for the whole address; its default, if any, says where it points unless told."""
    if not whole.default or not depth:
        return Endpoint(kind="placeholder", address=whole.text, placeholder=whole.text)
    default = _read(whole.default, depth - 1)
    if default.kind in {"unknown", "placeholder"}:
        return Endpoint(kind="placeholder", address=whole.text, placeholder=whole.text)
    return replace(default, placeholder=whole.text)


def _of_text(covered: Covered) -> Endpoint | None:
    text = covered.text
    if not text:
        return None
    if is_jdbc(text):
        return read_jdbc(covered)
    if text.startswith("arn:"):
        return read_arn(covered.uncover(text))
    if re.match(r"[A-Za-z][A-Za-z0-9+.\-]*://", text):
        return _uri(covered)
    return _named(covered) or _on_disk(covered) or read_pairs(covered) or _bare(covered)


def _uri(covered: Covered) -> Endpoint | None:
    """A URI, or a list of them (`http://a:9200,http://b:9200`) as one system."""
    several = re.sub(r",\s*[A-Za-z][A-Za-z0-9+.\-]*://", ",", covered.text)
    return read_uri(Covered(several, covered.placeholders))


def _named(covered: Covered) -> Endpoint | None:
    """A connection, a stage, a variable, a program: names that stand for an address."""
    shown = covered.uncover(covered.text)
    connection = _CONNECTION.fullmatch(shown)
    if connection is not None:
        name = f"conn:{connection.group(1)}"
        return Endpoint(kind="connection", address=name, placeholder=name)
    if _REFERENCE.fullmatch(shown):
        return Endpoint(kind="placeholder", address=shown, placeholder=shown)
    if _STAGE.fullmatch(shown):
        return Endpoint(kind="stage", address=shown)
    program = _PROGRAM.match(shown)
    return Endpoint(kind="program", address=f"program:{program.group(1)}") if program else None


def _on_disk(covered: Covered) -> Endpoint | None:
    shown = covered.uncover(covered.text)
    share = _SHARE.fullmatch(shown)
    if share is not None:
        host, path = share.group(1).lower(), share.group(2).replace("\\", "/")
        return Endpoint(kind="file_share", address=f"{host}/{path}", hosts=(host,), path=path)
    if _FILE.fullmatch(shown) and not shown.startswith("//"):
        path = paths.shown(shown)
        return Endpoint(kind="file", address=path, path=path)
    return None


def _bare(covered: Covered) -> Endpoint | None:
    """`host`, `host:port`, `host:port/database`, `h1:9092,h2:9092`, `user@host:/path`."""
    text = covered.text
    if any(sign.isspace() for sign in text) and "," not in text:
        return None
    parts = split(text)
    if parts is None or not parts.places:
        return None
    places = parts.places
    database, _, inner = parts.path.strip("/").partition("/")
    if any(store_hosts.is_snowflake(place) for place in places):
        schema = inner.split("/", 1)[0] or None
        return building.server(covered, "snowflake", places, database=database or None, schema=schema)
    url = store_hosts.bucket_url(covered, places, parts.path.strip("/"))
    if url is not None:
        return url
    brokers = len(places) > 1 and all(place.port in _BROKER_PORTS for place in places)
    return building.server(covered, "kafka" if brokers else "server", places, database=database or None)


def _safe(covered: Covered) -> str:
    """What may be shown of a text that was not understood: nothing that follows a sign of options or secrets."""
    text = covered.text.rsplit("@", 1)[-1] if "@" in covered.text else covered.text
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.:\-]*?(?=//)", text)
    shown = _UNSAFE.split(text, maxsplit=1)[0][:_SHOWN]
    if _hides_a_password(shown):
        shown = scheme.group() if scheme else ""
    return paths.shown(covered.uncover(shown)) or "(unreadable)"


def _hides_a_password(text: str) -> bool:
    """Whether a colon is followed by something that is no port: it may be a password."""
    return re.search(r":(?!//|\d+(?:[/,:]|$))", text.removeprefix("jdbc:")) is not None
