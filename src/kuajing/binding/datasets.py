"""Datasets and their columns, put together from everything the sources say of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kuajing.binding.resolver import Resolver
from kuajing.model.estate import Column, Dataset
from kuajing.model.facts import ColumnFact, Fact, InfluenceFact, MoveFact, TableFact
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.source.location import Location


@dataclass(slots=True)
class _Draft:
    """One dataset while its facts are gathered: what is said of each column, in the order of the columns."""

    columns: dict[str, list[ColumnFact]] = field(default_factory=dict)
    first: dict[str, Location] = field(default_factory=dict)
    comments: list[tuple[Location, str]] = field(default_factory=list)
    places: set[Location] = field(default_factory=set)
    complete: bool = False

    def column(self, name: str, location: Location) -> None:
        folded = name.lower()
        if folded != ALL_COLUMNS and folded not in self.columns:
            self.columns[folded] = []
            self.first[folded] = location


def gather(facts: Iterable[Fact], names: Resolver) -> tuple[Dataset, ...]:
    """All datasets that sources speak of, sorted.

    Columns keep the order of the first definition; columns that only moves name follow, sorted by name.
    """
    drafts: dict[DatasetName, _Draft] = {}
    used: dict[DatasetName, dict[str, Location]] = {}
    tables: list[TableFact] = []
    for fact in facts:
        match fact:
            case TableFact():
                tables.append(fact)
            case MoveFact():
                _use(used, names.name(fact.source), fact.source_column, fact.location)
                _use(used, names.name(fact.target), fact.target_column, fact.location)
            case InfluenceFact():
                _use(used, names.name(fact.source), fact.source_column, fact.location)
                _use(used, names.name(fact.target), ALL_COLUMNS, fact.location)
            case _:
                pass
    for table in sorted(tables, key=lambda fact: (fact.location, repr(fact))):
        _add_table(drafts.setdefault(names.name(table.dataset), _Draft()), table)
    for name, columns in used.items():
        draft = drafts.setdefault(name, _Draft())
        for column in sorted(columns):
            draft.column(column, columns[column])
            draft.places.add(columns[column])
    return tuple(_dataset(name, drafts[name]) for name in sorted(drafts))


def extended(
    datasets: Iterable[Dataset], named: Iterable[tuple[ColumnName, Location]]
) -> tuple[Dataset, ...]:
    """The datasets with what a declaration names besides: new datasets, and columns of those not wholly known.

    The column `*` names its dataset alone. A column that a whole definition lacks is not added: `unmatched-name`
    tells of it.
    """
    by_name = {dataset.name: dataset for dataset in datasets}
    for column, location in sorted(set(named)):
        name = column.dataset
        known = by_name.get(name) or Dataset(name, "", (), complete=False, locations=(location,))
        is_new = column not in {one.name for one in known.columns}
        if is_new and column.column != ALL_COLUMNS and not known.complete:
            known = replace(known, columns=(*known.columns, Column(column, "", "", (location,))))
        by_name[name] = known
    return tuple(by_name[name] for name in sorted(by_name))


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
    columns = tuple(
        Column(
            name=name.column(column),
            type=next((fact.type for fact in said if fact.type), ""),
            comment=next((fact.comment for fact in said if fact.comment), ""),
            locations=tuple(sorted({fact.location for fact in said})) or (draft.first[column],),
        )
        for column, said in draft.columns.items()
    )
    comment = min(draft.comments)[1] if draft.comments else ""
    return Dataset(name, comment, columns, draft.complete, tuple(sorted(draft.places)))
