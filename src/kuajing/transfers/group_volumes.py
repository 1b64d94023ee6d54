"""What several handlers of one group send of the same kind to one recipient for one purpose, taken together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.declaration import Declaration
from kuajing.model.tally import INSIDE, OUTSIDE, PERHAPS, TallyStanding
from kuajing.model.truth import Truth
from kuajing.transfers.counting import Tally
from kuajing.transfers.people import overlaps
from kuajing.transfers.prepared import Prepared
from kuajing.transfers.tallies import Counting, Standings, countings, word_of

_OPEN = TallyStanding(OUTSIDE)


@dataclass(frozen=True, slots=True)
class Parallel:
    """Transfers of different handlers of a group that are one business by what they carry, to whom and what for.

    `whole` is, for each of them, the people its handler would have sent this year had it sent the others too.
    """

    group: str
    recipient: str
    purpose: str
    handlers: tuple[str, ...]
    whole: Mapping[str, Tally]


def parallels(
    prepared: Iterable[Prepared], standings: Standings, declaration: Declaration
) -> tuple[Parallel, ...]:
    """Every such business of two handlers or more, sorted."""
    every = tuple(prepared)
    relations = overlaps(declaration.populations)
    tallied = {counting.handler: counting for counting in countings(every, standings)}
    found = []
    for key, members in sorted(_businesses(every, standings).items()):
        handlers = sorted({str(one.draft.parties.handler_id) for one in members})
        if len(handlers) > 1:
            words = {one.draft.id: word_of(one, standings.get(one.draft.id, _OPEN)) for one in members}
            people = {one.draft.id: one.people for one in every}
            whole = {
                one.draft.id: _joined(tallied[str(one.draft.parties.handler_id)], members, words).tally(
                    people, relations
                )
                for one in members
            }
            found.append(Parallel(*key, tuple(handlers), whole))
    return tuple(found)


def _businesses(
    prepared: Iterable[Prepared], standings: Standings
) -> dict[tuple[str, str, str], list[Prepared]]:
    """Transfers that count, by group, recipient and purpose; those that share no category with another left out."""
    found: dict[tuple[str, str, str], list[Prepared]] = {}
    for one in prepared:
        parties = one.draft.parties
        group = parties.handler.group if parties.handler else None
        counts = word_of(one, standings.get(one.draft.id, _OPEN)) in {INSIDE, PERHAPS}
        if group and parties.recipient_id and one.draft.purpose and counts:
            found.setdefault((group, parties.recipient_id, one.draft.purpose), []).append(one)
    return {key: list(_alike(members)) for key, members in found.items()}


def are_one_business(one: Prepared, other: Prepared) -> bool:
    """Whether two handlers of a group send the same kind of data to the same recipient for the same purpose."""
    first, second = one.draft.parties, other.draft.parties
    groups = {parties.handler.group if parties.handler else None for parties in (first, second)}
    return (
        first.handler_id != second.handler_id
        and len(groups) == 1
        and None not in groups
        and first.recipient_id is not None
        and one.draft.purpose is not None
        and (first.recipient_id, one.draft.purpose) == (second.recipient_id, other.draft.purpose)
        and bool(set(one.contents.categories) & set(other.contents.categories))
    )


def is_divided(one: Prepared, other: Prepared) -> bool:
    """Whether two transfers are parts of one business that a handler declares to have been divided."""
    handlers = (one.draft.parties.handler, other.draft.parties.handler)
    declared = any(
        handler is not None and handler.group_split_artificial is Truth.YES for handler in handlers
    )
    return declared and are_one_business(one, other)


def _alike(members: list[Prepared]) -> Iterator[Prepared]:
    for one in members:
        if any(are_one_business(one, other) for other in members):
            yield one


def _joined(own: Counting, members: Iterable[Prepared], words: Mapping[str, str]) -> Counting:
    """A handler's own transfers, and those of the others besides."""
    known = {one.draft.id for one, _ in own.transfers}
    others = tuple((one, words[one.draft.id]) for one in members if one.draft.id not in known)
    return Counting(own.handler, (*own.transfers, *others))
