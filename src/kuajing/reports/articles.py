"""Articles of the law as people read them: one in full, or all of a day in a list."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import TypeAlias

from kuajing.model.articles import Article, InstrumentPage
from kuajing.reports.article_data import data_rows
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, plain_text, styled
from kuajing.reports.words import Words, words_for

_ONE_DAY = timedelta(days=1)
_Rows: TypeAlias = Mapping[str, tuple[str, tuple[str, ...]]]
"""Rows by name, each with its label and its lines."""


def article_text(article: Article, language: str) -> str:
    """One article: where it stands, what it says in our words, since when, how sure and how fresh that is."""
    words = words_for(language, {})
    return plain_text(_page(article, article_heads(article, words), _article_rows(article, words), words))


def whole_text(page: InstrumentPage, article: Article, language: str) -> str:
    """An instrument that is held as one article, both on one page."""
    words = words_for(language, {})
    rows = {**_instrument_rows(page, words), **_article_rows(article, words)}
    return plain_text(_page(article, words.each(page.title), rows, words))


def _page(article: Article, heads: Iterable[str], rows: _Rows, words: Words) -> list[Line]:
    lines: list[Line] = [((article.key, "heading"),)]
    lines += paragraph(heads, 2, "heading")
    lines += [EMPTY, *paragraph(words.each(article.gloss), 2), EMPTY]
    return [*lines, *_row_lines(rows)]


def _row_lines(rows: _Rows) -> Iterator[Line]:
    """The rows that have something to tell, their labels in one column."""
    width = max(map(cells, (label for label, _ in rows.values())))
    for label, texts in rows.values():
        if any(texts):
            yield from entry(label, width, 2, styled(texts, WIDTH - width - 4))


def _article_rows(article: Article, words: Words) -> _Rows:
    rows = {
        **dict(data_rows(article, words)),
        "in_force": words.sentences(*_in_force(article)),
        "confidence": words.sentences(f"report.confidence.{article.confidence}"),
        "checked": (article.checked.isoformat(),),
        "link": (visible(article.link),),
    }
    return {row: (words.term(f"report.article.{row}"), tuple(texts)) for row, texts in rows.items()}


def _instrument_rows(page: InstrumentPage, words: Words) -> _Rows:
    rows = {
        "issuer": tuple(dict.fromkeys(words.each(page.issuer))),
        "number": (visible(page.number),) if page.number else (),
        "kind": words.sentences(f"instrument.kinds.{page.kind}"),
        "adopted": (page.adopted.isoformat(),) if page.adopted else (),
        "in_force": words.sentences(*_in_force(page)),
        "link": (visible(page.link),) if page.link else words.sentences("report.article.no_link"),
    }
    return {row: (words.term(f"instrument.{row}"), tuple(texts)) for row, texts in rows.items()}


def article_heads(article: Article, words: Words) -> tuple[str, ...]:
    """The instrument and the place in it, once in each language; a whole instrument has no place."""
    heads = []
    for one in words.apart():
        title, place = one.pair(article.title), one.pair(article.place)
        values = (("title", title), ("place", place))
        heads.append(one.term("report.article.head", values) if place else title)
    return tuple(heads)


def articles_text(articles: Iterable[Article], on: date, language: str, *, due: bool = False) -> str:
    """The articles of a day, or those due for review on it, under their instruments, sorted by title and key."""
    words = words_for(language, {})
    ordered = sorted(articles, key=lambda article: (article.title, in_key_order(article.key)))
    values = (("on", on.isoformat()), ("count", str(len(ordered))))
    head = "report.articles" if not due else "report.articles_due" if ordered else "report.no_articles_due"
    lines: list[Line] = [*paragraph(words.sentences(head, values), 0, "heading")]
    width = max((cells(article.key) for article in ordered), default=0)
    for title, group in groupby(ordered, key=lambda article: article.title):
        lines += [EMPTY, ((words.pair(title), "heading"),)]
        for article in group:
            lines += entry(article.key, width, 2, _in_short(article, words, WIDTH - width - 4))
    return plain_text(lines)


def instrument_text(page: InstrumentPage, on: date, language: str) -> str:
    """An instrument: who issued it and when it stands, then its articles on a day."""
    words = words_for(language, {})
    lines: list[Line] = [((page.key, "heading"),), *paragraph(words.each(page.title), 2, "heading"), EMPTY]
    lines += _row_lines(_instrument_rows(page, words))
    values = (("on", on.isoformat()), ("count", str(len(page.articles))))
    lines += [EMPTY, *paragraph(words.sentences("instrument.articles", values), 0, "heading")]
    keys = max((cells(article.key) for article in page.articles), default=0)
    for article in sorted(page.articles, key=lambda one: in_key_order(one.key)):
        lines += entry(article.key, keys, 2, _in_short(article, words, WIDTH - keys - 4))
    return plain_text(lines)


def _in_short(article: Article, words: Words, room: int) -> tuple[Line, ...]:
    texts = []
    for one in words.apart():
        place, gloss = one.pair(article.place), one.pair(article.gloss)
        texts.append(
            one.term("report.article.short", (("place", place), ("gloss", gloss))) if place else gloss
        )
    return styled(texts, room)


def _in_force(article: Article | InstrumentPage) -> tuple[str, tuple[tuple[str, str], ...]]:
    since = ("since", article.since.isoformat())
    if article.is_draft:
        return "report.article.draft", (since,)
    if article.until is None:
        return "report.article.since", (since,)
    return "report.article.between", (since, ("until", (article.until - _ONE_DAY).isoformat()))


def in_key_order(key: str) -> tuple[tuple[bool, int, str], ...]:
    """A key so that article 10 follows article 9."""
    parts = "".join(sign if sign.isdigit() else f"\0{sign}\0" for sign in key).split("\0")
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)
