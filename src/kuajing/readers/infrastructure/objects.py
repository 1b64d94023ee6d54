"""The objects that the database services of Alibaba and Tencent copy, as their settings name them."""

from collections.abc import Iterator, Mapping

from kuajing.readers.infrastructure.selections import ALL, EVERYTHING, Path, Selected
from kuajing.readers.infrastructure.values import Value, at, first, text


def dts_selection(told: Value) -> tuple[Selected, ...] | None:
    """The tables of `{"crm": {"name": "crm2", "Table": {"t": {"name": "t2", "column": {...}}}}}`."""
    return tuple(_of_dts(told)) or None


def objects_selection(told: Value) -> tuple[Selected, ...] | None:
    """The tables of `objects { databases { db_name, new_db_name, tables { table_name, columns { ... } } } }`."""
    return tuple(_of_objects(told)) or None


def _of_dts(told: Value) -> Iterator[Selected]:
    for database, said in told.items() if isinstance(told, Mapping) else ():
        if not isinstance(said, Mapping):
            continue
        name = text(said.get("name")) or database
        schemas = _entry(said, "schema")
        tables = _entry(said, "table")
        if isinstance(schemas, Mapping) and schemas:
            for schema, inner in schemas.items():
                under = _entry(inner, "table") if isinstance(inner, Mapping) else None
                into = text(inner.get("name")) if isinstance(inner, Mapping) else ""
                yield from _dts_tables((database, schema), (name, into or schema), under)
        else:
            yield from _dts_tables((database,), (name,), tables)


def _dts_tables(source: Path, target: Path, tables: Value) -> Iterator[Selected]:
    if not isinstance(tables, Mapping) or not tables:
        yield Selected((*source, ALL), (*target, ALL))
        return
    for table, said in tables.items():
        inner = said if isinstance(said, Mapping) else {}
        columns = _entry(inner, "column")
        pairs = (
            tuple(
                (column, (text(one.get("name")) if isinstance(one, Mapping) else "") or column)
                for column, one in columns.items()
            )
            if isinstance(columns, Mapping) and columns
            else None
        )
        yield Selected((*source, table), (*target, text(inner.get("name")) or table), pairs)


def _entry(said: Mapping[str, Value], name: str) -> Value:
    return next((value for key, value in said.items() if key.lower() == name), None)


def _of_objects(told: Value) -> Iterator[Selected]:
    databases = [one for one in at(told, "databases") if isinstance(one, Mapping)]
    if not databases and text(first(told, "mode") or first(told, "object_mode")).lower() == "all":
        yield EVERYTHING
    for one in databases:
        database, schema = text(one.get("db_name")), text(one.get("schema_name"))
        source = tuple(part for part in (database, schema) if part)
        target = tuple(
            part
            for part in (text(one.get("new_db_name")) or database, text(one.get("new_schema_name")) or schema)
            if part
        )
        tables = [table for table in at(one, "tables") if isinstance(table, Mapping)]
        takes_all = "all" in {text(one.get(key)).lower() for key in ("db_mode", "table_mode")}
        if not tables or takes_all:
            yield Selected((*source, ALL), (*target, ALL))
        for table in tables:
            name = text(table.get("table_name"))
            pairs = tuple(
                (column, text(held.get("new_column_name")) or column)
                for held in at(table, "columns")
                if isinstance(held, Mapping) and (column := text(held.get("column_name")))
            )
            if name:
                yield Selected(
                    (*source, name), (*target, text(table.get("new_table_name")) or name), pairs or None
                )
