"""Integer arrays of a graph: its edges by source and by target, and what each kind of edge does to label bits."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = NDArray[np.uint64]
Bytes: TypeAlias = NDArray[np.uint8]
Ids: TypeAlias = NDArray[np.uint32]
Flags: TypeAlias = NDArray[np.bool_]
Positions: TypeAlias = NDArray[np.int64]

WORD = 64
TWIN_SHIFT = 30
"""How far a bit moves when an edge weakens it: from 0..29 to 30..59; 60..63 are left for collapsed bits."""

_ONE = np.uint64(1)
_SHIFT = np.uint64(TWIN_SHIFT)
_DIGIT = 16


def group(keys: Ids, groups: int) -> tuple[Positions, Positions]:
    """Positions of `keys` by group, in their own order inside each, and where each group starts: i64[groups + 1].

    Two passes over 16-bit digits: numpy sorts those by counting, five times faster than it sorts whole numbers.
    """
    order = np.argsort(keys.astype(np.uint16), kind="stable")
    if groups > 1 << _DIGIT:
        order = order[np.argsort((keys >> np.uint32(_DIGIT)).astype(np.uint16)[order], kind="stable")]
    start = np.zeros(groups + 1, np.int64)
    np.cumsum(np.bincount(keys, minlength=groups), out=start[1:])
    return order, start


def expand(start: Positions, nodes: Positions) -> tuple[Positions, Positions]:
    """Positions of all edges of `nodes` in their order, and for each the index into `nodes` of its owner."""
    first = start[nodes]
    counts = start[nodes + 1] - first
    owning = np.flatnonzero(counts)
    ends = np.cumsum(counts[owning])
    total = int(ends[-1]) if len(ends) else 0
    # Counting marks is twice as fast as np.repeat, which looks at every count anew.
    marks = np.zeros(total, np.int8)
    marks[ends[:-1]] = 1
    run = np.cumsum(marks, dtype=np.int64)
    offsets = first[owning]
    offsets[1:] -= ends[:-1]
    return offsets[run] + np.arange(total), owning[run]


def lowest_bit(bits: Bits) -> Positions:
    """The number of the lowest set bit of each word; none may be empty."""
    lowest = bits & (~bits + _ONE)
    return np.asarray(np.frexp(lowest.astype(np.float64))[1], np.int64) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The edges of a graph of `nodes` nodes, parallel ones kept.

    `source`, `target` and `transform` are indexed by edge id. `out_*` hold the same edges by source, `in_*` by
    target, each in the order of the ids inside a node; `*_start` is i64[nodes + 1].
    """

    nodes: int
    source: Ids
    target: Ids
    transform: Bytes
    out_start: Positions
    out_edge: Positions
    out_target: Ids
    out_transform: Bytes
    in_start: Positions
    in_edge: Positions
    in_source: Ids
    in_transform: Bytes

    def __len__(self) -> int:
        return len(self.source)


def build_edges(nodes: int, source: Ids, target: Ids, transform: Bytes) -> Edges:
    """The edges sorted both ways; an edge's id is its position in the three arrays."""
    out_edge, out_start = group(source, nodes)
    in_edge, in_start = group(target, nodes)
    return Edges(
        nodes=nodes,
        source=source,
        target=target,
        transform=transform,
        out_start=out_start,
        out_edge=out_edge,
        out_target=target[out_edge],
        out_transform=transform[out_edge],
        in_start=in_start,
        in_edge=in_edge,
        in_source=source[in_edge],
        in_transform=transform[in_edge],
    )


@dataclass(frozen=True, slots=True, eq=False)
class WordRules:
    """What each transform does to one 64-bit word of labels.

    f(S) = (S & keep) | (S & move) << TWIN_SHIFT | collapsed, where `collapsed` holds, for each (mask, bit) of
    `collapse`, the bit if S meets the mask, and only under the transforms in `collapses`. `keep` and `move` are
    u64[T], `collapses` bool[T], T <= 255. Transform 0 keeps everything. f of a union is the union of both f: that
    is why rounds of new bits reach the least fixpoint.
    """

    keep: Bits
    move: Bits
    collapses: Flags
    collapse: tuple[tuple[int, int], ...] = ()

    def apply(self, bits: Bits, transforms: Bytes) -> None:
        """Pass each word through its transform, in place."""
        # Most edges keep everything and are not touched; comparing first makes the search for the others fast.
        changed = np.flatnonzero(transforms != 0)
        if not len(changed):
            return
        before, transform = bits[changed], transforms[changed]
        after = before & self.move[transform]
        after <<= _SHIFT
        after |= before & self.keep[transform]
        if self.collapse:
            self._collapse(before, transform, after)
        bits[changed] = after

    def _collapse(self, before: Bits, transform: Bytes, after: Bits) -> None:
        where = np.flatnonzero(self.collapses[transform])
        words = before[where]
        for mask, bit in self.collapse:
            after[where[(words & np.uint64(mask)) != 0]] |= _ONE << np.uint64(bit)

    def preimages(self) -> Bits:
        """u64[T, 64]: for a transform and a bit, the bits that it makes into that one."""
        bit = np.arange(WORD, dtype=np.uint64)
        kept = self.keep[:, None] & (_ONE << bit)
        moved = np.zeros((len(self.keep), WORD), np.uint64)
        moved[:, TWIN_SHIFT:] = self.move[:, None] & (_ONE << bit[:-TWIN_SHIFT])
        result = kept | moved
        for mask, target in self.collapse:
            result[self.collapses, target] |= np.uint64(mask)
        return np.asarray(result, np.uint64)
