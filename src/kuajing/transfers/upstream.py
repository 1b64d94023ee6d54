"""Where values come from, column by column, and which columns begin with a label of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.declaration import DeclaredDataset
from kuajing.model.estate import Estate, Labelling, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import NO_CATEGORY, UNKNOWN_CONTENT, Classification, Label, Origin
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName

_NO_MOVES: Mapping[str, tuple[Move, ...]] = {}


@dataclass(frozen=True, slots=True)
class Upstream:
    """Knows what each column's values come from; build it with `upstream_of`.

    `into` holds the moves into each dataset by the column they name there; aggregates are left out, since people's
    values do not pass them. `columns` are the named columns of each dataset, `labels` those a column begins with if
    nothing is seen coming in, `cleared` the columns whose anonymisation stands. `counting` are the datasets that
    declare how many people they hold at most, with where those were met.
    """

    into: Mapping[DatasetName, Mapping[str, tuple[Move, ...]]]
    columns: Mapping[DatasetName, frozenset[str]]
    labels: Mapping[ColumnName, tuple[Label, ...]]
    cleared: frozenset[ColumnName]
    counting: Mapping[DatasetName, Origin]

    def before(self, column: ColumnName) -> Iterator[tuple[ColumnName, Move]]:
        """The columns whose values a move brings into this one, with the move.

        Read as the graph reads them: what goes into unnamed columns may be in any named one, and where everything
        goes over columns keep their names.
        """
        if column in self.cleared:
            return
        moves = self.into.get(column.dataset, _NO_MOVES)
        if column.column != ALL_COLUMNS:
            for move in moves.get(column.column, ()):
                yield from ((source, move) for source in self._sources(move))
        for move in moves.get(ALL_COLUMNS, ()):
            for source in self._sources(move):
                if move.source.column != ALL_COLUMNS or self._arrives(source, column):
                    yield source, move

    def _sources(self, move: Move) -> Iterator[ColumnName]:
        yield move.source
        if move.source.column == ALL_COLUMNS:
            dataset = move.source.dataset
            yield from (dataset.column(name) for name in sorted(self.columns.get(dataset, frozenset())))

    def _arrives(self, source: ColumnName, target: ColumnName) -> bool:
        """Whether a column of a source that goes over whole comes into a column: by its name, or unnamed."""
        return source.column == target.column or source.column not in self.columns.get(
            target.dataset, frozenset()
        )


def upstream_of(
    estate: Estate, labelling: Labelling, declared: Mapping[DatasetName, DeclaredDataset], on: date
) -> Upstream:
    """What the moves of an estate bring where, and where labels begin, on a day."""
    into: dict[DatasetName, dict[str, list[Move]]] = {}
    columns: dict[DatasetName, set[str]] = {
        dataset.name: {column.name.column for column in dataset.columns} for dataset in estate.datasets
    }
    for move in estate.moves:
        for end in (move.source, move.target):
            columns.setdefault(end.dataset, set()).add(end.column)
        if move.transform is not Transform.AGGREGATED:
            into.setdefault(move.target.dataset, {}).setdefault(move.target.column, []).append(move)
    cleared = frozenset(_cleared(declared, on))
    figures = _only_figures(estate.moves)
    shown = {
        name: one
        for name, one in labelling.classifications
        if name not in cleared and (name not in figures or one.basis is Basis.DECLARED)
    }
    return Upstream(
        {dataset: {name: tuple(found) for name, found in by.items()} for dataset, by in into.items()},
        {dataset: frozenset(names - {ALL_COLUMNS}) for dataset, names in columns.items()},
        dict(_labels(estate, shown, declared, on)),
        cleared,
        {
            name: _origin(dataset)
            for name, dataset in declared.items()
            if dataset.people is not None and dataset.people.count.high is not None
        },
    )


def _labels(
    estate: Estate,
    classifications: Mapping[ColumnName, Classification],
    declared: Mapping[DatasetName, DeclaredDataset],
    on: date,
) -> Iterator[tuple[ColumnName, tuple[Label, ...]]]:
    for dataset in estate.datasets:
        said = declared.get(dataset.name)
        origin = _origin(said)
        standing = _standing(said, on)
        important = (Label(f"important:{standing}", origin),) if standing else ()
        if not dataset.columns and not dataset.complete:
            yield dataset.name.column(ALL_COLUMNS), (Label(UNKNOWN_CONTENT, origin), *important)
        for column in dataset.columns:
            one = classifications.get(column.name)
            found = () if one is None or one.category == NO_CATEGORY else _personal(one, origin)
            if found or important:
                yield column.name, (*found, *important)


def _standing(said: DeclaredDataset | None, on: date) -> str | None:
    """What a dataset is as important data on a day; nothing yet where that was said later."""
    if said is None or said.important is None or said.important.status == "none":
        return None
    since = said.important.on
    return None if isinstance(since, date) and since > on else said.important.status


def _only_figures(moves: tuple[Move, ...]) -> set[ColumnName]:
    """The columns that get nothing but figures over many: a name alone does not make those personal."""
    figures = {move.target for move in moves if move.transform is Transform.AGGREGATED}
    values = {move.target for move in moves if move.transform is not Transform.AGGREGATED}
    return {name for name in figures - values if name.dataset.column(ALL_COLUMNS) not in values}


def _personal(classification: Classification, origin: Origin) -> tuple[Label, ...]:
    label = Label(classification.category, origin)
    if classification.sensitive == "no":
        return (label,)
    return (label, Label(f"sensitive:{classification.sensitive}", origin))


def _origin(dataset: DeclaredDataset | None) -> Origin:
    words = {origin.value: origin for origin in (Origin.MAINLAND, Origin.ABROAD)}
    collected_in = dataset.people.collected_in if dataset and dataset.people else None
    return words.get(collected_in or "", Origin.UNKNOWN)


def _cleared(declared: Mapping[DatasetName, DeclaredDataset], on: date) -> Iterator[ColumnName]:
    for name, dataset in declared.items():
        for entry in dataset.anonymised:
            if entry.stands_on(on):
                yield from (name.column(column) for column in entry.columns)
