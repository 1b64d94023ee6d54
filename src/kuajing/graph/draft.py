"""The edges that moves and influences stand for, `*` written out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kuajing.graph.label_space import Effect, effect_of
from kuajing.graph.numbering import Numbering
from kuajing.model.estate import Estate, Move
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.source.location import Location

Pair: TypeAlias = tuple[DatasetName, DatasetName]
"""Two datasets, the first of which fills or chooses the second."""


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


def _ends(move: Move, numbering: Numbering) -> Iterable[tuple[int, int]]:
    """The pairs of columns that a move connects."""
    sources, targets = numbering.columns_of(move.source.dataset), numbering.columns_of(move.target.dataset)
    target = targets[move.target.column]
    if move.source.column != ALL_COLUMNS:
        return ((sources[move.source.column], target),)
    if move.target.column != ALL_COLUMNS:
        return ((source, target) for source in sources.values())
    # Everything goes over: columns keep their names, and those the target does not name are among its unnamed.
    return ((source, targets.get(name, target)) for name, source in sources.items())


def _unnamed_to_named(draft: Draft, numbering: Numbering, evidence: int) -> None:
    """What is written to a dataset's unnamed columns may be in any of its named ones.

    Where nothing is written to them they stand for columns beside those that a source names, and those are known
    apart; a column that only a grant names is still one of them.
    """
    written = set(draft.target)
    for place, columns in zip(numbering.places, numbering.columns, strict=True):
        unnamed = columns.get(ALL_COLUMNS)
        if unnamed is None or len(columns) == 1:
            continue
        for name, column in columns.items():
            if name != ALL_COLUMNS and (unnamed in written or column in numbering.granted):
                draft.add(unnamed, column, Effect.KEEP, evidence + len(draft.places))
        draft.places.append(place)


def _influences(draft: Draft, estate: Estate, numbering: Numbering) -> None:
    """What decided the rows of a dataset, and of all datasets that are filled from it or chosen by it.

    A join or filter on any column of a dataset lets its rows decide, and with them the people they are about: so all of
    its columns mark its rows, and its rows mark those they choose.
    """
    for evidence, influence in enumerate(estate.influences, len(estate.moves)):
        columns = numbering.columns_of(influence.source.dataset)
        named = influence.source.column
        everything = [number for name, number in columns.items() if name != ROWS]
        rows = _rows(numbering, influence.target)
        for source in everything if named == ALL_COLUMNS else [columns[named]]:
            draft.add(source, rows, Effect.INFLUENCE, evidence)
    ends, chosen_by = _first_moves(estate), _first_influences(estate)
    _marks(draft, chosen_by, numbering)
    followed = _filled_from({name for pair in chosen_by for name in pair}, [*ends, *chosen_by])
    for (source_dataset, target_dataset), evidence in {**chosen_by, **ends}.items():
        if source_dataset in followed and source_dataset != target_dataset:
            rows = _rows(numbering, target_dataset)
            draft.add(_rows(numbering, source_dataset), rows, Effect.KEEP, evidence)


def _marks(draft: Draft, chosen_by: Mapping[Pair, int], numbering: Numbering) -> None:
    """All columns of each dataset that decides over others mark its rows."""
    first: dict[DatasetName, int] = {}
    for (source, _), evidence in chosen_by.items():
        first.setdefault(source, evidence)
    for source, evidence in first.items():
        rows = _rows(numbering, source)
        for name, column in list(numbering.columns_of(source).items()):
            if name != ROWS:
                draft.add(column, rows, Effect.MARK, evidence)


def _first_influences(estate: Estate) -> dict[Pair, int]:
    """For each pair of datasets the first influence of one on the other."""
    first: dict[Pair, int] = {}
    for evidence, influence in enumerate(estate.influences, len(estate.moves)):
        first.setdefault((influence.source.dataset, influence.target), evidence)
    return first


def _rows(numbering: Numbering, dataset: DatasetName) -> int:
    return numbering.column(ColumnName(dataset, ROWS), numbering.places[numbering.datasets[dataset]])


def _first_moves(estate: Estate) -> dict[tuple[DatasetName, DatasetName], int]:
    """For each pair of different datasets the first move between them; empty where no rows are followed."""
    ends: dict[tuple[DatasetName, DatasetName], int] = {}
    for evidence, move in enumerate(estate.moves if estate.influences else ()):
        ends.setdefault((move.source.dataset, move.target.dataset), evidence)
    return {(source, target): evidence for (source, target), evidence in ends.items() if source != target}


def _filled_from(
    begun: set[DatasetName], ends: Iterable[tuple[DatasetName, DatasetName]]
) -> set[DatasetName]:
    """These datasets and every dataset that is filled from one of them, near or far."""
    behind: dict[DatasetName, list[DatasetName]] = {}
    for source, target in ends:
        behind.setdefault(source, []).append(target)
    found, waiting = set(begun), list(begun)
    while waiting:
        new = [target for target in behind.get(waiting.pop(), ()) if target not in found]
        found.update(new)
        waiting.extend(new)
    return found
