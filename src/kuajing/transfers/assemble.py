"""From crossings to transfers in two steps, so that the law can say between them which transfers do not count."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kuajing.model.cases import Case, FactValue
from kuajing.model.crossings import Crossing
from kuajing.model.declaration import Approval, Declaration, DeclaredDataset
from kuajing.model.estate import Estate, Labelling, Support, System
from kuajing.model.names import DatasetName
from kuajing.model.tally import OUTSIDE, PERHAPS, TallyStanding
from kuajing.model.transfers import Coverage, Transfer
from kuajing.model.truth import Truth
from kuajing.transfers.acts import mode
from kuajing.transfers.approvals import coverages
from kuajing.transfers.case_facts import Setting, case
from kuajing.transfers.contents import contents
from kuajing.transfers.counting import Tally, people_of, tally
from kuajing.transfers.disagreements import contradicting, differences
from kuajing.transfers.drafts import Draft, draft
from kuajing.transfers.group_volumes import is_divided
from kuajing.transfers.matching import downstream, match
from kuajing.transfers.people import Overlap, distinct, overlaps
from kuajing.transfers.policy_facts import Around, policy_facts
from kuajing.transfers.prepared import Prepared
from kuajing.transfers.tallies import Standings
from kuajing.transfers.upstream import upstream_of
from kuajing.transfers.yearly import yearly

_UNKNOWN = TallyStanding(OUTSIDE)
"""What no standing is known of counts for nobody else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The case of a transfer were it to rest on another approval, and in what that one contradicts the best one."""

    approval: str
    case: Case
    about: tuple[str, ...]
    own_facts: tuple[tuple[str, FactValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """A transfer ready for the law, the approvals compared with it, the best first, and how it stands to the tally.

    `readings` are its case under each approval that contradicts the best one.
    """

    transfer: Transfer
    coverage: tuple[Coverage, ...]
    count_contradicted: bool
    standing: TallyStanding
    readings: tuple[Reading, ...] = ()


def prepare(
    crossings: tuple[Crossing, ...],
    estate: Estate,
    declaration: Declaration,
    labelling: Labelling,
    on: date,
) -> tuple[Prepared, ...]:
    """All transfers of the estate, sorted by id, with what they carry and whom they concern."""
    declared, classifications = dict(estate.declared), dict(labelling.classifications)
    targets = (crossing.target for crossing in crossings if crossing.target is not None)
    upstream = upstream_of(estate, labelling, declared, on)
    matched = match(crossings, estate.flows, downstream(estate.moves, targets), upstream)
    prepared = []
    for one in draft(matched, estate, declaration, dict(labelling.placements)):
        carried = contents(one, classifications, declared)
        people = people_of(one, carried, declaration.counts, declaration.settings, on)
        prepared.append(Prepared(one, carried, people))
    return tuple(prepared)


def assemble(
    prepared: tuple[Prepared, ...],
    estate: Estate,
    declaration: Declaration,
    on: date,
    standing: Callable[[Transfer], TallyStanding],
) -> tuple[Assembled, ...]:
    """Every transfer with its handler's tally in its case.

    `standing` says of a transfer, judged on its own people alone, whether it is `outside` the tally, `perhaps`
    outside, or `inside`.
    """
    relations = overlaps(declaration.populations)
    systems = {system.id: system for system in estate.systems}
    context = _Context(prepared, systems, declaration, on, relations, dict(estate.declared))
    alone = {one.draft.id: context.assembled(one, {}).transfer for one in prepared}
    standings = {name: standing(transfer) for name, transfer in alone.items()}
    return tuple(context.assembled(one, standings) for one in prepared)


def _contrary(
    compared: tuple[tuple[Approval, Coverage], ...], on: date
) -> Iterator[tuple[Approval, Coverage]]:
    """The approvals that contradict the best one, with their coverage."""
    if compared:
        found = {other.id for other in contradicting(compared[0][0], (pair[0] for pair in compared), on)}
        yield from (pair for pair in compared if pair[0].id in found)


def _is_declared_only(one: Draft) -> bool:
    """Whether flows account for all of a transfer and no source bears any of them out."""
    return one.is_wholly_declared and all(flow.support is not Support.BORNE_OUT for flow in one.flows)


@dataclass(frozen=True, slots=True)
class _Context:
    prepared: tuple[Prepared, ...]
    systems: Mapping[str, System]
    declaration: Declaration
    on: date
    relations: Overlap
    declared: Mapping[DatasetName, DeclaredDataset]

    def assembled(self, one: Prepared, standings: Standings) -> Assembled:
        """The transfer with its case; without standings its own people are all that count."""
        counting = self._counting(one, standings)
        own = tally(one.draft.id, {one.draft.id: one.people}, perhaps=frozenset(), relations=self.relations)
        people = distinct((*one.people.ordinary, *one.people.sensitive), self.relations)
        onward = self._onward(one.draft)
        compared = coverages(one.draft, one.contents, people, onward, self.declaration.approvals, self.on)
        approval, coverage = compared[0] if compared else (None, None)
        setting = Setting(
            tally=self._tally(one, counting, standings),
            year=yearly(other.people for other in counting),
            group_members=self._group_members(one),
            onward=onward,
            onward_places=self._places(onward),
            approval=approval,
            coverage=coverage,
            on=self.on,
        )
        readings = tuple(
            Reading(
                contrary.id,
                case(one.draft, one.contents, replace(setting, approval=contrary, coverage=found)),
                tuple(differences(compared[0][0], contrary)),
                self._own_facts(one, onward, contrary, own),
            )
            for contrary, found in _contrary(compared, self.on)
        )
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
            declared_only=_is_declared_only(one.draft),
            categories=one.contents.categories,
            sensitive_categories=one.contents.sensitive,
            aggregates=one.contents.aggregates,
            onward=onward,
            ordinary=own.ordinary,
            sensitive=own.sensitive,
            counted=one.people.counted,
            case=case(one.draft, one.contents, setting),
            tied=one.draft.tied,
            own_facts=self._own_facts(one, onward, approval, own),
        )
        return Assembled(
            transfer,
            tuple(pair[1] for pair in compared),
            one.people.contradicted,
            standings.get(one.draft.id, _UNKNOWN),
            readings,
        )

    def _own_facts(
        self, one: Prepared, onward: tuple[str, ...], approval: Approval | None, own: Tally
    ) -> tuple[tuple[str, FactValue], ...]:
        """What only an organisation's own rules ask of a transfer under an approval."""
        around = Around(self._sources(one.draft), onward, approval, own.ordinary, own.sensitive)
        return policy_facts(one.draft, one.contents, around)

    def _counting(self, one: Prepared, standings: Standings) -> tuple[Prepared, ...]:
        """The transfers whose people count towards one's handler: its live and stopped ones, and this one.

        A transfer of which nobody knows whose it is may be anybody's. One business that was divided among handlers
        is counted whole.
        """
        handler = one.draft.parties.handler_id
        return tuple(
            other
            for other in self.prepared
            if other is one
            or (
                standings.get(other.draft.id, _UNKNOWN).word != OUTSIDE
                and other.draft.status != "planned"
                and (
                    handler is None
                    or other.draft.parties.handler_id in {handler, None}
                    or is_divided(one, other)
                )
            )
        )

    def _tally(self, one: Prepared, counting: tuple[Prepared, ...], standings: Standings) -> Tally:
        """The handler's people this year; what may not leave, or may be another's, counts from zero."""
        perhaps = {
            other.draft.id
            for other in counting
            if standings.get(other.draft.id, _UNKNOWN).word == PERHAPS
            or other.draft.leaves is not Truth.YES
            or (other.draft.parties.handler_id != one.draft.parties.handler_id and not is_divided(one, other))
            or (other.draft.parties.handler_id is None and other.draft.parties.key != one.draft.parties.key)
        }
        return tally(
            one.draft.id,
            {other.draft.id: other.people for other in counting},
            perhaps=frozenset(perhaps),
            relations=self.relations,
        )

    def _sources(self, one: Draft) -> tuple[DeclaredDataset | None, ...]:
        """What is declared of each dataset that a transfer leaves from."""
        names = {crossing.source for crossing in one.crossings}
        names |= {source for flow in one.flows for source in flow.sources}
        return tuple(self.declared.get(name) for name in sorted(names))

    def _onward(self, one: Draft) -> tuple[str, ...]:
        """Recipients behind the recipient: those declared, and those whose systems the data reaches."""
        named = set(one.parties.recipient.onward_to if one.parties.recipient else ())
        for crossing in one.crossings:
            for name in crossing.onward:
                system = self.systems[name]
                named.add(system.recipient or system.handler or system.id)
        return tuple(sorted(named - {one.parties.recipient_id or ""}))

    def _places(self, onward: tuple[str, ...]) -> tuple[str, ...]:
        """The jurisdictions of onward recipients; a name of which none is known stands for itself."""
        recipients = {recipient.id: recipient.jurisdiction for recipient in self.declaration.recipients}
        return tuple(sorted({recipients.get(name) or name for name in onward}))

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
