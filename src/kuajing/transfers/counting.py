"""People per transfer and per handler: measured where there is a count, else bounded by the stock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kuajing.model.declaration import MeasuredCount, Settings
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.truth import Truth
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft
from kuajing.transfers.people import Group, Overlap, distinct


@dataclass(frozen=True, slots=True)
class PeopleOf:
    """The people of one transfer this year, ordinary and sensitive data apart.

    `counted` is False where nothing declared bounds them. `contradicted` says that a count of no sensitive people
    stands against sensitive data that crosses. `measured` are the latest counts of the year, where all flows of the
    transfer have one.
    """

    ordinary: tuple[Group, ...]
    sensitive: tuple[Group, ...]
    counted: bool
    contradicted: bool
    measured: tuple[MeasuredCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Distinct people of a handler since 1 January 累计, over the transfers that count."""

    ordinary: Interval
    sensitive: Interval


def people_of(
    draft: Draft, carried: Contents, counts: Iterable[MeasuredCount], settings: Settings, on: date
) -> PeopleOf:
    """How many people a transfer concerns in the year of `on`.

    What its counted flows leave open (another flow, a grant that no flow accounts for) is bounded by the stock.
    """
    stock = carried.groups
    ordinary = () if carried.has_ordinary is Truth.NO else stock
    sensitive = () if carried.is_sensitive is Truth.NO else stock
    by_flow = _of_the_year(draft, counts, on)
    if not by_flow:
        return PeopleOf(ordinary, sensitive, carried.stock_known, contradicted=False)
    whole = draft.is_wholly_declared and len(by_flow) == len(draft.flows)
    measured = [_on_day(found, carried, settings, on) for found in by_flow.values()]
    none_sensitive = all(count.high == 0 for _, count in measured)
    contradicted = whole and carried.is_sensitive is Truth.YES and none_sensitive
    rest_ordinary, rest_sensitive = ((), ()) if whole else (ordinary, sensitive)
    return PeopleOf(
        ordinary=(*(_group(count, stock) for count, _ in measured), *rest_ordinary),
        sensitive=sensitive
        if contradicted
        else (*(_group(count, stock) for _, count in measured), *rest_sensitive),
        counted=whole or carried.stock_known,
        contradicted=contradicted,
        measured=tuple(found[-1] for found in by_flow.values()) if whole else (),
    )


def _of_the_year(
    draft: Draft, counts: Iterable[MeasuredCount], on: date
) -> dict[str, tuple[MeasuredCount, ...]]:
    """The counts of each flow of the transfer in the year of `on`, earliest first."""
    found: dict[str, tuple[MeasuredCount, ...]] = {}
    ids = {flow.flow.id for flow in draft.flows}
    for count in sorted(counts, key=lambda one: (one.flow, one.as_of)):
        if count.flow in ids and count.as_of.year == on.year:
            found[count.flow] = (*found.get(count.flow, ()), count)
    return found


def _on_day(
    counts: tuple[MeasuredCount, ...], carried: Contents, settings: Settings, on: date
) -> tuple[Interval, Interval]:
    """What the counts of one flow say of a day, ordinary and sensitive; data that does not cross does not add up."""
    ordinary = _cumulative([(count.as_of, _met_at_home(count)) for count in counts], settings, on)
    sensitive = _cumulative([(count.as_of, count.sensitive) for count in counts], settings, on)
    return (
        Interval.exactly(ordinary.low) if carried.has_ordinary is Truth.NO else ordinary,
        Interval.exactly(sensitive.low) if carried.is_sensitive is Truth.NO else sensitive,
    )


def _met_at_home(count: MeasuredCount) -> Interval:
    """Ordinary people without those first met abroad, who may or may not be among the counted."""
    if count.collected_abroad is None:
        return count.ordinary
    abroad = count.collected_abroad.high
    return Interval(0 if abroad is None else max(0, count.ordinary.low - abroad), count.ordinary.high)


def _cumulative(said: list[tuple[date, Interval]], settings: Settings, on: date) -> Interval:
    """Counts that only grow over the year: a count is exact while fresh, a floor when older, a ceiling when later."""
    before = [(day, count) for day, count in said if day <= on]
    after = [count for day, count in said if day > on]
    low = max((count.low for _, count in before), default=0)
    highs = [count.high for count in after if count.high is not None]
    if before:
        day, count = before[-1]
        if (on - day).days <= settings.counts_fresh_days and count.high is not None:
            highs.append(count.high)
    return Interval(low, max(low, min(highs)) if highs else None)


def _group(count: Interval, stock: tuple[Group, ...]) -> Group:
    """Measured people as a group: of the population and out of the stock of what crosses, where that is one."""
    populations = {group.population for group in stock}
    known = [group.stock.high for group in stock if group.stock.high is not None]
    whole = Interval(0, sum(known)) if stock and len(known) == len(stock) else NOTHING_KNOWN
    high = whole.high if count.high is None else count.high
    return Group(
        population=populations.pop() if len(populations) == 1 else "",
        count=Interval(count.low, None if high is None else max(high, count.low)),
        stock=whole,
        holder=", ".join(sorted({group.holder for group in stock})),
    )


def tally(own: str, people: Mapping[str, PeopleOf], *, perhaps: frozenset[str], relations: Overlap) -> Tally:
    """Distinct people over the transfers that count for one of them, `own`; those `perhaps` in it count from zero."""
    ordinary: list[Group] = []
    sensitive: list[Group] = []
    for name in sorted(people):
        doubtful = name in perhaps and name != own
        ordinary.extend(_at_most(group, doubtful=doubtful) for group in people[name].ordinary)
        sensitive.extend(_at_most(group, doubtful=doubtful) for group in people[name].sensitive)
    return Tally(distinct(ordinary, relations), distinct(sensitive, relations))


def _at_most(group: Group, *, doubtful: bool) -> Group:
    return replace(group, count=Interval(0, group.count.high)) if doubtful else group
