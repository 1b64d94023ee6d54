"""A statement is told from a sentence that begins with the same word."""

from pathlib import Path

import pytest

from kuajing.embedded.statement_shape import is_statement

SHAPES = Path(__file__).parent / "shapes"


def lines(name: str) -> list[str]:
    return [line for line in (SHAPES / name).read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("text", lines("statements.txt"))
def test_a_statement_is_one(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize("text", lines("sentences.txt"))
def test_a_sentence_is_no_statement(text: str) -> None:
    assert not is_statement(text)


def test_settings_and_comments_may_stand_ahead_of_a_statement() -> None:
    assert is_statement("-- daily\n/* 每日 */ set a = b; use dw;\ninsert overwrite table x select * from y")
    assert not is_statement("-- daily\nset a = b; use dw;")
