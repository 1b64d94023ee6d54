"""People per handler and calendar year 累计: which transfers are in the count, where it goes, what a whole group sends."""

from dataclasses import dataclass
from datetime import date

from kuajing.model.interval import Interval
from kuajing.source.location import Location

INSIDE, PERHAPS, OUTSIDE = "inside", "perhaps", "outside"
PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class TallyStanding:
    """Whether people of a transfer count towards its handler's year: `inside`, `perhaps` or `outside` it.

    `article` is the one that says so, None where none does.
    """

    word: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One transfer beside its handler's tally; `standing` is `planned` where nothing flows yet.

    `article` takes it out of the tally, leaves it in by name, or makes it doubtful; `ordinary` and `sensitive` are its
    own people of the year.
    """

    transfer: str
    standing: str
    article: str | None
    ordinary: Interval
    sensitive: Interval


@dataclass(frozen=True, slots=True)
class HandlerTally:
    """Distinct people of one handler since 1 January of a year, Beijing time, and every transfer in or beside them."""

    handler: str
    year: int
    ordinary: Interval
    sensitive: Interval
    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True)
class LineAhead:
    """A number of people at which routes change and that the pace of the counts may reach this year.

    `counter` is `ordinary` or `sensitive`, `now` the people counted, `earliest` and `latest` bound the day: None where
    it may be reached already, or may not be this year. `before` and `routes` are the routes below the line and from it
    on, of `transfers`. `uncounted` are transfers without a count, taken as anything up to their stock. `whole_year` says
    that what was sent earlier this year comes into the new route. `locations` are the counts the pace was taken from.
    """

    handler: str
    counter: str
    count: int
    now: Interval
    earliest: date | None
    latest: date | None
    before: tuple[str, ...]
    routes: tuple[str, ...]
    transfers: tuple[str, ...]
    uncounted: tuple[str, ...]
    whole_year: bool
    citations: tuple[str, ...]
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class GroupVolume:
    """What several handlers of one group send of the same kind to one recipient for one purpose, taken together.

    `ordinary` and `sensitive` are the people there would be if one handler sent it all; `alone` are the routes of the
    `transfers` as they stand, `together` those of the whole.
    """

    group: str
    recipient: str
    purpose: str
    handlers: tuple[str, ...]
    transfers: tuple[str, ...]
    ordinary: Interval
    sensitive: Interval
    alone: tuple[str, ...]
    together: tuple[str, ...]
    citations: tuple[str, ...]
