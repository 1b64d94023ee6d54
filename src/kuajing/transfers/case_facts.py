"""The facts of a transfer in the words of the assessment (the declaration's words are mapped here and nowhere else)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kuajing.model.cases import Case, FactValue
from kuajing.model.declaration import Approval, Evidence, Handler, Instrument, Recipient
from kuajing.model.interval import Interval
from kuajing.model.labels import Placement
from kuajing.model.transfers import Coverage
from kuajing.model.truth import Truth
from kuajing.transfers.contents import Contents, under_14
from kuajing.transfers.counting import Tally
from kuajing.transfers.drafts import Draft, mode
from kuajing.transfers.fact_values import Fact, dated, known, said
from kuajing.transfers.mechanism_facts import mechanism

MAINLAND = "CN"
STAFF = frozenset({"employees", "applicants", "dependants", "contractors", "former_employees"})
"""Words for people at work; customers and others are no answer to who the staff concerned are."""
ACCESS = frozenset({"remote_access", "onshore_access"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a transfer when its facts are put together."""

    tally: Tally
    group_members: int
    onward: tuple[str, ...]
    approval: Approval | None
    coverage: Coverage | None
    on: date


def case(draft: Draft, carried: Contents, setting: Setting) -> Case:
    """The case that the law is asked about; what nothing tells is absent."""
    facts: dict[str, FactValue] = {}
    facts.update(_handler(draft.parties.handler, setting.group_members))
    facts.update(_recipient(draft.parties.recipient, draft.placement, setting.onward, mode(draft)))
    facts.update(_flow(draft))
    facts.update(_data(draft, carried, setting))
    facts.update(_compliance(draft, setting.on))
    facts.update(mechanism(draft, carried, setting.approval, setting.coverage, setting.on))
    return Case(draft.id, setting.on, tuple(sorted(facts.items())))


def _handler(handler: Handler | None, group_members: int) -> Iterator[Fact]:
    if handler is None:
        return
    if handler.base is not None:
        yield "handler.base", "mainland" if handler.base in {"mainland", MAINLAND} else "overseas"
    yield from known("handler.pipl_a3_2", handler.serves_mainland)
    if handler.representative is not None:
        yield "handler.representative_in_china", handler.representative.name is not None
    yield from known("handler.ciio", handler.ciio)
    yield from known("handler.state_organ", handler.state_organ)
    yield from said("handler.sector", handler.sector)
    yield from said("handler.city", handler.city)
    yield "handler.ftz", _zone(handler.zone_list)
    yield from said("handler.ftz_list_position", handler.zone_position if handler.zone_list else None)
    if handler.persons_held_known:
        yield "handler.pi_handled_total", handler.persons_held
    if handler.officer is not None:
        yield from dated("handler.pipo_filed", handler.officer.filed_on)
    if group_members:
        yield "handler.group_members", group_members


def _zone(listed: str | None) -> str:
    """The area of a list id such as `shanghai-2025` or `shanghai-citywide-2026`, in the word of the assessment."""
    if not listed or listed == "none":
        return "none"
    words = [word for word in listed.split("-") if not word.isdigit()]
    return "-".join([words[0].capitalize(), *words[1:]])


def _recipient(
    recipient: Recipient | None, placement: Placement, onward: tuple[str, ...], act: str
) -> Iterator[Fact]:
    shown = placement.jurisdiction if len(placement.jurisdiction) == len(MAINLAND) else ""
    place = shown or (recipient.jurisdiction if recipient and placement.mainland is Truth.NO else None)
    yield from said("recipient.jurisdiction", place)
    if act in ACCESS and placement.mainland is not Truth.UNKNOWN:
        yield "recipient.physical_location", "mainland" if placement.mainland is Truth.YES else "abroad"
    yield from said("recipient.onward_to", onward)
    if recipient is None:
        return
    yield from said("recipient.city", recipient.city)
    yield from said("recipient.role", recipient.role)
    yield from known("recipient.on_restricted_list", recipient.restricted_list)


def _flow(draft: Draft) -> Iterator[Fact]:
    if draft.leaves is Truth.YES:
        yield "flow.mode", mode(draft)
    yield "flow.status", "live" if draft.status == "live" else "planned"
    yield from said("flow.purpose", draft.purpose)
    if any(part.flow is None for part in draft.parts):
        return
    yield from known("flow.necessary", _together(flow.flow.necessary for flow in draft.flows))
    started = [flow.flow.since for flow in draft.flows if isinstance(flow.flow.since, date)]
    yield from said("flow.started", min(started) if started else None)
    bases = {flow.flow.legal_basis for flow in draft.flows}
    yield from said("legal_basis", bases.pop() if len(bases) == 1 else None)
    claims = [claim for flow in draft.flows for claim in flow.flow.claims]
    yield from said("claims", tuple(sorted({claim.name for claim in claims})))
    for claim in claims:
        if claim.name == "contract":
            party = dict(claim.details).get("individual_is_party")
            yield from said("data.individual_is_party", party if isinstance(party, bool) else None)


