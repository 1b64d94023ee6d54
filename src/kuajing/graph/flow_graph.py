"""The graph of an estate: names become numbers, and every move becomes edges that keep their evidence."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from kuajing.graph.arrays import Edges, Flags, Ids, build_edges
from kuajing.graph.draft import draft_edges
from kuajing.graph.label_space import Effect
from kuajing.graph.numbering import Numbering, number_columns
from kuajing.model.estate import Estate, Influence, Move
from kuajing.model.names import ColumnName, DatasetName
from kuajing.source.location import Location

Evidence: TypeAlias = Move | Influence | Location


@dataclass(frozen=True, slots=True, eq=False)
class FlowGraph:
    """Columns as nodes 0..n-1 in the order of their names, and the edges between them.

    `dataset_of` is u32[n] into `datasets`; the columns of dataset d are first_column[d] .. first_column[d + 1].
    `evidence_of` is u32[edges] into `evidence`: a move, an influence, or the place of the dataset whose unnamed
    columns may be its named ones. Edge ids follow (source, target, evidence). `fed` (bool[n]) marks columns that
    something from another dataset reaches, `cleared` (bool[n]) those declared anonymous, `told` (bool[datasets]) the
    datasets whose columns are all known or of which a source names one. `places` are where each dataset stands.
    """

    columns: tuple[ColumnName, ...]
    datasets: tuple[DatasetName, ...]
    dataset_of: Ids
    first_column: tuple[int, ...]
    edges: Edges
    evidence: tuple[Evidence, ...]
    evidence_of: Ids
    fed: Flags
    cleared: Flags
    told: Flags
    places: tuple[Location, ...]

    def dataset_number(self, dataset: DatasetName) -> int:
        """The number of a dataset; raises KeyError where the estate does not know it."""
        number = bisect_left(self.datasets, dataset_order(dataset), key=dataset_order)
        if number == len(self.datasets) or self.datasets[number] != dataset:
            raise KeyError(str(dataset))
        return number

    def nodes_of(self, dataset: DatasetName) -> range:
        """The numbers of a dataset's columns; raises KeyError where the estate does not know it."""
        number = self.dataset_number(dataset)
        return range(self.first_column[number], self.first_column[number + 1])

    def node(self, column: ColumnName) -> int:
        """The number of a column; raises KeyError where the estate does not know it."""
        nodes = self.nodes_of(column.dataset)
        node = bisect_left(self.columns, column.column, nodes.start, nodes.stop, key=column_order)
        if node == nodes.stop or self.columns[node] != column:
            raise KeyError(str(column))
        return node


def dataset_order(dataset: DatasetName) -> tuple[str, tuple[str, ...]]:
    """What datasets are sorted by: as they sort themselves, but quicker to compare."""
    return (dataset.system, dataset.path)


def column_order(column: ColumnName) -> str:
    """What the columns of one dataset are sorted by."""
    return column.column


def assemble(estate: Estate, cleared: frozenset[ColumnName]) -> FlowGraph:
    """The graph of everything that moves in an estate; nothing personal passes into a `cleared` column.

    A dataset has a node for each column that anything names, one for the columns that nobody names where there may
    be such, and one for its rows where a filter or join upstream decided which are there.
    """
    numbering = number_columns(estate)
    draft = draft_edges(estate, numbering)
    datasets = tuple(sorted(numbering.datasets, key=dataset_order))
    order, counts = _order_of_names(numbering, datasets)
    number = np.zeros(len(order), np.uint32)
    number[order] = np.arange(len(order))
    dataset_of = np.repeat(np.arange(len(datasets), dtype=np.uint32), counts)
    source, target = number[np.array(draft.source, np.int64)], number[np.array(draft.target, np.int64)]
    evidence_of = np.array(draft.evidence, np.uint32)
    by_name = np.lexsort((evidence_of, target, source))
    source, target, evidence_of = source[by_name], target[by_name], evidence_of[by_name]
    is_cleared = _flags(numbering, number, cleared)
    effect = np.array(draft.effect, np.uint8)[by_name]
    effect[is_cleared[target]] = Effect.DROP
    numbers = [numbering.datasets[dataset] for dataset in datasets]
    return FlowGraph(
        columns=tuple(numbering.names[old] for old in order),
        datasets=datasets,
        dataset_of=dataset_of,
        first_column=(0, *np.cumsum(counts).tolist()),
        edges=build_edges(len(order), source, target, effect),
        evidence=(*estate.moves, *estate.influences, *draft.places),
        evidence_of=evidence_of,
        fed=_fed(source, target, evidence_of < len(estate.moves), dataset_of),
        cleared=is_cleared,
        told=np.array([old in numbering.told for old in numbers], np.bool_),
        places=tuple(numbering.places[old] for old in numbers),
    )


def _order_of_names(numbering: Numbering, datasets: tuple[DatasetName, ...]) -> tuple[list[int], list[int]]:
    """The numbers of all columns in the order of their names, and how many each dataset has."""
    order: list[int] = []
    counts = []
    for dataset in datasets:
        columns = numbering.columns_of(dataset)
        order.extend(columns[name] for name in sorted(columns))
        counts.append(len(columns))
    return order, counts


def _flags(numbering: Numbering, number: Ids, columns: frozenset[ColumnName]) -> Flags:
    """Which nodes (bool[n]) are among these columns."""
    flags = np.zeros(len(number), np.bool_)
    for column in columns:
        if column.dataset in numbering.datasets:
            old = numbering.columns_of(column.dataset).get(column.column)
            if old is not None:
                flags[number[old]] = True
    return flags


def _fed(source: Ids, target: Ids, is_move: Flags, dataset_of: Ids) -> Flags:
    """Which columns a move from another dataset reaches, also by way of other columns of their own dataset."""
    inside = dataset_of[source] == dataset_of[target]
    fed = np.zeros(len(dataset_of), np.bool_)
    fed[target[is_move & ~inside]] = True
    source, target = source[inside], target[inside]
    reached = fed[source] & ~fed[target]
    while reached.any():
        fed[target[reached]] = True
        reached = fed[source] & ~fed[target]
    return fed
