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
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.source.location import Location

Evidence: TypeAlias = Move | Influence | Location


@dataclass(frozen=True, slots=True, eq=False)
class FlowGraph:
    """Columns as nodes 0..n-1 in the order of their names, and the edges between them.

    `dataset_of` is u32[n] into `datasets`; the columns of dataset d are first_column[d] .. first_column[d + 1].
    `evidence_of` is u32[edges] into `evidence`: a move, an influence, or the place of the dataset whose unnamed
    columns may be its named ones. Edge ids follow (source, target, evidence). `fed` (bool[n]) marks columns that
    something from another dataset reaches, `cleared` (bool[n]) those declared anonymous, `complete`
    (bool[datasets]) the datasets whose columns are all known. `places` are where each dataset stands.
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
    complete: Flags
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

    def is_named(self, node: int) -> bool:
        """Whether a node is a column with a name of its own, not one that stands for others."""
        return self.columns[node].column not in {ALL_COLUMNS, ROWS}


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
    new_number, columns, datasets = _sorted_names(numbering)
    source = new_number[np.array(draft.source, np.uint32)]
    target = new_number[np.array(draft.target, np.uint32)]
    evidence_of = np.array(draft.evidence, np.uint32)
    order = np.lexsort((evidence_of, target, source))
    source, target, evidence_of = source[order], target[order], evidence_of[order]
    numbers = {dataset: number for number, dataset in enumerate(datasets)}
    dataset_of = np.array([numbers[column.dataset] for column in columns], np.uint32)
    counts = np.bincount(dataset_of, minlength=len(datasets))
    is_cleared = np.array([column in cleared for column in columns], np.bool_)
    effect = np.array(draft.effect, np.uint8)[order]
    effect[is_cleared[target]] = Effect.DROP
    complete = {dataset.name for dataset in estate.datasets if dataset.complete}
    return FlowGraph(
        columns=columns,
        datasets=datasets,
        dataset_of=dataset_of,
        first_column=(0, *np.cumsum(counts).tolist()),
        edges=build_edges(len(columns), source, target, effect),
        evidence=(*estate.moves, *estate.influences, *draft.places),
        evidence_of=evidence_of,
        fed=_fed(source, target, evidence_of < len(estate.moves), dataset_of),
        cleared=is_cleared,
        complete=np.array([dataset in complete for dataset in datasets], np.bool_),
        places=tuple(numbering.places[numbering.datasets[dataset]] for dataset in datasets),
    )


def _sorted_names(numbering: Numbering) -> tuple[Ids, tuple[ColumnName, ...], tuple[DatasetName, ...]]:
    """The number each column gets by its name, the columns and the datasets in that order."""
    datasets = tuple(sorted(numbering.datasets, key=dataset_order))
    columns: list[ColumnName] = []
    new_number = np.zeros(numbering.count, np.uint32)
    for dataset in datasets:
        for name, number in sorted(numbering.columns[numbering.datasets[dataset]].items()):
            new_number[number] = len(columns)
            columns.append(ColumnName(dataset, name))
    return new_number, tuple(columns), datasets


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
