"""Suspected exits: where personal data was seen to go abroad, or to a place that nobody knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.crossings import Crossing, CrossingKind
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.readers.declaration.proposal.names import dataset_id
from kuajing.readers.declaration.proposal.systems import located_of
from kuajing.readers.declaration.proposal.words import one_line, quoted, word
from kuajing.source.location import Location

_HEAD = """
# Suspected exits 疑似出境: {sure} to a place outside the mainland 已知流向境外, {open} with an unknown end 有一端所在地不明
"""
_NONE = """
# Suspected exits 疑似出境: none was seen. What is unknown below may hide some. 未见；下列未知之处仍可能有出境。
"""
_MODES = {
    CrossingKind.SENT: "transfer",
    CrossingKind.ACCESSED: "remote_access",
    CrossingKind.COLLECTED: "direct_collection",
}


@dataclass(frozen=True, slots=True, order=True)
class Exit:
    """Data of one dataset that goes to one system; `is_open` where an end of it has no known place."""

    is_open: bool
    source: str
    target: str
    place: str
    mode: str
    location: Location
    categories: tuple[str, ...]


def exits_of(analysis: Analysis, ids: Mapping[str, str]) -> tuple[Exit, ...]:
    """The exits that no flow is declared for, those surely abroad first."""
    placements = dict(analysis.labelling.placements)
    crossings = [
        crossing
        for judgement in analysis.judgements
        if not judgement.transfer.flows and judgement.transfer.leaves is not Truth.NO
        for crossing in judgement.transfer.crossings
    ]
    return tuple(sorted({_exit(crossing, ids, placements) for crossing in crossings}))


def _exit(crossing: Crossing, ids: Mapping[str, str], placements: Mapping[str, Placement]) -> Exit:
    source = dataset_id(crossing.source, ids)
    target = (
        dataset_id(crossing.target, ids)
        if crossing.target
        else ids.get(crossing.target_system, crossing.target_system)
    )
    place, _ = located_of([placements.get(crossing.target_system)])
    categories = tuple(sorted({label.category for label in crossing.labels}))
    is_open = crossing.leaves is not Truth.YES
    return Exit(is_open, source, target, place, _MODES[crossing.kind], crossing.location, categories)


def exits_comment(exits: tuple[Exit, ...]) -> list[str]:
    """The exits as a list in a comment, for whoever opens the file."""
    if not exits:
        return _NONE.rstrip("\n").split("\n")
    open_ends = sum(one.is_open for one in exits)
    lines = _HEAD.format(sure=len(exits) - open_ends, open=open_ends).rstrip("\n").split("\n")
    for number, one in enumerate(exits, start=1):
        what = ", ".join(one.categories)
        lines.append(f"#  {number}. {one_line(one.source)} -> {one_line(one.target)} ({one.place}): {what}")
        lines.append(f"#     {one_line(str(one.location))}")
    return lines


def flows_section(exits: Iterable[Exit]) -> list[str]:
    """A flow for each exit, as a comment: only a person can say why data goes, and a flow nobody meant would hide it."""
    lines = [line for number, one in enumerate(exits, start=1) for line in _flow(number, one)]
    head = (
        "# flows: # why data goes; take the # away and fill in, or stop the movement 说明目的，或者停止传输"
    )
    return ["", head, *lines] if lines else []


def _flow(number: int, one: Exit) -> list[str]:
    said = {"id": f"exit-{number}", "from": one.source, "to": one.target, "mode": one.mode}
    lines = [f"{key}: {word(value) if value.isprintable() else quoted(value)}" for key, value in said.items()]
    lines += ["purpose: unknown", "status: live", "legal_basis: unknown"]
    return [f"#   {'- ' if place == 0 else '  '}{line}" for place, line in enumerate(lines)]
