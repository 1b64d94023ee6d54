"""Statements as bytes: whole numbers that point at texts or count what follows, then the texts, then a checksum.

Texts, names of tables and groups of functions stand once; edges stand column by column. So reading costs little, and what
is read can hold nothing but texts and numbers. `written_back` reads them.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import chain
from struct import Struct
from typing import Any
from zlib import crc32

from kuajing.model.lineage import ColumnEdge, Direction, Fate, Statement, TableName

FORMAT = 6
"""Of the bytes; raised with every change of what they mean."""

HEAD = Struct("=4I")
"""The format, and how many numbers, names of tables and groups of functions there are; all in the machine's own order."""

FATES: tuple[Fate, ...] = ("resolved", "partial", "unread", "no_movement")
TRANSFORMS = ("identity", "derived", "masked", "hashed", "aggregated")
DIRECTIONS: tuple[Direction, ...] = ("in", "out")
BEHIND, BEFORE_PART, ESCAPE = "\0", "\1", "\2"
"""What stands behind each text, before each part of a name or a group, and before what stands for one of these three."""

_LARGEST = 2**32 - 1
_SEAL = 4
"""Bytes of the checksum behind all others."""

_ESCAPED = str.maketrans({BEHIND: f"{ESCAPE}0", BEFORE_PART: f"{ESCAPE}1", ESCAPE: f"{ESCAPE}2"})


class _Numbers(dict[Any, int]):
    """Gives each thing the number of its first appearance."""

    def __missing__(self, thing: object) -> int:
        self[thing] = len(self)
        return self[thing]


def written(statements: Iterable[Statement]) -> bytes:
    """The statements as bytes."""
    texts, tables, functions = _Numbers(), _Numbers(), _Numbers()
    rows = [list(_numbers(one, texts, tables, functions)) for one in statements]
    numbers = array("I", [min(number, _LARGEST) for number in (len(rows), *chain.from_iterable(rows))])
    head = HEAD.pack(FORMAT, len(numbers), len(tables), len(functions))
    return sealed(head + numbers.tobytes() + _block((*tables, *functions), texts))


def written_names(names: Iterable[TableName]) -> bytes:
    """Names of tables as bytes."""
    return _block(names, ())


def _block(groups: Iterable[tuple[str, ...]], texts: Iterable[str]) -> bytes:
    joined = ("".join(BEFORE_PART + _escaped(part) for part in group) for group in groups)
    return "".join(text + BEHIND for text in (*joined, *map(_escaped, texts))).encode(errors="surrogatepass")


def sealed(body: bytes) -> bytes:
    """The bytes with a checksum of them behind, which tells what broke on the disk."""
    return body + crc32(body).to_bytes(_SEAL, "little")


def unsealed(data: bytes) -> memoryview | None:
    """What was sealed, None where it is not what it was."""
    body = memoryview(data)[:-_SEAL]
    return body if crc32(body) == int.from_bytes(data[-_SEAL:], "little") else None


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _numbers(of: Statement, texts: _Numbers, tables: _Numbers, functions: _Numbers) -> Iterator[int]:
    yield from (of.line, of.column, texts[of.kind], FATES.index(of.fate))
    yield from map(len, (of.reasons, of.reads, of.writes, of.edges, of.influences, of.endpoints))
    yield from (tables[table] for table in (*of.reads, *of.writes))
    yield from _columns([_edge_numbers(edge, texts, tables, functions) for edge in of.edges])
    yield from _columns([(tables[a], texts[b], tables[c], line) for a, b, c, line in of.influences])
    for mention in of.endpoints:
        yield from (tables[mention.table], DIRECTIONS.index(mention.direction), texts[mention.kind])
        yield from (texts[mention.address], 0 if mention.region is None else texts[mention.region] + 1)
        yield from (tables[mention.inside] + 1 if mention.inside else 0, texts[mention.engine])
    for reason in of.reasons:
        yield from (reason.line, texts[reason.key], 2 * len(reason.values))
        yield from (texts[word] for pair in reason.values for word in pair)


def _columns(rows: list[tuple[int, ...]]) -> Iterator[int]:
    """Rows column by column, behind a number whose bits say which columns are the same in all rows and stand once."""
    if not rows:
        return
    columns = [column if len(set(column)) > 1 else column[:1] for column in zip(*rows, strict=True)]
    is_same = [len(set(column)) == 1 for column in columns]
    yield sum(1 << place for place, same in enumerate(is_same) if same)
    yield from chain.from_iterable(columns)


def _edge_numbers(of: ColumnEdge, texts: _Numbers, tables: _Numbers, functions: _Numbers) -> tuple[int, ...]:
    return (
        tables[of.source_table],
        texts[of.source_column],
        tables[of.target_table],
        texts[of.target_column],
        TRANSFORMS.index(of.transform),
        functions[of.functions],
        int(of.ambiguous),
        of.line,
        of.column,
        texts[of.source_path],
    )
