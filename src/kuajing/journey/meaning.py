"""What a person may mean by a word: a category, system, party, jurisdiction, dataset or column."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from kuajing.classifiers import TableContext, Vocabulary, classify
from kuajing.journey.categories import categories_called
from kuajing.model.analysis import Analysis
from kuajing.model.estate import Column
from kuajing.model.labels import Outcome
from kuajing.model.names import ALL_COLUMNS, ColumnName, DatasetName
from kuajing.readers.declaration.jurisdictions import CODES, meant

_MAINLAND = "mainland"
_CODE_LETTERS = 2
_MOST_SEARCHED = 20_000
"""Names that are compared with a misspelt word; more would keep a person waiting."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The columns and systems meant; `kind` is true where a kind of data is meant wherever it lies."""

    columns: tuple[ColumnName, ...]
    systems: frozenset[str] = frozenset()
    is_kind: bool = False


def meaning(what: str, analysis: Analysis, vocabulary: Vocabulary) -> Meaning | None:
    """What `what` means in an estate, None where nothing is called that.

    Names that people gave come before what the classifier makes of a word (`手机号`, `mobile`), and that before the
    name of a column without its dataset.
    """
    wanted = what.strip()
    categories = categories_called(wanted, vocabulary)
    if categories:
        return _of_categories(categories, analysis)
    systems = _systems(wanted, analysis)
    if systems:
        return Meaning(_columns_of(systems, analysis), systems)
    named = _named(wanted.lower(), analysis)
    if named:
        return Meaning(named)
    guessed = _category_of_word(wanted, vocabulary)
    if guessed:
        return _of_categories((guessed,), analysis)
    alone = tuple(column for column in _columns(analysis) if column.column == wanted.lower())
    return Meaning(alone, is_kind=True) if alone else None


def _of_categories(categories: tuple[str, ...], analysis: Analysis) -> Meaning:
    labelled = analysis.labelling.classifications
    columns = (name for name, one in labelled if any(_is_under(one.category, above) for above in categories))
    return Meaning(tuple(columns), is_kind=True)


def _is_under(category: str, above: str) -> bool:
    return category == above or category.startswith(above + ".")


def _category_of_word(word: str, vocabulary: Vocabulary) -> str | None:
    """The category of a column that is called or described by a word; a name with dots is meant as it stands."""
    if "." in word:
        return None
    name = ColumnName(DatasetName("", ()), word.lower() if word.isascii() else "")
    read = classify(Column(name, "", "" if word.isascii() else word, ()), TableContext(""), vocabulary)
    return read.category if read.outcome is not Outcome.NONE else None


def _systems(wanted: str, analysis: Analysis) -> frozenset[str]:
    code = _jurisdiction(wanted)
    placed = {name for name, one in analysis.labelling.placements if code and one.jurisdiction == code}
    called = {
        system.id
        for system in analysis.estate.systems
        if wanted in {system.id, system.label, system.recipient, system.handler}
    }
    return frozenset(called or placed)


def _jurisdiction(wanted: str) -> str | None:
    """The code of a jurisdiction; two small letters are more often the name of a column."""
    if wanted in CODES:
        return wanted
    if wanted.lower() == _MAINLAND:
        return "CN"
    return meant(wanted) if len(wanted) > _CODE_LETTERS or not wanted.isascii() else None


def _columns_of(systems: frozenset[str], analysis: Analysis) -> tuple[ColumnName, ...]:
    return tuple(column for column in _columns(analysis) if column.dataset.system in systems)


def _columns(analysis: Analysis) -> Iterator[ColumnName]:
    for dataset in analysis.estate.datasets:
        yield from (column.name for column in dataset.columns)
        yield dataset.name.column(ALL_COLUMNS)


def _named(folded: str, analysis: Analysis) -> tuple[ColumnName, ...]:
    """The columns of the datasets, or the columns, that are called so."""
    found: list[ColumnName] = []
    for dataset in analysis.estate.datasets:
        columns = (*(column.name for column in dataset.columns), dataset.name.column(ALL_COLUMNS))
        names = set(_names(dataset.name))
        if folded in names:
            found += columns
        else:
            found += (
                column for column in columns if any(f"{name}.{column.column}" == folded for name in names)
            )
    return tuple(found)


def _names(dataset: DatasetName) -> Iterator[str]:
    """Every name a person may call a dataset by: its system, or some outer parts of its path, left out or not."""
    for start in range(len(dataset.path)):
        inner = ".".join(dataset.path[start:]).lower()
        yield inner
        yield f"{dataset.system.lower()}.{inner}"


def nearest(what: str, analysis: Analysis) -> tuple[str, ...]:
    """Names in the estate that are spelt nearly so."""
    handlers = (handler.id for handler in analysis.declaration.handlers)
    recipients = (recipient.id for recipient in analysis.declaration.recipients)
    systems = (system.id for system in analysis.estate.systems)
    categories = (one.category for _, one in analysis.labelling.classifications)
    names = {*systems, *handlers, *recipients, *categories, *islice(_written(analysis), _MOST_SEARCHED)}
    return tuple(get_close_matches(what, sorted(names), n=3, cutoff=0.7))


def _written(analysis: Analysis) -> Iterator[str]:
    """Names of datasets and columns as people write them: whole, and with nothing between system and table."""
    for dataset in analysis.estate.datasets:
        for name in sorted({str(dataset.name), f"{dataset.name.system}.{dataset.name.path[-1]}"}):
            yield name
            yield from (f"{name}.{column.name.column}" for column in dataset.columns)
