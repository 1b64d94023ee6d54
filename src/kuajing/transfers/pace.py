"""Counts carried on at their present pace: between the last two of the year, or since it began."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from kuajing.model.declaration import MeasuredCount
from kuajing.model.interval import Interval

_Read = Callable[[MeasuredCount], Interval | None]
_NOBODY = Interval.exactly(0)


def carried_on(
    counts: Iterable[MeasuredCount], day: date, since: date | None, stock: int | None, *, runs: bool
) -> MeasuredCount | None:
    """The count of one flow as it would be on a later day; None where nothing was counted this year.

    The counts are those of the year up to now, earliest first. A flow that began this year, on `since`, is taken from
    then on. No more people than the `stock` are sure to come; of a flow that no longer runs nobody comes.
    """
    known = tuple(counts)
    if not known:
        return None
    last = known[-1]
    began = date(last.as_of.year, 1, 1)
    if since is not None and began < since <= last.as_of:
        began = since
    earlier = known[-2] if len(known) > 1 and known[-2].as_of < last.as_of else None
    start = earlier.as_of if earlier else began - timedelta(days=1)
    measured, further = (last.as_of - start).days, (day - last.as_of).days if runs else 0

    def on_day(read: _Read) -> Interval | None:
        now, then = read(last), read(earlier) if earlier else _NOBODY
        return None if now is None else _further(now, then or Interval(0, None), measured, further)

    abroad = on_day(lambda count: count.collected_abroad)
    ordinary = on_day(lambda count: count.ordinary) or last.ordinary
    sensitive = on_day(lambda count: count.sensitive) or last.sensitive
    return replace(
        last,
        as_of=day,
        ordinary=_within(ordinary, last.ordinary, stock),
        sensitive=_within(sensitive, last.sensitive, stock),
        collected_abroad=abroad,
    )


def _further(now: Interval, then: Interval, measured: int, further: int) -> Interval:
    """A count that grew from `then` to `now` in the days measured, so many days further at the same pace."""
    slow = 0 if then.high is None else max(0, now.low - then.high)
    low = now.low + slow * further // measured
    if now.high is None:
        return Interval(low, None)
    fast = max(0, now.high - then.low)
    return Interval(low, max(low, now.high + fast * further // measured))


def _within(count: Interval, now: Interval, stock: int | None) -> Interval:
    if stock is None:
        return count
    return Interval(min(count.low, max(stock, now.low)), count.high)
