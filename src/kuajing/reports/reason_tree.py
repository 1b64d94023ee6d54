"""A question of law as a tree: each condition with its answer, what is on record, and where that was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.model.reasons import Reason
from kuajing.model.truth import Truth
from kuajing.reports.characters import cells, wrapped
from kuajing.reports.reason_words import condition_words
from kuajing.reports.spans import WIDTH, Line
from kuajing.reports.speaking import STYLES, Speaking
from kuajing.reports.words import Words

_BRANCH, _LAST, _DOWN, _BLANK = "├─ ", "└─ ", "│  ", "   "
_NARROWEST = 34


@dataclass(frozen=True, slots=True)
class _Row:
    """A condition as it is told: its own or its contrary, with the answer to what is told."""

    reason: Reason
    is_negated: bool

    @property
    def answer(self) -> Truth:
        return ~self.reason.answer if self.is_negated else self.reason.answer


def tree_lines(reason: Reason, speaking: Speaking, indent: int) -> Iterator[Line]:
    """The tree below a question; all of it where the reader asked for everything, else only what decides.

    The article that the question itself names is not told again.
    """
    row = _told(reason)
    is_plain = row.reason.function in {"all", "any", "article"} and not row.is_negated
    below = _below(row, speaking) if is_plain else ()
    yield from _rows(below or (row,), speaking, " " * indent)


def facts_of(reason: Reason) -> Iterator[tuple[str, str]]:
    """The facts on which a tree's answer turns, in the order in which they are asked."""
    yield from reason.facts
    for part in reason.deciding:
        yield from facts_of(part)


def _rows(rows: Iterable[_Row], speaking: Speaking, before: str) -> Iterator[Line]:
    listed = tuple(rows)
    for number, row in enumerate(listed, 1):
        is_last = number == len(listed)
        below = _below(row, speaking)
        ahead = before + (_BLANK if is_last else _DOWN)
        yield from _lines(
            row, speaking, before + (_LAST if is_last else _BRANCH), ahead, has_more=bool(below)
        )
        yield from _rows(below, speaking, ahead)


def _lines(row: _Row, speaking: Speaking, first: str, ahead: str, *, has_more: bool) -> Iterator[Line]:
    """A condition as lines: once in each language, with where its facts were said."""
    label = speaking.words.truth(row.answer)
    width = max(cells(speaking.words.truth(answer)) for answer in (Truth.YES, Truth.NO, row.answer))
    label += " " * (width - cells(label) + 2)
    hang = ahead + (_DOWN if has_more else _BLANK)
    hang += " " * (cells(first) + width + 2 - cells(hang))
    room = max(WIDTH - cells(hang), _NARROWEST)
    spans: list[Line] = []
    for one in speaking.words.apart():
        texts = [(_words(row, speaking, one), "plain"), (_where(row.reason, speaking, one), "place")]
        spans += _flowing([text for text in texts if text[0]], room)
    for number, line in enumerate(spans):
        if number == 0:
            yield ((first, "quiet"), (label, STYLES[row.answer]), *line)
        else:
            yield ((hang, "quiet"), *line)


def _flowing(texts: list[tuple[str, str]], room: int) -> list[Line]:
    """Texts of several styles after each other, on one line where they fit, else each on lines of its own."""
    if sum(cells(text) for text, _ in texts) + 2 * (len(texts) - 1) <= room:
        line: list[tuple[str, str]] = []
        for text, style in texts:
            line += [("  ", "plain"), (text, style)] if line else [(text, style)]
        return [tuple(line)]
    return [((part, style),) for text, style in texts for part in wrapped(text, room)]


def _words(row: _Row, speaking: Speaking, words: Words) -> str:
    reason = row.reason
    if reason.function == "article":
        key = "reason.article_not" if row.is_negated else "reason.article"
        return words.term(key, (("place", speaking.within(reason.words[0], words)),))
    return condition_words(reason, words, speaking.parties(words), is_negated=row.is_negated)


def _where(reason: Reason, speaking: Speaking, words: Words) -> str:
    """Where the facts of a condition were said, in one language."""
    if not reason.facts:
        return ""
    told = dict.fromkeys(speaking.said(path, value).told(words) for path, value in reason.facts)
    return "← " + words.joined(told)


def _below(row: _Row, speaking: Speaking) -> tuple[_Row, ...]:
    """The conditions told under a row; what only joins conditions that the row above holds together is passed over."""
    reason = row.reason
    told = tuple(_told(part) for part in (reason.parts if speaking.full else reason.deciding))
    if row.is_negated and reason.function in {"named", "article"}:
        told = tuple(_Row(one.reason, is_negated=not one.is_negated) for one in told)
    if speaking.full:
        return told
    told = tuple(_shortest(one, speaking) for one in told)
    if len(told) == 1 and reason.function in {"named", "article"} and _is_join(told[0]):
        return _below(told[0], speaking)
    return told


def _shortest(row: _Row, speaking: Speaking) -> _Row:
    """A row that stands for one other says no more than that one does: a join of one, a name for one question."""
    if row.reason.function not in {"all", "any", "named"}:
        return row
    below = _below(row, speaking)
    if len(below) == 1 and (row.reason.function != "named" or not _has_parts(below[0])):
        return below[0]
    return row


def _is_join(row: _Row) -> bool:
    return row.reason.function in {"all", "any"}


def _has_parts(row: _Row) -> bool:
    return bool(row.reason.parts) or not row.reason.facts


def _told(reason: Reason) -> _Row:
    """A condition without the words that only turn it round or ask for certainty."""
    if reason.function == "not":
        inner = _told(reason.parts[0])
        return _Row(inner.reason, is_negated=not inner.is_negated)
    if reason.function == "shown":
        return _told(reason.parts[0])
    return _Row(reason, is_negated=False)
