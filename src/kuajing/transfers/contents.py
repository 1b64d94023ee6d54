"""What a transfer carries: categories, sensitivity, importance, origin, and the people behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.model.crossings import LabelTrail
from kuajing.model.declaration import DeclaredDataset
from kuajing.model.facts import Transform
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.labels import UNKNOWN_CONTENT, Classification, Form, Origin
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.truth import Truth, any_of, truth
from kuajing.transfers.drafts import Draft
from kuajing.transfers.people import Group

PERSONAL = "pi."
IMPORTANT = "important:"
SENSITIVE = "sensitive:"


@dataclass(frozen=True, slots=True)
class Contents:
    """What one transfer carries.

    `categories` are the personal categories that cross as values, `sensitive` those of them that are or may be
    sensitive, `aggregates` those that cross as figures only. `is_sensitive` says whether sensitive values cross.
    `important` holds statuses and indicators. `introduced` says whether data collected in the mainland crosses or
    decided what crosses. `groups` are the people by population; `foreign` the people first met abroad.
    """

    personal: Truth
    categories: tuple[str, ...]
    sensitive: tuple[str, ...]
    aggregates: tuple[str, ...]
    is_sensitive: Truth
    has_ordinary: Truth
    important: tuple[str, ...]
    introduced: Truth
    deidentified: bool
    datasets: tuple[DeclaredDataset, ...]
    groups: tuple[Group, ...]
    foreign: Interval
    stock_known: bool


def contents(
    draft: Draft,
    classifications: Mapping[ColumnName, Classification],
    declared: Mapping[DatasetName, DeclaredDataset],
) -> Contents:
    """What the trails of a transfer carry."""
    trails = [trail for crossing in draft.crossings for trail in crossing.trails]
    values = [trail for trail in trails if _is_personal(trail) and trail.label.form is Form.PLAIN]
    figures = [trail for trail in trails if _is_personal(trail) and trail.label.form is Form.AGGREGATE]
    words = {trail.label.category for trail in trails}
    categories = tuple(sorted({trail.label.category for trail in values}))
    sensitive = tuple(
        sorted({one.label.category for one in values if _sensitivity(one, classifications) != "no"})
    )
    people = _people(draft, values, declared)
    return Contents(
        personal=_personal(values, trails),
        categories=categories,
        sensitive=sensitive,
        aggregates=tuple(sorted({trail.label.category for trail in figures} - set(categories))),
        is_sensitive=_is_sensitive(trails, values, classifications),
        has_ordinary=truth(any(_sensitivity(one, classifications) != "yes" for one in values))
        if values
        else Truth.UNKNOWN,
        important=tuple(sorted(word.removeprefix(IMPORTANT) for word in words if word.startswith(IMPORTANT))),
        introduced=_introduced(trails),
        deidentified=bool(values) and all(_is_deidentified(trail) for trail in values),
        datasets=tuple(dataset for _, dataset in people),
        groups=tuple(_group(dataset) for _, dataset in people if not _is_foreign(dataset)),
        foreign=_sum([dataset for _, dataset in people if _is_foreign(dataset)]),
        stock_known=bool(people) and all(d.people is not None and d.people.count_known for _, d in people),
    )


def _is_personal(trail: LabelTrail) -> bool:
    return trail.label.category.startswith(PERSONAL)


def _personal(values: list[LabelTrail], trails: list[LabelTrail]) -> Truth:
    if values:
        return Truth.YES
    return Truth.UNKNOWN if any(trail.label.category == UNKNOWN_CONTENT for trail in trails) else Truth.NO


def _sensitivity(trail: LabelTrail, classifications: Mapping[ColumnName, Classification]) -> str:
    said = classifications.get(trail.start)
    return said.sensitive if said else "no"


def _is_sensitive(
    trails: list[LabelTrail], values: list[LabelTrail], classifications: Mapping[ColumnName, Classification]
) -> Truth:
    words = {trail.label.category for trail in trails if trail.label.form is Form.PLAIN}
    words |= {SENSITIVE + _sensitivity(trail, classifications) for trail in values}
    if SENSITIVE + "yes" in words:
        return Truth.YES
    if SENSITIVE + "conditional" in words or UNKNOWN_CONTENT in words:
        return Truth.UNKNOWN
    return Truth.NO


def _introduced(trails: list[LabelTrail]) -> Truth:
    origins = {trail.label.origin for trail in trails if not trail.label.category.startswith(IMPORTANT)}
    if Origin.MAINLAND in origins:
        return Truth.YES
    return Truth.UNKNOWN if Origin.UNKNOWN in origins or not origins else Truth.NO


def _is_deidentified(trail: LabelTrail) -> bool:
    return any(hop.transform in {Transform.MASKED, Transform.HASHED} for hop in trail.hops)


def _people(
    draft: Draft, values: list[LabelTrail], declared: Mapping[DatasetName, DeclaredDataset]
) -> tuple[tuple[DatasetName, DeclaredDataset], ...]:
    """The datasets whose declared people are in the transfer: on each trail the nearest to the border that says.

    A trail on which no dataset says how many people it holds stands as its first dataset with nothing known.
    """
    found: dict[DatasetName, DeclaredDataset] = {}
    for crossing in draft.crossings:
        for trail in crossing.trails:
            if trail not in values:
                continue
            path = [trail.start.dataset, *(hop.source.dataset for hop in trail.hops), crossing.source]
            said = [name for name in path if name in declared and declared[name].people is not None]
            name = said[-1] if said else trail.start.dataset
            found[name] = declared.get(name) or DeclaredDataset(str(name), crossing.location)
    return tuple(sorted(found.items()))


def _is_foreign(dataset: DeclaredDataset) -> bool:
    return dataset.people is not None and dataset.people.collected_in == "abroad"


def _group(dataset: DeclaredDataset) -> Group:
    people = dataset.people
    if people is None:
        return Group("", NOTHING_KNOWN, NOTHING_KNOWN)
    return Group(people.population or "", Interval(0, people.count.high), people.count)


def _sum(datasets: list[DeclaredDataset]) -> Interval:
    total = Interval.exactly(0)
    for dataset in datasets:
        total = total + (dataset.people.count if dataset.people else NOTHING_KNOWN)
    return total


def under_14(carried: Contents) -> Truth:
    """Whether people under 14 are among them, as far as the datasets say."""
    said = [dataset.people.under_14 if dataset.people else Truth.UNKNOWN for dataset in carried.datasets]
    return any_of(said) if said else Truth.UNKNOWN
