"""What is said in a picture, in the languages that were asked for."""

from collections.abc import Callable

from kuajing.model.standing import INSIDE, NOTHING_NAMED, STANDINGS
from kuajing.reports.diagram_model import Amount, Arrow, Side, Speech, is_arriving
from kuajing.reports.words import Words, count

_MOST_CATEGORIES = 4
KINDS = ("sent", "accessed", "collected")
_ARRIVING = {Side.ABROAD: "report.diagram.arrives", Side.UNKNOWN: "report.diagram.may_arrive"}


def speech_of(words: Words) -> Speech:
    """The words of a picture."""
    return Speech(
        standings={word: words.term(f"report.standing.{word}") for word in STANDINGS},
        border=words.term("report.diagram.border"),
        listed=words.listed,
        separator=words.listed(("", "")).rstrip(),
        systems=lambda number: _spoken(words, lambda one: _systems(number, one)),
        inside=lambda amount: _spoken(words, lambda one: _inside(amount, one)),
        amount=lambda amount: _spoken(words, lambda one: _amount(amount, one)),
        carried=lambda arrow: _spoken(words, lambda one: _carried(arrow, one)),
        arriving=lambda arrow, side: _spoken(words, lambda one: _arriving(arrow, side, one)),
        more=lambda number: words.term("report.diagram.more", (("count", count(number)),)),
    )


def _spoken(words: Words, said: Callable[[Words], str]) -> str:
    """What is said in each language, beside each other."""
    return " ".join(dict.fromkeys(said(one) for one in words.apart()))


def _systems(number: int, words: Words) -> str:
    key = "report.diagram.one_system" if number == 1 else "report.diagram.systems"
    return words.term(key, (("count", count(number)),))


def _amount(amount: Amount, words: Words) -> str:
    """How many columns; empty where nothing says which."""
    if not amount:
        return ""
    if amount.open:
        key = "report.diagram.columns_open" if amount.columns else "report.diagram.columns_all"
    else:
        key = "report.diagram.one_column" if amount.columns == 1 else "report.diagram.columns"
    return words.term(key, (("count", count(amount.columns)),))


def _inside(amount: Amount, words: Words) -> str:
    return words.term("report.diagram.inside", (("amount", _amount(amount, words)),))


def _carried(arrow: Arrow, words: Words) -> str:
    kinds = words.listed(words.term(f"report.move.{kind}") for kind in arrow.kinds)
    return _with_amount(kinds, arrow, words)


def _arriving(arrow: Arrow, side: Side, words: Words) -> str:
    return _with_amount(words.term(_ARRIVING[side]), arrow, words)


def _with_amount(said: str, arrow: Arrow, words: Words) -> str:
    amount = _amount(arrow.amount, words)
    return words.term("report.diagram.with_amount", (("said", said), ("amount", amount))) if amount else said


def arrow_words(arrow: Arrow, sides: dict[str, Side], speech: Speech) -> tuple[str, ...]:
    """What is written at an arrow.

    For one that leaves its standing, its data, its kinds and amount; for one that comes in that it does; else the
    amount alone.
    """
    if is_arriving(arrow, sides):
        return (speech.arriving(arrow, sides[arrow.source]),)
    if arrow.standing == INSIDE:
        return (speech.amount(arrow.amount),)
    if arrow.standing == NOTHING_NAMED:
        return tuple(words for words in (speech.standings[NOTHING_NAMED], speech.carried(arrow)) if words)
    more = len(arrow.categories) - _MOST_CATEGORIES
    data = speech.listed(arrow.categories[:_MOST_CATEGORIES]) + (f" +{more}" if more > 0 else "")
    return tuple(words for words in (speech.standings[arrow.standing], data, speech.carried(arrow)) if words)
