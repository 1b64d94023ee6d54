"""What stayed open in the statements of a file, each doubt told once, where it is met first, with the lines where it is met again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kuajing.model.lineage import Statement
from kuajing.reports.lineage_speech import reason_values, told
from kuajing.reports.words import Words

Said = tuple[str, tuple[tuple[str, str], ...]]
"""The key and the values of a doubt: what makes two of them say the same."""

_MOST_LINES = 12
_OF_TABLES = frozenset({"unread.sql_unknown_columns", "unread.sql_target_columns_unknown"})
"""Doubts that may be told of several tables in one sentence."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as it is told: the line where it is met first, its words, and the lines where it is met again.

    `others` are the values of doubts that differ from it by a table alone.
    """

    line: int
    said: Said
    again: tuple[int, ...] = ()
    others: tuple[str, ...] = ()

    def sentences(self, words: Words) -> tuple[str, ...]:
        """The doubt in each language, with how often it is met where that is more than once."""
        key, values = self.said
        joined = tuple((name, words.listed((told(value), *map(told, self.others)))) for name, value in values)
        texts = words.sentences(key, joined)
        if not self.again:
            return texts
        more = "" if len(self.again) <= _MOST_LINES else " …"
        lines = words.listed(map(str, self.again[:_MOST_LINES])) + more
        often = words.sentences("report.lineage.again", (("lines", lines),))
        return tuple(f"{text} {note}" for text, note in zip(texts, often, strict=True))


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is told at one statement: the doubts met there first, and the lines at which its others are told."""

    first: tuple[Doubt, ...] = ()
    elsewhere: tuple[int, ...] = ()


def doubts_of(statements: Sequence[Statement]) -> Iterator[Doubts]:
    """For each statement of a file, in order, what is told at it."""
    lines: dict[Said, int] = {}
    met = _met(statements)
    for statement in statements:
        first: list[Doubt] = []
        elsewhere: dict[int, None] = {}
        for reason in statement.reasons:
            said = (reason.key, reason_values(reason))
            if said not in lines:
                lines[said] = reason.line
                first.append(Doubt(reason.line, said, met[said][1:]))
            elif all(said != one.said for one in first):
                elsewhere[lines[said]] = None
        yield Doubts(tuple(_joined(first)), tuple(elsewhere))


def _joined(doubts: Iterable[Doubt]) -> Iterable[Doubt]:
    """The doubts of a statement, those that differ by a table alone made one."""
    joined: dict[object, Doubt] = {}
    for doubt in doubts:
        key, values = doubt.said
        alike = (key, doubt.again) if key in _OF_TABLES and len(values) == 1 else doubt.said
        before = joined.get(alike)
        joined[alike] = replace(before, others=(*before.others, values[0][1])) if before else doubt
    return joined.values()


def _met(statements: Iterable[Statement]) -> dict[Said, tuple[int, ...]]:
    """The line of each statement that meets a doubt, in order."""
    met: dict[Said, tuple[int, ...]] = {}
    for statement in statements:
        for said in {(reason.key, reason_values(reason)) for reason in statement.reasons}:
            met[said] = (*met.get(said, ()), statement.line)
    return met
