"""The few options of an address that name a place; all others, secrets among them, are never looked at."""

import re

_OPTION = re.compile(r"[?&;#:]\s*([A-Za-z][\w.]*)\s*=\s*([^&;?#]*)")

DATABASE = (
    "databasename",
    "database",
    "db",
    "dbname",
    "initialcatalog",
    "project",
    "projectid",
    "conncatalog",
)
SCHEMA = ("currentschema", "schema", "searchpath", "connschema")
SERVER = ("servername", "server", "host", "hostname")


def option(options: str, names: tuple[str, ...]) -> str | None:
    """The value of the first option with one of these lower-case names, None where none stands."""
    found = {
        name.lower().replace("_", ""): value.strip()
        for name, value in _OPTION.findall(options)
        if value.strip()
    }
    return next((found[name].strip("'\"{}") for name in names if name in found), None)
