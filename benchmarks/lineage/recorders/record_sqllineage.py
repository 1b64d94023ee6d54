"""Pytest plugin: writes the statements of sqllineage's tests as cases instead of testing them.

Loaded into a run of sqllineage's own tests with `-p record_sqllineage`; the file to write is named by
RECORDED_CASES. The helper module of the tests is replaced as soon as it is imported.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqllineage.config import SQLLineageConfig
from sqllineage.core.metadata.dummy import DummyMetaDataProvider

_counts: Counter[str] = Counter()


def record_tables(
    sql: str,
    source_tables: Iterable[object] | None = None,
    target_tables: Iterable[object] | None = None,
    dialect: str = "ansi",
    **others: object,
) -> None:
    del others
    _write(
        sql,
        dialect,
        {"tables_in": _names(source_tables), "tables_out": _names(target_tables), "column_edges": None},
        {},
    )


def record_columns(
    sql: str,
    column_lineages: Iterable[Any] | None = None,
    dialect: str = "ansi",
    metadata_provider: object | None = None,
    **others: object,
) -> None:
    del others
    if metadata_provider is not None and not isinstance(metadata_provider, DummyMetaDataProvider):
        return  # the same tables once more, behind a database
    edges = [
        [source.qualifier, source.column, target.qualifier or "", target.column]
        for source, target in column_lineages or []
    ]
    schema = metadata_provider.metadata if metadata_provider else {}
    _write(sql, dialect, {"tables_in": None, "tables_out": None, "column_edges": edges}, schema)


def _names(tables: Iterable[object] | None) -> list[str]:
    return sorted({str(table) for table in tables or []})


def _write(sql: str, dialect: str, expected: dict[str, Any], schema: dict[str, list[str]]) -> None:
    test = os.environ["PYTEST_CURRENT_TEST"].split("/")[-1].split(" ")[0]
    _counts[test] += 1
    case = {
        "id": f"{test}#{_counts[test]}",
        "dialect": dialect,
        "default_db": None,
        "default_schema": SQLLineageConfig.DEFAULT_SCHEMA or None,
        "schema": schema,
        "sql": sql,
        **expected,
    }
    with Path(os.environ["RECORDED_CASES"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(case, ensure_ascii=False) + "\n")


def pytest_configure(config: pytest.Config) -> None:
    del config
    from tests import helpers  # noqa: PLC0415  found only once pytest has put the tests on the path

    helpers.assert_table_lineage_equal = record_tables
    helpers.assert_column_lineage_equal = record_columns
