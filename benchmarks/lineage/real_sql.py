"""Real SQL without labels: the queries of TPC-H and TPC-DS, and warehouses that others keep in the open."""

import csv
import gzip
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kuajing.lineage.text.splitter import split

_FIXTURES = "tests/fixtures/optimizer"
_TPC_DIALECTS = {"tpc-h": "duckdb", "tpc-ds": "snowflake"}
_FENCE = re.compile(r"```(?:sql|SQL)\n(.*?)```", re.DOTALL)
_QUERY = re.compile(r"\bselect\b", re.IGNORECASE)
_REMARK = re.compile(r"^#.*$", re.MULTILINE)
_VARIABLE = re.compile(r"\$\{?\w+\}?")
_JINJA = [
    (re.compile(r"\{#.*?#\}", re.DOTALL), ""),
    (re.compile(r"\{\{\s*config\(.*?\)\s*\}\}", re.DOTALL), ""),
    (re.compile(r"""\{\{\s*ref\(\s*['"]([^'"]+)['"]\s*\)\s*\}\}"""), r"\1"),
    (re.compile(r"""\{\{\s*source\(\s*['"]([^'"]+)['"]\s*,\s*['"]([^'"]+)['"]\s*\)\s*\}\}"""), r"\1.\2"),
    (re.compile(r"\{%.*?%\}", re.DOTALL), ""),
    (re.compile(r"\{\{.*?\}\}", re.DOTALL), "filled_in"),
]


def tpc_cases(sqlglot: Path) -> Iterator[dict[str, Any]]:
    """The queries with the shapes of all their tables; every second statement of a fixture is sqlglot's rewriting."""
    for kind, dialect in _TPC_DIALECTS.items():
        folder = sqlglot / _FIXTURES / kind
        schema = dict(map(_header, sorted(folder.glob("*.csv.gz"))))
        text = _REMARK.sub("", (folder / f"{kind}.sql").read_text(encoding="utf-8"))
        for number, statement in enumerate(split(text, dialect)[::2], 1):
            yield _case(f"{kind}-{number}", dialect, schema, statement.text)


def _header(path: Path) -> tuple[str, list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return path.name.split(".")[0], next(csv.reader(file, delimiter="|"))


def corpus_cases(folder: Path) -> Iterator[dict[str, Any]]:
    """The queries under `folder/DIALECT/REPOSITORY`, each once, with templates filled in so that any engine may try."""
    seen = set()
    for path in sorted(folder.rglob("*")):
        dialect = path.relative_to(folder).parts[0] if path != folder else ""
        for number, statement in enumerate(split(filled(_sql_of(path)), dialect)):
            text = statement.text
            if _QUERY.search(text) and (dialect, text) not in seen:
                seen.add((dialect, text))
                yield _case(f"{path.relative_to(folder)}#{number}", dialect, {}, text)


def _sql_of(path: Path) -> str:
    if path.suffix not in {".sql", ".hql", ".md"} or not path.is_file():
        return ""
    text = path.read_text(encoding="utf-8", errors="replace")
    return ";\n".join(_FENCE.findall(text)) if path.suffix == ".md" else text


def filled(text: str) -> str:
    """The text with a name in place of every template, on the same lines; both arms of a Jinja condition stay."""
    for pattern, value in _JINJA:
        text = pattern.sub(partial(_with_its_lines, value), text)
    return _VARIABLE.sub("v1", text)


def _with_its_lines(value: str, found: re.Match[str]) -> str:
    return found.expand(value) + "\n" * found[0].count("\n")


def _case(name: str, dialect: str, schema: dict[str, list[str]], sql: str) -> dict[str, Any]:
    return {
        "id": name,
        "dialect": dialect,
        "default_db": None,
        "default_schema": None,
        "schema": schema,
        "sql": sql,
        "tables_in": None,
        "tables_out": None,
        "column_edges": None,
    }
