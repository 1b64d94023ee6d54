"""The blocks of the files beside, compared whole, and every sign of them at its place."""

from pathlib import Path

import pytest
from tests.embedded.rendering import rendered, stands_where_it_says

from kuajing.embedded import blocks, may_hold_blocks
from kuajing.messages import message

DATA = Path(__file__).parent / "data"
FILES = sorted(
    path.relative_to(DATA).as_posix().removesuffix(".in")
    for path in DATA.rglob("*")
    if path.is_file() and not path.name.endswith(".expected.txt")
)


def text_of(name: str) -> str:
    """The text of a file beside; programs end in `.in`, so that no tool for programs looks at them."""
    path = DATA / name
    return (path if path.exists() else DATA / f"{name}.in").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_the_blocks_of_a_file_are_those_that_are_expected(name: str) -> None:
    found = blocks(name, text_of(name))
    assert (DATA / f"{name}.expected.txt").read_text("utf-8") == rendered(found)


@pytest.mark.parametrize("name", FILES)
def test_every_literal_sign_of_a_block_is_the_sign_at_its_place(name: str) -> None:
    text = text_of(name)
    assert [] == [
        block.text for block in blocks(name, text).blocks if not stands_where_it_says(block.defining(), text)
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_reason_can_be_told_in_both_languages(name: str) -> None:
    found = blocks(name, text_of(name))
    unread = [*found.unread, *(reason for block in found.blocks for reason in block.reasons)]
    assert all(message(one.reason, language, one.values) for one in unread for language in ("en", "zh"))


def test_a_block_of_a_model_defines_its_target() -> None:
    (block,) = blocks("models/a.sql", "select x\nfrom {{ ref('b') }}").blocks
    assert "CREATE TABLE a AS select x\nfrom b" == block.defining().text
    assert (2, 6) == block.defining().place(2, 6)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.py", "", True),
        ("a.xml", '<mapper namespace="a"/>', True),
        ("a.xml", "<project/>", False),
        ("run", "#!/usr/bin/env bash\n", True),
        ("run", "#!/usr/bin/env node\n", False),
        ("a.sql", "select {{ a }}", True),
        ("a.sql", "select a", False),
        ("note.json", '{"paragraphs": []}', True),
        ("note.json", "{}", False),
        ("a.csv", "", False),
    ],
)
def test_a_format_is_told_by_its_name_and_text(path: str, text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == may_hold_blocks(path, text)
