"""Articles as they are cited and explained to people."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One citable rule as it stands on a day.

    `key` is the citation key; `title` is the instrument, `place` the article, paragraph and item inside it, `gloss`
    what it says in our own words, each (English, Chinese). `confidence` is OFF, COM, MEM or INF; `until` is None
    while it is in force.
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
    """An instrument as people look it up, with its articles on a day; texts are (English, Chinese)."""

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
