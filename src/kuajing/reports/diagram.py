"""Data-flow pictures: the systems of an analysis in their jurisdictions, what moves between them and how it stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kuajing.model.analysis import Analysis, SystemMove
from kuajing.model.estate import Move, System
from kuajing.model.labels import Placement
from kuajing.model.names import ALL_COLUMNS, ColumnName
from kuajing.model.standing import STANDINGS, UNDETERMINED
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.diagram_model import (
    NOTHING,
    Amount,
    Arrow,
    Box,
    Group,
    Level,
    Picture,
    Side,
    coarser,
    is_gated,
    merged,
)
from kuajing.reports.diagram_speech import KINDS, speech_of
from kuajing.reports.parties import party_names
from kuajing.reports.system_kinds import general_kind
from kuajing.reports.words import Names, Words, count, words_for

MOST_BOXES = 200
MOST_ARROWS = 600
MOST_GATES = 80
_SIDES = {Truth.YES: Side.HOME, Truth.NO: Side.ABROAD, Truth.UNKNOWN: Side.UNKNOWN}
_DECLARED = "report.diagram.declared"
_MOST_HANDLERS = 3
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
    if transfer is not None:
        about = (("on", analysis.on.isoformat()), ("transfer", transfer))
        drawn = replace(drawn, subtitle=words.term("report.diagram.of_transfer", about))
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
    if not touched or not loners:
        return drawn
    note = words.sentences("report.diagram.loners", (("count", count(loners)),))
    boxes = tuple(box for box in drawn.boxes if box.id in touched)
    return replace(drawn, boxes=boxes, notes=(*drawn.notes, *note))


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
    amounts = _amounts(analysis.estate.moves)
    arrows = (
        _arrow(move, amounts, words, is_lit=lit is None or (move.source, move.target) in lit)
        for move in analysis.system_moves
        if {move.source, move.target} <= known
    )
    return Picture(
        title=_title(analysis, parties, words),
        subtitle=words.term("report.diagram.subtitle", (("on", analysis.on.isoformat()),)),
        level=Level.SYSTEM,
        boxes=tuple(sorted(boxes, key=lambda box: box.id)),
        arrows=merged(arrows, Level.SYSTEM),
        notes=(),
        speech=speech_of(words),
    )


def _title(analysis: Analysis, parties: dict[str, str], words: Words) -> str:
    """Whose data it is: the handlers of the transfers, those with the most of them first; else all that are declared."""
    transfers = Counter(one.transfer.handler for one in analysis.judgements if one.transfer.handler)
    declared = (handler.id for handler in analysis.declaration.handlers)
    handlers = sorted(transfers, key=lambda party: (-transfers[party], party)) or sorted(declared)
    named = [parties.get(party, visible(party)) for party in handlers]
    more = [f"+{count(len(named) - _MOST_HANDLERS)}"] if len(named) > _MOST_HANDLERS else []
    return words.listed((*named[:_MOST_HANDLERS], *more)) or words.term("report.diagram.title")


def _amounts(moves: Iterable[Move]) -> dict[tuple[str, str], Amount]:
    """How many columns move from one system to another: those read or those written, whichever are more."""
    columns: dict[tuple[str, str], tuple[set[ColumnName], set[ColumnName]]] = {}
    whole: set[tuple[str, str]] = set()
    for move in moves:
        pair = (move.source.dataset.system, move.target.dataset.system)
        if pair[0] == pair[1]:
            continue
        read, written = columns.setdefault(pair, (set(), set()))
        if move.source.column == ALL_COLUMNS:
            whole.add(pair)
        else:
            read.add(move.source)
        if move.target.column != ALL_COLUMNS:
            written.add(move.target)
    return {pair: Amount(max(map(len, both)), pair in whole) for pair, both in columns.items()}


def _box(system: System, placement: Placement | None, parties: dict[str, str], words: Words) -> Box:
    mainland = Truth.UNKNOWN if placement is None else placement.mainland
    side = _SIDES[mainland]
    jurisdiction = "" if placement is None or side is Side.UNKNOWN else placement.jurisdiction
    party = system.handler or system.recipient
    owner = words.term("report.diagram.nobody") if party is None else parties.get(party, visible(party))
    kind = words.word("report.system", general_kind(system.kind))
    notes = (kind, *_whereabouts(system, placement, words))
    return Box(
        id=system.id,
        title=visible(system.label),
        notes=tuple(note for note in notes if note),
        shape=system.kind,
        side=side,
        cluster=Group(jurisdiction if side is Side.ABROAD else side.value, words.place(jurisdiction)),
        party=Group(party or "", owner),
    )


def _whereabouts(system: System, placement: Placement | None, words: Words) -> tuple[str, ...]:
    """What shows where a system stands: the region declared, its own address, or both where they deny each other.

    A bare jurisdiction would only repeat the title of the frame around it.
    """
    if placement is not None and placement.evidence == "contradiction":
        values = dict(placement.values)
        declared = () if values.get("declared", "?") == "?" else (words.term(_DECLARED, placement.values),)
        return (*declared, words.term("report.diagram.shown", placement.values))
    if system.located:
        return (visible(system.located),) if "/" in system.located else ()
    by_address = placement is not None and placement.evidence == "host"
    return (words.term("report.diagram.by_address"),) if by_address else ()


def _arrow(move: SystemMove, amounts: dict[tuple[str, str], Amount], words: Words, *, is_lit: bool) -> Arrow:
    kind = move.kind if move.kind in KINDS else "sent"
    return Arrow(
        source=move.source,
        target=move.target,
        kinds=(kind,),
        standing=move.standing if move.standing in STANDINGS else UNDETERMINED,
        categories=tuple(map(words.category, sorted(move.categories, key=_kinds_last))),
        amount=amounts.get((move.source, move.target), NOTHING) if kind == "sent" else NOTHING,
        lit=is_lit,
    )


def _kinds_last(category: str) -> tuple[bool, str]:
    """Named categories before what only says that something is there."""
    return ("." not in category, category)
