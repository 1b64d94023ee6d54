"""Datasets and their columns, put together from everything the sources say of them."""

from collections.abc import Iterable

from kuajing.binding.resolver import Resolver
from kuajing.model.estate import Column, Dataset
from kuajing.model.facts import ColumnFact, Fact, InfluenceFact, MoveFact, TableFact
from kuajing.model.names import ALL_COLUMNS, DatasetName
from kuajing.source.location import Location


class _Draft:
    """One dataset while its facts are gathered."""

    def __init__(self) -> None:
        self.columns: dict[str, list[ColumnFact]] = {}
        self.order: list[tuple[Location, str]] = []
        self.comments: list[tuple[Location, str]] = []
        self.places: set[Location] = set()
        self.complete = False

    def column(self, name: str, location: Location) -> None:
        folded = name.lower()
        if folded != ALL_COLUMNS and folded not in self.columns:
            self.columns[folded] = []
            self.order.append((location, folded))


def gather(
    facts: Iterable[Fact], names: Resolver, extra: Iterable[tuple[DatasetName, Location]]
) -> tuple[Dataset, ...]:
    """All datasets of the estate, sorted; `extra` are datasets that only a declaration names.

    Columns keep the order of the first definition; columns that only moves name follow, sorted by name.
    """
    drafts: dict[DatasetName, _Draft] = {}
    ordered = tuple(facts)
    for table in sorted(
        (fact for fact in ordered if isinstance(fact, TableFact)), key=lambda fact: fact.location
    ):
        _add_table(drafts.setdefault(names.name(table.dataset), _Draft()), table)
    used: dict[DatasetName, dict[str, Location]] = {}
    for fact in ordered:
        if isinstance(fact, MoveFact):
            _use(used, names.name(fact.source), fact.source_column, fact.location)
            _use(used, names.name(fact.target), fact.target_column, fact.location)
        elif isinstance(fact, InfluenceFact):
            _use(used, names.name(fact.source), fact.source_column, fact.location)
            _use(used, names.name(fact.target), ALL_COLUMNS, fact.location)
    for name, location in extra:
        _use(used, name, ALL_COLUMNS, location)
    for name, columns in used.items():
        draft = drafts.setdefault(name, _Draft())
        for column in sorted(columns):
            draft.column(column, columns[column])
            draft.places.add(columns[column])
    return tuple(_dataset(name, drafts[name]) for name in sorted(drafts))


def _add_table(draft: _Draft, table: TableFact) -> None:
    draft.places.add(table.location)
    draft.complete = draft.complete or table.complete
    if table.comment:
        draft.comments.append((table.location, table.comment))
    for column in table.columns:
        draft.column(column.name, column.location)
        if column.name != ALL_COLUMNS:
            draft.columns[column.name.lower()].append(column)


def _use(
    used: dict[DatasetName, dict[str, Location]], name: DatasetName, column: str, location: Location
) -> None:
    columns = used.setdefault(name, {})
    folded = column.lower()
    columns[folded] = min(location, columns.get(folded, location))


def _dataset(name: DatasetName, draft: _Draft) -> Dataset:
    first_places = {column: location for location, column in draft.order}
    columns = tuple(
        Column(
            name=name.column(column),
            type=next((fact.type for fact in said if fact.type), ""),
            comment=next((fact.comment for fact in said if fact.comment), ""),
            locations=tuple(sorted({fact.location for fact in said})) or (first_places[column],),
        )
        for column, said in draft.columns.items()
    )
    comment = min(draft.comments)[1] if draft.comments else ""
    return Dataset(name, comment, columns, draft.complete, tuple(sorted(draft.places)))
