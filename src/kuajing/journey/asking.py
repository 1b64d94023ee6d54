"""Where data goes and where it comes from, for what a person asks about; reading from afar counts as going there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kuajing.classifiers import Vocabulary
from kuajing.graph import FlowGraph, whence, where
from kuajing.journey.analyse import Journey
from kuajing.journey.meaning import Meaning, meaning, nearest
from kuajing.model.crossings import Hop, Reach
from kuajing.model.estate import Access, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import Placement
from kuajing.model.names import ROWS, ColumnName, DatasetName

ACCESS = "access"
"""The mechanism of a hop by which somebody opens data where it lies."""


@dataclass(frozen=True, slots=True)
class Found:
    """A dataset or reader that the answer names, with where its system stands."""

    reach: Reach
    placement: Placement


@dataclass(frozen=True, slots=True)
class Unmet:
    """Nothing is called what was asked; `nearest` are names close to it."""

    nearest: tuple[str, ...]


def ask(journey: Journey, vocabulary: Vocabulary, what: str, *, forward: bool) -> tuple[Found, ...] | Unmet:
    """Where the data of `what` goes, or comes from, sorted."""
    asked = meaning(what, journey.analysis, vocabulary)
    if asked is None:
        return Unmet(nearest(what, journey.analysis))
    placements = dict(journey.analysis.labelling.placements)
    reached = _forward(journey, asked) if forward else _backward(journey, asked)
    return tuple(
        Found(reach, placements[reach.dataset.system])
        for reach in sorted(reached, key=lambda one: one.dataset)
    )


def _forward(journey: Journey, asked: Meaning) -> Iterator[Reach]:
    start = _known(asked.columns, journey.graph)
    held = {reach.dataset: reach for reach in _held(start)}
    if asked.is_kind:
        # a kind of data is told wherever it lies, with the way it came there from where it lies first
        start = _first(start, journey.analysis.estate.moves, journey.graph)
    reached = {reach.dataset: reach for reach in where(journey.graph, start)}
    both = held | {name: _joined(reach, held.get(name)) for name, reach in reached.items()}
    yield from (both if asked.is_kind else reached).values()
    for access in journey.analysis.estate.accesses:
        if access.dataset in both:
            yield from _opened(access, both[access.dataset])


def _backward(journey: Journey, asked: Meaning) -> Iterator[Reach]:
    told = {reach.dataset: reach for reach in whence(journey.graph, _known(asked.columns, journey.graph))}
    for access in journey.analysis.estate.accesses:
        if access.reader not in asked.systems:
            continue
        read = _known(_columns(access, journey), journey.graph)
        for reach in (*_held(read), *whence(journey.graph, read)):
            last = reach.trail[-1].target if reach.trail else reach.columns[0]
            told.setdefault(reach.dataset, replace(reach, trail=(*reach.trail, _hop(access, last))))
    yield from told.values()


def _known(columns: Iterable[ColumnName], graph: FlowGraph) -> tuple[ColumnName, ...]:
    """The columns that the graph has, sorted."""
    return tuple(sorted(column for column in columns if _is_known(column, graph)))


def _is_known(column: ColumnName, graph: FlowGraph) -> bool:
    try:
        graph.node(column)
    except KeyError:
        return False
    return True


def _held(columns: Iterable[ColumnName]) -> tuple[Reach, ...]:
    by_dataset: dict[DatasetName, list[ColumnName]] = {}
    for column in columns:
        by_dataset.setdefault(column.dataset, []).append(column)
    return tuple(Reach(dataset, tuple(held), ()) for dataset, held in by_dataset.items())


def _first(
    columns: tuple[ColumnName, ...], moves: tuple[Move, ...], graph: FlowGraph
) -> tuple[ColumnName, ...]:
    """Of these columns those that none of the others reaches; of columns that feed each other in a circle all."""
    fed = {move.target for move in moves}
    first = tuple(column for column in columns if column not in fed)
    reached = {column for reach in where(graph, first) for column in reach.columns}
    return tuple(column for column in columns if column not in fed or column not in reached)


def _joined(reach: Reach, held: Reach | None) -> Reach:
    return reach if held is None else replace(reach, columns=tuple(sorted({*reach.columns, *held.columns})))


def _opened(access: Access, reach: Reach) -> Iterator[Reach]:
    """The reader of an access as a place that data reaches, where the access opens any of the columns reached."""
    folded = {name.lower() for name in access.columns}
    columns = tuple(
        column
        for column in reach.columns
        if column.column in folded or (not folded and column.column != ROWS)
    )
    if not columns:
        return
    ends_in = reach.trail[-1].target if reach.trail else None
    trail, last = (reach.trail, ends_in) if ends_in in columns else ((), columns[0])
    yield Reach(DatasetName(access.reader, ()), columns, (*trail, _hop(access, last)))


def _columns(access: Access, journey: Journey) -> tuple[ColumnName, ...]:
    if access.columns:
        return tuple(access.dataset.column(name) for name in access.columns)
    datasets = {dataset.name: dataset for dataset in journey.analysis.estate.datasets}
    found = datasets.get(access.dataset)
    return tuple(column.name for column in found.columns) if found else ()


def _hop(access: Access, column: ColumnName) -> Hop:
    via = () if access.via is None else (access.via,)
    target = DatasetName(access.reader, ()).column(column.column)
    return Hop(
        column, target, access.location, ACCESS, Transform.IDENTITY, via, certain=True, basis=Basis.DECLARED
    )
