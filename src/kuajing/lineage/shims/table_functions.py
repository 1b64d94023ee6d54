"""Table functions that read or write a place outside: dblink, and those that name a server, file or bucket."""

import re
from dataclasses import dataclass

from sqlglot import exp

from kuajing.lineage.dialects import Dialect
from kuajing.lineage.endpoints import Place, host_place
from kuajing.lineage.statement import TableName
from kuajing.lineage.tags import function_name

_CONNECTION = re.compile(r"(\w+)\s*=\s*(?:'([^']*)'|(\S+))")
_FIRST_TABLE = re.compile(r"\bFROM\s+([\w.\"`]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outside:
    """A place outside as a table: its name, where it is, and its columns when they are said."""

    table: TableName
    place: Place
    columns: tuple[str, ...] | None = None


def outside_table(function: exp.Expression, item: exp.Expression, dialect: Dialect) -> Outside | None:
    """The place a table function names; None when it names none."""
    name = function_name(function)
    arguments = [literal.name for literal in function.iter_expressions() if isinstance(literal, exp.Literal)]
    if name == "DBLINK" and arguments:
        return _dblink(arguments)
    return None


def _dblink(arguments: list[str]) -> Outside:
    """dblink(connection, query): the query's columns are those of the first table it reads."""
    connection = arguments[0] if len(arguments) > 1 else ""
    found = _FIRST_TABLE.search(arguments[-1])
    table = found.group(1).replace('"', "").lower() if found else "?"
    said = {key.lower(): quoted or plain for key, quoted, plain in _CONNECTION.findall(connection)}
    host = said.get("host") or said.get("hostaddr")
    if host is None:
        place = Place("postgres", connection)
    else:
        place = host_place("postgres", host, said.get("port"), said.get("dbname"))
    return Outside((f"dblink://{place.address}.{table}",), place)