def _together(answers: Iterable[Truth]) -> Truth:
    """The answer that all give; unknown where they differ or one does not know, no where one says no."""
    different = set(answers)
    if Truth.NO in different:
        return Truth.NO
    return different.pop() if len(different) == 1 else Truth.UNKNOWN


def _data(draft: Draft, carried: Contents, setting: Setting) -> Iterator[Fact]:
    yield from known("data.personal", carried.personal)
    yield "data.ytd_persons.non_sensitive", setting.tally.ordinary
    yield "data.ytd_persons.sensitive", setting.tally.sensitive
    yield from _important(carried)
    if carried.foreign != Interval.exactly(0):
        yield "data.foreign_origin_persons", carried.foreign
    yield from known("data.domestic_pi_introduced", carried.introduced)
    if carried.personal is Truth.NO:
        yield "data.domestic_important_introduced", bool(carried.important)
    elif carried.introduced is Truth.NO and not carried.important:
        yield "data.domestic_important_introduced", False
    subjects = {dataset.people.subjects for dataset in carried.datasets if dataset.people}
    if len(subjects) == 1 and subjects <= STAFF:
        yield from said("data.hr.subjects", subjects.pop())
    handler = draft.parties.handler
    if handler is not None:
        yield from known("data.hr.labour_rules", _lawful(handler.labour_rules))
        yield from known("data.hr.collective_contract", _lawful(handler.collective_contract))
    yield from known("data.under_14", under_14(carried))
    yield "data.deidentified", carried.deidentified
    yield "data.face", "pi.biometric.face" in carried.categories
    if "pi.biometric.gene" in carried.categories or any("hgr" in word for word in carried.important):
        yield "data.human_genetic", True


def _lawful(instrument: Instrument | None) -> Truth:
    return instrument.lawful if instrument else Truth.UNKNOWN


def _important(carried: Contents) -> Iterator[Fact]:
    standing = set(carried.important)
    notified = [dataset.important for dataset in carried.datasets if dataset.important]
    if "core" in standing:
        yield "data.important", "core"
    elif standing & {"notified", "published"}:
        yield "data.important", "declared"
        days = [
            one.on for one in notified if one.status in {"notified", "published"} and isinstance(one.on, date)
        ]
        yield from said("data.important_notified_on", min(days) if days else None)
    elif carried.personal is not Truth.UNKNOWN:
        # data is important only when it was notified or published: an indicator alone is a suspicion
        yield "data.important", "none"
        if standing:
            yield "data.suspected_important", True


def _compliance(draft: Draft, on: date) -> Iterator[Fact]:
    recipient = draft.parties.recipient
    if recipient is not None and recipient.contract is not None:
        kept = recipient.contract.records_until
        lapsed = isinstance(kept, date) and kept < on
        yield from known(
            "compliance.d790_contract_and_records", Truth.NO if lapsed else recipient.contract.d790_a12
        )
    if not draft.flows or any(part.flow is None for part in draft.parts):
        return
    for duty, path in (
        ("notice_art39", "compliance.notice_art39"),
        ("separate_consent", "compliance.separate_consent"),
        ("guardian_consent", "compliance.guardian_consent"),
        ("pipia", "compliance.pipia_done"),
        ("hgr_filing", "compliance.hgr_filed"),
        ("authority_approval", "data.authority_approval"),
    ):
        evidence = [flow.flow.evidence(duty) for flow in draft.flows]
        yield from known(path, _together(_given(one, on) for one in evidence))
    notices = [flow.flow.evidence("notice_art39") for flow in draft.flows]
    yield from said(
        "compliance.notice_missing", tuple(sorted({word for one in notices if one for word in one.missing}))
    )
    forms = {one.form for flow in draft.flows if (one := flow.flow.evidence("separate_consent")) and one.form}
    yield from said(
        "compliance.consent_form", "bundled" if "bundled" in forms else next(iter(sorted(forms)), None)
    )


def _given(evidence: Evidence | None, on: date) -> Truth:
    """Whether the evidence is there on that day; what is dated later is not there yet."""
    if evidence is None or not evidence.applies:
        return Truth.UNKNOWN
    if isinstance(evidence.on, date) and evidence.on > on:
        return Truth.NO
    return evidence.given
