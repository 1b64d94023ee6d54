"""The lines that handlers reach this year at the present pace, each with the day and what then changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kuajing.law import LawBook, Line, TallyRule, lines
from kuajing.model.interval import Interval
from kuajing.model.tally import INSIDE, PERHAPS, LineAhead
from kuajing.model.transfers import Transfer
from kuajing.transfers import Outlook, Tally


@dataclass(frozen=True, slots=True)
class _Counter:
    """One of the two counters, which are never added up: its name, its fact, and where a tally holds it."""

    name: str
    path: str
    of: Callable[[Tally], Interval]


_COUNTERS = (
    _Counter("ordinary", "data.ytd_persons.non_sensitive", lambda tally: tally.ordinary),
    _Counter("sensitive", "data.ytd_persons.sensitive", lambda tally: tally.sensitive),
)


@dataclass(frozen=True, slots=True)
class _Year:
    """One counter of one handler until the end of the year."""

    outlook: Outlook
    counter: _Counter

    @property
    def last_day(self) -> date:
        """The day after which the count begins anew."""
        return date(self.outlook.today.year, 12, 31)

    @property
    def now(self) -> Interval:
        """The people counted today."""
        return self.counter.of(self.outlook.tally_now())

    def on(self, day: date) -> Interval:
        """The people there would be on a day."""
        return self.counter.of(self.outlook.tally_on(day))

    def earliest(self, count: int) -> date | None:
        """The first day on which so many people may be reached."""
        return self._first(lambda people: people.high is None or people.high >= count)

    def latest(self, count: int) -> date | None:
        """The first day on which so many people are surely reached."""
        return self._first(lambda people: people.low >= count)

    def _first(self, holds: Callable[[Interval], bool]) -> date | None:
        """The first day from today on which what never ceases holds; None where it does not this year."""
        if not holds(self.on(self.last_day)):
            return None
        low, high = 0, (self.last_day - self.outlook.today).days
        while low < high:
            middle = (low + high) // 2
            reached = holds(self.on(self.outlook.today + timedelta(days=middle)))
            low, high = (low, middle) if reached else (middle + 1, high)
        return self.outlook.today + timedelta(days=low)


def lines_ahead(
    outlooks: Iterable[Outlook], transfers: Iterable[Transfer], book: LawBook, rule: TallyRule
) -> tuple[LineAhead, ...]:
    """Every line that lies ahead of a handler and may be reached before its year ends, sorted."""
    by_id = {transfer.id: transfer for transfer in transfers}
    years = [_Year(outlook, counter) for outlook in outlooks for counter in _COUNTERS]
    found = [ahead for year in years for ahead in _of(year, by_id, book, rule)]
    return tuple(sorted(found, key=lambda one: (one.handler, one.counter, one.count, one.transfers)))


def _of(
    year: _Year, transfers: Mapping[str, Transfer], book: LawBook, rule: TallyRule
) -> Iterator[LineAhead]:
    now, end = year.now, year.on(year.last_day)
    if end.high is not None and end.high <= now.low:
        return
    for line, concerned in _lines(year, transfers, book, Interval(now.low, end.high)):
        earliest, latest = year.earliest(line.count), year.latest(line.count)
        is_open = now.high is None or now.high >= line.count
        if latest is None and (is_open or earliest is None):
            continue
        whole_year = rule.year_route in line.routes and rule.year_route not in line.before
        cited = (*line.citations, *rule.ahead, *(rule.whole_year if whole_year else ()))
        yield LineAhead(
            handler=year.outlook.handler,
            counter=year.counter.name,
            count=line.count,
            now=now,
            earliest=None if is_open else earliest,
            latest=latest,
            before=line.before,
            routes=line.routes,
            transfers=concerned,
            uncounted=year.outlook.uncounted,
            whole_year=whole_year,
            citations=tuple(key for key in cited if book.provisions[key].may_be_cited(year.outlook.today)),
            locations=year.outlook.locations,
        )


def _lines(
    year: _Year, transfers: Mapping[str, Transfer], book: LawBook, reach: Interval
) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """The lines within reach, each with the running transfers whose route it changes in the same way."""
    concerned: dict[Line, list[str]] = {}
    for one, word in year.outlook.counting.transfers:
        transfer = transfers[one.draft.id]
        if word in {INSIDE, PERHAPS} and transfer.status == "live":
            for line in lines(transfer.case, book, year.counter.path, reach):
                concerned.setdefault(line, []).append(transfer.id)
    for line, ids in concerned.items():
        yield line, tuple(ids)
