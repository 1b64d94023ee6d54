import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from kuajing.messages import _TABLES, keys, message

CHECKED = sorted((Path(__file__).parents[2] / "src" / "kuajing" / "checks").glob("*.py"))
ROWS = [(key, row) for table in _TABLES for key, row in table.items()]
ENGLISH = {key: row[0] for key, row in ROWS}
FINDINGS = sorted(key.removeprefix("finding.") for key in keys() if key.startswith("finding."))
ENDED_BY_A_WORD = {
    "unmatched_": ("category", "check", "column", "dataset", "zone"),
    "unread_": ("file", "part", "statement"),
}
"""Messages that end in a word of what they are about."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_every_row_says_the_same_in_both_languages(key: str, row: tuple[str, str]) -> None:
    del key
    english, chinese = row
    assert bool(english.strip()) == bool(chinese.strip())
    assert placeholders(english) == placeholders(chinese)
    bare = re.sub(r"\{\w+\}", "", chinese)
    is_name = english == chinese
    assert is_name or re.search("[\u4e00-\u9fff]", bare) or not re.search("[A-Za-z]", bare)


def test_no_key_stands_in_two_tables() -> None:
    assert sorted(key for key, _ in ROWS) == sorted({key for key, _ in ROWS})


@pytest.mark.parametrize("table", _TABLES, ids=[next(iter(table), "").split(".")[0] for table in _TABLES])
def test_the_keys_of_one_area_stand_together(table: dict[str, tuple[str, str]]) -> None:
    areas = [key.split(".")[0].replace("mend", "finding") for key in table]
    runs = [area for number, area in enumerate(areas) if number == 0 or areas[number - 1] != area]
    assert sorted(runs) == sorted(set(runs))


@pytest.mark.parametrize("key", keys())
def test_words_are_gentle_and_judge_nobody(key: str) -> None:
    values = tuple((name, "x") for name in placeholders(ENGLISH[key]))
    said = " ".join(message(key, language, values).lower() for language in ("en", "zh"))
    assert [] == [word for word in ("illegal", "please", "!", "！", "违法") if word in said]


def strings(node: ast.AST) -> set[str]:
    return {
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def names(target: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(target) if isinstance(one, ast.Name)}


def given(node: ast.AST) -> Iterator[ast.AST]:
    """Where a check gives a message: by keyword, under that name, from a function of that name, to `finding`."""
    if isinstance(node, ast.keyword) and node.arg == "message":
        yield chosen(node.value)
    elif isinstance(node, ast.Assign) and "message" in names(node.targets[0]):
        yield chosen(node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value)
    elif isinstance(node, ast.FunctionDef) and node.name == "_message":
        yield from (one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "finding":
        yield node.args[-1]


def chosen(node: ast.AST) -> ast.AST:
    """What is chosen from, without the question that chooses."""
    return ast.Tuple([node.body, node.orelse], ast.Load()) if isinstance(node, ast.IfExp) else node


def messages_of_checks() -> set[str]:
    """Every message that some check gives, without its area."""
    found: set[str] = set()
    for path in CHECKED:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for place in given(node):
                found |= {text.removeprefix("finding.") for text in strings(place)}
    return {text for text in found if re.fullmatch("[a-z]+(_[a-z]+)+_?|[a-z]+_", text)}


def test_the_table_holds_every_message_that_a_check_gives_and_no_other_finding() -> None:
    found = messages_of_checks()
    whole = {text for text in found if not text.endswith("_")}
    whole |= {begin + end for begin in found - whole for end in ENDED_BY_A_WORD[begin]}
    assert FINDINGS == sorted(whole)


@pytest.mark.parametrize("name", FINDINGS)
def test_every_finding_has_its_mend(name: str) -> None:
    assert f"mend.{name}" in keys()


@pytest.mark.parametrize(
    "respect", ["handler", "recipient", "purpose", "category", "onward", "persons", "date"]
)
@pytest.mark.parametrize("ending", ["outside", "unknown"])
def test_every_respect_of_an_approval_has_its_words(respect: str, ending: str) -> None:
    assert f"approval.{respect}_{ending}" in keys()


@pytest.mark.parametrize("share", ["read", "located", "classified", "counted"])
def test_every_share_has_its_words(share: str) -> None:
    assert f"share.{share}" in keys()
