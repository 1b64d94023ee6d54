"""Connection strings of key and value: libpq, ADO.NET, ODBC, and the form of Go's MySQL driver."""

import re

from kuajing.addresses import building
from kuajing.addresses.authority import read_places
from kuajing.addresses.placeholders import Covered
from kuajing.model.endpoints import Endpoint

_PAIR = re.compile(
    r"(?:^|[;\s])\s*([A-Za-z][A-Za-z _]{0,30}?)\s*=\s*('[^']*'|\{[^{}]*\}|[^;\s]*(?: [^;=\s]+(?=;))*)"
)
_GO = re.compile(r"@?(?:tcp|unix)\((?P<place>[^()]*)\)/(?P<database>[\w\ue000-\ue03f-]*)")
_HOST = (
    "server",
    "host",
    "data source",
    "datasource",
    "addr",
    "address",
    "hostaddr",
    "network address",
    "servername",
)
_DATABASE = ("database", "dbname", "initial catalog", "db")
_KINDS = {3306: "mysql", 5432: "postgres", 1433: "sqlserver", 1521: "oracle"}


def read_pairs(covered: Covered) -> Endpoint | None:
    """The endpoint of such a string; None where it names no host."""
    go = _GO.search(covered.text)
    if go is not None:
        places = read_places(go.group("place"))
        return (
            building.server(covered, "mysql", places, database=go.group("database") or None)
            if places
            else None
        )
    found = {name.strip().lower(): value.strip("'{} ") for name, value in _PAIR.findall(covered.text)}
    host = next((found[name] for name in _HOST if found.get(name)), None)
    if host is None:
        return None
    host = re.sub(r"^(?:tcp|np|lpc):", "", host, flags=re.IGNORECASE).split("\\", 1)[0]
    host = re.sub(r",(?=\d+$)", ":", host)
    port = found.get("port", "")
    places = read_places(f"{host}:{port}" if port.isdigit() and ":" not in host else host)
    if not places:
        return None
    database = next((found[name] for name in _DATABASE if found.get(name)), None)
    return building.server(covered, _kind(found, places[0].port), places, database=database)


def _kind(found: dict[str, str], port: int | None) -> str:
    if "initial catalog" in found or "data source" in found or "trustservercertificate" in found:
        return "sqlserver"
    return "postgres" if "dbname" in found else _KINDS.get(port or 0, "server")
