"""The lineage of SQL as a tree, a table, a graph: whole outputs, and names that would be more than text."""

import re
import shutil
from collections.abc import Callable

import pytest
from tests.reports.expecting import expected
from tests.reports.hostile import PAYLOADS
from tests.reports.lineage_sample import REPORT, hostile

from kuajing.model.lineage import LineageReport
from kuajing.reports.diagram_layout import laid_out
from kuajing.reports.lineage_dot import lineage_dot
from kuajing.reports.lineage_table import table_text
from kuajing.reports.lineage_tree import tree_text

Render = Callable[[LineageReport, str], str]
needs_dot = pytest.mark.skipif(
    shutil.which("dot") is None, reason="the dot program of Graphviz is not installed"
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("name", "render"), [("tree", tree_text), ("table", table_text), ("dot", lineage_dot)]
)
def test_the_report_is_written_in_full(name: str, render: Render, language: str) -> None:
    actual = render(REPORT, language)
    assert expected(f"lineage.{language}.{name}", actual) == actual


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("render", [tree_text, table_text, lineage_dot])
def test_a_name_holds_nothing_that_cannot_be_seen(render: Render, payload: str) -> None:
    assert all(sign.isprintable() for sign in render(hostile(payload), "en").replace("\n", ""))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_name_is_one_quoted_string_of_the_graph(payload: str) -> None:
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", lineage_dot(hostile(payload), "en"))
    assert re.fullmatch(r"[\w\s{}\[\]=,;>.#-]*", bare)


@needs_dot
@pytest.mark.parametrize("payload", PAYLOADS)
def test_graphviz_draws_a_name_as_text(payload: str) -> None:
    svg = laid_out(lineage_dot(hostile(payload), "en"))
    assert svg is not None
    assert [] == re.findall(r"<(?:script|img|b|a)\b|<!|xlink:href", svg)


def test_a_report_of_nothing_says_that_there_was_none() -> None:
    empty = LineageReport(())
    said = (
        "Statements: 0 (resolved 0, partial 0, unread 0, no movement 0)\n"
        "No SQL was found in what was named; a folder's documents are read where they are named themselves.\n"
    )
    assert (said, said) == (tree_text(empty, "en"), table_text(empty, "en"))
