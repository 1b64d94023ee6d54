"""Cases out of the Java tests of flink-sql-lineage, read as text; its truth comes from Calcite."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_FOLDER = "lineage-flink1.16.x/src/test/java/com/hw/lineage/flink"
_COMMENTS = re.compile(r"^[ \t]*//[^\n]*$|/\*.*?\*/", re.DOTALL | re.MULTILINE)
_TEST = re.compile(r"void (test\w+)\(\).*?\{(.*?)\n    \}", re.DOTALL)
_EXECUTED = re.compile(r"context\.execute\((.*?)\);", re.DOTALL)
_STATEMENT = re.compile(r"String (\w*[sS]ql)\s*=(.*?);\s*\n", re.DOTALL)
_EXPECTED = re.compile(r"String\[\]\[\]\s+(\w+)\s*=\s*(?:new String\[\]\[\])?\s*\{(.*?)\};", re.DOTALL)
_ASKED = re.compile(r"analyzeLineage\((?:catalogName,\s*)?(\w+),\s*(\w+)\)")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_VIEW = re.compile(r"CREATE\s+(?:TEMPORARY\s+)?VIEW\s+(?:IF NOT EXISTS\s+)?([\w.`]+)", re.IGNORECASE)
_TABLE = re.compile(r"CREATE\s+(?:TEMPORARY\s+)?TABLE\s+(?:IF NOT EXISTS\s+)?([\w.`]+)\s*\(", re.IGNORECASE)
_NO_COLUMNS = {"PRIMARY", "WATERMARK", "CONSTRAINT"}


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    files = {
        path.stem: _COMMENTS.sub("", path.read_text(encoding="utf-8"))
        for path in sorted((folder / _FOLDER).rglob("*.java"))
    }
    shared = _shapes(files["AbstractBasicTest"])
    for stem, text in files.items():
        schema = {**shared, **_shapes(text)}
        for name, body in _TEST.findall(text):
            yield from _of_test(f"{stem}:{name}", body, schema)


def _of_test(place: str, body: str, schema: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    executed = [_joined(text) for text in _EXECUTED.findall(body)]
    views = [text for text in executed if _VIEW.match(text)]
    statements = {name: _joined(text) for name, text in _STATEMENT.findall(body)}
    expected = dict(_EXPECTED.findall(body))
    for statement, rows in _ASKED.findall(body):
        edges = [_TEXT.findall(row)[:4] for row in re.findall(r"\{([^{}]*)\}", expected.get(rows, ""))]
        if edges and statement in statements:
            yield {
                "id": place if statement == "sql" else f"{place}:{statement}",
                "dialect": "flink",
                "default_db": None,
                "default_schema": None,
                "schema": {table: list(columns) for table, columns in schema.items()},
                "sql": ";\n".join([*views, statements[statement]]),
                "tables_in": None if views else sorted({edge[0] for edge in edges}),
                "tables_out": None if views else sorted({edge[2] for edge in edges}),
                "column_edges": edges,
            }


def _joined(java: str) -> str:
    """The text that a chain of Java strings makes."""
    return "".join(_TEXT.findall(java)).replace('\\"', '"').replace("\\\\", "\\")


def _shapes(java: str) -> dict[str, list[str]]:
    """The columns of each table that a test creates, those that are computed too."""
    shapes = {}
    for text in map(_joined, _EXECUTED.findall(java)):
        found = _TABLE.match(text.strip())
        if found:
            words = [part.split() for part in _parts(text.strip()[found.end() :])]
            shapes[found[1].replace("`", "")] = [
                word[0].strip("`") for word in words if word and word[0].upper() not in _NO_COLUMNS
            ]
    return shapes


def _parts(text: str) -> list[str]:
    """What commas part up to the closing bracket, commas in inner brackets apart."""
    depth, parts = 1, [""]
    for sign in text:
        depth += (sign in "(<") - (sign in ")>")
        if depth == 0:
            break
        if sign == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
