"""The analysis: the only thing that reports see."""

from dataclasses import dataclass
from datetime import date

from kuajing.model.articles import Article
from kuajing.model.crossings import Crossing
from kuajing.model.declaration import Declaration
from kuajing.model.estate import Estate, Labelling
from kuajing.model.facts import ReadFact
from kuajing.model.findings import Finding
from kuajing.model.policies import Policy
from kuajing.model.tally import GroupVolume, HandlerTally, LineAhead
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something is known: `known` of `total`; a floor that is declared, else None."""

    name: str
    known: int
    total: int
    floor: float | None

    @property
    def below_floor(self) -> bool:
        """Whether a floor is declared and not reached; nothing to know is no shortfall."""
        return self.floor is not None and self.total > 0 and self.known < self.floor * self.total


@dataclass(frozen=True, slots=True)
class SystemMove:
    """All moves and accesses from one system to another, for pictures: what goes and whether it leaves."""

    source: str
    target: str
    kind: str
    moves: int
    categories: tuple[str, ...]
    leaves: Truth
    standing: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found about an estate on one day, sorted; `articles` are those that the verdicts cite.

    `unknown_words` are words of the declaration that nothing knows, as `category:…` or `check:…`, with their places.
    `others` counts the files of each ending that no reader knows; `passed_over` are folders that a rule leaves out.
    `tallies` are the people of each handler this year, `lines_ahead` the lines that their pace reaches before it ends,
    `group_volumes` what handlers of one group send together and that alone would not cross a line.
    `policies` are the organisation's own articles that stand that day.
    """

    on: date
    declaration: Declaration
    estate: Estate
    labelling: Labelling
    crossings: tuple[Crossing, ...]
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Share, ...]
    read: tuple[ReadFact, ...]
    system_moves: tuple[SystemMove, ...]
    articles: tuple[Article, ...]
    unknown_words: tuple[tuple[str, Location], ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    passed_over: tuple[str, ...] = ()
    tallies: tuple[HandlerTally, ...] = ()
    lines_ahead: tuple[LineAhead, ...] = ()
    group_volumes: tuple[GroupVolume, ...] = ()
    policies: tuple[Policy, ...] = ()

    @property
    def by_key(self) -> dict[str, Article]:
        """The articles of the law and of the organisation's own rules, by key."""
        told = (*self.articles, *(policy.article for policy in self.policies))
        return {article.key: article for article in told}
