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
