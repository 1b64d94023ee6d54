"""A handler's people later this year, at the present pace of its counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.declaration import Declaration, MeasuredCount, Settings
from kuajing.model.tally import INSIDE, PERHAPS
from kuajing.source.location import Location
from kuajing.transfers.counting import PeopleOf, Tally, people_of
from kuajing.transfers.pace import carried_on
from kuajing.transfers.people import Overlap, overlaps
from kuajing.transfers.prepared import Prepared
from kuajing.transfers.tallies import Counting, Standings, countings


@dataclass(frozen=True, slots=True)
class Outlook:
    """One handler's year ahead, from what was counted until now.

    `known` are the counts of each flow this year up to today, earliest first: what comes later nobody knows yet.
    """

    counting: Counting
    known: Mapping[str, tuple[MeasuredCount, ...]]
    relations: Overlap
    settings: Settings
    today: date

    @property
    def handler(self) -> str:
        """The handler."""
        return self.counting.handler

    @property
    def uncounted(self) -> tuple[str, ...]:
        """Transfers that count, or may, of which not everything has a count this year."""
        return tuple(one.draft.id for one in self._counted() if not self._is_counted(one))

    @property
    def locations(self) -> tuple[Location, ...]:
        """Where the latest count of each flow stands, sorted."""
        flows = [flow.flow.id for one in self._counted() for flow in one.draft.flows]
        return tuple(sorted({self.known[flow][-1].location for flow in flows if flow in self.known}))

    def tally_now(self) -> Tally:
        """The handler's people today, by what is known of them."""
        people = {one.draft.id: one.people for one, _ in self.counting.transfers}
        return self.counting.tally(people, self.relations)

    def tally_on(self, day: date) -> Tally:
        """The handler's people as they would be on a day of this year, today or later."""
        people = {one.draft.id: self._people(one, day) for one, _ in self.counting.transfers}
        return self.counting.tally(people, self.relations)

    def _counted(self) -> Iterator[Prepared]:
        return (one for one, word in self.counting.transfers if word in {INSIDE, PERHAPS})

    def _is_counted(self, one: Prepared) -> bool:
        return one.draft.is_wholly_declared and all(flow.flow.id in self.known for flow in one.draft.flows)

    def _people(self, one: Prepared, day: date) -> PeopleOf:
        return people_of(one.draft, one.contents, self._carried(one, day), self.settings, day)

    def _carried(self, one: Prepared, day: date) -> Iterator[MeasuredCount]:
        highs = [group.stock.high for group in one.contents.groups]
        stocks = [high for high in highs if high is not None]
        stock = sum(stocks) if stocks and len(stocks) == len(highs) else None
        for flow in one.draft.flows:
            known = self.known.get(flow.flow.id, ())
            since = flow.flow.since if isinstance(flow.flow.since, date) else None
            runs = flow.flow.status != "stopped" and one.draft.status != "stopped"
            if (count := carried_on(known, day, since, stock, runs=runs)) is not None:
                yield count


def outlooks(
    prepared: Iterable[Prepared], standings: Standings, declaration: Declaration, on: date
) -> tuple[Outlook, ...]:
    """The outlook of every handler with a count of this year."""
    known: dict[str, tuple[MeasuredCount, ...]] = {}
    for count in sorted(declaration.counts, key=lambda one: (one.flow, one.as_of)):
        if count.as_of.year == on.year and count.as_of <= on:
            known[count.flow] = (*known.get(count.flow, ()), count)
    relations = overlaps(declaration.populations)
    found = (
        Outlook(counting, known, relations, declaration.settings, on)
        for counting in countings(prepared, standings)
    )
    return tuple(one for one in found if one.locations)
