"""A case that was written down by hand, with its verdict, for people to read."""

from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.model.articles import Article
from kuajing.model.cases import Case
from kuajing.model.reasons import Explanation
from kuajing.model.verdicts import Verdict
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class AssessedCase:
    """One case of a file: what it is called, where it stands, and where each of its facts does.

    `explanation` is None where nobody asked for it; `articles` are those of the day, by key.
    """

    title: str
    location: Location
    case: Case
    verdict: Verdict
    places: Mapping[str, Location]
    articles: Mapping[str, Article]
    explanation: Explanation | None = None
