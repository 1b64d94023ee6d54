"""Labels as bits: which word and bit a label has, and what each effect does to the words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import assert_never

import numpy as np

from kuajing.graph.arrays import TWIN_SHIFT, WORD, WordRules
from kuajing.model.facts import Transform
from kuajing.model.labels import IMPORTANT, PERSONAL, UNKNOWN_CONTENT, Form, Label, Origin, is_personal

_COLLAPSED = 2 * TWIN_SHIFT
_WHOLE = (1 << WORD) - 1


class Effect(IntEnum):
    """What an edge does to labels; the number is its row in the transform table.

    MARK does what INFLUENCE does, from a column to the rows of its own dataset: no data moves there.
    """

    KEEP = 0
    AGGREGATE = 1
    INFLUENCE = 2
    DROP = 3
    MARK = 4


def effect_of(transform: Transform) -> Effect:
    """What a transform does to labels: only aggregation changes them, a mask or a hash is still personal."""
    match transform:
        case Transform.IDENTITY | Transform.DERIVED | Transform.MASKED | Transform.HASHED:
            return Effect.KEEP
        case Transform.AGGREGATED:
            return Effect.AGGREGATE
        case _:
            assert_never(transform)


def label_order(label: Label) -> tuple[str, str, str]:
    """What labels are sorted by."""
    return (label.category, label.origin.value, label.form.value)


@dataclass(frozen=True, slots=True, eq=False)
class LabelSpace:
    """The bits of all labels that may occur, by word.

    `labels` are all of them, sorted. `ids` is i64[words, 64]: the position in `labels` of each bit, -1 where the
    bit is not used. A direct label, its aggregate twin and the influence of its origin share a word, so that no
    edge moves a bit between words; an influence label therefore has a bit in every word that may bring it.
    """

    labels: tuple[Label, ...]
    ids: tuple[tuple[int, ...], ...]
    rules: tuple[WordRules, ...]

    @property
    def words(self) -> int:
        """How many words the labels take."""
        return len(self.rules)

    def place(self, label: Label) -> tuple[int, int]:
        """The first word and the bit of a label; raises ValueError where it cannot occur."""
        if label not in self.labels:
            raise ValueError(str(label))
        wanted = self.labels.index(label)
        return next((word, row.index(wanted)) for word, row in enumerate(self.ids) if wanted in row)

    def read(self, words: Iterable[int]) -> tuple[Label, ...]:
        """The labels of one node, given its words; sorted."""
        found = {self.ids[word][bit] for word, bits in enumerate(words) for bit in _set_bits(bits)}
        return tuple(self.labels[label] for label in sorted(found))


def label_space(own: Iterable[Label]) -> LabelSpace:
    """The space for these labels and all that edges can make of them; 30 categories and origins to a word."""
    direct = sorted({Label(label.category, label.origin) for label in own}, key=label_order)
    rows = [_row(direct[first : first + TWIN_SHIFT]) for first in range(0, len(direct), TWIN_SHIFT)] or [{}]
    labels = sorted({label for row in rows for label in row.values()}, key=label_order)
    ids = {label: position for position, label in enumerate(labels)}
    return LabelSpace(
        labels=tuple(labels),
        ids=tuple(tuple(ids[row[bit]] if bit in row else -1 for bit in range(WORD)) for row in rows),
        rules=tuple(_rules(row) for row in rows),
    )


def _row(direct: list[Label]) -> dict[int, Label]:
    """One word: direct labels from bit 0, their aggregate twins from bit 30, influences from bit 60."""
    row = dict(enumerate(direct))
    for bit, label in enumerate(direct):
        if not label.category.startswith(IMPORTANT):
            row[bit + TWIN_SHIFT] = Label(label.category, label.origin, Form.AGGREGATE)
    for number, origin in enumerate(Origin):
        if any(label.origin is origin and _can_influence(label) for label in direct):
            row[_COLLAPSED + number] = Label(PERSONAL, origin, Form.INFLUENCE)
    return row


def _can_influence(label: Label) -> bool:
    return is_personal(label.category) or label.category == UNKNOWN_CONTENT


def _rules(row: dict[int, Label]) -> WordRules:
    """The transform table of a word, one row for each effect."""
    stays = {bit for bit, label in row.items() if label.category.startswith(IMPORTANT)}
    direct = {bit for bit, label in row.items() if label.form is Form.PLAIN}
    influences = {bit for bit, label in row.items() if label.form is Form.INFLUENCE}
    keep = (_WHOLE, _bits(set(row) - direct | stays), _bits(influences), 0, _bits(influences))
    move = (0, _bits(direct - stays), 0, 0, 0)
    collapse = tuple(
        (_bits({other for other in set(row) - influences if _collapses(row[other], row[bit])}), bit)
        for bit in sorted(influences)
    )
    return WordRules(
        np.array(keep, np.uint64),
        np.array(move, np.uint64),
        np.array((False, False, True, False, True)),
        collapse,
    )


def _collapses(label: Label, influence: Label) -> bool:
    return _can_influence(label) and label.origin is influence.origin


def _set_bits(bits: int) -> Iterator[int]:
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def _bits(positions: set[int]) -> int:
    return sum(1 << position for position in positions)
