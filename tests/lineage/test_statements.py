"""The statements of the Markdown files beside: what the engine says of each, compared whole."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kuajing.lineage.movement import read_movement
from kuajing.model.lineage import Statement, TableName

_FOLDER = Path(__file__).parent / "statements"
_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n```sql (?P<dialect>\w+)\n(?P<sql>.*?)\n```\n\n"
    r"(?:```schema\n(?P<schema>.*?)\n```\n\n)?```moves\n(?P<moves>.*?)\n```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    title: str
    dialect: str
    sql: str
    schema: dict[TableName, tuple[str, ...]]
    moves: str


def _schema(text: str | None) -> dict[TableName, tuple[str, ...]]:
    lines = (line.split(": ") for line in (text or "").splitlines())
    return {tuple(table.split(".")): tuple(columns.split()) for table, columns in lines}


def cases() -> list[Case]:
    return [
        Case(found["title"], found["dialect"], found["sql"], _schema(found["schema"]), found["moves"])
        for path in sorted(_FOLDER.glob("*.md"))
        for found in _CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def dotted(table: TableName) -> str:
    return ".".join(table)


def rendered(statement: Statement) -> list[str]:
    head = f"{statement.line}:{statement.column} {statement.kind} {statement.fate}"
    for word, tables in (("reads", statement.reads), ("writes", statement.writes)):
        if tables:
            head += f" {word} {', '.join(map(dotted, tables))}"
    lines = [head]
    for reason in statement.reasons:
        values = " ".join(f"{name}={value}" for name, value in reason.values)
        lines.append(f"   ! {reason.line} {reason.key} {values}".rstrip())
    for edge in statement.edges:
        source = dotted((*edge.source_table, edge.source_column, *filter(None, [edge.source_path])))
        ends = f"{source} -> {dotted(edge.target_table)}.{edge.target_column}"
        functions = f" {','.join(edge.functions)}" if edge.functions else ""
        doubt = " ambiguous" if edge.ambiguous else ""
        lines.append(f"   {ends} {edge.transform}{functions}{doubt} @{edge.line}:{edge.column}")
    lines += [
        f"   {dotted(influence.source_table)}.{influence.source_column} ~> {dotted(influence.target_table)}"
        for influence in statement.influences
    ]
    lines += [
        f"   {place.direction} {dotted(place.table)} {place.kind} {place.address} {place.region or ''}".rstrip()
        for place in statement.endpoints
    ]
    return lines


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.dialect}: {case.title}")
def test_the_statement_moves_what_is_written_beside_it(case: Case) -> None:
    statements = read_movement(case.sql, dialect=case.dialect, schema=case.schema)

    actual = "\n".join(line for statement in statements for line in rendered(statement))

    assert case.moves == actual


def test_every_heading_of_the_files_is_a_case() -> None:
    headings = [
        line.removeprefix("## ")
        for path in sorted(_FOLDER.glob("*.md"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]

    assert headings == [case.title for case in cases()]
