"""The book of law: every provision with its dates, and the rules that judge a case; pure data once loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kuajing.law.procedure import Question, questions_on
from kuajing.law.provisions import Citing, Provision, Version
from kuajing.law.situation import Condition, FactRow
from kuajing.law.values import Value
from kuajing.model.articles import Article


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Changed facts on which the route is worked out again; `without` leaves out a step.

    `instead`, `less` and `plus` take a count from another fact; `sets` gives values.
    """

    sets: tuple[tuple[str, Value], ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    less: tuple[tuple[str, str], ...] = ()
    plus: tuple[tuple[str, str], ...] = ()
    without: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A contested point: when it is touched, what must differ for it to matter, and the other reading."""

    id: str
    when: Condition
    hypotheses: tuple[Hypothesis, ...]
    other: str | None
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another lawful route that is no matter of dispute."""

    when: Condition
    route: str


@dataclass(frozen=True, slots=True)
class LawBook:
    """All of `rules/law`, linked. `gate` is what every violation needs; the first day covered is `covered_from`."""

    covered_from: date
    review_after: timedelta
    rows: Mapping[str, FactRow]
    provisions: Mapping[str, Provision]
    questions: tuple[Question, ...]
    gate: Condition
    citings: tuple[Citing, ...]
    flags: tuple[Flag, ...]
    alternatives: tuple[Alternative, ...]

    def articles_on(self, on: date) -> tuple[Article, ...]:
        """Every provision in force on a day, by key."""
        found = []
        for provision in self.provisions.values():
            version = provision.in_force(on)
            if version is not None:
                found.append(article_of(provision, version))
        return tuple(found)

    def article(self, key: str, on: date) -> Article | None:
        """A provision as it stands on a day, or as it last stood; None where it had not begun.

        Raises KeyError for a key that the book does not hold.
        """
        provision = self.provisions[key]
        version = provision.to_show(on)
        return None if version is None else article_of(provision, version)

    def due_for_review(self, on: date) -> tuple[Article, ...]:
        """The provisions in force on a day whose text was last checked too long before it."""
        return tuple(article for article in self.articles_on(on) if article.checked + self.review_after < on)

    def versions_on(self, on: date) -> tuple[Version, ...]:
        """The versions in force on a day, in the order of their keys."""
        found = (provision.in_force(on) for provision in self.provisions.values())
        return tuple(version for version in found if version is not None)

    def questions_on(self, on: date) -> tuple[Question, ...]:
        """The questions asked on a day, in order."""
        in_force = frozenset(
            key for key, provision in self.provisions.items() if provision.in_force(on) is not None
        )
        return tuple(questions_on(self.questions, in_force, on))


def article_of(provision: Provision, version: Version) -> Article:
    """A version of a provision as people read it."""
    return Article(
        provision.key,
        provision.instrument.title,
        provision.place,
        version.gloss,
        version.since,
        version.until,
        version.confidence,
        version.checked,
        provision.instrument.link,
    )
