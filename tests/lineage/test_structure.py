"""Files of definitions, each with what is read from it beside."""

import os
from pathlib import Path

import pytest

from kuajing.lineage.structure import read_structure
from kuajing.model.lineage import TableDefinition

_FOLDER = Path(__file__).parent / "definitions"


def rendered(definition: TableDefinition) -> str:
    extent = "complete" if definition.complete else "part"
    lines = [f"{definition.line}:{definition.column} {'.'.join(definition.table)} {extent}"]
    if definition.comment is not None:
        lines.append(f"   comment {definition.comment}")
    if definition.location is not None:
        lines.append(f"   location {definition.location}")
    lines += [
        f"   {column.line}:{column.column} {column.name} | {column.type or '-'} | {column.comment or '-'}"
        for column in definition.columns
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.sql")), ids=lambda path: path.stem)
def test_the_file_defines_what_is_written_beside_it(path: Path) -> None:
    definitions = read_structure(path.read_text(encoding="utf-8"), dialect=path.stem)

    actual = "\n".join(map(rendered, definitions)) + "\n"

    assert path.with_suffix(".txt").read_text(encoding="utf-8") == actual


def test_a_view_of_the_session_is_known_to_its_text_alone() -> None:
    text = (
        "CREATE OR REPLACE TEMPORARY VIEW v AS SELECT a FROM (SELECT 1 AS a) x;"
        "CREATE VIEW w AS SELECT * FROM v; CREATE TEMP TABLE q (b int)"
    )

    definitions = read_structure(text, dialect="spark")

    assert [(("w",), ["a"]), (("q",), ["b"])] == [
        (one.table, [column.name for column in one.columns]) for one in definitions
    ]


def test_names_are_completed_by_the_defaults() -> None:
    found = read_structure(
        "create table a (x int); create table b.c (y int)", dialect="mysql", default_database="D"
    )

    assert [definition.table for definition in found] == [("d", "a"), ("b", "c")]


@pytest.mark.skipif("KUAJING_CORPUS" not in os.environ, reason="KUAJING_CORPUS names no folder of real files")
def test_the_member_table_of_a_real_dump_is_complete() -> None:
    path = Path(os.environ["KUAJING_CORPUS"]) / "macrozheng+mall/document/sql/mall.sql"

    found = read_structure(path.read_text(encoding="utf-8"), dialect="mysql")

    member = next(definition for definition in found if definition.table == ("ums_member",))
    assert len(found) == 76
    assert sum(1 for definition in found for column in definition.columns if column.comment) == 377
    assert (member.comment, member.complete, len(member.columns)) == ("会员表", True, 19)
    assert next(column.comment for column in member.columns if column.name == "phone") == "手机号码"
