"""Doubts told once, several tables in one sentence, figures by dialect, long names cut for people alone."""

from kuajing.model.lineage import ColumnEdge, LineageReport, ReadText, Reason, Statement
from kuajing.reports.lineage_dialects import by_dialect, dialect_lines
from kuajing.reports.lineage_json import lineage_json
from kuajing.reports.lineage_tree import tree_text
from kuajing.reports.spans import plain_text
from kuajing.reports.words import words_for
from kuajing.source.location import Location
from kuajing.source.text import Unread


def doubtful(line: int, *tables: str) -> Statement:
    reasons = tuple(Reason("unread.sql_unknown_columns", (("table", name),), line) for name in tables)
    return Statement(line, 1, "insert", "partial", reasons, (("s",),), (("t",),))


def shown(*statements: Statement, whole: bool = False) -> str:
    return tree_text(LineageReport((ReadText("a.sql", None, statements),)), "en", whole=whole)


def test_tables_in_one_doubt_are_told_in_one_sentence() -> None:
    assert "! 1  The columns of a, b are not known" in shown(doubtful(1, "a", "b"))


def test_a_doubt_told_before_is_pointed_at() -> None:
    said = shown(doubtful(1, "a"), doubtful(5, "a", "b"))
    assert 1 == said.count("columns of a ")
    assert "! 5  The columns of b are not known" in said
    assert "    ! As told at line 1.\n" in said


def test_statements_that_only_repeat_a_doubt_are_counted_where_it_is_told() -> None:
    bare = [
        Statement(line, 1, "unknown", "unread", (Reason("unread.sql_too_deep", (), line),)) for line in (1, 5)
    ]
    assert "(Also at line 5.)" in shown(*bare)
    assert "\n  5  unknown" not in shown(*bare)
    assert "\n  5  unknown" in shown(*bare, whole=True)


def test_a_long_expression_in_place_of_a_name_is_cut_for_people_alone() -> None:
    name = "{{ union(\n  " + "a, " * 60 + ") }}"
    edge = ColumnEdge((name,), "x", ("t",), "y", "identity")
    report = LineageReport(
        (
            ReadText(
                "a.sql", None, (Statement(1, 1, "insert", "resolved", (), ((name,),), (("t",),), (edge,)),)
            ),
        )
    )
    assert max(map(len, tree_text(report, "en").splitlines())) <= 100
    assert "a, " * 60 in lineage_json(report)


def test_figures_by_dialect_are_shown_where_there_are_several() -> None:
    one = ReadText("a.sql", "hive", (Statement(1, 1, "set", "no_movement"),))
    two = ReadText("b.sql", None, (doubtful(1, "a"),))
    words = words_for("en", {})
    assert [] == list(dialect_lines(LineageReport((one,)), words))
    assert (
        "  dialect    statements  resolved  partial  unread  no movement\n"
        "  hive                1         0        0       0            1\n"
        "  not shown           1         0        1       0            0\n"
    ) == plain_text(dialect_lines(LineageReport((two, one)), words))
    assert ["hive", None] == list(by_dialect(LineageReport((two, one))))


def test_a_place_that_was_not_looked_through_stands_with_its_file() -> None:
    part = Unread(Location("a.py", 7), "unread.embedded_too_deep")
    said = tree_text(LineageReport((), (), (part,)), "en")
    assert said.startswith("a.py\n  ! 7  Blocks stand in each other too deeply")
    assert "Places in files not read: 1.\n" in said
