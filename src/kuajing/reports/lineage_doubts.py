"""What stayed open in the statements of a file, each doubt told once, where it is met first, with how often it is met."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kuajing.model.lineage import Statement
from kuajing.reports.lineage_speech import reason_values
from kuajing.reports.words import Words, count

Said = tuple[str, tuple[tuple[str, str], ...]]
"""The key and the values of a doubt: what makes two of them say the same."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as it is told: the line where it is met first, its words, and how many statements of the file meet it."""

    line: int
    said: Said
    times: int

    def sentences(self, words: Words) -> tuple[str, ...]:
        """The doubt in each language, with how often it is met where that is more than once."""
        texts = words.sentences(*self.said)
        if self.times == 1:
            return texts
        often = words.sentences("report.lineage.times", (("count", count(self.times)),))
        return tuple(f"{text} {note}" for text, note in zip(texts, often, strict=True))


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is told at one statement: the doubts met there first, and the lines at which its others are told."""

    first: tuple[Doubt, ...] = ()
    elsewhere: tuple[int, ...] = ()


def doubts_of(statements: Sequence[Statement]) -> Iterator[Doubts]:
    """For each statement of a file, in order, what is told at it."""
    lines: dict[Said, int] = {}
    times = _times(statements)
    for statement in statements:
        first: list[Doubt] = []
        elsewhere: dict[int, None] = {}
        for reason in statement.reasons:
            said = (reason.key, reason_values(reason))
            if said not in lines:
                lines[said] = reason.line
                first.append(Doubt(reason.line, said, times[said]))
            elif all(said != one.said for one in first):
                elsewhere[lines[said]] = None
        yield Doubts(tuple(first), tuple(elsewhere))


def _times(statements: Iterable[Statement]) -> dict[Said, int]:
    times: dict[Said, int] = {}
    for statement in statements:
        for said in {(reason.key, reason_values(reason)) for reason in statement.reasons}:
            times[said] = times.get(said, 0) + 1
    return times
