"""Crossings gathered into transfers: one handler, one recipient, one purpose."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.crossings import Crossing, CrossingKind
from kuajing.model.declaration import Declaration, Handler, Recipient
from kuajing.model.estate import BoundFlow, Estate, System
from kuajing.model.labels import Placement
from kuajing.model.names import DatasetName
from kuajing.model.truth import Truth, any_of
from kuajing.transfers.matching import COLLECTED, Matched, Part

UNDECLARED = "undeclared"

_BAY_AREA = frozenset({"HK", "MO"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Who sends and who receives; ids are None where nothing tells."""

    handler_id: str | None
    handler: Handler | None
    recipient_id: str | None
    recipient: Recipient | None
    source_system: str
    target_system: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells two pairs of parties apart."""
        return (self.handler_id or f"({self.source_system})", self.recipient_id or f"({self.target_system})")


@dataclass(frozen=True, slots=True)
class Draft:
    """A transfer before its people are counted and the law is asked.

    `flows` are all declared flows that belong to it; `unshown` those of them whose contents no trail of their own
    shows, though something may go: narrower flows account for all that crosses on their way, or they collect. `places` are the jurisdictions of all
    systems that receive, as far as they are known.
    """

    id: str
    parties: Parties
    purpose: str | None
    tied: tuple[str, ...]
    parts: tuple[Part, ...]
    flows: tuple[BoundFlow, ...]
    unshown: tuple[BoundFlow, ...]
    placement: Placement
    target: System
    leaves: Truth
    status: str
    places: tuple[str, ...] = ()

    @property
    def crossings(self) -> tuple[Crossing, ...]:
        """The crossings of this transfer, each with the trails that belong to it."""
        return tuple(part.crossing for part in self.parts)

    @property
    def is_wholly_declared(self) -> bool:
        """Whether declared flows account for everything in it."""
        return bool(self.flows) and all(part.flows for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Member:
    """One thing that belongs to a transfer: a part of a crossing, or a flow that no crossing shows."""

    parties: Parties
    purpose: str | None
    slot: str
    part: Part | None
    flows: tuple[BoundFlow, ...]


def draft(
    matched: Matched, estate: Estate, declaration: Declaration, placements: Mapping[str, Placement]
) -> tuple[Draft, ...]:
    """All transfers of an estate, sorted by id: those that crossings show and those that only flows declare."""
    book = _Book(estate, declaration)
    gathered: dict[tuple[str, str, str], list[_Member]] = {}
    for member in _members(matched, estate, book, placements):
        gathered.setdefault((*member.parties.key, member.slot), []).append(member)
    open_flows = matched.outdone | {flow.flow.id for flow in estate.flows if flow.flow.mode == COLLECTED}
    return tuple(
        _draft("/".join(key), gathered[key], book, placements, open_flows) for key in sorted(gathered)
    )


class _Book:
    """The declaration and the systems by id."""

    def __init__(self, estate: Estate, declaration: Declaration) -> None:
        self.systems = {system.id: system for system in estate.systems}
        self.handlers = {handler.id: handler for handler in declaration.handlers}
        self.recipients = {recipient.id: recipient for recipient in declaration.recipients}
        self.declared = dict(estate.declared)

    def handler_of(self, dataset: DatasetName) -> str | None:
        declared = self.declared.get(dataset)
        return (declared.handler if declared else None) or self.systems[dataset.system].handler

    def parties(self, handler: str | None, source: str, target: str) -> Parties:
        at = self.systems[target]
        recipient = at.recipient or at.handler
        return Parties(
            handler,
            self.handlers.get(handler) if handler else None,
            recipient,
            self.recipients.get(recipient) if recipient else None,
            source,
            target,
        )


def _members(
    matched: Matched, estate: Estate, book: _Book, placements: Mapping[str, Placement]
) -> Iterator[_Member]:
    shown: set[str] = set()
    for part in matched.parts:
        crossing = part.crossing
        handler = book.handler_of(crossing.source)
        if handler is None and crossing.kind is CrossingKind.COLLECTED and part.flows:
            # Who collects abroad for a handler here declares it as a flow out of the handler's own system.
            handler = book.handler_of(part.flows[0].sources[0])
        parties = book.parties(handler, crossing.source_system, crossing.target_system)
        purpose = part.flows[0].flow.purpose if part.flows else crossing.purpose
        shown |= {flow.flow.id for flow in part.flows}
        yield _Member(parties, purpose, _slot(purpose, part.flows, part.tied), part, part.flows)
    for flow in estate.flows:
        source = flow.sources[0]
        if flow.flow.id in shown or _leaves(placements, source.system, flow.target_system) is Truth.NO:
            continue
        parties = book.parties(book.handler_of(source), source.system, flow.target_system)
        yield _Member(parties, flow.flow.purpose, _slot(flow.flow.purpose, (flow,), ()), None, (flow,))


def _slot(purpose: str | None, flows: tuple[BoundFlow, ...], tied: tuple[str, ...]) -> str:
    """What tells transfers between the same parties apart; a flow without a purpose stands alone."""
    ids = tuple(flow.flow.id for flow in flows) or tied
    return purpose or (f"({', '.join(ids)})" if ids else UNDECLARED)


def _leaves(placements: Mapping[str, Placement], source: str, target: str) -> Truth:
    return placements[source].mainland & ~placements[target].mainland


def _draft(
    name: str,
    members: list[_Member],
    book: _Book,
    placements: Mapping[str, Placement],
    open_flows: frozenset[str],
) -> Draft:
    parts = tuple(member.part for member in members if member.part is not None)
    flows = {flow.flow.id: flow for member in members for flow in member.flows}
    shown = {flow.flow.id for part in parts for flow in part.flows}
    surest = min(members, key=lambda member: _certainty(member.parties, placements)).parties
    leaves = [part.crossing.leaves for part in parts]
    leaves += [
        _leaves(placements, member.parties.source_system, member.parties.target_system)
        for member in members
        if member.part is None
    ]
    return Draft(
        id=name,
        parties=surest,
        purpose=members[0].purpose,
        tied=tuple(sorted({one for part in parts for one in part.tied})),
        parts=parts,
        flows=tuple(flows[one] for one in sorted(flows)),
        unshown=tuple(flows[one] for one in sorted(flows.keys() - shown) if one in open_flows),
        placement=placements[surest.target_system],
        target=book.systems[surest.target_system],
        leaves=any_of(leaves),
        status=_status(parts, tuple(flows.values())),
        places=tuple(sorted({placements[one.parties.target_system].jurisdiction for one in members})),
    )


def _certainty(parties: Parties, placements: Mapping[str, Placement]) -> tuple[int, bool, str, str]:
    """What surely leaves comes first; the bay area, where a contract of its own is open, stands for itself alone."""
    order = [Truth.YES, Truth.UNKNOWN, Truth.NO]
    return (
        order.index(_leaves(placements, parties.source_system, parties.target_system)),
        placements[parties.target_system].jurisdiction in _BAY_AREA,
        parties.target_system,
        parties.source_system,
    )


def _status(parts: Iterable[Part], flows: Iterable[BoundFlow]) -> str:
    """Live when any of it is: what files show and nobody declares planned or stopped does run."""
    said = {flow.flow.status or "live" for flow in flows}
    for part in parts:
        if part.crossing.status is not None or not part.flows:
            said.add(part.crossing.status or "live")
    return next((status for status in ("live", "stopped", "planned") if status in said), "live")
