"""Statements from the bytes that `written` gives. Bytes of any other shape give nothing."""

import re
from functools import lru_cache
from itertools import repeat
from struct import error as StructError  # noqa: N812  a class by its name

from kuajing.lineage.written import (
    BEFORE_PART,
    BEHIND,
    DIRECTIONS,
    ESCAPE,
    FATES,
    FORMAT,
    HEAD,
    TRANSFORMS,
    unsealed,
)
from kuajing.messages import is_key, message
from kuajing.model.lineage import ColumnEdge, EndpointMention, Influence, Reason, Statement, TableName

_HEAD, _REASON, _EDGE, _INFLUENCE, _ENDPOINT = 10, 3, 10, 4, 5
_NUMBER = 4
"""Bytes of a number."""

_ESCAPED = re.compile(f"{ESCAPE}([012])")
_TRANSFORM = TRANSFORMS.__getitem__
_IS_TRUE = (False, True).__getitem__

Groups = list[tuple[str, ...]]


def statements_in(data: bytes) -> tuple[Statement, ...] | None:
    """The statements that were written, None where the bytes are not what `written` gives."""
    try:
        body = unsealed(data)
        if body is None:
            return None
        version, count, tables, functions = HEAD.unpack_from(body)
        start = HEAD.size + _NUMBER * count
        numbers = body[HEAD.size : start].cast("I").tolist()
        if version != FORMAT or len(numbers) != count:
            return None
        return _statements(numbers, *_texts(body[start:], tables, functions))
    except (ValueError, TypeError, IndexError, KeyError, StructError):
        return None


def texts_in(data: bytes) -> list[str]:
    """All texts of what was written."""
    _, count, tables, functions = HEAD.unpack_from(data)
    body = unsealed(data)
    names, groups, texts = _texts(body[HEAD.size + _NUMBER * count :] if body else b"", tables, functions)
    return [*texts, *(part for group in (*names, *groups) for part in group)]


def names_in(data: bytes) -> tuple[TableName, ...] | None:
    """The names of tables that were written, None where the bytes are no names."""
    try:
        found, _ = _block(data, None)
    except ValueError:
        return None
    return tuple(found) if all(found) else None


def _texts(block: memoryview | bytes, tables: int, functions: int) -> tuple[Groups, Groups, list[str]]:
    """The names of tables, the groups of functions, and the texts that stand in a block."""
    groups, texts = _block(block, tables + functions)
    return groups[:tables], groups[tables:], texts


def _block(block: memoryview | bytes, count: int | None) -> tuple[Groups, list[str]]:
    """As many groups as stand at the front of a block, all where `count` is None, and the texts behind them."""
    text = str(block, "utf-8", "surrogatepass")
    found = text.split(BEHIND)
    if found.pop():
        raise ValueError
    texts = [] if count is None else found[count:]
    groups = [tuple(one.split(BEFORE_PART)[1:]) for one in found[:count]]
    if ESCAPE in text:
        groups = [tuple(map(_unescaped, group)) for group in groups]
        texts = list(map(_unescaped, texts))
    return groups, texts


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1])), text)


def _statements(
    numbers: list[int], tables: Groups, functions: Groups, texts: list[str]
) -> tuple[Statement, ...]:
    """The statements of a row of numbers; raises ValueError or IndexError where it holds none such."""
    at = 1
    found = []
    for _ in range(numbers[0]):
        line, column, kind, fate, reasons, reads, writes, edges, influences, endpoints = numbers[
            at : at + _HEAD
        ]
        read = at + _HEAD
        written = read + reads
        edge = written + writes
        influence = edge + _EDGE * edges
        endpoint = influence + _INFLUENCE * influences
        reason = endpoint + _ENDPOINT * endpoints
        if reason > len(numbers):
            raise ValueError
        said, at = _reasons(numbers, reason, reasons, texts) if reasons else ((), reason)
        found.append(
            Statement(
                line,
                column,
                texts[kind],
                FATES[fate],
                said,
                tuple([tables[number] for number in numbers[read:written]]) if reads else (),
                tuple([tables[number] for number in numbers[written:edge]]) if writes else (),
                _edges(numbers, edge, edges, tables, functions, texts) if edges else (),
                _influences(numbers, influence, influences, tables, texts) if influences else (),
                _endpoints(numbers[endpoint:reason], tables, texts) if endpoints else (),
            )
        )
    if at != len(numbers):
        raise ValueError
    return tuple(found)


def _edges(
    numbers: list[int], at: int, count: int, tables: Groups, functions: Groups, texts: list[str]
) -> tuple[ColumnEdge, ...]:
    """The edges, made of whole columns of numbers and past their own initialiser: they are most of all reading."""
    source, column, target, name, transform, used, ambiguous, lines, places, path = (
        numbers[start : start + count] for start in range(at, at + _EDGE * count, count)
    )
    table, text = tables.__getitem__, texts.__getitem__
    rows = zip(
        map(table, source),
        map(text, column),
        map(table, target),
        map(text, name),
        map(_TRANSFORM, transform),
        map(functions.__getitem__, used),
        map(_IS_TRUE, ambiguous),
        lines,
        places,
        map(text, path),
        strict=True,
    )
    return tuple(map(tuple.__new__, repeat(ColumnEdge), rows))


def _influences(
    numbers: list[int], at: int, count: int, tables: Groups, texts: list[str]
) -> tuple[Influence, ...]:
    source, column, target, lines = (
        numbers[start : start + count] for start in range(at, at + _INFLUENCE * count, count)
    )
    table = tables.__getitem__
    rows = zip(map(table, source), map(texts.__getitem__, column), map(table, target), lines, strict=True)
    return tuple(map(tuple.__new__, repeat(Influence), rows))


def _endpoints(numbers: list[int], tables: Groups, texts: list[str]) -> tuple[EndpointMention, ...]:
    return tuple(
        EndpointMention(
            tables[table],
            DIRECTIONS[direction],
            texts[kind],
            texts[address],
            texts[region - 1] if region else None,
        )
        for table, direction, kind, address, region in zip(*(iter(numbers),) * _ENDPOINT, strict=True)
    )


def _reasons(numbers: list[int], at: int, count: int, texts: list[str]) -> tuple[tuple[Reason, ...], int]:
    """As many reasons from a place on, and where the last one ends; what is longer than the row ends behind it."""
    found = []
    for _ in range(count):
        line, key, length = numbers[at : at + _REASON]
        at += _REASON + length
        words = [texts[number] for number in numbers[at - length : at]]
        names, values = tuple(words[::2]), words[1::2]
        if not _can_be_said(texts[key], names) or any(map(_is_spoken, values)):
            raise ValueError
        found.append(Reason(texts[key], tuple(zip(names, values, strict=True)), line))
    return tuple(found), at


@lru_cache(maxsize=1_000)
def _can_be_said(key: str, names: tuple[str, ...]) -> bool:
    """Whether there is a sentence under a key of the unread for which these values are enough."""
    if not (key.startswith("unread.") and is_key(key)):
        return False
    try:
        message(key, "en", tuple((name, "") for name in names))
    except KeyError:
        return False
    return True


def _is_spoken(value: str) -> bool:
    """Whether a value would be said as a sentence of its own, which no reason of ours has."""
    return "." in value and any(map(is_key, value.split(", ")))
