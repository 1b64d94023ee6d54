"""What an organisation's rules can say. No route, exemption or order of precedence has a place in these values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.law.provisions import Citing
from kuajing.law.situation import Condition, FactRow
from kuajing.model.articles import Article
from kuajing.model.policies import OWN, Policy


@dataclass(frozen=True, slots=True)
class Rule:
    """One demand: what it says, and the transfers it speaks of: those for which all of `when` holds.

    `met` is what they have to be; None where there are to be no such transfers at all.
    """

    id: str
    kind: str
    says: tuple[str, str]
    when: tuple[Condition, ...]
    met: Condition | None
    cites: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """An article as it stands between two days."""

    since: date
    until: date | None
    checked: date
    gloss: tuple[str, str]
    rules: tuple[Rule, ...]

    def stands_on(self, on: date) -> bool:
        """Whether it stands on a day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class OwnArticle:
    """One article of an organisation with all its editions."""

    key: str
    title: tuple[str, str]
    place: tuple[str, str]
    link: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Policies:
    """All rules of an organisation, linked; `rows` are the facts they may ask."""

    articles: tuple[OwnArticle, ...]
    rows: Mapping[str, FactRow]

    def rules_on(self, on: date) -> Iterator[tuple[str, Rule]]:
        """The rules that stand on a day, each with the key of its article, in the order of keys and files."""
        for article, edition in self._standing(on):
            yield from ((article.key, rule) for rule in edition.rules)

    def on(self, on: date) -> tuple[Policy, ...]:
        """The articles that stand on a day, for people."""
        return tuple(_told(article, edition) for article, edition in self._standing(on))

    def _standing(self, on: date) -> Iterator[tuple[OwnArticle, Edition]]:
        for article in self.articles:
            for edition in article.editions:
                if edition.stands_on(on):
                    yield article, edition


NO_POLICIES = Policies((), {})


def _told(article: OwnArticle, edition: Edition) -> Policy:
    told = Article(
        article.key,
        article.title,
        article.place,
        edition.gloss,
        edition.since,
        edition.until,
        OWN,
        edition.checked,
        article.link,
    )
    return Policy(told, tuple((rule.id, rule.says) for rule in edition.rules))
