"""Statements as bytes and back: a line of texts as JSON, then whole numbers that point at them or count what follows.

Texts, names of tables and groups of functions stand once; edges stand column by column. So reading costs little, and what
is read can hold nothing but texts and numbers. Bytes of any other shape give nothing.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeVar

from kuajing.messages import is_key, message
from kuajing.model.lineage import (
    ColumnEdge,
    Direction,
    EndpointMention,
    Fate,
    Influence,
    Reason,
    Statement,
    TableName,
)

FORMAT = 3
"""Of the bytes; raised with every change of what they mean."""

_FATES: tuple[Fate, ...] = ("resolved", "partial", "unread", "no_movement")
_TRANSFORMS = ("identity", "derived", "masked", "hashed", "aggregated")
_DIRECTIONS: tuple[Direction, ...] = ("in", "out")
_HEAD, _REASON, _EDGE, _INFLUENCE, _ENDPOINT = 10, 3, 10, 4, 5
_BYTES = 4
"""Of a number."""
_LARGEST = 2**32 - 1
_SEAL = 8
"""Bytes of the digest behind all others."""

Thing = TypeVar("Thing")


class _Numbers(dict[Any, int]):
    """Gives each thing the number of its first appearance."""

    def __missing__(self, thing: object) -> int:
        self[thing] = len(self)
        return self[thing]


def written(statements: Iterable[Statement]) -> bytes:
    """The statements as bytes."""
    texts, tables, functions = _Numbers(), _Numbers(), _Numbers()
    rows = [list(_numbers(one, texts, tables, functions)) for one in statements]
    groups = [number for several in (tables, functions) for number in _groups(several, texts)]
    row = (*groups, len(rows), *chain.from_iterable(rows))
    numbers = [min(number, _LARGEST) for number in row]
    return _sealed(json.dumps([FORMAT, *texts]).encode() + b"\n" + struct.pack(f"<{len(numbers)}I", *numbers))


def texts_in(data: bytes) -> list[str]:
    """All texts of what was written."""
    return [str(text) for text in json.loads(data.partition(b"\n")[0])[1:]]


def statements_in(data: bytes) -> tuple[Statement, ...] | None:
    """The statements that were written, None where the bytes are not what `written` gives."""
    body = data[:-_SEAL]
    if data != _sealed(body):
        return None
    line, _, numbers = body.partition(b"\n")
    try:
        version, *texts = json.loads(line)
        if version != FORMAT or not set(map(type, texts)) <= {str}:
            return None
        row = _Row(struct.unpack(f"<{len(numbers) // _BYTES}I", numbers), texts)
        return row.statements(row.groups(), row.groups())
    except (ValueError, TypeError, IndexError, KeyError, RecursionError, struct.error):
        return None


def _sealed(body: bytes) -> bytes:
    """The bytes with a digest of them behind, which tells what broke on the disk."""
    return body + blake2b(body, digest_size=_SEAL).digest()


def _groups(groups: _Numbers, texts: _Numbers) -> Iterator[int]:
    yield len(groups)
    for group in groups:
        yield len(group)
        yield from (texts[text] for text in group)


def _numbers(of: Statement, texts: _Numbers, tables: _Numbers, functions: _Numbers) -> Iterator[int]:
    yield from (of.line, of.column, texts[of.kind], _FATES.index(of.fate))
    yield from map(len, (of.reasons, of.reads, of.writes, of.edges, of.influences, of.endpoints))
    for reason in of.reasons:
        yield from (reason.line, texts[reason.key], 2 * len(reason.values))
        yield from (texts[word] for pair in reason.values for word in pair)
    yield from (tables[table] for table in (*of.reads, *of.writes))
    edges = [_edge_numbers(edge, texts, tables, functions) for edge in of.edges]
    yield from chain.from_iterable(zip(*edges, strict=True))
    for one in of.influences:
        yield from (tables[one.source_table], texts[one.source_column], tables[one.target_table], one.line)
    for mention in of.endpoints:
        yield from (tables[mention.table], _DIRECTIONS.index(mention.direction), texts[mention.kind])
        yield from (texts[mention.address], 0 if mention.region is None else texts[mention.region] + 1)


def _edge_numbers(of: ColumnEdge, texts: _Numbers, tables: _Numbers, functions: _Numbers) -> tuple[int, ...]:
    return (
        tables[of.source_table],
        texts[of.source_column],
        tables[of.target_table],
        texts[of.target_column],
        _TRANSFORMS.index(of.transform),
        functions[of.functions],
        int(of.ambiguous),
        of.line,
        of.column,
        texts[of.source_path],
    )


class _Row:
    """The numbers of several statements, taken from the front."""

    __slots__ = ("_at", "_numbers", "_texts")

    def __init__(self, numbers: tuple[int, ...], texts: list[str]) -> None:
        self._numbers = numbers
        self._texts = texts
        self._at = 0

    def groups(self) -> list[tuple[str, ...]]:
        """Texts that stand together: the parts of names, or functions."""
        numbers, texts, groups = self._numbers, self._texts, []
        at = self._at + 1
        for _ in range(self._few(numbers[self._at])):
            end = at + 1 + numbers[at]
            groups.append(tuple([texts[number] for number in numbers[at + 1 : end]]))
            at = end
        self._at = at
        return groups

    def statements(self, tables: list[TableName], functions: list[tuple[str, ...]]) -> tuple[Statement, ...]:
        """The statements to the end of the row; raises ValueError or IndexError where it holds none such."""
        (count,) = self._take(1)
        found = tuple(self._several(self._few(count), tables, functions))
        if self._at != len(self._numbers):
            raise ValueError
        return found

    def _several(
        self, count: int, tables: list[TableName], functions: list[tuple[str, ...]]
    ) -> Iterator[Statement]:
        for _ in range(count):
            line, column, kind, fate, reasons, reads, writes, edges, influences, endpoints = self._take(_HEAD)
            yield Statement(
                line,
                column,
                self._texts[kind],
                _FATES[fate],
                tuple([self._reason() for _ in range(self._few(reasons))]) if reasons else (),
                _pointed(self._take(reads), tables) if reads else (),
                _pointed(self._take(writes), tables) if writes else (),
                self._edges(edges, tables, functions) if edges else (),
                self._influences(influences, tables) if influences else (),
                self._endpoints(endpoints, tables) if endpoints else (),
            )

    def _reason(self) -> Reason:
        line, key, count = self._take(_REASON)
        words = _pointed(self._take(count), self._texts)
        names, values = words[::2], words[1::2]
        if not _can_be_said(self._texts[key], names) or any(map(_is_spoken, values)):
            raise ValueError
        return Reason(self._texts[key], tuple(zip(names, values, strict=True)), line)

    def _edges(
        self, count: int, tables: list[TableName], functions: list[tuple[str, ...]]
    ) -> tuple[ColumnEdge, ...]:
        numbers = self._take(_EDGE * count)
        columns = [numbers[start : start + count] for start in range(0, _EDGE * count, count)]
        source, column, target, name, transform, used, ambiguous, lines, places, path = columns
        table, text = tables.__getitem__, self._texts.__getitem__
        return tuple(
            map(
                _edge,
                map(table, source),
                map(text, column),
                map(table, target),
                map(text, name),
                map(_TRANSFORMS.__getitem__, transform),
                map(functions.__getitem__, used),
                map(bool, ambiguous),
                lines,
                places,
                map(text, path),
            )
        )

    def _influences(self, count: int, tables: list[TableName]) -> tuple[Influence, ...]:
        numbers = self._take(_INFLUENCE * count)
        return tuple(
            [
                Influence(tables[source], self._texts[column], tables[target], line)
                for source, column, target, line in zip(*(iter(numbers),) * _INFLUENCE, strict=True)
            ]
        )

    def _endpoints(self, count: int, tables: list[TableName]) -> tuple[EndpointMention, ...]:
        numbers, texts = self._take(_ENDPOINT * count), self._texts
        return tuple(
            EndpointMention(
                tables[table],
                _DIRECTIONS[direction],
                texts[kind],
                texts[address],
                texts[region - 1] if region else None,
            )
            for table, direction, kind, address, region in zip(*(iter(numbers),) * _ENDPOINT, strict=True)
        )

    def _few(self, count: int) -> int:
        """A count of things that are still to come, each of which takes a number at least."""
        if count > len(self._numbers) - self._at:
            raise ValueError
        return count

    def _take(self, count: int) -> tuple[int, ...]:
        end = self._at + count
        if end > len(self._numbers):
            raise ValueError
        taken = self._numbers[self._at : end]
        self._at = end
        return taken


(
    _set_source_table,
    _set_source_column,
    _set_target_table,
    _set_target_column,
    _set_transform,
    _set_functions,
    _set_ambiguous,
    _set_line,
    _set_column,
    _set_source_path,
) = (getattr(ColumnEdge, field.name).__set__ for field in fields(ColumnEdge))
"""What sets each field of a new edge: it is frozen only once somebody has it."""


def _edge(
    source_table: TableName,
    source_column: str,
    target_table: TableName,
    target_column: str,
    transform: str,
    functions: tuple[str, ...],
    ambiguous: bool,  # noqa: FBT001  the fields in their order
    line: int,
    column: int,
    source_path: str,
) -> ColumnEdge:
    """An edge made of its fields in half the time of its own initialiser, which is most of what reading costs."""
    edge = object.__new__(ColumnEdge)
    _set_source_table(edge, source_table)
    _set_source_column(edge, source_column)
    _set_target_table(edge, target_table)
    _set_target_column(edge, target_column)
    _set_transform(edge, transform)
    _set_functions(edge, functions)
    _set_ambiguous(edge, ambiguous)
    _set_line(edge, line)
    _set_column(edge, column)
    _set_source_path(edge, source_path)
    return edge


def _pointed(numbers: Iterable[int], things: Sequence[Thing]) -> tuple[Thing, ...]:
    return tuple([things[number] for number in numbers])


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
