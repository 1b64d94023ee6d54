"""What a transfer carries: categories, sensitivity, importance, origin, and the people behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.crossings import LabelTrail
from kuajing.model.declaration import DeclaredDataset
from kuajing.model.facts import Transform
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.labels import (
    IMPORTANT,
    SENSITIVE,
    UNKNOWN_CONTENT,
    Classification,
    Form,
    Label,
    Origin,
    is_personal,
)
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.truth import Truth, any_of, truth
from kuajing.transfers.beginnings import Holder
from kuajing.transfers.drafts import Draft
from kuajing.transfers.people import Group

STANDINGS = frozenset({"notified", "published", "core"})
"""The standings by which data is important, not only suspected to be."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one transfer carries.

    `categories` are the personal categories that cross as values, `sensitive` those of them that are or may be
    sensitive, `aggregates` those that cross as figures only. `is_sensitive` says whether sensitive values cross.
    `important` holds statuses and indicators, `important_since` the days on which its datasets became so;
    `is_all_named` is False where columns of unknown content cross, or may; `may_be_important` where such columns may
    hold important data. `introduced` says whether data collected
    in the mainland crosses or decided what crosses. `datasets` are those whose people are in it, `groups` the people
    by population, `foreign` the people first met abroad.
    """

    personal: Truth
    categories: tuple[str, ...]
    sensitive: tuple[str, ...]
    aggregates: tuple[str, ...]
    is_sensitive: Truth
    has_ordinary: Truth
    important: tuple[str, ...]
    important_since: tuple[date, ...]
    is_all_named: bool
    may_be_important: bool
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
    plain = [trail for trail in trails if trail.label.form is Form.PLAIN]
    values = [trail for trail in plain if _is_personal(trail)]
    figures = {trail.label.category for trail in trails if _is_figure(trail)}
    categories = {trail.label.category for trail in values}
    sensitive = {one.label.category for one in values if _sensitivity(one, classifications) != "no"}
    sensitive |= {
        _category(one, classifications) for one in plain if one.label.category.startswith(SENSITIVE)
    }
    holders = _holders(draft)
    said = tuple(declared[name] for name in sorted({one.dataset for one in holders}) if name in declared)
    groups = tuple(_group(one, declared.get(one.dataset)) for one in holders if not one.met_abroad)
    foreign = _foreign(holders, declared)
    return Contents(
        personal=_personal(values, plain, draft),
        categories=tuple(sorted(categories)),
        sensitive=tuple(sorted(sensitive & categories)),
        aggregates=tuple(sorted(figures - categories)),
        is_sensitive=_is_sensitive(values, plain, draft, classifications, said),
        has_ordinary=_has_ordinary(values, classifications),
        important=_important(trails),
        important_since=_important_since(trails, declared),
        is_all_named=not draft.unshown and not any(_is_unnamed(trail) for trail in plain),
        may_be_important=bool(draft.unshown) or any(_may_be_important(trail, declared) for trail in plain),
        introduced=_introduced(draft),
        deidentified=bool(values) and all(_is_deidentified(trail, classifications) for trail in values),
        datasets=said,
        groups=groups,
        foreign=foreign,
        stock_known=bool(holders) and None not in {foreign.high, *(group.stock.high for group in groups)},
    )


def _is_personal(trail: LabelTrail) -> bool:
    return is_personal(trail.label.category)


def _is_figure(trail: LabelTrail) -> bool:
    return _is_personal(trail) and trail.label.form is Form.AGGREGATE


def _personal(values: list[LabelTrail], plain: list[LabelTrail], draft: Draft) -> Truth:
    if values:
        return Truth.YES
    return Truth.UNKNOWN if any(_is_unnamed(trail) for trail in plain) or draft.unshown else Truth.NO


def _sensitivity(trail: LabelTrail, classifications: Mapping[ColumnName, Classification]) -> str:
    said = classifications.get(trail.start)
    return said.sensitive if said else "conditional"


def _category(trail: LabelTrail, classifications: Mapping[ColumnName, Classification]) -> str:
    said = classifications.get(trail.start)
    return said.category if said else ""


def _is_sensitive(
    values: list[LabelTrail],
    plain: list[LabelTrail],
    draft: Draft,
    classifications: Mapping[ColumnName, Classification],
    said: tuple[DeclaredDataset, ...],
) -> Truth:
    """Whether sensitive values cross; all values about people under 14 are, and may be where nobody knows their age."""
    words = {trail.label.category for trail in plain}
    words |= {SENSITIVE + _sensitivity(trail, classifications) for trail in values}
    young = any(one.people is not None and one.people.under_14 is Truth.YES for one in said)
    if SENSITIVE + "yes" in words or (values and young):
        return Truth.YES
    perhaps_young = any(one.people is not None and one.people.under_14_unknown for one in said)
    if values and perhaps_young:
        return Truth.UNKNOWN
    if SENSITIVE + "conditional" in words or UNKNOWN_CONTENT in words or draft.unshown:
        return Truth.UNKNOWN
    return Truth.NO


def _has_ordinary(values: list[LabelTrail], classifications: Mapping[ColumnName, Classification]) -> Truth:
    if not values:
        return Truth.UNKNOWN
    return truth(any(_sensitivity(one, classifications) != "yes" for one in values))


def _important(trails: list[LabelTrail]) -> tuple[str, ...]:
    words = {trail.label.category for trail in trails if trail.label.category.startswith(IMPORTANT)}
    return tuple(sorted(word.removeprefix(IMPORTANT) for word in words))


def _important_since(
    trails: list[LabelTrail], declared: Mapping[DatasetName, DeclaredDataset]
) -> tuple[date, ...]:
    days = set()
    for trail in trails:
        said = declared.get(trail.start.dataset)
        if trail.label.category.removeprefix(IMPORTANT) in STANDINGS and said and said.important:
            days |= {said.important.on} if isinstance(said.important.on, date) else set()
    return tuple(sorted(days))


def _is_unnamed(trail: LabelTrail) -> bool:
    return trail.label.category == UNKNOWN_CONTENT


def _may_be_important(trail: LabelTrail, declared: Mapping[DatasetName, DeclaredDataset]) -> bool:
    """Whether content is unknown and its dataset not even declared to hold nothing important."""
    said = declared.get(trail.start.dataset)
    unimportant = said is not None and said.important is not None and said.important.status == "none"
    return _is_unnamed(trail) and not unimportant


def _introduced(draft: Draft) -> Truth:
    """Whether mainland data is in it; all that crosses at the same places counts, whoever accounts for it."""
    labels: set[Label] = {label for part in draft.parts for label in part.beside}
    origins = {label.origin for label in labels if not label.category.startswith(IMPORTANT)}
    if Origin.MAINLAND in origins:
        return Truth.YES
    return Truth.UNKNOWN if Origin.UNKNOWN in origins or not origins else Truth.NO


def _is_deidentified(trail: LabelTrail, classifications: Mapping[ColumnName, Classification]) -> bool:
    said = classifications.get(trail.start)
    hidden = {Transform.MASKED, Transform.HASHED}
    return bool(said and said.deidentified) or any(hop.transform in hidden for hop in trail.hops)


def _holders(draft: Draft) -> tuple[Holder, ...]:
    """The datasets whose people are in a transfer; those of a flow that no trail shows may all be."""
    holders = {holder for part in draft.parts for holder in part.holders}
    holders |= {Holder(source, met_abroad=False) for flow in draft.unshown for source in flow.sources}
    return tuple(sorted(holders))


def _group(holder: Holder, said: DeclaredDataset | None) -> Group:
    people = said.people if said else None
    if people is None:
        return Group("", NOTHING_KNOWN, NOTHING_KNOWN, str(holder.dataset))
    return Group(people.population or "", Interval(0, people.count.high), people.count, str(holder.dataset))


def _foreign(holders: Iterable[Holder], declared: Mapping[DatasetName, DeclaredDataset]) -> Interval:
    """People first met abroad: at least one where their data crosses, at most all whom the datasets hold."""
    total = Interval.exactly(0)
    for holder in holders:
        if holder.met_abroad:
            said = declared.get(holder.dataset)
            high = said.people.count.high if said and said.people else None
            total = total + Interval(0 if high == 0 else 1, high)
    return total


def under_14(carried: Contents) -> Truth:
    """Whether people under 14 are among them, as far as the datasets say."""
    said = [dataset.people.under_14 if dataset.people else Truth.UNKNOWN for dataset in carried.datasets]
    return any_of(said) if said else Truth.UNKNOWN
