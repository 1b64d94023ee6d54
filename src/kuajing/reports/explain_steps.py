"""The steps of a verdict as text: what decided, what was claimed, and every question on the way."""

from collections.abc import Iterable

from kuajing.model.cases import Case
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step, Verdict
from kuajing.reports.characters import cells
from kuajing.reports.claims import Claim, claims_of
from kuajing.reports.fact_words import Facts
from kuajing.reports.reason_tree import tree_lines
from kuajing.reports.spans import WIDTH, Line, entry, paragraph, styled
from kuajing.reports.speaking import STYLES, Speaking
from kuajing.reports.words import Words

_PASSED = frozenset({Truth.NO})


def deciding_steps(verdict: Verdict) -> tuple[Step, ...]:
    """The questions that gave the route, or keep it open."""
    asked = [step for step in verdict.reasoning if step.asked.startswith("ask.") and step.citation]
    return tuple(
        step
        for step in asked
        if step.answer is Truth.YES or (step.answer is Truth.UNKNOWN and verdict.possible)
    )


def deciding_lines(verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """The questions that gave the route or keep it open, each with its article and the conditions it turns on."""
    cited = set()
    for step in deciding_steps(verdict):
        cited.add(step.citation)
        read = _turning(step)
        style = STYLES[step.answer] if read else "plain"
        yield from paragraph(speaking.words.sentences(step.asked), 2, style)
        yield from paragraph(speaking.article(step.citation), 6, "quiet")
        yield from opened_lines(step.asked, read, speaking, 6)
    if verdict.exemption and verdict.exemption not in cited:
        yield from paragraph(speaking.article(verdict.exemption), 2)


def opened_lines(asked: str, read: Facts, speaking: Speaking, indent: int) -> Iterable[Line]:
    """The tree under a question; the facts alone where it was not opened."""
    reason = speaking.explanation.of(asked)
    if reason is None:
        return paragraph(speaking.facts_each(read), indent, "place")
    return tree_lines(reason, speaking, indent)


def _turning(step: Step) -> tuple[tuple[str, str], ...]:
    """The facts that an answer turns on, with their values."""
    return tuple((path, value) for path, value in step.read if path in step.turns_on or not step.turns_on)


def claim_lines(case: Case, verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """Each exemption claimed: whether it holds, by which article, and what stands against it."""
    claims = claims_of(case, verdict)
    labels = {claim.holds: speaking.words.term(f"report.claim.{claim.holds.value}") for claim in claims}
    width = max(map(cells, labels.values()), default=0)
    for claim in claims:
        for place, line in enumerate(
            entry(labels[claim.holds], width, 2, _claim(claim, speaking, width + 4))
        ):
            yield (line[0], (line[1][0], STYLES[claim.holds]), *line[2:]) if place == 0 else line
        if claim.holds is not Truth.YES and speaking.explanation.of(claim.asked) is not None:
            yield from opened_lines(claim.asked, (), speaking, width + 4)


def _claim(claim: Claim, speaking: Speaking, indent: int) -> tuple[Line, ...]:
    room = WIDTH - indent
    lines = list(styled(speaking.words.sentences(claim.asked), room))
    lines += styled(speaking.article(claim.citation), room, "quiet")
    if claim.holds is not Truth.YES and speaking.explanation.of(claim.asked) is None:
        grounds = speaking.each(lambda one: claim_ground(claim, speaking, one))
        lines += styled(grounds, room, "place")
    return tuple(lines)


def claim_ground(claim: Claim, speaking: Speaking, words: Words) -> str:
    """What stands against a claim, or leaves it open, in one language."""
    key = f"report.claim.because.{claim.holds.value}"
    return words.term(key, (("facts", speaking.facts(claim.turns_on, words)),))


def reasoning_lines(verdict: Verdict, speaking: Speaking) -> Iterable[Line]:
    """Each question on the way to the route with its answer, its article and the facts.

    Where the verdict was opened up and not everything is asked for, only how many were answered no.
    """
    words = speaking.words
    if speaking.explanation.opened and not speaking.full:
        passed = sum(step.asked.startswith("ask.") and step.answer in _PASSED for step in verdict.reasoning)
        yield from paragraph(words.sentences("told.passed", (("count", str(passed)),)), 2, "quiet")
        return
    width = max(cells(words.truth(answer)) for answer in Truth)
    steps = (step for step in verdict.reasoning if step.asked.startswith("ask."))
    for number, step in enumerate(steps, 1):
        question = entry(
            words.truth(step.answer), width, 0, styled(words.sentences(step.asked), WIDTH - width - 8)
        )
        for place, (blank, label, *rest) in enumerate(question):
            mark = f"{number:>4}  " if place == 0 else " " * 6
            style = STYLES[step.answer] if place == 0 else "plain"
            yield ((mark, "quiet"), blank, (label[0], style), *rest)
        yield from _grounds(step, speaking, width + 8)


def _grounds(step: Step, speaking: Speaking, indent: int) -> Iterable[Line]:
    """The article and the facts of an answer: of a plain no where it stands and what it turns on, of others everything."""
    if speaking.explanation.of(step.asked) is not None:
        yield from paragraph(speaking.where(step.citation), indent, "quiet")
        yield from opened_lines(step.asked, step.read, speaking, indent)
        return
    if step.answer is Truth.NO:
        yield from paragraph(
            speaking.each(lambda one: one.joined(_briefly(step, speaking, one))), indent, "quiet"
        )
        return
    if step.citation:
        yield from paragraph(speaking.article(step.citation), indent, "quiet")
    yield from paragraph(speaking.facts_each(step.read), indent, "place")


def _briefly(step: Step, speaking: Speaking, words: Words) -> Iterable[str]:
    if step.citation:
        yield speaking.place(step.citation, words)
    if step.read:
        yield speaking.facts(_turning(step), words)
