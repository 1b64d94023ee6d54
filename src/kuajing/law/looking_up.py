"""What people look up in the law besides a single article: an instrument whole, and what changed between two days."""

from collections.abc import Iterator
from datetime import date

from kuajing.law.book import LawBook, article_of
from kuajing.law.provisions import Provision, Version
from kuajing.model.articles import ArticleChange, InstrumentPage


def instrument_keys(book: LawBook) -> tuple[str, ...]:
    """The keys of all instruments, sorted."""
    return tuple(sorted({provision.instrument.id for provision in book.provisions.values()}))


def instrument_page(key: str, on: date, book: LawBook) -> InstrumentPage | None:
    """An instrument with its articles as they stand on a day, or last stood; None for a key of none."""
    own = [provision for provision in book.provisions.values() if provision.instrument.id == key]
    if not own:
        return None
    instrument = own[0].instrument
    articles = (book.article(provision.key, on) for provision in own)
    return InstrumentPage(
        key,
        instrument.title,
        instrument.issuer,
        instrument.number,
        instrument.kind,
        instrument.adopted,
        instrument.since,
        instrument.repealed,
        instrument.link,
        tuple(article for article in articles if article is not None),
        is_draft=instrument.is_draft,
    )


def changes_between(first: date, second: date, book: LawBook) -> tuple[ArticleChange, ...]:
    """Every provision whose version on the second day is another than on the first, by key."""
    return tuple(
        change for provision in book.provisions.values() for change in _changes(provision, first, second)
    )


def first_day(key: str, book: LawBook) -> date | None:
    """The day from which a provision stands; None for a key that the book does not hold."""
    return book.provisions[key].versions[0].since if key in book.provisions else None


def _changes(provision: Provision, first: date, second: date) -> Iterator[ArticleChange]:
    before, after = _standing(provision, first), _standing(provision, second)
    if before is after:
        return
    was = None if before is None else article_of(provision, before)
    now = None if after is None else article_of(provision, after)
    if after is not None:
        yield ArticleChange("began" if before is None else "changed", after.since, was, now)
    elif before is not None and before.until is not None:
        yield ArticleChange("ended", before.until, was, now)


def _standing(provision: Provision, on: date) -> Version | None:
    """The version in force that day by its own dates: guidance began when it was given, a draft never."""
    if provision.instrument.is_draft:
        return None
    for version in provision.versions:
        if version.since <= on and (version.until is None or on < version.until):
            return version
    return None
