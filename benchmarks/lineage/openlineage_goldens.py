"""Cases out of OpenLineage's Rust tests, read as text: the statement, its tables, its column edges."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_TEST = re.compile(r"#\[test\]\s*fn (\w+)\(\) \{(.*?)\n\}", re.DOTALL)
_TEXT = r'(?:r#"(.*?)"#|"((?:[^"\\]|\\.)*)")'
_ASKED = re.compile(r"\b(?:test_sql|test_sql_dialect|parse_sql)\(\s*" + _TEXT, re.DOTALL)
_DIALECT = re.compile(r'test_sql_dialect\(.*?,\s*"(\w+)",?\s*\)|&(\w+?)Dialect', re.DOTALL)
_TABLES = re.compile(r"TableLineage \{\s*in_tables: (.*?),\s*out_tables: (.*?),?\s*\}", re.DOTALL)
_COLUMN = re.compile(
    r'ColumnMeta \{\s*origin: (?:None|Some\(table\("([^"]*)"\)\)),\s*name: "([^"]*)"\.to_string\(\)',
    re.DOTALL,
)
_NAMES = {"generic": "generic", "postgresql": "postgres", "mssql": "tsql", "postgressql": "postgres"}


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((folder / "integration/sql/impl/tests").rglob("*.rs")):
        for name, body in _TEST.findall(path.read_text(encoding="utf-8")):
            asked = _ASKED.findall(body)
            if len(asked) == 1 and "is_err" not in body:
                expected = {**_tables(body), "column_edges": _edges(body)}
                if expected["tables_in"] is not None or expected["column_edges"]:
                    yield {
                        "id": f"{path.stem}:{name}",
                        "dialect": _dialect(body),
                        "default_db": None,
                        "default_schema": None,
                        "schema": {},
                        "sql": _unescaped(*asked[0]),
                        **expected,
                    }


def _dialect(body: str) -> str:
    found = _DIALECT.search(body)
    name = (found[1] or found[2]).lower() if found else "postgres"
    return _NAMES.get(name, name)


def _tables(body: str) -> dict[str, list[str] | None]:
    found = _TABLES.findall(body)
    if len(found) != 1:
        return {"tables_in": None, "tables_out": None}
    return {
        key: [_unescaped(*text) for text in re.findall(_TEXT, tables)]
        for key, tables in zip(("tables_in", "tables_out"), found[0], strict=True)
    }


def _edges(body: str) -> list[list[str | None]] | None:
    """The edges of a test that states them once, without a target table, which OpenLineage does not name."""
    if body.count("column_lineage,") != 1 or "ColumnLineage {" not in body:
        return None
    edges: list[list[str | None]] = []
    for part in body.split("ColumnLineage {")[1:]:
        (target, name), *sources = _COLUMN.findall(part)
        edges += [[table or None, column, target, name] for table, column in sources]
    return edges


def _unescaped(raw: str, escaped: str) -> str:
    if raw:
        return raw
    joined = re.sub(r"\\\n\s*", "", escaped)
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), joined)
