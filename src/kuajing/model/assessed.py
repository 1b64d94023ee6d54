"""A case that was written down by hand, with its verdict, for people to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kuajing.model.articles import Article
from kuajing.model.cases import Case
from kuajing.model.clashes import Clash
from kuajing.model.reasons import Explanation
from kuajing.model.verdicts import Verdict
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class AssessedCase:
    """One case of a file: what it is called, where it stands, and where each of its facts does.

    `strange` are facts that the law does not ask for, each with the nearest that it does. `articles` are those of the day, by
    key; `explanation` is None where nobody asked for it; `clashes` are facts that contradict each other;
    `odd_words` facts whose word nobody knows, each with the one that was probably meant, or nothing.
    """

    title: str
    location: Location
    case: Case
    verdict: Verdict
    places: Mapping[str, Location]
    strange: Mapping[str, str]
    articles: Mapping[str, Article]
    explanation: Explanation | None = None
    clashes: tuple[Clash, ...] = ()
    odd_words: Mapping[str, str] = field(default_factory=dict)
