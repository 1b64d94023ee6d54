"""The book of law: every provision with its dates, and the rules that judge a case; pure data once loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kuajing.law.dates import When
from kuajing.law.procedure import Question, questions_on
from kuajing.law.provisions import Citing, Provision, Version
from kuajing.law.situation import Condition, FactRow, situation_of
from kuajing.law.values import Value
from kuajing.model.articles import Article, Clock
from kuajing.model.cases import Case
from kuajing.model.truth import Truth


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
class DeadlineRule:
    """A deadline that is told ahead: to whom, which day, while what holds, and what is cited for it."""

    id: str
    about: str
    date: When
    when: Condition
    cites: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class LawBook:
    """All of `rules/law`, linked; the first day covered is `covered_from`.

    `gate` is what every violation needs, `clocks` are the deadlines by name, `deadlines` those that are told ahead.
    """

    covered_from: date
    review_after: timedelta
    rows: Mapping[str, FactRow]
    provisions: Mapping[str, Provision]
    questions: tuple[Question, ...]
    gate: Condition
    citings: tuple[Citing, ...]
    flags: tuple[Flag, ...]
    alternatives: tuple[Alternative, ...]
    clocks: Mapping[str, Clock]
    deadlines: tuple[DeadlineRule, ...]

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

    def touched(self, case: Case) -> tuple[str, ...]:
        """The articles in force that the facts of a case fall under, although no verdict turns on them, by key.

        A fact that is not known touches nothing.
        """
        situation, _ = situation_of(case, self.rows)
        found = []
        for key, provision in self.provisions.items():
            version = provision.in_force(case.on)
            touches = None if version is None else version.touches
            if touches is not None and touches.ask(situation).truth is Truth.YES:
                found.append(key)
        return tuple(found)

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
        is_draft=provision.instrument.is_draft,
        penalties=version.penalties,
        clocks=provision.clocks,
        contents=version.contents,
    )
