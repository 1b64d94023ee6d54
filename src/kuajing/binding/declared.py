"""What a declaration says of datasets, under the names they are known by."""

from collections.abc import Iterable, Iterator

from kuajing.binding.resolver import Resolver
from kuajing.model.declaration import Declaration, DeclaredDataset
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

Pair = tuple[DatasetName, DeclaredDataset]


def texts_of(declaration: Declaration) -> Iterator[tuple[str, Location]]:
    """Every name of a dataset or system that a declaration writes, with its place."""
    yield from ((dataset.name, dataset.location) for dataset in declaration.datasets)
    yield from ((grant.on, grant.location) for grant in declaration.grants)
    for flow in declaration.flows:
        yield from ((flow.source, flow.location), (flow.target, flow.location))


def declared_datasets(declaration: Declaration, names: Resolver) -> tuple[Pair, ...]:
    """What is declared of each dataset, sorted by the dataset's name.

    Raises InputErrors for names that mean one dataset, and for those that are a system's and no dataset's.
    """
    pairs = sorted(
        ((names.declared_name(dataset.name), dataset) for dataset in declaration.datasets),
        key=lambda pair: (pair[0], pair[1].location),
    )
    errors = [*_again(pairs), *(_whole(dataset) for name, dataset in pairs if not name.path)]
    if errors:
        raise InputErrors(errors)
    return tuple(pairs)


def _again(pairs: Iterable[Pair]) -> Iterator[InputError]:
    first: dict[DatasetName, DeclaredDataset] = {}
    for name, dataset in pairs:
        other = first.setdefault(name, dataset)
        if other is not dataset:
            values = (("first", other.name), ("place", str(other.location)), ("second", dataset.name))
            yield InputError(dataset.location, "binding.dataset_twice", values)


def _whole(dataset: DeclaredDataset) -> InputError:
    return InputError(dataset.location, "binding.dataset_is_system", (("system", dataset.name),))


def columns_of(declared: Iterable[Pair]) -> Iterator[tuple[ColumnName, Location]]:
    """The declared datasets, as their column `*`, and every column that is declared in them."""
    for name, dataset in declared:
        yield name.column(ALL_COLUMNS), dataset.location
        yield from ((name.column(column), location) for column, _, location in dataset.columns)
        for anonymised in dataset.anonymised:
            yield from ((name.column(column), anonymised.location) for column in anonymised.columns)
