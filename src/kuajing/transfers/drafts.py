"""Crossings gathered into transfers: one handler, one recipient, one purpose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.model.crossings import Crossing, CrossingKind
from kuajing.model.declaration import Declaration, Handler, Recipient
from kuajing.model.estate import BoundFlow, Estate, System
from kuajing.model.labels import Placement
from kuajing.model.names import DatasetName
from kuajing.model.truth import Truth, any_of
from kuajing.transfers.matching import Part

UNDECLARED = "undeclared"


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

    `flows` are all declared flows that belong to it, also those without a labelled crossing.
    """

    id: str
    parties: Parties
    purpose: str | None
    tied: tuple[str, ...]
    parts: tuple[Part, ...]
    flows: tuple[BoundFlow, ...]
    placement: Placement
    target: System
    leaves: Truth
    status: str

    @property
    def crossings(self) -> tuple[Crossing, ...]:
        """The crossings of this transfer, each with the trails that belong to it."""
        return tuple(part.crossing for part in self.parts)


def draft(
    parts: Iterable[Part], estate: Estate, declaration: Declaration, placements: Mapping[str, Placement]
) -> tuple[Draft, ...]:
    """All transfers of an estate, sorted by id: those that crossings show and those that only flows declare."""
    book = _Book(estate, declaration)
    gathered: dict[tuple[str, str, str], list[tuple[Parties, Part | None, BoundFlow | None]]] = {}
    shown: set[str] = set()
    for part in parts:
        parties = book.parties(part.crossing.source, part.crossing.source_system, part.crossing.target_system)
        purpose = part.flow.flow.purpose if part.flow else part.crossing.purpose
        gathered.setdefault((*parties.key, purpose or UNDECLARED), []).append((parties, part, part.flow))
        shown |= {part.flow.flow.id} if part.flow else set()
    for flow in estate.flows:
        source = flow.sources[0]
        if flow.flow.id in shown or _leaves(placements, source.system, flow.target_system) is Truth.NO:
            continue
        parties = book.parties(source, source.system, flow.target_system)
        gathered.setdefault((*parties.key, flow.flow.purpose or UNDECLARED), []).append((parties, None, flow))
    return tuple(_draft("/".join(key), gathered[key], book, placements) for key in sorted(gathered))


class _Book:
    """The declaration and the systems by id."""

    def __init__(self, estate: Estate, declaration: Declaration) -> None:
        self.systems = {system.id: system for system in estate.systems}
        self.handlers = {handler.id: handler for handler in declaration.handlers}
        self.recipients = {recipient.id: recipient for recipient in declaration.recipients}
        self.declared = dict(estate.declared)

    def parties(self, dataset: DatasetName, source: str, target: str) -> Parties:
        declared = self.declared.get(dataset)
        handler = (declared.handler if declared else None) or self.systems[source].handler
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


def _leaves(placements: Mapping[str, Placement], source: str, target: str) -> Truth:
    return placements[source].mainland & ~placements[target].mainland


def _draft(
    name: str,
    members: list[tuple[Parties, Part | None, BoundFlow | None]],
    book: _Book,
    placements: Mapping[str, Placement],
) -> Draft:
    parts = tuple(part for _, part, _ in members if part is not None)
    flows = {flow.flow.id: flow for _, _, flow in members if flow is not None}
    surest = min(members, key=lambda member: _certainty(member[0], placements))[0]
    leaves = [part.crossing.leaves for part in parts]
    leaves += [
        _leaves(placements, parties.source_system, parties.target_system)
        for parties, part, _ in members
        if not part
    ]
    purpose = name.rsplit("/", 1)[1]
    return Draft(
        id=name,
        parties=surest,
        purpose=None if purpose == UNDECLARED else purpose,
        tied=tuple(sorted({one for part in parts for one in part.tied})),
        parts=parts,
        flows=tuple(flows[one] for one in sorted(flows)),
        placement=placements[surest.target_system],
        target=book.systems[surest.target_system],
        leaves=any_of(leaves),
        status=_status(parts, tuple(flows.values())),
    )


def _certainty(parties: Parties, placements: Mapping[str, Placement]) -> tuple[int, str, str]:
    order = [Truth.YES, Truth.UNKNOWN, Truth.NO]
    return (
        order.index(_leaves(placements, parties.source_system, parties.target_system)),
        parties.target_system,
        parties.source_system,
    )


def _status(parts: tuple[Part, ...], flows: tuple[BoundFlow, ...]) -> str:
    """Live when any of it is: what files show and nobody declares planned or stopped does run."""
    said = {flow.flow.status or "live" for flow in flows}
    said |= {part.crossing.status or "live" for part in parts if part.flow is None}
    return next((status for status in ("live", "stopped", "planned") if status in said), "live")


def mode(draft: Draft) -> str:
    """The act in the word of the assessment: what a flow declares, else what the crossing shows."""
    declared = sorted({flow.flow.mode for flow in draft.flows if flow.flow.mode})
    if declared:
        return declared[0]
    kinds = {crossing.kind for crossing in draft.crossings}
    if CrossingKind.SENT in kinds:
        own = draft.parties.handler_id is not None and draft.parties.handler_id == draft.parties.recipient_id
        stored = draft.target.kind in {"bucket", "database", "warehouse", "file_share"}
        return "overseas_storage" if own and stored else "transfer"
    if CrossingKind.ACCESSED in kinds or (not kinds and draft.target.kind == "workplace"):
        return "remote_access"
    return "direct_collection" if CrossingKind.COLLECTED in kinds else "transfer"
