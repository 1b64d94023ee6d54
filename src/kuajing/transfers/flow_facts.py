"""The facts of the act, its ground, the exemptions claimed for it, and what is on record for its duties."""

from collections.abc import Callable, Iterator
from datetime import date

from kuajing.model.declaration import DeclaredFlow, RecipientContract
from kuajing.model.truth import Truth, any_of, truth
from kuajing.transfers.acts import mode
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact, known, said, shown_by, together

DUTIES = (
    ("authority_approval", "data.authority_approval"),
    ("guardian_consent", "compliance.guardian_consent"),
    ("hgr_filed", "compliance.hgr_filed"),
    ("important_data_risk_assessment", "evidence.important_risk_assessed"),
    ("legal_document", "evidence.legal_document"),
    ("self_assessment", "evidence.self_assessment"),
    ("notice_art39", "compliance.notice_art39"),
    ("separate_consent", "compliance.separate_consent"),
)
"""Duties whose evidence is a day or a file, with the fact that it becomes."""

_Ask = Callable[[DeclaredFlow], Truth]


def flow_facts(draft: Draft) -> Iterator[Fact]:
    """The act, its purpose and ground; what only some of its flows declare is unknown of the whole."""
    flows = [flow.flow for flow in draft.flows]
    if draft.leaves is Truth.YES:
        yield "flow.mode", mode(draft)
    yield "flow.status", "live" if draft.status == "live" else "planned"
    yield from said("flow.purpose", draft.purpose)
    yield from known("flow.necessary", _of_all(draft, lambda flow: flow.necessary))
    yield from said("flow.started", _started(draft))
    bases = {flow.legal_basis for flow in flows}
    if len(bases) == 1 and draft.is_wholly_declared:
        yield from said("legal_basis", bases.pop())
    yield from said("claims", claims(draft))
    yield from known("data.individual_is_party", claimed(draft, "contract", "individual_is_party"))
    yield from known("data.securities_business", _of_any(draft, lambda flow: flow.securities_business))
    yield from known("data.regulated_activity", _of_any(draft, lambda flow: flow.regulated_activity))
    yield from known("data.encrypted", _of_all(draft, lambda flow: flow.encrypted))
    keys = {flow.key_location for flow in flows}
    yield from said(
        "data.key_location", "abroad" if "abroad" in keys else keys.pop() if len(keys) == 1 else None
    )
    told = [set(flow.reported_to) for flow in flows]
    if draft.is_wholly_declared:
        yield from said("data.reported_to", tuple(sorted(set.intersection(*told))))


def claims(draft: Draft) -> tuple[str, ...]:
    """The exemptions claimed for all of a transfer: one flow's claim says nothing of another's data."""
    if not draft.is_wholly_declared:
        return ()
    return tuple(sorted(set.intersection(*({one.name for one in flow.flow.claims} for flow in draft.flows))))


def claimed(draft: Draft, claim: str, detail: str) -> Truth:
    """What all flows that make a claim say of one of the facts it rests on."""
    return together(
        truth(answer if isinstance(answer := dict(one.details).get(detail), bool) else None)
        for flow in draft.flows
        for one in flow.flow.claims
        if one.name == claim
    )


def compliance_facts(draft: Draft, on: date) -> Iterator[Fact]:
    """What is on record for each duty on a day."""
    contract = draft.parties.recipient.contract if draft.parties.recipient else None
    records = _of_all(draft, _evidence_of("d790_contract_and_records", on))
    yield from known("compliance.d790_contract_and_records", _contract(contract, records, on))
    for duty, path in DUTIES:
        yield from known(path, _of_all(draft, _evidence_of(duty, on)))
    yield from known("compliance.pipia_done", _of_all(draft, lambda flow: _assessed(flow, on)))
    notices = [flow.flow.evidence("notice_art39") for flow in draft.flows]
    missing = {word for notice in notices if notice for word in notice.missing}
    yield from said("compliance.notice_missing", tuple(sorted(missing)))
    consents = [flow.flow.evidence("separate_consent") for flow in draft.flows]
    forms = {consent.form for consent in consents if consent and consent.form}
    yield from said("compliance.consent_form", min(forms, default=None))


def _evidence_of(duty: str, on: date) -> _Ask:
    return lambda flow: shown_by(flow.evidence(duty), on)


def _of_all(draft: Draft, ask: _Ask) -> Truth:
    """The answer of all flows of a transfer, and unknown where something in it is not declared; one no is enough."""
    rest = () if draft.is_wholly_declared else (Truth.UNKNOWN,)
    return together((*(ask(flow.flow) for flow in draft.flows), *rest))


def _of_any(draft: Draft, ask: _Ask) -> Truth:
    """Yes where one flow says so, no where all do."""
    rest = () if draft.is_wholly_declared else (Truth.UNKNOWN,)
    return any_of((*(ask(flow.flow) for flow in draft.flows), *rest))


def _started(draft: Draft) -> date | None:
    """The first export, known where every flow tells its own."""
    days = [flow.flow.since for flow in draft.flows]
    started = [day for day in days if isinstance(day, date)]
    return min(started) if started and len(started) == len(days) and draft.is_wholly_declared else None


def _contract(contract: RecipientContract | None, records: Truth, on: date) -> Truth:
    """What is said under the recipient, else under the flows; records that are kept no longer are not there."""
    if contract is None:
        return records
    if isinstance(contract.records_until, date) and contract.records_until < on:
        return Truth.NO
    return contract.d790_a12 if contract.d790_a12 is not Truth.UNKNOWN else records


def _assessed(flow: DeclaredFlow, on: date) -> Truth:
    """Whether the impact assessment was made, and before the export."""
    evidence = flow.evidence("pipia")
    answer = shown_by(evidence, on)
    if (
        evidence
        and isinstance(evidence.on, date)
        and isinstance(flow.since, date)
        and evidence.on > flow.since
    ):
        return Truth.NO
    return answer
