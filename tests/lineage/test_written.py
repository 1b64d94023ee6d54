"""Statements as bytes come back as they were; bytes that are anything else give nothing, or statements of right types."""

from array import array
from dataclasses import fields, is_dataclass
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lineage.test_statements import cases

from kuajing.lineage.movement import read_movement
from kuajing.lineage.written import FORMAT, HEAD, sealed, written, written_names
from kuajing.lineage.written_back import names_in, statements_in, texts_in
from kuajing.messages import message
from kuajing.model import lineage
from kuajing.model.lineage import Reason, Statement

SEAL = 4
READ = [
    read_movement(case.sql, dialect=case.dialect, schema=case.schema, with_queries=True) for case in cases()
]
DATA = written(tuple(statement for statements in READ for statement in statements))[:-SEAL]
SMALL = written(READ[0])[:-SEAL]
TEXTS = SMALL[HEAD.size + 4 * HEAD.unpack_from(SMALL)[1] :]
_KINDS = {"<class 'int'>": (int,), "<class 'bool'>": (bool,)}


def is_right(value: object) -> bool:
    """Whether a value of the model holds in each field what it says it holds."""
    hints = get_type_hints(type(value), vars(lineage))
    names = [field.name for field in fields(value)] if is_dataclass(value) else list(hints)
    for name in names:
        found, wanted = getattr(value, name), str(hints[name])
        if isinstance(found, tuple) and name in {"reasons", "edges", "influences", "endpoints"}:
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
    found = statements_in(sealed(body))
    if found is None:
        return True
    for reason in (reason for statement in found for reason in statement.reasons):
        message(reason.key, "en", reason.values)
    return all(is_right(one) for one in found)


def test_every_statement_comes_back_as_it_was() -> None:
    assert READ == [statements_in(written(statements)) for statements in READ]
    assert is_harmless(DATA)


@pytest.mark.parametrize("texts", [("\ud800", "\udfff"), ("a\0b", "\1"), ("\2", "\2\2000"), ("", "\2" + "1")])
def test_half_a_character_and_one_of_our_own_come_back_too(texts: tuple[str, str]) -> None:
    reason = Reason("unread.sql_opaque", ((texts[0], texts[1]),))
    statement = Statement(1, 1, texts[0], "unread", (reason,), reads=(texts, (), ("",)))
    assert (statement,) == statements_in(written((statement,)))
    assert {*texts, "unread.sql_opaque", ""} == set(texts_in(written((statement,))))


@pytest.mark.parametrize(
    "names", [(), (("a",),), (("a", "b"), ("c",)), (("",),), (("\0", "\2"), ("\1", "\ud800"))]
)
def test_names_come_back_as_they_were(names: tuple[tuple[str, ...], ...]) -> None:
    assert names == names_in(written_names(names))


@settings(deadline=None)
@given(st.integers(0, len(SMALL)))
def test_bytes_that_end_early_give_nothing_wrong(end: int) -> None:
    assert is_harmless(SMALL[:end])
    assert end == len(SMALL) or statements_in(sealed(SMALL[:end])) is None
    assert statements_in(written(READ[0])[: end + SEAL - 1]) is None


@settings(deadline=None)
@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=8))
def test_bytes_that_were_changed_give_nothing_wrong(at: int, other: bytes) -> None:
    changed = DATA[:at] + other + DATA[at + len(other) :]
    assert is_harmless(changed)
    assert changed == DATA or statements_in(changed + sealed(DATA)[-SEAL:]) is None


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_nothing_wrong(data: bytes) -> None:
    assert is_harmless(data)
    assert statements_in(data) is None


@settings(deadline=None)
@given(st.lists(st.integers(0, 12), max_size=40))
def test_any_numbers_give_nothing_wrong(numbers: list[int]) -> None:
    head = HEAD.pack(FORMAT, len(numbers), 4, 2)
    assert is_harmless(head + array("I", numbers).tobytes() + TEXTS)


@pytest.mark.parametrize(
    "forged",
    [
        b"",
        bytes(15),
        HEAD.pack(FORMAT - 1, 1, 0, 0) + bytes(4),
        HEAD.pack(FORMAT, 0, 0, 0),
        HEAD.pack(FORMAT, 2**32 - 1, 0, 0) + bytes(4),
        HEAD.pack(FORMAT, 1, 0, 0) + bytes(3),
        HEAD.pack(FORMAT, 1, 0, 0) + b"\xff" * 4,
        HEAD.pack(FORMAT, 2, 0, 0) + bytes(8),
        HEAD.pack(FORMAT, 1, 0, 0) + bytes(4) + b"\xff",
        HEAD.pack(FORMAT, 11, 0, 0) + array("I", [1, 1, 1, 0, 0, 2**32 - 1, 0, 0, 0, 0, 0]).tobytes(),
    ],
    ids=lambda forged: repr(forged[:20]),
)
def test_another_shape_gives_nothing(forged: bytes) -> None:
    assert statements_in(forged) is None
    assert statements_in(sealed(forged)) is None


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
