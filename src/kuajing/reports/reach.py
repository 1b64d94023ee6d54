"""Where data goes or comes from: by jurisdiction, system and dataset, each with the trail that shows it."""

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from kuajing.model.crossings import Hop, Reach
from kuajing.model.labels import Placement
from kuajing.model.names import ROWS
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, Span, paragraph, plain_text
from kuajing.reports.steps import Notes, aligned
from kuajing.reports.trails import column_words, how
from kuajing.reports.words import Words, count, words_for

_MOST_COLUMNS = 8
_TRAIL_INDENT = 6
_SIDES = (Truth.YES, Truth.UNKNOWN, Truth.NO)
_STYLES = {Truth.YES: "heading", Truth.NO: "violation", Truth.UNKNOWN: "unknown"}


class Found(Protocol):
    """A dataset that the answer names, with where its system stands."""

    @property
    def reach(self) -> Reach:
        """The dataset, the columns reached there, and the trail."""

    @property
    def placement(self) -> Placement:
        """Where its system stands."""


def reach_text(answer: Iterable[Found], what: str, language: str, *, forward: bool) -> str:
    """The answer to `where` (forward) or `whence`; the mainland first, then what cannot be told, then abroad."""
    words = words_for(language, {})
    found = sorted(answer, key=_order)
    values = (("what", what), ("count", count(len(found))))
    key = ("report.where" if forward else "report.whence") + ("" if found else ".nothing")
    lines: list[Line] = [*paragraph(words.sentences(key, values), 0)]
    for side, place in groupby(found, key=lambda one: (one.placement.mainland, one.placement.jurisdiction)):
        lines += [EMPTY, (_heading(side, words),)]
        for system, datasets in groupby(place, key=lambda one: one.reach.dataset.system):
            lines.append((("  ", "plain"), (visible(system), "heading")))
            for one in datasets:
                lines += _dataset(one.reach, words)
    return plain_text(lines)


def _order(one: Found) -> tuple[object, ...]:
    return (_SIDES.index(one.placement.mainland), one.placement.jurisdiction, one.reach.dataset)


def _heading(side: tuple[Truth, str], words: Words) -> Span:
    mainland, jurisdiction = side
    title = words.place(jurisdiction if mainland is not Truth.UNKNOWN else "")
    return (title, _STYLES[mainland])


def _dataset(reach: Reach, words: Words) -> list[Line]:
    path, named = visible(".".join(reach.dataset.path)), _columns(reach, words)
    parts: tuple[Span, ...] = ((path, "plain"), (f"  ({named})" if named else "", "quiet"))
    if not path:
        parts = ((named, "quiet"),)
    return [(("    ", "plain"), *parts), *_trail(reach.trail, words)]


def _columns(reach: Reach, words: Words) -> str:
    """The columns that are reached; that it decides which rows there are comes last."""
    columns = [visible(column.column) for column in reach.columns if column.column != ROWS]
    more = f" +{count(len(columns) - _MOST_COLUMNS)}" if len(columns) > _MOST_COLUMNS else ""
    named = words.listed(columns[:_MOST_COLUMNS]) + more
    chosen = [words.term("report.where.rows")] if len(columns) < len(reach.columns) else []
    return words.joined((*((named,) if named else ()), *chosen))


def _trail(trail: tuple[Hop, ...], words: Words) -> list[Line]:
    if not trail:
        return []
    names = [column_words(trail[0].source, words)]
    names += [f"→ {column_words(hop.target, words)}" for hop in trail]
    places = ["", *(visible(str(hop.location)) for hop in trail)]
    notes: list[Notes] = [(), *(((how(hop, words), "quiet"),) for hop in trail)]
    steps = aligned(names, places, notes, WIDTH - _TRAIL_INDENT, "quiet")
    return [((" " * _TRAIL_INDENT, "plain"), *line) for line in steps]
