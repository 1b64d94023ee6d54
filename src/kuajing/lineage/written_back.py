"""Statements from the bytes that `written` gives. Bytes of any other shape give nothing."""

import re
from collections.abc import Callable, Iterable
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

_HEAD, _REASON, _ENDPOINT = 10, 3, 7
_NUMBER = 4
"""Bytes of a number."""

_MOST_ROWS = 2**20
"""Edges of a statement; what says that it has more is no answer of ours."""

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
        groups, texts = _block(body[start:], tables + functions)
        return _statements(numbers, groups[:tables], groups[tables:], texts)
    except (ValueError, TypeError, IndexError, KeyError, StructError):
        return None


def texts_in(data: bytes) -> list[str]:
    """All texts of what was written."""
    _, count, tables, functions = HEAD.unpack_from(data)
    body = unsealed(data)
    groups, texts = _block(body[HEAD.size + _NUMBER * count :] if body else b"", tables + functions)
    return [*texts, *(part for group in groups for part in group)]


def names_in(data: bytes) -> tuple[TableName, ...] | None:
    """The names of tables that were written, None where the bytes are no names."""
    try:
        found, _ = _block(data, None)
    except ValueError:
        return None
    return tuple(found) if all(found) else None


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
        at = written + writes
        made, at = _edges(numbers, at, edges, tables, functions, texts) if edges else ((), at)
        influenced, at = _influences(numbers, at, influences, tables, texts) if influences else ((), at)
        endpoint, at = at, at + _ENDPOINT * endpoints
        if at > len(numbers):
            raise ValueError
        mentioned = _endpoints(numbers[endpoint:at], tables, texts) if endpoints else ()
        said, at = _reasons(numbers, at, reasons, texts) if reasons else ((), at)
        found.append(
            Statement(
                line,
                column,
                texts[kind],
                FATES[fate],
                said,
                tuple([tables[number] for number in numbers[read:written]]) if reads else (),
                tuple([tables[number] for number in numbers[written : written + writes]]) if writes else (),
                made,
                influenced,
                mentioned,
            )
        )
    if at != len(numbers):
        raise ValueError
    return tuple(found)


def _edges(
    numbers: list[int], at: int, count: int, tables: Groups, functions: Groups, texts: list[str]
) -> tuple[tuple[ColumnEdge, ...], int]:
    table, text = tables.__getitem__, texts.__getitem__
    things = (
        table,
        text,
        table,
        text,
        _TRANSFORM,
        functions.__getitem__,
        _IS_TRUE,
        None,
        None,
        text,
    )
    rows, at = _columns(numbers, at, count, things)
    return tuple(map(tuple.__new__, repeat(ColumnEdge), rows)), at


def _influences(
    numbers: list[int], at: int, count: int, tables: Groups, texts: list[str]
) -> tuple[tuple[Influence, ...], int]:
    table = tables.__getitem__
    rows, at = _columns(numbers, at, count, (table, texts.__getitem__, table, None))
    return tuple(map(tuple.__new__, repeat(Influence), rows)), at


def _columns(
    numbers: list[int], at: int, count: int, things: tuple[Callable[[int], object] | None, ...]
) -> tuple[Iterable[tuple[object, ...]], int]:
    """As many rows, made of whole columns, and where they end; each number is pointed at a thing where it is not meant itself."""
    if count > _MOST_ROWS:
        raise ValueError
    same = numbers[at]
    at += 1
    columns: list[Iterable[object]] = []
    for thing in things:
        if same & 1:
            number = numbers[at]
            columns.append(repeat(number if thing is None else thing(number), count))
            at += 1
        else:
            taken = numbers[at : at + count]
            columns.append(taken if thing is None else map(thing, taken))
            at += count
        same >>= 1
    return zip(*columns, strict=True), at


def _endpoints(numbers: list[int], tables: Groups, texts: list[str]) -> tuple[EndpointMention, ...]:
    return tuple(
        EndpointMention(
            tables[table],
            DIRECTIONS[direction],
            texts[kind],
            texts[address],
            texts[region - 1] if region else None,
            tables[inside - 1] if inside else (),
            texts[engine],
        )
        for table, direction, kind, address, region, inside, engine in zip(
            *(iter(numbers),) * _ENDPOINT, strict=True
        )
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
