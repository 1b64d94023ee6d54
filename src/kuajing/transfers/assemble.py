"""From crossings to transfers in two steps, so that the law can say between them which transfers do not count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kuajing.model.crossings import Crossing
from kuajing.model.declaration import Declaration
from kuajing.model.estate import Estate, Labelling, System
from kuajing.model.transfers import Coverage, Transfer
from kuajing.transfers.approvals import coverages
from kuajing.transfers.case_facts import Setting, case
from kuajing.transfers.contents import Contents, contents
from kuajing.transfers.counting import PeopleOf, Tally, people_of, tally
from kuajing.transfers.drafts import Draft, draft, mode
from kuajing.transfers.matching import downstream, match
from kuajing.transfers.people import Overlap, distinct, overlaps


@dataclass(frozen=True, slots=True)
class Prepared:
    """A transfer with its contents and people, waiting for its handler's tally."""

    draft: Draft
    contents: Contents
    people: PeopleOf


@dataclass(frozen=True, slots=True)
class Assembled:
    """A transfer ready for the law, and the approvals compared with it, the best first."""

    transfer: Transfer
    coverage: tuple[Coverage, ...]
    count_contradicted: bool


def prepare(
    crossings: tuple[Crossing, ...],
    estate: Estate,
    declaration: Declaration,
    labelling: Labelling,
    on: date,
) -> tuple[Prepared, ...]:
    """All transfers of the estate, sorted by id, with what they carry and whom they concern."""
    beyond = downstream(
        estate.moves, (crossing.target for crossing in crossings if crossing.target is not None)
    )
    parts = match(crossings, estate.flows, beyond)
    drafts = draft(parts, estate, declaration, dict(labelling.placements))
    classifications, declared = dict(labelling.classifications), dict(estate.declared)
    prepared = []
    for one in drafts:
        carried = contents(one, classifications, declared)
        prepared.append(
            Prepared(one, carried, people_of(one, carried, declaration.counts, declaration.settings, on))
        )
    return tuple(prepared)


def assemble(
    prepared: tuple[Prepared, ...],
    estate: Estate,
    declaration: Declaration,
    on: date,
    standing: Callable[[Transfer], str],
) -> tuple[Assembled, ...]:
    """Every transfer with its handler's tally in its case.

    `standing` says of a transfer, judged on its own people alone, whether it is `outside` the tally, `perhaps`
    outside, or `inside`.
    """
    relations = overlaps(declaration.populations)
    systems = {system.id: system for system in estate.systems}
    context = _Context(prepared, systems, declaration, on, relations)
    alone = {one.draft.id: context.assembled(one, _own(one, relations)).transfer for one in prepared}
    standings = {name: standing(transfer) for name, transfer in alone.items()}
    return tuple(context.assembled(one, context.tally(one, standings)) for one in prepared)


def _own(one: Prepared, relations: Overlap) -> Tally:
    return Tally(distinct(one.people.ordinary, relations), distinct(one.people.sensitive, relations))


@dataclass(frozen=True, slots=True)
class _Context:
    prepared: tuple[Prepared, ...]
    systems: Mapping[str, System]
    declaration: Declaration
    on: date
    relations: Overlap

    def tally(self, one: Prepared, standings: Mapping[str, str]) -> Tally:
        """The handler's people this year: its live and stopped transfers, and this one."""
        handler = one.draft.parties.key[0]
        people = {
            other.draft.id: other.people
            for other in self.prepared
            if other.draft.parties.key[0] == handler and (other.draft.status != "planned" or other is one)
        }
        return tally(
            one.draft.id,
            people,
            outside=frozenset(name for name in people if standings[name] == "outside"),
            perhaps=frozenset(name for name in people if standings[name] == "perhaps"),
            relations=self.relations,
        )

    def assembled(self, one: Prepared, counted: Tally) -> Assembled:
        """The transfer with its case."""
        own = _own(one, self.relations)
        people = distinct((*one.people.ordinary, *one.people.sensitive), self.relations)
        onward = self._onward(one.draft)
        compared = coverages(one.draft, one.contents, people, onward, self.declaration.approvals, self.on)
        approval, coverage = compared[0] if compared else (None, None)
        setting = Setting(counted, self._group_members(one), onward, approval, coverage, self.on)
        transfer = Transfer(
            id=one.draft.id,
            handler=one.draft.parties.handler_id,
            recipient=one.draft.parties.recipient_id,
            jurisdiction=one.draft.placement.jurisdiction,
            purpose=one.draft.purpose,
            mode=mode(one.draft),
            status=one.draft.status,
            leaves=one.draft.leaves,
            crossings=one.draft.crossings,
            flows=tuple(flow.flow.id for flow in one.draft.flows),
            declared_only=not one.draft.parts,
            categories=one.contents.categories,
            sensitive_categories=one.contents.sensitive,
            aggregates=one.contents.aggregates,
            onward=onward,
            ordinary=own.ordinary,
            sensitive=own.sensitive,
            counted=one.people.counted,
            case=case(one.draft, one.contents, setting),
        )
        return Assembled(transfer, tuple(pair[1] for pair in compared), one.people.contradicted)

    def _onward(self, one: Draft) -> tuple[str, ...]:
        """Recipients behind the recipient: those declared, and those whose systems the data reaches."""
        named = set(one.parties.recipient.onward_to if one.parties.recipient else ())
        for crossing in one.crossings:
            for name in crossing.onward:
                system = self.systems[name]
                named.add(system.recipient or system.handler or system.id)
        return tuple(sorted(named - {one.parties.recipient_id or ""}))

    def _group_members(self, one: Prepared) -> int:
        """How many handlers of the same group send some of the same categories; 0 where none does."""
        handler = one.draft.parties.handler
        if handler is None or handler.group is None:
            return 0
        members = {
            other.draft.parties.handler.id
            for other in self.prepared
            if other.draft.parties.handler is not None
            and other.draft.parties.handler.group == handler.group
            and set(other.contents.categories) & set(one.contents.categories)
        }
        return len(members) if len(members) > 1 else 0
