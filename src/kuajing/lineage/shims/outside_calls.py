"""Calls of table functions, those of ClickHouse among them, whose arguments may stand in a named collection."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kuajing.lineage.endpoints import Place
from kuajing.lineage.shims.engine_places import azure_place, bridged, place_of_engine
from kuajing.lineage.shims.named_collections import collection_name, spelt_out
from kuajing.lineage.shims.program_places import program_name
from kuajing.lineage.shims.table_functions import Arguments, Outside, column_names, named_at, outside_function

_SERVERS = frozenset({"MYSQL", "POSTGRESQL", "MONGODB", "REMOTE", "REMOTESECURE"})
_STORES = re.compile(r"(?:S3|GCS|OSS|COSN|HDFS|URL|DELTALAKE|ICEBERG|ICEBERGS3|HUDI|PAIMON)(?:CLUSTER)?")
_AZURE = re.compile(r"(?:AZUREBLOBSTORAGE|DELTALAKEAZURE|ICEBERGAZURE|PAIMONAZURE)(?:CLUSTER)?")
_TABLE_KEYS = ("table", "collection")
_KINDS = {"POSTGRESQL": "postgres", "REMOTE": "clickhouse", "REMOTESECURE": "clickhouse", "URL": "http"}
_NONE: Mapping[str, Mapping[str, str]] = {}


def called(
    name: str, arguments: Arguments, collections: Mapping[str, Mapping[str, str]] = _NONE
) -> Outside | None:
    """The place that a call names; None when it names none, as functions that make rows do."""
    plain = name.replace("_", "").upper()
    whole = spelt_out(arguments, collections)
    if plain in _SERVERS | _BY_NAME.keys() or _STORES.fullmatch(plain) or _AZURE.fullmatch(plain):
        if whole is arguments and (plain in _SERVERS or _STORES.fullmatch(plain)):
            kept = _kept_elsewhere(plain, arguments)
            if kept is not None:
                return kept
        return _clickhouse(plain, _positioned(plain, whole))
    return outside_function(name, whole)


def _clickhouse(plain: str, arguments: Arguments) -> Outside | None:
    reader = _BY_NAME.get(plain)
    if _AZURE.fullmatch(plain):
        return _azure(plain, arguments)
    found = reader(plain, arguments.positional) if reader is not None else outside_function(plain, arguments)
    if found is not None and found.columns is None and (reader is not None or plain not in _SERVERS):
        return replace(found, columns=column_names(arguments.positional[1:]))
    return found


def _kept_elsewhere(plain: str, arguments: Arguments) -> Outside | None:
    """What a collection stands for that this text does not define: it is known by its name."""
    name = collection_name(arguments)
    if name is None or (not arguments.named and plain not in _SERVERS and not plain.startswith("S3")):
        return None
    table = next((arguments.named[key] for key in _TABLE_KEYS if key in arguments.named), "")
    return Outside((f"{name}.{table}".rstrip(".").lower(),), Place(_KINDS.get(plain, plain.lower()), name))


def _positioned(plain: str, arguments: Arguments) -> Arguments:
    """Arguments given by key as the positions they would have."""
    named, given = arguments.named, arguments.positional
    if given or not named:
        return arguments
    structure = (named["structure"],) if "structure" in named else ()
    if plain in _SERVERS:
        place = place_of_engine("CLICKHOUSE" if plain.startswith("REMOTE") else plain, arguments, {})
        host, _, database = place.address.partition("/") if place is not None else ("", "", "")
        table = next((named[key] for key in _TABLE_KEYS if key in named), "")
        return Arguments((host, database, table, *structure), {})
    if "url" in named and "filename" in named:
        return Arguments((named["url"].rstrip("/") + "/" + named["filename"].lstrip("/"), *structure), {})
    return Arguments(structure, named)


def _azure(plain: str, arguments: Arguments) -> Outside | None:
    values = arguments.positional[1:] if plain.endswith("CLUSTER") else arguments.positional
    place = azure_place(values, arguments.named)
    if place is None:
        return None
    return Outside((place.address,), place, column_names(arguments.positional[1:]))


def _bridge(plain: str, values: tuple[str, ...]) -> Outside | None:
    """`jdbc(url, schema, table)` and `odbc(string, schema, table)`."""
    if not values:
        return None
    place = bridged(plain.lower(), values[0])
    names = [value.lower() for value in values[1:3] if value]
    schema, _, there = names[0] if len(names) > 1 else "", "", place.address.partition("/")[2]
    if schema and schema == there:
        return Outside((named_at(place, names[1]),), place)
    if schema and not there and place.kind not in {"odbc", "jdbc"}:
        place = Place(place.kind, f"{place.address}/{schema}")
        return Outside((named_at(place, names[1]),), place)
    return Outside((named_at(place, ".".join(names)),), place)


def _cluster(plain: str, values: tuple[str, ...]) -> Outside | None:
    """`cluster('name', db.table)`: the table of this name on every shard."""
    del plain
    table = tuple(part.lower() for value in values[1:3] for part in value.split(".") if part)
    return Outside(table[:2], Place("cluster", values[0])) if values and table else None


def _server(plain: str, values: tuple[str, ...]) -> Outside | None:
    """A server without databases, or one that keeps them behind a URL."""
    place = place_of_engine(plain, Arguments(values, {}), {})
    if place is None:
        return None
    table = values[2] if plain == "HIVE" and len(values) > 2 else ""  # noqa: PLR2004  server, database, table
    return Outside((named_at(place, table.lower()),), place)


def _sqlite(plain: str, values: tuple[str, ...]) -> Outside | None:
    del plain
    if len(values) < 2:  # noqa: PLR2004  file, table
        return None
    return Outside((f"sqlite://{values[0]}.{values[1].lower()}",), Place("sqlite", values[0]))


def _mongo(plain: str, values: tuple[str, ...]) -> Outside | None:
    """`mongodb('mongodb://host/database', 'collection', ...)`, or host, database and collection apart."""
    if not values or "://" not in values[0]:
        return outside_function(plain, Arguments(values, {}))
    place = bridged("mongodb", f"jdbc:{values[0]}")
    return Outside((named_at(place, values[1].lower() if len(values) > 1 else ""),), place)


def _stream(plain: str, values: tuple[str, ...]) -> Outside:
    """`input(structure)`: the rows the client sends."""
    del plain
    return Outside(("stdin",), Place("stream", "stdin"), column_names(values))


def _program(plain: str, values: tuple[str, ...]) -> Outside | None:
    place = place_of_engine(plain, Arguments(values, {}), {}) if values else None
    return Outside((program_name(values[0]),), place) if place is not None else None


_BY_NAME = {
    "JDBC": _bridge,
    "ODBC": _bridge,
    "CLUSTER": _cluster,
    "CLUSTERALLREPLICAS": _cluster,
    "REDIS": _server,
    "HIVE": _server,
    "YTSAURUS": _server,
    "ARROWFLIGHT": _server,
    "SQLITE": _sqlite,
    "MONGODB": _mongo,
    "INPUT": _stream,
    "EXECUTABLE": _program,
}
