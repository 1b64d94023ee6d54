"""All columns of a dataset together: siblings are evidence, declared categories outrank it."""

from collections.abc import Mapping
from types import MappingProxyType

from kuajing.classifiers.classify import classify_in
from kuajing.classifiers.declared import declared_classification
from kuajing.classifiers.said import with_said
from kuajing.classifiers.surroundings import TableContext, read_table
from kuajing.classifiers.vocabulary import Vocabulary
from kuajing.model.estate import Column, Dataset, SaidCategory
from kuajing.model.labels import Classification
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName

Said = Mapping[ColumnName, tuple[SaidCategory, ...]]
NOTHING_SAID: Said = MappingProxyType({})

_REACHES = ("pi.basic.phone", "pi.basic.address", "pi.identity.id_image", "pi.finance", "pi.biometric")


def classify_dataset(
    dataset: Dataset, overrides: Mapping[str, str], vocabulary: Vocabulary, said: Said = NOTHING_SAID
) -> tuple[tuple[ColumnName, Classification], ...]:
    """The classification of every named column, sorted; `overrides` are categories declared by column name.

    `said` is what maps kept elsewhere say. A declared category outranks the classifier, whose evidence is kept beside it. Where identity numbers stand beside
    names and ways to reach or harm the same people, what is harmless alone becomes conditional.
    """
    columns = [column for column in dataset.columns if column.name.column not in {ALL_COLUMNS, ROWS}]
    name = dataset.name.path[-1] if dataset.name.path else ""
    table = TableContext(name, dataset.comment, tuple(column.name.column for column in columns))
    surroundings = read_table(table, vocabulary)
    declared = {key.lower(): category for key, category in overrides.items()}

    def found_of(column: Column, *, aggregated: bool) -> Classification:
        found = classify_in(column, surroundings, vocabulary, aggregated=aggregated)
        told = said.get(column.name, ())
        return with_said(found, told, surroundings, vocabulary, aggregated=aggregated) if told else found

    first = {column.name: found_of(column, aggregated=False) for column in columns}
    mixed = aggregates({declared.get(key.column, found.category) for key, found in first.items()})
    result: dict[ColumnName, Classification] = {}
    for column in columns:
        category = declared.get(column.name.column)
        if category is not None:
            kept = first[column.name]
            result[column.name] = declared_classification(category, vocabulary, beside=kept)
        elif mixed:
            result[column.name] = found_of(column, aggregated=True)
        else:
            result[column.name] = first[column.name]
    return tuple(sorted(result.items(), key=lambda entry: entry[0]))


def aggregates(categories: set[str]) -> bool:
    """Whether an identity number, a name and a way to reach or harm people stand together."""
    identity = any(category.startswith("pi.identity.") for category in categories)
    reach = any(category.startswith(_REACHES) for category in categories)
    return identity and "pi.basic.name" in categories and reach
