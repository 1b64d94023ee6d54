"""The book of law: every provision with its dates, and the rules that judge a case; pure data once loaded."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from kuajing.law.dates import WrittenDate
from kuajing.law.procedure import Question, questions_on
from kuajing.law.provisions import Breach, Citing, Imposed, Provision, Version
from kuajing.law.situation import Condition, FactRow, situation_of
from kuajing.law.values import Value
from kuajing.model.articles import Article, Clock
from kuajing.model.cases import Case
from kuajing.model.truth import YES


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
    date: WrittenDate
    when: Condition
    cites: tuple[Citing, ...]


@dataclass(frozen=True, slots=True)
class LawOfDay:
    """What is asked on a day, the duties and violations by name, and the keys that a verdict may name."""

    questions: tuple[Question, ...]
    duties: tuple[Imposed, ...]
    breaches: tuple[Breach, ...]
    citable: frozenset[str]


@dataclass(frozen=True)
class LawBook:
    """All of `rules/law`, linked; the first day covered is `covered_from`.

    `gate` is what every violation needs, `clocks` are the deadlines by name, `deadlines` those that are told ahead;
    `mechanisms` by route those that it takes, with the first day of each.
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
    mechanisms: Mapping[str, tuple[tuple[str, date], ...]]

    @cached_property
    def sections(self) -> frozenset[str]:
        """The paths under which facts stand."""
        return frozenset(path[:end] for path in self.rows for end, sign in enumerate(path) if sign == ".")

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
            if touches is not None and touches.truth(situation) is YES:
                found.append(key)
        return tuple(found)

    def questions_on(self, on: date) -> tuple[Question, ...]:
        """The questions asked on a day, in order."""
        return self.law_on(on).questions

    def law_on(self, on: date) -> LawOfDay:
        """The law of a day; it is worked out once for all days between two changes."""
        period = bisect(self._changes, on)
        if period not in self._periods:
            self._periods[period] = self._law_on(on)
        return self._periods[period]

    def _law_on(self, on: date) -> LawOfDay:
        standing = [one for one in self.provisions.values() if one.in_force(on) is not None]
        versions = self.versions_on(on)
        return LawOfDay(
            tuple(questions_on(self.questions, frozenset(one.key for one in standing), on)),
            tuple(sorted((duty for one in versions for duty in one.duties), key=_by_id)),
            tuple(sorted((breach for one in versions for breach in one.violations), key=_by_id)),
            frozenset(key for key, provision in self.provisions.items() if provision.may_be_cited(on)),
        )

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which a provision or question begins or ends."""
        days = {day for one in self.questions for day in (one.since, one.until)}
        for provision in self.provisions.values():
            days |= {day for version in provision.versions for day in (version.since, version.until)}
        return sorted(day for day in days if day is not None)

    @cached_property
    def _periods(self) -> dict[int, LawOfDay]:
        """The law of the periods that were asked for, by the number of changes before them."""
        return {}


def _by_id(rule: Imposed | Breach) -> str:
    return rule.id


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
