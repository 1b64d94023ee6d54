"""The law's own examples: how they are read, and what an answer does not give of what an example says.

An example stands beside its article in `*.cases.yaml` and says only what differs from `usual.cases.yaml`. Of `expected` the
route, the exemption, violations, flags, alternatives and routes still possible are whole; `unsettled` is whole where it is
said; duties, citations, `articles` (whose own condition holds), `met` and `not_met` (duties that are, or are not, shown to
be met) must all be among those given; `grounds` names duties and violations, each with all that is cited for it; `must_not` names what may not be, as `duty:`, `citation:`, `violation:`, `article:`.
"""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kuajing.law import LawBook, assess
from kuajing.law.essential import outcomes
from kuajing.law.intake import read_case
from kuajing.law.procedure import Procedure
from kuajing.law.situation import Condition, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict
from kuajing.source.packaged import packaged_files, packaged_yaml

ENDING = ".cases.yaml"
KEYS = {"id", "title", "as_of", "facts", "expected"}
EXPECTED = {
    "route",
    "exemption",
    "duties",
    "violations",
    "citations",
    "flags",
    "alternatives",
    "possible",
    "unsettled",
    "articles",
    "met",
    "not_met",
    "grounds",
    "must_not",
}
_WHOLE = ("violations", "flags", "alternatives", "possible")
_BARRED = {"duty": "duties", "citation": "citations", "violation": "violations", "article": "articles"}
_IF_SAID = ("unsettled", "all_duties")


@dataclass(frozen=True, slots=True)
class Given:
    """What a book gives for a case, by the words in which an example says what it expects."""

    verdict: Verdict
    case: Case
    book: LawBook

    def names(self, word: str) -> set[str]:
        """The names that stand under a word of `expected`."""
        match word:
            case "duties" | "all_duties":
                return {duty.id for duty in self.verdict.duties}
            case "met" | "not_met":
                wanted = Truth.YES if word == "met" else Truth.NO
                return {duty.id for duty in self.verdict.duties if duty.met is wanted}
            case "violations":
                return {violation.id for violation in self.verdict.violations}
            case "flags":
                return set(self.verdict.contested_points)
            case "articles":
                return set(articles_that_hold(self.case, self.book))
            case _:
                named: tuple[str, ...] = getattr(self.verdict, word)
                return set(named)

    def grounds(self, name: str) -> set[str]:
        """What is cited for a duty or a violation."""
        duties = {key for duty in self.verdict.duties if duty.id == name for key in duty.citations}
        breaches = (breach for breach in self.verdict.violations if breach.id == name)
        return duties.union(*(breach.citations for breach in breaches))


def case_files() -> list[str]:
    """The files of examples beside articles."""
    return [path for path in packaged_files("law", ENDING) if path.count("/") > 1]


@cache
def cases_of(path: str) -> tuple[dict[str, Any], ...]:
    """The examples of a file, each with the facts that all start from."""
    cases: Any = packaged_yaml(path).plain()
    return tuple({**case, "facts": merged(usual(), case["facts"])} for case in cases)


@cache
def usual() -> dict[str, Any]:
    """The facts that every example starts from."""
    facts: Any = packaged_yaml("law/usual.cases.yaml").plain()
    return dict(facts)


def merged(usual_facts: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Facts with those that are said in their place, area by area."""
    facts = dict(copy.deepcopy(usual_facts))
    for key, value in said.items():
        inner = facts.get(key)
        facts[key] = merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return facts


def read(line: Mapping[str, Any], book: LawBook) -> Case:
    """The case that an example tells; raises CaseFaults."""
    return read_case({key: line[key] for key in ("id", "as_of", "facts")}, book)


def faults(case: Case, expected: Mapping[str, Any], book: LawBook) -> list[str]:
    """What a book's answer does not give of what an example says."""
    verdict = assess(case, book)
    given = Given(verdict, case, book)
    found = [
        f"{word}: {told}, expected {expected[word]}"
        for word, told in (("route", verdict.route), ("exemption", verdict.exemption))
        if told != expected[word]
    ]
    if found:
        return found
    words = (*_WHOLE, *(word for word in _IF_SAID if word in expected))
    found += [
        f"{word}: {sorted(given.names(word))}, expected {sorted(expected.get(word, ()))}"
        for word in words
        if given.names(word) != set(expected.get(word, ()))
    ]
    for word in ("duties", "citations", "articles", "met", "not_met"):
        lacking = set(expected[word]) - given.names(word) if word in expected else ()
        found += [f"{word}: no {name}" for name in sorted(lacking)]
    for name, keys in expected.get("grounds", {}).items():
        if given.grounds(name) != set(keys):
            found.append(f"grounds of {name}: {sorted(given.grounds(name))}, expected {sorted(keys)}")
    for bar in expected.get("must_not", ()):
        kind, _, name = bar.partition(":")
        if name in given.names(_BARRED[kind]):
            found.append(f"must not: {bar}")
    return found


def articles_that_hold(case: Case, book: LawBook) -> Iterator[str]:
    """The articles in force that day whose own condition holds in every outcome still possible."""
    seen = situations(case, book)
    for key, provision in book.provisions.items():
        version = provision.in_force(case.on)
        if version is not None and version.when is not None and _always(version.when, seen):
            yield key


def _always(condition: Condition, seen: tuple[Situation, ...]) -> bool:
    return all(condition.ask(one).truth is Truth.YES for one in seen)


def situations(case: Case, book: LawBook) -> tuple[Situation, ...]:
    """The situation of a case under each outcome still possible."""
    situation, _ = situation_of(case, book.rows)
    root = Procedure(book.questions_on(situation.on), situation).run()
    return tuple(
        situation.with_values(facts).under(outcome) for outcome, facts in outcomes(root, situation).items()
    )
