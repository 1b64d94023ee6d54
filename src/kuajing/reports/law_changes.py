"""What changed in the law between two days, and which transfers it judges otherwise, as text."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

from kuajing.model.analysis import Analysis
from kuajing.model.articles import ArticleChange
from kuajing.model.transfers import Judgement
from kuajing.model.verdicts import Verdict
from kuajing.reports.articles import in_key_order
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, styled
from kuajing.reports.words import Names, Words, count, words_for

_ROWS = ("route", "violations", "duties")
_STYLES = {"began": "met", "ended": "violation", "changed": "notice"}


def law_changes_lines(
    changes: Iterable[ArticleChange], first: date, second: date, language: str
) -> Iterator[Line]:
    """The provisions that changed, under their instruments: since when, and what they say before and now."""
    words = words_for(language, {})
    ordered = sorted(changes, key=lambda one: (one.article.title, in_key_order(one.article.key)))
    key = "law_diff.provisions" if ordered else "law_diff.no_provisions"
    values = (("first", first.isoformat()), ("second", second.isoformat()), ("count", str(len(ordered))))
    yield from paragraph(words.sentences(key, values), 0, "heading")
    width = max((cells(one.article.key) for one in ordered), default=0)
    for title, group in groupby(ordered, key=lambda one: one.article.title):
        yield EMPTY
        yield ((words.pair(title), "heading"),)
        for change in group:
            yield from entry(change.article.key, width, 2, _change(change, words, WIDTH - width - 4))


def _change(change: ArticleChange, words: Words, room: int) -> tuple[Line, ...]:
    since = words.sentences(f"law_diff.{change.kind}", (("day", change.day.isoformat()),))
    lines = list(styled(since, room, _STYLES[change.kind]))
    for one in words.apart():
        for name, article in (("before", change.before), ("now", change.after)):
            if article is None:
                continue
            gloss = one.pair(article.gloss)
            told = one.term(f"law_diff.{name}", (("gloss", gloss),)) if change.kind == "changed" else gloss
            lines += styled((told,), room)
    return tuple(lines)


def verdict_changes_lines(first: Analysis, second: Analysis, language: str, names: Names) -> Iterator[Line]:
    """The transfers of an estate that the law of the second day judges otherwise than that of the first."""
    words = words_for(language, names)
    before = {one.transfer.id: one for one in first.judgements}
    after = {one.transfer.id: one for one in second.judgements}
    both = sorted(before | after)
    told = [(name, tuple(_rows(before.get(name), after.get(name), words))) for name in both]
    otherwise = [(name, rows) for name, rows in told if rows]
    values = (
        ("first", first.on.isoformat()),
        ("second", second.on.isoformat()),
        ("count", count(len(otherwise))),
        ("all", count(len(both))),
    )
    yield from paragraph(words.sentences("law_diff.verdicts", values), 0, "heading")
    width = max(cells(words.term(f"law_diff.{row}")) for row in _ROWS)
    for name, rows in otherwise:
        yield EMPTY
        yield ((visible(name), "heading"),)
        for row, texts in rows:
            label = words.term(f"law_diff.{row}")
            yield from entry(label, width, 2, styled(texts, WIDTH - width - 4))


def _rows(
    before: Judgement | None, after: Judgement | None, words: Words
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What differs between two verdicts on one transfer, row by row."""
    if before is None or after is None:
        key = "law_diff.new_transfer" if before is None else "law_diff.old_transfer"
        yield "route", _each(words, lambda one: one.term(key, _routes(before, after, one)))
        return
    was, now = before.verdict, after.verdict
    if (was.route, was.possible, was.exemption) != (now.route, now.possible, now.exemption):
        yield "route", _each(words, lambda one: one.term("law_diff.from_to", _routes(before, after, one)))
    for row, area, old, new in (
        ("violations", "violation", {one.id for one in was.violations}, {one.id for one in now.violations}),
        ("duties", "duty", {one.id for one in was.duties}, {one.id for one in now.duties}),
    ):
        moved = [("added", name) for name in sorted(new - old)] + [
            ("gone", name) for name in sorted(old - new)
        ]
        if moved:
            yield row, tuple(text for key, name in moved for text in _moved(words, key, area, name))


def _moved(words: Words, key: str, area: str, name: str) -> tuple[str, ...]:
    return _each(words, lambda one: one.term(f"law_diff.{key}", (("named", one.word(area, name)),)))


def _routes(before: Judgement | None, after: Judgement | None, words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("before", "" if before is None else _route(before.verdict, words)),
        ("after", "" if after is None else _route(after.verdict, words)),
    )


def _route(verdict: Verdict, words: Words) -> str:
    told = words.word("route", verdict.route)
    if verdict.possible:
        return words.placed(told, words.words("route", verdict.possible))
    return words.placed(told, verdict.exemption) if verdict.exemption else told


def _each(words: Words, said: Callable[[Words], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said(one) for one in words.apart()))
