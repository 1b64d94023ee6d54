"""The edges that moves and influences stand for, `*` written out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.graph.label_space import Effect, effect_of
from kuajing.graph.numbering import Numbering
from kuajing.model.estate import Estate, Move
from kuajing.model.names import ALL_COLUMNS, ROWS
from kuajing.source.location import Location


@dataclass(slots=True)
class Draft:
    """Edges while they are gathered: source, target, effect and evidence of each, by position.

    Evidence counts through the estate's moves, then its influences, then `places`: those of the datasets whose
    unnamed columns may be any of their named ones.
    """

    source: list[int] = field(default_factory=list)
    target: list[int] = field(default_factory=list)
    effect: list[int] = field(default_factory=list)
    evidence: list[int] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)

    def add(self, source: int, target: int, effect: Effect, evidence: int) -> None:
        """Take one edge."""
        self.source.append(source)
        self.target.append(target)
        self.effect.append(effect)
        self.evidence.append(evidence)


def draft_edges(estate: Estate, numbering: Numbering) -> Draft:
    """Every edge of an estate; names the nodes of rows on the way, where an influence reaches them."""
    draft = Draft()
    for evidence, move in enumerate(estate.moves):
        effect = effect_of(move.transform)
        for source, target in _ends(move, numbering):
            draft.add(source, target, effect, evidence)
    _unnamed_to_named(draft, numbering, len(estate.moves) + len(estate.influences))
    _influences(draft, estate, numbering)
    return draft


def _ends(move: Move, numbering: Numbering) -> Iterator[tuple[int, int]]:
    """The pairs of columns that a move connects."""
    sources = numbering.columns[numbering.datasets[move.source.dataset]]
    targets = numbering.columns[numbering.datasets[move.target.dataset]]
    target = targets[move.target.column]
    if move.source.column != ALL_COLUMNS:
        yield sources[move.source.column], target
    elif move.target.column != ALL_COLUMNS:
        yield from ((source, target) for source in sources.values())
    else:
        # Everything goes over: columns keep their names, and those the target does not name are among its unnamed.
        yield from ((source, targets.get(name, target)) for name, source in sources.items())


def _unnamed_to_named(draft: Draft, numbering: Numbering, evidence: int) -> None:
    """What is written to a dataset's unnamed columns may be in any of its named ones."""
    for place, columns in zip(numbering.places, numbering.columns, strict=True):
        unnamed = columns.get(ALL_COLUMNS)
        if unnamed is None or len(columns) == 1:
            continue
        for name, column in columns.items():
            if name != ALL_COLUMNS:
                draft.add(unnamed, column, Effect.KEEP, evidence + len(draft.places))
        draft.places.append(place)


def _influences(draft: Draft, estate: Estate, numbering: Numbering) -> None:
    """What decided the rows of a dataset, and of all datasets that are filled from it."""
    ends = _first_moves(estate, numbering)
    chosen = {numbering.datasets[influence.target] for influence in estate.influences}
    _follow(chosen, ends)
    for evidence, influence in enumerate(estate.influences, len(estate.moves)):
        columns = numbering.columns[numbering.datasets[influence.source.dataset]]
        named = influence.source.column
        sources = (
            [number for name, number in columns.items() if name != ROWS]
            if named == ALL_COLUMNS
            else [columns[named]]
        )
        rows = numbering.column(numbering.datasets[influence.target], ROWS)
        for source in sources:
            draft.add(source, rows, Effect.INFLUENCE, evidence)
    for (source, target), evidence in ends.items():
        if source in chosen:
            draft.add(numbering.column(source, ROWS), numbering.column(target, ROWS), Effect.KEEP, evidence)


def _first_moves(estate: Estate, numbering: Numbering) -> dict[tuple[int, int], int]:
    """For each pair of different datasets the first move between them."""
    ends: dict[tuple[int, int], int] = {}
    if not estate.influences:
        return ends
    numbers = numbering.datasets
    for evidence, move in enumerate(estate.moves):
        ends.setdefault((numbers[move.source.dataset], numbers[move.target.dataset]), evidence)
    return {(source, target): evidence for (source, target), evidence in ends.items() if source != target}


def _follow(chosen: set[int], ends: dict[tuple[int, int], int]) -> None:
    """Add to `chosen` every dataset that is filled from one of them, near or far."""
    behind: dict[int, list[int]] = {}
    for source, target in ends:
        behind.setdefault(source, []).append(target)
    waiting = list(chosen)
    while waiting:
        for target in behind.get(waiting.pop(), ()):
            if target not in chosen:
                chosen.add(target)
                waiting.append(target)
