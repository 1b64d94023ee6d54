"""Duties and what is not shown to be met, as text: how each stands, why it is due, and by which articles."""

from collections.abc import Iterable

from kuajing.model.interval import Interval
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Duty, Step, Verdict
from kuajing.reports.characters import cells
from kuajing.reports.explain_steps import opened_lines
from kuajing.reports.spans import WIDTH, Line, entry, paragraph, styled
from kuajing.reports.speaking import STYLES, Speaking

_ORDER = ("no", "unknown", "may_be_due", "lasting", "yes")
_STYLES = {
    "may_be_due": "unknown",
    "lasting": "notice",
    **{met.value: style for met, style in STYLES.items()},
}
_PLAIN = frozenset({"data.personal"})
"""What makes most duties due is not told of each."""

_TALLIES = {"data.ytd_persons.non_sensitive": "ordinary", "data.ytd_persons.sensitive": "sensitive"}


def violation_lines(verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """What is not shown to be met, the facts that show it, and the articles."""
    steps = {step.asked: step for step in verdict.reasoning}
    for violation in verdict.violations:
        asked = f"violation.{violation.id}"
        yield from paragraph(speaking.words.sentences(asked), 2, "violation")
        if asked in steps:
            yield from opened_lines(asked, _because(steps[asked]), speaking, 6)
        for key in violation.citations:
            yield from paragraph(speaking.article(key), 6, "quiet")


def duty_lines(verdict: Verdict, transfer: Transfer | None, speaking: Speaking) -> Iterable[Line]:
    """The duties, those not met first; what may be due and what has to be kept up says so."""
    words = speaking.words
    steps = {step.asked: step for step in verdict.reasoning}
    due = [(_state(duty), duty.id, duty.citations) for duty in verdict.duties]
    named = {duty.id for duty in verdict.duties}
    due += [
        ("may_be_due", step.asked.removeprefix("duty."), (step.citation,))
        for step in verdict.reasoning
        if step.asked.startswith("duty.") and step.answer is Truth.UNKNOWN
        if step.asked.removeprefix("duty.") not in named
    ]
    labels = {state: words.term(f"report.duty.{state}") for state, _, _ in due}
    width = max(map(cells, labels.values()), default=0)
    for state, duty, citations in sorted(due, key=lambda one: _ORDER.index(one[0])):
        body = list(styled(words.sentences(f"duty.{duty}"), WIDTH - width - 4))
        tell = speaking.where if state == Truth.YES.value else speaking.article
        for key in filter(None, citations):
            body += styled(tell(key), WIDTH - width - 4, "quiet")
        body += styled(_why_due(steps.get(f"duty.{duty}"), transfer, speaking), WIDTH - width - 4, "place")
        for place, line in enumerate(entry(labels[state], width, 2, body)):
            yield (line[0], (line[1][0], _STYLES[state]), *line[2:]) if place == 0 else line
        if state == Truth.NO.value or (speaking.full and state != "may_be_due"):
            yield from opened_lines(f"met.{duty}", (), speaking, width + 4)
    if any(state == "lasting" for state, _, _ in due):
        yield from paragraph(words.sentences("report.explain.lasting"), 2, "quiet")


def _state(duty: Duty) -> str:
    return "lasting" if duty.lasting and duty.met is Truth.UNKNOWN else duty.met.value


def _why_due(step: Step | None, transfer: Transfer | None, speaking: Speaking) -> tuple[str, ...]:
    """The facts that make a duty due, where they are its own; that only other transfers of the handler do."""
    if step is None or {path for path, _ in step.read} <= _PLAIN:
        return ()
    because = speaking.facts_each(_because(step))
    if transfer is not None and any(_is_zero(transfer, path) for path, _ in step.read):
        return (*because, *speaking.words.sentences("report.explain.by_others"))
    return because


def _is_zero(transfer: Transfer, path: str) -> bool:
    """Whether a tally of the handler counts nobody of this transfer, while it counts somebody."""
    if path not in _TALLIES:
        return False
    counted = transfer.case.fact(path)
    own = transfer.sensitive if _TALLIES[path] == "sensitive" else transfer.ordinary
    nobody = Interval.exactly(0)
    return own == nobody and isinstance(counted, Interval) and counted != nobody


def _because(step: Step) -> tuple[tuple[str, str], ...]:
    return tuple(fact for fact in step.read if fact[0] not in _PLAIN) or step.read
