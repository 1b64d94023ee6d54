"""Data-flow pictures: the systems of an analysis in their jurisdictions, what moves between them and how it stands."""

from dataclasses import replace

from kuajing.model.analysis import Analysis, SystemMove
from kuajing.model.estate import System
from kuajing.model.labels import Placement
from kuajing.model.standing import STANDINGS, UNDETERMINED
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.diagram_model import (
    Arrow,
    Box,
    Group,
    Level,
    Picture,
    Side,
    Speech,
    coarser,
    is_gated,
    merged,
)
from kuajing.reports.parties import party_names
from kuajing.reports.words import Names, Words, count, words_for

MOST_BOXES = 200
MOST_ARROWS = 600
MOST_GATES = 80
_SIDES = {Truth.YES: Side.HOME, Truth.NO: Side.ABROAD, Truth.UNKNOWN: Side.UNKNOWN}
_KINDS = ("sent", "accessed", "collected")
_LEVELS = {"system": Level.SYSTEM, "jurisdiction": Level.PARTY}


def picture(analysis: Analysis, level: str, language: str, transfer: str | None, names: Names) -> Picture:
    """The picture of an analysis.

    `level` is `system` (a box for each system) or `jurisdiction` (a box for each legal person in a jurisdiction);
    above 200 boxes, 600 arrows or 80 gates in the border the level rises and a note says so. With a transfer's id everything that is not part
    of it recedes. Raises KeyError for another level.
    """
    words = words_for(language, names)
    asked = _LEVELS[level]
    drawn = _of_systems(analysis, words, _systems_of(analysis, transfer))
    if transfer is not None and _is_too_large(drawn):
        drawn = _only_lit(drawn, words)
    while drawn.level is not asked or (_is_too_large(drawn) and drawn.level is not Level.JURISDICTION):
        if drawn.level is asked:
            asked = Level.PARTY if asked is Level.SYSTEM else Level.JURISDICTION
            note = words.sentences(f"report.diagram.raised.{asked.value}", _size(drawn))
            drawn = replace(drawn, notes=(*drawn.notes, *note))
        drawn = coarser(drawn)
    return _without_loners(drawn, words)


def _is_too_large(drawn: Picture) -> bool:
    sides = {box.id: box.side for box in drawn.boxes}
    gates = sum(1 for arrow in drawn.arrows if is_gated(arrow, sides))
    return len(drawn.boxes) > MOST_BOXES or len(drawn.arrows) > MOST_ARROWS or gates > MOST_GATES


def _only_lit(drawn: Picture, words: Words) -> Picture:
    """The picture without the arrows that would recede; how many there are is said."""
    lit = tuple(arrow for arrow in drawn.arrows if arrow.lit)
    note = words.sentences("report.diagram.only_transfer", (("count", count(len(drawn.arrows) - len(lit))),))
    return replace(drawn, arrows=lit, notes=(*drawn.notes, *note))


def _size(drawn: Picture) -> tuple[tuple[str, str], ...]:
    return (("boxes", count(len(drawn.boxes))), ("arrows", count(len(drawn.arrows))))


def _without_loners(drawn: Picture, words: Words) -> Picture:
    """The picture without boxes that no arrow touches; how many there are is said."""
    touched = {end for arrow in drawn.arrows for end in (arrow.source, arrow.target)}
    loners = sum(box.stands_for for box in drawn.boxes if box.id not in touched)
    merged_away = sum(arrow.moves for arrow in drawn.arrows) > len(drawn.arrows)
    notes = list(drawn.notes)
    if merged_away:
        notes += words.sentences("report.diagram.merged")
    if not touched or not loners:
        return replace(drawn, notes=tuple(notes))
    notes += words.sentences("report.diagram.loners", (("count", count(loners)),))
    boxes = tuple(box for box in drawn.boxes if box.id in touched)
    return replace(drawn, boxes=boxes, notes=tuple(notes))


def _systems_of(analysis: Analysis, transfer: str | None) -> frozenset[tuple[str, str]] | None:
    """The pairs of systems that a transfer's data moves between; None where all are wanted."""
    if transfer is None:
        return None
    crossings = (
        crossing
        for judgement in analysis.judgements
        if judgement.transfer.id == transfer
        for crossing in judgement.transfer.crossings
    )
    pairs = set()
    for crossing in crossings:
        pairs.add((crossing.source_system, crossing.target_system))
        hops = (hop for trail in crossing.trails for hop in trail.hops)
        pairs |= {(hop.source.dataset.system, hop.target.dataset.system) for hop in hops}
    return frozenset(pairs)


def _of_systems(analysis: Analysis, words: Words, lit: frozenset[tuple[str, str]] | None) -> Picture:
    placements = dict(analysis.labelling.placements)
    parties = party_names(analysis.declaration, words)
    boxes = tuple(
        _box(system, placements.get(system.id), parties, words) for system in analysis.estate.systems
    )
    known = {box.id for box in boxes}
    arrows = (
        _arrow(move, words, is_lit=lit is None or (move.source, move.target) in lit)
        for move in analysis.system_moves
        if {move.source, move.target} <= known
    )
    return Picture(
        title=words.term("report.diagram.title"),
        subtitle=words.term("report.diagram.subtitle", (("on", analysis.on.isoformat()),)),
        level=Level.SYSTEM,
        boxes=tuple(sorted(boxes, key=lambda box: box.id)),
        arrows=merged(arrows, Level.SYSTEM),
        notes=(),
        speech=_speech(words),
    )


def _box(system: System, placement: Placement | None, parties: dict[str, str], words: Words) -> Box:
    mainland = Truth.UNKNOWN if placement is None else placement.mainland
    side = _SIDES[mainland]
    jurisdiction = "" if placement is None or side is Side.UNKNOWN else placement.jurisdiction
    party = system.handler or system.recipient
    owner = words.term("report.diagram.nobody") if party is None else parties.get(party, visible(party))
    notes = (words.word("report.system", system.kind), visible(system.located or ""))
    return Box(
        id=system.id,
        title=visible(system.label),
        notes=tuple(note for note in notes if note),
        shape=system.kind,
        side=side,
        cluster=Group(jurisdiction if side is Side.ABROAD else side.value, words.place(jurisdiction)),
        party=Group(party or "", owner),
    )


def _arrow(move: SystemMove, words: Words, *, is_lit: bool) -> Arrow:
    return Arrow(
        source=move.source,
        target=move.target,
        kinds=(move.kind if move.kind in _KINDS else "sent",),
        standing=move.standing if move.standing in STANDINGS else UNDETERMINED,
        categories=tuple(map(words.category, sorted(move.categories, key=_kinds_last))),
        moves=move.moves,
        lit=is_lit,
    )


def _kinds_last(category: str) -> tuple[bool, str]:
    """Named categories before what only says that something is there."""
    return ("." not in category, category)


def _speech(words: Words) -> Speech:
    return Speech(
        standings={word: words.term(f"report.standing.{word}") for word in STANDINGS},
        kinds={word: words.term(f"report.move.{word}") for word in _KINDS},
        border=words.term("report.diagram.border"),
        listed=words.listed,
        systems=lambda number: f"{words.term('report.diagram.systems')} {count(number)}",
        inside=lambda number: f"{words.term('report.diagram.inside')} {count(number)}",
        more=lambda number: words.term("report.diagram.more", (("count", count(number)),)),
    )
