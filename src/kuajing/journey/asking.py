"""What a person asks about, met with columns: a category, column, dataset, system, recipient or jurisdiction."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kuajing.classifiers import Vocabulary
from kuajing.graph import whence, where
from kuajing.journey.analyse import Journey
from kuajing.journey.categories import categories_called
from kuajing.model.analysis import Analysis
from kuajing.model.crossings import Reach
from kuajing.model.labels import Placement
from kuajing.model.names import ALL_COLUMNS, ColumnName


@dataclass(frozen=True, slots=True)
class Found:
    """A dataset that the answer names, with where its system stands."""

    reach: Reach
    placement: Placement


@dataclass(frozen=True, slots=True)
class Unmet:
    """Nothing is called what was asked; `nearest` are names close to it."""

    nearest: tuple[str, ...]


def ask(journey: Journey, vocabulary: Vocabulary, what: str, *, forward: bool) -> tuple[Found, ...] | Unmet:
    """Where the data of `what` goes, or comes from."""
    columns = _columns(journey.analysis, vocabulary, what)
    if not columns:
        return Unmet(tuple(get_close_matches(what, sorted(_names(journey.analysis)), n=3)))
    known = [column for column in columns if _is_known(journey, column)]
    placements = dict(journey.analysis.labelling.placements)
    reached = (where if forward else whence)(journey.graph, known)
    return tuple(Found(reach, placements[reach.dataset.system]) for reach in reached)


def _is_known(journey: Journey, column: ColumnName) -> bool:
    try:
        journey.graph.node(column)
    except KeyError:
        return False
    return True


def _columns(analysis: Analysis, vocabulary: Vocabulary, what: str) -> tuple[ColumnName, ...]:
    """The columns that are meant: of that category, of that name, or of the systems of that party or place."""
    prefixes = categories_called(what, vocabulary)
    if prefixes:
        labelled = analysis.labelling.classifications
        return tuple(
            name for name, one in labelled if any(_is_under(one.category, prefix) for prefix in prefixes)
        )
    folded = what.lower()
    systems = {
        system.id
        for system in analysis.estate.systems
        if what in {system.id, system.recipient, system.handler}
    }
    systems |= {name for name, placement in analysis.labelling.placements if placement.jurisdiction == what}
    return tuple(
        sorted(
            column
            for dataset in analysis.estate.datasets
            for column in (*(one.name for one in dataset.columns), dataset.name.column(ALL_COLUMNS))
            if dataset.name.system in systems or folded in _called(column)
        )
    )


def _is_under(category: str, prefix: str) -> bool:
    return category == prefix or category.startswith(prefix + ".")


def _called(column: ColumnName) -> Iterable[str]:
    """Every name that a person may call a column by: with its dataset, or its dataset alone, outer parts left out or not."""
    path = column.dataset.path
    for start in range(len(path)):
        dataset = ".".join((column.dataset.system, *path[start:])).lower()
        yield dataset
        yield f"{dataset}.{column.column}"


def _names(analysis: Analysis) -> set[str]:
    names = {system.id for system in analysis.estate.systems}
    names |= {recipient.id for recipient in analysis.declaration.recipients}
    names |= {str(dataset.name) for dataset in analysis.estate.datasets}
    return names | {one.category for _, one in analysis.labelling.classifications}
