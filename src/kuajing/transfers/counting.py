"""People per transfer and per handler: measured where there is a count, else bounded by the stock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.declaration import MeasuredCount, Settings
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft
from kuajing.transfers.people import Group, Overlap, distinct


@dataclass(frozen=True, slots=True)
class PeopleOf:
    """The people of one transfer this year, ordinary and sensitive data apart.

    `counted` is False where nothing declared bounds them. `contradicted` says that a count of no sensitive people
    stands against sensitive data that crosses.
    """

    ordinary: tuple[Group, ...]
    sensitive: tuple[Group, ...]
    counted: bool
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Distinct people of a handler since 1 January 累计, over the transfers that count."""

    ordinary: Interval
    sensitive: Interval


def people_of(
    draft: Draft, carried: Contents, counts: Iterable[MeasuredCount], settings: Settings, on: date
) -> PeopleOf:
    """How many people a transfer concerns in the year of `on`."""
    stock = carried.groups
    ordinary = () if carried.has_ordinary is Truth.NO else stock
    sensitive = () if carried.is_sensitive is Truth.NO else stock
    latest = _latest(draft, counts, on)
    undeclared = any(part.flow is None for part in draft.parts)
    if undeclared or not draft.flows or len(latest) < len(draft.flows):
        return PeopleOf(ordinary, sensitive, carried.stock_known, contradicted=False)
    contradicted = carried.is_sensitive is Truth.YES and all(count.sensitive.high == 0 for count in latest)
    return PeopleOf(
        ordinary=_measured(latest, stock, settings, on, ordinary=True),
        sensitive=sensitive if contradicted else _measured(latest, stock, settings, on, ordinary=False),
        counted=True,
        contradicted=contradicted,
    )


def _latest(draft: Draft, counts: Iterable[MeasuredCount], on: date) -> tuple[MeasuredCount, ...]:
    """The latest count of each flow of the transfer in the year of `on`."""
    ids = {flow.flow.id for flow in draft.flows}
    latest: dict[str, MeasuredCount] = {}
    for count in sorted(counts, key=lambda one: (one.flow, one.as_of)):
        if count.flow in ids and count.as_of.year == on.year:
            latest[count.flow] = count
    return tuple(latest[flow] for flow in sorted(latest))


def _measured(
    latest: tuple[MeasuredCount, ...],
    stock: tuple[Group, ...],
    settings: Settings,
    on: date,
    *,
    ordinary: bool,
) -> tuple[Group, ...]:
    population = stock[0].population if len({group.population for group in stock}) == 1 else ""
    whole = Interval(0, None)
    if stock and all(group.stock.high is not None for group in stock):
        whole = Interval(0, sum(group.stock.high or 0 for group in stock))
    return tuple(
        Group(
            population,
            _as_of(count.ordinary if ordinary else count.sensitive, count.as_of, whole, settings, on),
            whole,
        )
        for count in latest
    )


def _as_of(count: Interval, as_of: date, stock: Interval, settings: Settings, on: date) -> Interval:
    """A count on another day: as it is while fresh, a floor when older, a ceiling when later."""
    if as_of > on:
        return Interval(0, count.high)
    if (on - as_of).days <= settings.counts_fresh_days:
        return count
    return Interval(count.low, None if stock.high is None else max(stock.high, count.low))


def tally(
    own: str,
    people: Mapping[str, PeopleOf],
    *,
    outside: frozenset[str],
    perhaps: frozenset[str],
    relations: Overlap,
) -> Tally:
    """Distinct people of a handler: `own` and all its other transfers but those `outside` the tally.

    `people` holds the transfers of one handler by id. Transfers `perhaps` outside count from zero.
    """
    ordinary: list[Group] = []
    sensitive: list[Group] = []
    for name in sorted(people):
        if name in outside and name != own:
            continue
        doubtful = name in perhaps and name != own
        ordinary.extend(_at_most(group, doubtful=doubtful) for group in people[name].ordinary)
        sensitive.extend(_at_most(group, doubtful=doubtful) for group in people[name].sensitive)
    return Tally(distinct(ordinary, relations), distinct(sensitive, relations))


def _at_most(group: Group, *, doubtful: bool) -> Group:
    return Group(group.population, Interval(0, group.count.high), group.stock) if doubtful else group
