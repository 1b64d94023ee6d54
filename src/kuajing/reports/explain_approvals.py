"""Approvals compared with a transfer, respect by respect."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Approval
from kuajing.model.mechanisms import LACKING, LAPSED
from kuajing.model.transfers import Coverage, Judgement, Shortfall
from kuajing.model.truth import Truth
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import WIDTH, Line, entry, paragraph, styled
from kuajing.reports.speaking import STYLES, Speaking
from kuajing.reports.words import Values, Words, count

_RESPECTS = ("handler", "recipient", "purpose", "category", "onward", "persons", "date")
_STARTS = ("effective", "issued", "result")
_REFUSED, _PENDING = "fail", "pending"
_MOST_APPROVALS = 3

Said: TypeAlias = tuple[str, Values]
"""A sentence and what it is filled with."""


def approval_lines(analysis: Analysis, judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """The approvals that could be meant, the best first: each respect with whether it covers the transfer and why."""
    known = {approval.id: approval for approval in analysis.declaration.approvals}
    for place, coverage in enumerate(judgement.coverage[:_MOST_APPROVALS]):
        approval = known.get(coverage.approval)
        state = _state(approval, analysis.on)
        if state is None and place == 0 and coverage.covered is Truth.YES:
            state = _by_law(judgement)
        yield from _compared(coverage, approval, state, speaking)
    more = len(judgement.coverage) - _MOST_APPROVALS
    if more > 0:
        yield from paragraph(speaking.words.sentences("report.more", (("count", count(more)),)), 2, "quiet")


def _state(approval: Approval | None, on: date) -> Said | None:
    """How an approval stands that is none on that day, whatever it covers; None where it may be relied on."""
    if approval is None:
        return None
    expires = approval.day("expires")
    if approval.result == _REFUSED:
        return "report.approval.refused", ()
    if isinstance(expires, date) and expires < on:
        return "report.approval.ended", (("day", expires.isoformat()),)
    if approval.result == _PENDING:
        return "report.approval.pending", ()
    starts = [day for name in _STARTS if isinstance(day := approval.day(name), date)]
    if starts and min(starts) > on:
        return "report.approval.not_begun", (("day", min(starts).isoformat()),)
    return None


def _by_law(judgement: Judgement) -> Said | None:
    """Why the best approval does not do although it covers the transfer: what the verdict says of mechanisms."""
    found = [one.id for one in judgement.verdict.violations if one.id in LACKING | LAPSED]
    named = ", ".join(f"violation.{one}" for one in found)
    return ("report.approval.not_enough", (("named", named),)) if found else None


def _compared(
    coverage: Coverage, approval: Approval | None, standing: Said | None, speaking: Speaking
) -> Iterable[Line]:
    words = speaking.words
    values: Values = (("approval", coverage.approval),)
    if standing is None:
        key = f"report.covered.{coverage.covered.value}"
        yield from paragraph(words.sentences(key, values), 2, STYLES[coverage.covered])
    else:
        key, more = standing
        yield from paragraph(words.sentences(key, (*values, *more)), 2, STYLES[Truth.NO])
    short: dict[str, list[Shortfall]] = {}
    for shortfall in coverage.shortfalls:
        short.setdefault(_respect(shortfall), []).append(shortfall)
    states = {truth: words.term(f"report.respect.covered.{truth.value}") for truth in Truth}
    names = {respect: words.term(f"report.respect.{respect}") for respect in _RESPECTS}
    width, name_width = max(map(cells, states.values())), max(map(cells, names.values()))
    room = WIDTH - width - name_width - 8
    for respect in _RESPECTS:
        found = short.get(respect, [])
        state = found[0].covered if found else Truth.YES
        texts = _shortfalls(found, words) if found else _covered(respect, approval, speaking)
        inner = entry(names[respect], name_width, 0, styled(texts or ("",), room))
        for place, line in enumerate(entry(states[state], width, 4, inner)):
            yield (line[0], (line[1][0], STYLES[state]), *line[2:]) if place == 0 else line


def _respect(shortfall: Shortfall) -> str:
    """The respect that a shortfall is of: what its key begins with; an end that is past is a matter of dates."""
    name = shortfall.respect.removeprefix("approval.").rpartition("_")[0]
    return name if name in _RESPECTS else "date"


def _shortfalls(found: Iterable[Shortfall], words: Words) -> tuple[str, ...]:
    return tuple(text for one in found for text in words.sentences(one.respect, one.values))


def _covered(respect: str, approval: Approval | None, speaking: Speaking) -> tuple[str, ...]:
    """What an approval says in a respect in which it covers the transfer, once in each language."""
    if approval is None:
        return ()
    return speaking.each(lambda one: _scope(respect, approval, one, speaking.parties(one)))


def _scope(respect: str, approval: Approval, words: Words, parties: Mapping[str, str]) -> str:
    covers = approval.covers
    if respect == "date":
        return _days(approval, words)
    if respect == "persons":
        most = "" if covers.persons is None else count(covers.persons)
        return words.term("report.respect.ceiling", (("ceiling", most),)) if most else ""
    said = {
        "handler": _parties((covers.handler,) if covers.handler else (), words, parties),
        "recipient": _parties(covers.recipients or (), words, parties),
        "purpose": words.words("purpose", covers.purposes or ()),
        "category": words.categories(covers.categories or ()),
        "onward": _parties(covers.onward_to or (), words, parties) or words.term("report.respect.nobody"),
    }
    return said[respect]


def _parties(ids: Iterable[str], words: Words, parties: Mapping[str, str]) -> str:
    return words.listed(parties.get(one, visible(one)) for one in ids)


def _days(approval: Approval, words: Words) -> str:
    starts = (approval.day(name) for name in _STARTS)
    start = next((day for day in starts if isinstance(day, date)), None)
    end = approval.day("expires")
    said = [words.term("report.article.since", (("since", start.isoformat()),))] if start else []
    if isinstance(end, date):
        said.append(words.term("report.respect.until", (("until", end.isoformat()),)))
    else:
        said.append(words.term("report.respect.term"))
    return words.joined(said)
