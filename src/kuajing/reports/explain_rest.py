"""Sections that explanations of transfers and of cases share: contested points, what was taken for granted."""

from collections.abc import Iterable, Iterator

from kuajing.model.cases import Case
from kuajing.model.verdicts import Verdict
from kuajing.reports.explain_changes import reading_lines
from kuajing.reports.spans import EMPTY, Line, paragraph
from kuajing.reports.speaking import Speaking
from kuajing.reports.words import Words


def section(heading: str, lines: Iterable[Line], words: Words) -> Iterator[Line]:
    """A heading with its lines; nothing where there are none."""
    body = tuple(lines)
    if body:
        yield EMPTY
        yield ((words.term(heading), "heading"),)
        yield from body


def contested_lines(verdict: Verdict, speaking: Speaking) -> Iterator[Line]:
    """The contested points with both readings; where the verdict was not opened up, each with the facts that touch it."""
    words = speaking.words
    told = {reading.id for reading in speaking.explanation.contested}
    yield from reading_lines(speaking.explanation.contested, speaking)
    read = {step.asked: step.read for step in verdict.reasoning if step.asked.startswith("flag.")}
    for point in verdict.contested_points:
        if point not in told:
            yield from paragraph(words.sentences(f"flag.{point}"), 2)
            yield from paragraph(speaking.facts_each(read.get(f"flag.{point}", ())), 6, "place")
    if verdict.alternatives:
        for one in words.apart():
            values = (("named", one.words("route", verdict.alternatives)),)
            yield from paragraph(one.sentences("report.explain.alternatives", values), 2)


def taken_lines(case: Case, verdict: Verdict, speaking: Speaking) -> Iterator[Line]:
    """What the questions took to be so although nothing is declared, as the law's data says it is taken."""
    declared = {path for path, _ in case.facts}
    taken = {
        path: value
        for step in verdict.reasoning
        for path, value in step.read
        if path not in declared and not value.startswith("unknown") and step.asked != "ask.unread_fact"
    }
    if taken:
        yield from paragraph(speaking.facts_each(tuple(sorted(taken.items()))), 2)
