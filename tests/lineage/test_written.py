"""Statements as bytes come back as they were; bytes that are anything else give nothing, or statements of right types."""

import json
from dataclasses import fields
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lineage.test_statements import cases

from kuajing.lineage.movement import read_movement
from kuajing.lineage.written import _SEAL, _sealed, statements_in, written
from kuajing.messages import message
from kuajing.model import lineage
from kuajing.model.lineage import Reason, Statement

READ = [
    read_movement(case.sql, dialect=case.dialect, schema=case.schema, with_queries=True) for case in cases()
]
DATA = written(tuple(statement for statements in READ for statement in statements))[:-_SEAL]
SMALL = written(READ[0])[:-_SEAL]
_KINDS = {"<class 'int'>": (int,), "<class 'bool'>": (bool,)}


def is_right(value: object) -> bool:
    """Whether a value of the model holds in each field what it says it holds."""
    hints = get_type_hints(type(value), vars(lineage))
    for field in fields(value):  # type: ignore[arg-type]
        found, wanted = getattr(value, field.name), str(hints[field.name])
        if isinstance(found, tuple) and field.name in {"reasons", "edges", "influences", "endpoints"}:
            if not all(map(is_right, found)):
                return False
        elif "tuple" in wanted:
            if not is_of_texts(found):
                return False
        elif type(found) not in _KINDS.get(wanted, (str, type(None)) if "None" in wanted else (str,)):
            return False
    return True


def is_of_texts(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(map(is_of_texts, value)))


def is_harmless(body: bytes) -> bool:
    """Whether bytes give nothing, or statements of right types, even where somebody has sealed them as ours."""
    found = statements_in(_sealed(body))
    if found is None:
        return True
    for reason in (reason for statement in found for reason in statement.reasons):
        message(reason.key, "en", reason.values)
    return all(is_right(one) for one in found)


def test_every_statement_comes_back_as_it_was() -> None:
    assert READ == [statements_in(written(statements)) for statements in READ]
    assert is_harmless(DATA)


def test_half_a_character_comes_back_too() -> None:
    statement = Statement(1, 1, "\ud800", "unread", (Reason("unread.sql_opaque", (("a", "\udfff"),)),))
    assert (statement,) == statements_in(written((statement,)))


@settings(deadline=None)
@given(st.integers(0, len(SMALL)))
def test_bytes_that_end_early_give_nothing_wrong(end: int) -> None:
    assert is_harmless(SMALL[:end])
    assert end == len(SMALL) or statements_in(_sealed(SMALL[:end])) is None
    assert statements_in(written(READ[0])[: end + _SEAL - 1]) is None


@settings(deadline=None)
@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=8))
def test_bytes_that_were_changed_give_nothing_wrong(at: int, other: bytes) -> None:
    changed = DATA[:at] + other + DATA[at + len(other) :]
    assert is_harmless(changed)
    assert changed == DATA or statements_in(changed + _sealed(DATA)[-_SEAL:]) is None


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_nothing_wrong(data: bytes) -> None:
    assert is_harmless(data)
    assert statements_in(data) is None


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), max_size=40))
def test_any_numbers_give_nothing_wrong(numbers: list[int]) -> None:
    texts = SMALL.partition(b"\n")[0]
    assert is_harmless(texts + b"\n" + b"".join(number.to_bytes(4, "little") for number in numbers))


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        b"[",
        b"{}\n",
        b"null\n",
        b"[" * 100_000,
        b"[99]\n\0\0\0\0\0\0\0\0",
        b"[3, 3]\n\0\0\0\0\0\0\0\0",
        b'[3, "a"]\n\0\0\0\0\0\0\0',
        b'[3, "a"]\n\xff\xff\xff\xff\0\0\0\0',
        b"[3, " + b"9" * 10_000 + b"]\n",
    ],
    ids=lambda forged: repr(forged[:20]),
)
def test_another_shape_gives_nothing(forged: bytes) -> None:
    assert statements_in(forged) is None
    assert statements_in(_sealed(forged)) is None


@pytest.mark.parametrize(
    "reason",
    [
        Reason("unread.nothing_of_the_kind"),
        Reason("command.busy"),
        Reason("unread.sql_unknown_columns"),
        Reason("unread.sql_unknown_columns", (("table", "unread.sql_ambiguous_column"),)),
    ],
)
def test_a_reason_that_cannot_be_said_gives_nothing(reason: Reason) -> None:
    statement = Statement(1, 1, "select", "unread", (reason,))
    assert statements_in(written((statement,))) is None


def test_the_texts_stand_on_one_line_of_json() -> None:
    line = DATA.partition(b"\n")[0]
    assert all(isinstance(text, str) for text in json.loads(line)[1:])
