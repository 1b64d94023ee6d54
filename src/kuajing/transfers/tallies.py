"""Each handler's year: the people of all its transfers that count, and how every one of them stands to the count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.declaration import Declaration
from kuajing.model.tally import INSIDE, OUTSIDE, PERHAPS, PLANNED, HandlerTally, TallyRow, TallyStanding
from kuajing.model.truth import Truth
from kuajing.transfers.counting import PeopleOf, Tally, tally
from kuajing.transfers.people import Overlap, distinct, overlaps
from kuajing.transfers.prepared import Prepared

Standings = Mapping[str, TallyStanding]


@dataclass(frozen=True, slots=True)
class Counting:
    """One handler with the transfers beside its tally, each with the word of its standing for this handler."""

    handler: str
    transfers: tuple[tuple[Prepared, str], ...]

    def tally(self, people: Mapping[str, PeopleOf], relations: Overlap) -> Tally:
        """The distinct people of the transfers that count, where each concerns these people."""
        counted = [(one, word) for one, word in self.transfers if word in {INSIDE, PERHAPS}]
        return tally(
            "",
            {one.draft.id: people[one.draft.id] for one, _ in counted},
            perhaps=frozenset(one.draft.id for one, word in counted if word == PERHAPS),
            relations=relations,
        )


def countings(prepared: Iterable[Prepared], standings: Standings) -> tuple[Counting, ...]:
    """Every handler that is known, sorted, with its own transfers and those of nobody known."""
    every = tuple(prepared)
    handlers = sorted({one.draft.parties.handler_id for one in every} - {None}, key=str)
    return tuple(
        Counting(
            str(handler),
            tuple(
                (one, word_of(one, standings.get(one.draft.id, TallyStanding(OUTSIDE))))
                for one in every
                if one.draft.parties.handler_id in {handler, None}
            ),
        )
        for handler in handlers
    )


def word_of(one: Prepared, standing: TallyStanding) -> str:
    """How a transfer stands to the tally: what may not leave, or is nobody's that is known, counts perhaps."""
    if standing.word == OUTSIDE:
        return OUTSIDE
    if one.draft.status == PLANNED:
        return PLANNED
    unsure = one.draft.leaves is not Truth.YES or one.draft.parties.handler_id is None
    return PERHAPS if unsure else standing.word


def tallies(
    prepared: Iterable[Prepared], standings: Standings, declaration: Declaration, on: date
) -> tuple[HandlerTally, ...]:
    """The tally of every handler that is known, with its rows."""
    every = tuple(prepared)
    relations = overlaps(declaration.populations)
    people = {one.draft.id: one.people for one in every}
    found = []
    for counting in countings(every, standings):
        counted = counting.tally(people, relations)
        rows = tuple(_row(one, word, standings, relations) for one, word in counting.transfers)
        found.append(HandlerTally(counting.handler, on.year, counted.ordinary, counted.sensitive, rows))
    return tuple(found)


def _row(one: Prepared, word: str, standings: Standings, relations: Overlap) -> TallyRow:
    standing = standings.get(one.draft.id, TallyStanding(OUTSIDE))
    return TallyRow(
        one.draft.id,
        word,
        standing.article,
        distinct(one.people.ordinary, relations),
        distinct(one.people.sensitive, relations),
    )
