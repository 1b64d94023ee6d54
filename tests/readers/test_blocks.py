"""What a file hands over as SQL: by its name, by who named it, by what stands in it."""

import pytest

from kuajing.readers.blocks import blocks_of, may_hold_sql, must_hold_sql
from kuajing.source.text import SourceText

FENCE = "# a\n\n```sql\nselect 1 from t\n```\n"


def texts(path: str, text: str, *, is_named: bool = False, is_sql: bool = False) -> list[str]:
    source = SourceText(path, text, "utf-8", doubtful=False, digest="")
    found = blocks_of(source, is_named=is_named, is_sql=is_sql)
    return [block.script.text.text.strip() for block in found.blocks]


def test_a_script_is_one_block_and_another_file_none() -> None:
    assert ["select 1"] == texts("a.sql", "select 1")
    assert [] == texts("a.txt", "select 1")


def test_a_file_that_is_named_or_declared_is_a_script() -> None:
    assert ["select 1"] == texts("a.txt", "select 1", is_named=True)
    assert ["select 1"] == texts("a.txt", "select 1", is_sql=True)


def test_an_example_is_a_block_only_where_its_file_is_named() -> None:
    assert [] == texts("a.md", FENCE)
    assert ["select 1 from t"] == texts("a.md", FENCE, is_named=True)


def test_a_named_file_that_holds_others_is_no_script_itself() -> None:
    assert [] == texts("a.py", "x = 1\n", is_named=True)


def test_what_hides_sql_is_told_though_no_block_is_found() -> None:
    source = SourceText("a.xml", '<mapper namespace="a"><insert>', "utf-8", doubtful=False, digest="")
    assert ["unread.embedded_xml"] == [one.reason for one in blocks_of(source).unread]


@pytest.mark.parametrize(
    ("path", "may", "must"),
    [("a.sql", True, True), ("a.ipynb", True, True), ("a.py", True, False), ("run", True, False)],
)
def test_a_name_says_whether_a_file_is_worth_reading(path: str, *, may: bool, must: bool) -> None:
    assert (may, must) == (may_hold_sql(path), must_hold_sql(path))


@pytest.mark.parametrize("path", ["a.md", "a.png", "a.yaml"])
def test_other_names_are_passed_over(path: str) -> None:
    assert (False, False) == (may_hold_sql(path), must_hold_sql(path))
