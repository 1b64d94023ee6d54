"""What an estate holds and moves, in the data categories of fideslang."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.estate import Access, BoundFlow, Dataset, Move
from kuajing.model.labels import is_personal
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.taxonomies import fides_words

Ends = tuple[str, str]
"""The system that data leaves and the one that it reaches."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The personal categories of columns, and the datasets of an estate by name."""

    categories: Mapping[ColumnName, str]
    datasets: Mapping[DatasetName, Dataset]

    def key(self, name: ColumnName) -> str | None:
        """The data category of a column, None where it holds nothing personal or nobody knows what it holds."""
        category = self.categories.get(name, "")
        return fides_words().key(category) if is_personal(category) else None

    def of_columns(self, dataset: DatasetName, columns: Iterable[str]) -> Iterator[str]:
        """The data categories of columns; those of all that are known, where a star or nothing is named."""
        named = [column for column in columns if column not in {ALL_COLUMNS, ROWS}]
        known = self.datasets.get(dataset)
        every = [column.name for column in known.columns] if known is not None else []
        for name in [dataset.column(column) for column in named] or every:
            key = self.key(name)
            if key is not None:
                yield key

    def of_flow(self, bound: BoundFlow) -> tuple[str, ...]:
        """The data categories of a declared flow, sorted."""
        return tuple(
            sorted({key for name in bound.sources for key in self.of_columns(name, bound.flow.columns)})
        )


def contents_of(analysis: Analysis) -> Contents:
    """The contents of an estate."""
    return Contents(
        {name: one.category for name, one in analysis.labelling.classifications},
        {dataset.name: dataset for dataset in analysis.estate.datasets},
    )


def between(analysis: Analysis, contents: Contents) -> Mapping[Ends, tuple[str, ...]]:
    """The data categories that go from one system to another, sorted; none where nobody knows which."""
    found: dict[Ends, set[str]] = {(one.source, one.target): set() for one in analysis.system_moves}
    for one in analysis.system_moves:
        keys = (fides_words().key(category) for category in one.categories if is_personal(category))
        found[one.source, one.target].update(key for key in keys if key is not None)
    for move in analysis.estate.moves:
        _add(found, _ends_of_move(move), contents.of_columns(move.source.dataset, (move.source.column,)))
    for access in analysis.estate.accesses:
        _add(found, _ends_of_access(access), contents.of_columns(access.dataset, access.columns))
    return {ends: tuple(sorted(found[ends])) for ends in sorted(found) if ends[0] != ends[1]}


def _add(found: dict[Ends, set[str]], ends: Ends, keys: Iterable[str]) -> None:
    if ends in found:
        found[ends].update(keys)


def _ends_of_move(move: Move) -> Ends:
    return move.source.dataset.system, move.target.dataset.system


def _ends_of_access(access: Access) -> Ends:
    return access.dataset.system, access.reader
