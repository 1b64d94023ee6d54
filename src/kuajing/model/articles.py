"""Articles as they are cited and explained to people."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Penalty:
    """What may follow where a breach is found, in figures.

    `who` and `when` are words: for whom, in which case. `least` and `most` are yuan, None where there is no such
    bound; `turnover` is the most in percent of last year's turnover; `gain` the least and most times the gain, from a
    gain of `gain_from` up; `years` the least and most of imprisonment. `also` are measures that are no fine.
    `confidence` is that of these figures.
    """

    who: str
    when: str
    least: int | None
    most: int | None
    turnover: int | None
    gain: tuple[int, int] | None
    gain_from: int | None
    years: tuple[int, int] | None
    also: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline 期限: what starts it, what is asked, and how long it runs.

    `runs` is `after` or `before` the start; `unit` is working_days, months or years, or `each_year` with the day in
    `length` as month times a hundred plus day. `keys` are the articles that set it.
    """

    id: str
    starts: tuple[str, str]
    asks: tuple[str, str]
    runs: str
    unit: str
    length: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """One thing that a document or notice must hold, with a word for it; `confidence` as of an article."""

    id: str
    name: tuple[str, str]
    confidence: str


@dataclass(frozen=True, slots=True)
class ZoneList:
    """A list of a free trade zone 负面清单: its area, edition and reach, since when, for which fields.

    `since` is None where no day of its publication is known; `excludes` are the facts of handlers whom it leaves out.
    """

    area: str
    edition: tuple[str, str]
    reach: str
    since: date | None
    sectors: tuple[tuple[str, str], ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One citable rule as it stands on a day.

    `key` is the citation key; `title` is the instrument, `place` the article, paragraph and item inside it, `gloss`
    what it says in our own words, each (English, Chinese). `confidence` is OFF, COM, MEM or INF; `until` is None
    while it is in force. A draft is in force on no day: its `since` is the day it was published.
    """

    key: str
    title: tuple[str, str]
    place: tuple[str, str]
    gloss: tuple[str, str]
    since: date
    until: date | None
    confidence: str
    checked: date
    link: str
    is_draft: bool = False
    penalties: tuple[Penalty, ...] = ()
    clocks: tuple[Clock, ...] = ()
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One rule that is not the same on two days: `began`, `ended` or `changed`, on the day named."""

    kind: str
    day: date
    before: Article | None
    after: Article | None

    @property
    def article(self) -> Article:
        """The rule as it stands later, or as it last stood."""
        article = self.after or self.before
        if article is None:
            raise ValueError("a change is one of some article")
        return article


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument as people look it up, with its articles on a day; texts are (English, Chinese).

    A draft is in force on no day: its `since` is the day it was published.
    """

    key: str
    title: tuple[str, str]
    issuer: tuple[str, str]
    number: str
    kind: str
    adopted: date | None
    since: date
    until: date | None
    link: str
    articles: tuple[Article, ...]
    is_draft: bool = False
