"""Statements as bytes and back: JSON of texts and numbers alone, looked over before anything is made of it.

Texts and names of tables stand once and are pointed at by number, so that what a wide statement says stays small and
is checked a column at a time. Bytes of any other shape give nothing.
"""

import json
from collections.abc import Callable, Iterable, Iterator
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

FORMAT = 1
"""Of the bytes; raised with every change of what they mean."""

_FATES: tuple[Fate, ...] = ("resolved", "partial", "unread", "no_movement")
_TRANSFORMS = ("identity", "derived", "masked", "hashed", "aggregated")
_DIRECTIONS: tuple[Direction, ...] = ("in", "out")
_EDGE, _INFLUENCE, _ENDPOINT = 10, 4, 5

Thing = TypeVar("Thing")


class _Numbers(dict[Any, int]):
    """Gives each thing the number of its first appearance."""

    def __missing__(self, thing: object) -> int:
        self[thing] = len(self)
        return self[thing]


def written(statements: Iterable[Statement]) -> bytes:
    """The statements as ASCII bytes without a line end."""
    texts, tables, functions = _Numbers(), _Numbers(), _Numbers()
    rows = [_row(statement, texts, tables, functions) for statement in statements]
    names = [[texts[part] for part in table] for table in tables]
    used = [[texts[name] for name in several] for several in functions]
    return json.dumps([FORMAT, list(texts), names, used, rows], separators=(",", ":")).encode()


def statements_in(data: bytes) -> tuple[Statement, ...] | None:
    """The statements that were written, None where the bytes are not what `written` gives."""
    try:
        version, texts, names, used, rows = json.loads(data)
        if version != FORMAT or not set(map(type, texts)) <= {str}:
            return None
        tables = tuple(_pointed(parts, texts) for parts in names)
        functions = tuple(_pointed(parts, texts) for parts in used)
        return tuple(_statement(row, texts, tables, functions) for row in rows)
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return None


def _row(of: Statement, texts: _Numbers, tables: _Numbers, functions: _Numbers) -> list[Any]:
    reasons = [
        [one.line, texts[one.key], *(texts[word] for pair in one.values for word in pair)]
        for one in of.reasons
    ]
    return [
        [of.line, of.column, texts[of.kind], _FATES.index(of.fate)],
        reasons,
        [tables[table] for table in of.reads],
        [tables[table] for table in of.writes],
        [number for edge in of.edges for number in _edge_numbers(edge, texts, tables, functions)],
        [number for one in of.influences for number in _influence_numbers(one, texts, tables)],
        [number for one in of.endpoints for number in _endpoint_numbers(one, texts, tables)],
    ]


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


def _influence_numbers(of: Influence, texts: _Numbers, tables: _Numbers) -> tuple[int, ...]:
    return tables[of.source_table], texts[of.source_column], tables[of.target_table], of.line


def _endpoint_numbers(of: EndpointMention, texts: _Numbers, tables: _Numbers) -> tuple[int, ...]:
    region = 0 if of.region is None else texts[of.region] + 1
    return tables[of.table], _DIRECTIONS.index(of.direction), texts[of.kind], texts[of.address], region


def _statement(
    row: list[Any], texts: list[str], tables: tuple[TableName, ...], functions: tuple[tuple[str, ...], ...]
) -> Statement:
    head, reasons, reads, writes, edges, influences, endpoints = row
    for numbers in (head, reads, writes, edges, influences, endpoints, *reasons):
        _check(numbers)
    line, column, kind, fate = head
    return Statement(
        line,
        column,
        texts[kind],
        _FATES[fate],
        tuple(_reason(one, texts) for one in reasons),
        _pointed(reads, tables),
        _pointed(writes, tables),
        tuple(
            ColumnEdge(
                tables[source],
                texts[source_column],
                tables[target],
                texts[target_column],
                _TRANSFORMS[transform],
                functions[used],
                ambiguous == 1,
                at_line,
                at_column,
                texts[path],
            )
            for (
                source,
                source_column,
                target,
                target_column,
                transform,
                used,
                ambiguous,
                at_line,
                at_column,
                path,
            ) in _by(_EDGE, edges)
        ),
        tuple(
            Influence(tables[source], texts[source_column], tables[target], at_line)
            for source, source_column, target, at_line in _by(_INFLUENCE, influences)
        ),
        tuple(
            EndpointMention(
                tables[table],
                _DIRECTIONS[direction],
                texts[kind],
                texts[address],
                texts[region - 1] if region else None,
            )
            for table, direction, kind, address, region in _by(_ENDPOINT, endpoints)
        ),
    )


def _check(numbers: list[int]) -> None:
    """Raises ValueError where there is anything but whole numbers from 0: others would point from the end."""
    if numbers and (set(map(type, numbers)) != {int} or min(numbers) < 0):
        raise ValueError


def _by(width: int, numbers: list[int]) -> Iterator[tuple[int, ...]]:
    """The numbers in rows; raises ValueError where the last is not whole."""
    return zip(*(iter(numbers),) * width, strict=True)


def _pointed(numbers: list[int], things: "list[Thing] | tuple[Thing, ...]") -> tuple[Thing, ...]:
    _check(numbers)
    return tuple(map(_getter(things), numbers))


def _getter(things: "list[Thing] | tuple[Thing, ...]") -> Callable[[int], Thing]:
    return things.__getitem__


def _reason(numbers: list[int], texts: list[str]) -> Reason:
    """A reason whose sentence can be said; raises KeyError or ValueError for any other."""
    line, key, *words = numbers
    spoken = [texts[word] for word in words]
    reason = Reason(texts[key], tuple(zip(spoken[::2], spoken[1::2], strict=True)), line)
    if not is_key(reason.key):
        raise ValueError
    message(reason.key, "en", reason.values)
    return reason
