"""The examples judged by the law as it is, while each condition keeps who asked it and what it answered.

A part of `all` that is dropped can matter only where it did not answer yes; any other change only where it was asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from unittest.mock import patch

from benchmarks import law_examples
from benchmarks.law_mutations.mutator import Change

from kuajing.law import LawBook, read_book
from kuajing.law.conditions import Linker
from kuajing.law.situation import Condition, Reply, Situation
from kuajing.model.cases import Case
from kuajing.model.truth import Truth
from kuajing.source.location import Location
from kuajing.source.nodes import Node

_ASKED = {"part", "rule", "word", "number", "not", "shown", "day"}
"""Kinds of change that only who asks the condition can tell."""
_SAME = {"dropped from all": Truth.YES, "dropped from any": Truth.NO, "removed": Truth.NO}
"""Changes that turn nothing where the answer was this."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example, its case read once; `names` are all that it expects or bars."""

    path: str
    case: Case
    expected: Mapping[str, Any]
    facts: Mapping[str, object]
    days: frozenset[date]
    names: frozenset[str]

    @classmethod
    def of(cls, path: str, line: Mapping[str, Any], expected: Mapping[str, Any], book: LawBook) -> "Example":
        """An example from its line."""
        case = law_examples.read(line, book)
        facts = dict(case.facts)
        days = {value for value in facts.values() if isinstance(value, date)}
        grounds = expected.get("grounds", {})
        lists = (said for said in (*expected.values(), *grounds.values()) if isinstance(said, list))
        names = (name.rpartition(":")[2] for said in lists for name in said)
        return cls(path, case, expected, facts, frozenset({case.on, *days}), frozenset(names))


@dataclass(slots=True)
class Trace:
    """For each place of a condition, the examples that asked it, by what it answered."""

    asked: dict[Location, dict[Truth, set[str]]]

    @classmethod
    def of(cls, files: Mapping[str, Node], examples: Iterable[Example]) -> "Trace":
        """Judges the examples by a book whose conditions are listened to."""
        trace = cls({})
        now: list[str] = [""]
        compiled = Linker.compile

        def listening(linker: Linker, node: Node) -> Condition:
            condition = compiled(linker, node)
            answers = trace.asked.setdefault(node.location, {truth: set() for truth in Truth})

            def ask(case: Situation) -> Reply:
                reply = condition.ask(case)
                answers[reply.truth].add(now[0])
                return reply

            return replace(condition, ask=ask)

        with patch.object(Linker, "compile", listening):
            book = read_book(files)
        for example in examples:
            now[0] = example.case.id
            law_examples.faults(example.case, example.expected, book)
        return trace

    def may_differ(self, example: Example, change: Change) -> bool:
        """Whether the example asked the condition that is changed, and got an answer that the change could turn."""
        place = next((place for place in change.around if place in self.asked), None)
        if place is None or change.kind not in _ASKED:
            return True
        same = {"dropped from all": Truth.YES, "dropped from any": Truth.NO, "removed": Truth.NO}.get(
            change.what
        )
        return any(
            example.case.id in asked for truth, asked in self.asked[place].items() if truth is not same
        )
