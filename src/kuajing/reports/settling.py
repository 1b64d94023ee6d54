"""Where the declaration would say what is open: fact paths in the words of the declaration files."""

from collections.abc import Mapping

from kuajing.model.analysis import Analysis
from kuajing.model.transfers import Transfer
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible

_NEW = "…"
_PLACES = {
    "compliance.authority_approval": "flows[{flow}].compliance.authority_approval",
    "compliance.d790_contract_and_records": "recipients.{recipient}.contract",
    "compliance.guardian_consent": "flows[{flow}].compliance.guardian_consent",
    "compliance.hgr_filed": "flows[{flow}].compliance.hgr_filing",
    "compliance.notice_art39": "flows[{flow}].compliance.notice_art39",
    "compliance.pipia_done": "flows[{flow}].compliance.pipia",
    "compliance.separate_consent": "flows[{flow}].compliance.separate_consent",
    "data.authority_approval": "flows[{flow}].compliance.authority_approval",
    "data.domestic_important_introduced": "datasets.{dataset}.important",
    "data.domestic_pi_introduced": "datasets.{dataset}.people.collected_in",
    "data.foreign_origin_persons": "datasets.{dataset}.people.collected_in",
    "data.hr.collective_contract": "handlers.{handler}.collective_contract.lawful",
    "data.hr.labour_rules": "handlers.{handler}.labour_rules.lawful",
    "data.hr.subjects": "datasets.{dataset}.people.subjects",
    "data.important": "datasets.{dataset}.important.status",
    "data.important_notified_on": "datasets.{dataset}.important.on",
    "data.individual_is_party": "flows[{flow}].claims.contract.individual_is_party",
    "data.personal": "datasets.{dataset}.columns",
    "data.under_14": "datasets.{dataset}.people.under_14",
    "data.ytd_persons.non_sensitive": "counts[{flow}].ordinary",
    "data.ytd_persons.sensitive": "counts[{flow}].sensitive",
    "flow.mode": "flows[{flow}].mode",
    "flow.necessary": "flows[{flow}].necessary",
    "flow.purpose": "flows[{flow}].purpose",
    "flow.started": "flows[{flow}].since",
    "flow.status": "flows[{flow}].status",
    "handler.base": "handlers.{handler}.base",
    "handler.ciio": "handlers.{handler}.ciio",
    "handler.city": "handlers.{handler}.city",
    "handler.ftz": "handlers.{handler}.zone.list",
    "handler.ftz_list_position": "handlers.{handler}.zone.position",
    "handler.pi_handled_total": "handlers.{handler}.persons_held",
    "handler.pipl_a3_2": "handlers.{handler}.serves_mainland",
    "handler.pipo_filed": "handlers.{handler}.officer.filed_on",
    "handler.representative_in_china": "handlers.{handler}.representative",
    "handler.sector": "handlers.{handler}.sector",
    "handler.state_organ": "handlers.{handler}.state_organ",
    "legal_basis": "flows[{flow}].legal_basis",
    "mechanism.annex1_third_parties": "approvals[{approval}].covers.onward_to",
    "mechanism.applied": "approvals[{approval}].dates.applied",
    "mechanism.body_listed": "approvals[{approval}].body_listed",
    "mechanism.effective": "approvals[{approval}].dates.effective",
    "mechanism.filed": "approvals[{approval}].dates.filed",
    "mechanism.issued": "approvals[{approval}].dates.issued",
    "mechanism.pipia_completed": "approvals[{approval}].dates.pipia_completed",
    "mechanism.redone": "approvals[{approval}].redone",
    "mechanism.renewal_applied": "approvals[{approval}].dates.renewal_applied",
    "mechanism.result": "approvals[{approval}].result",
    "mechanism.result_date": "approvals[{approval}].dates.result",
    "mechanism.scope_matches": "approvals[{approval}].covers",
    "mechanism.text_altered": "approvals[{approval}].text_altered",
    "recipient.city": "recipients.{recipient}.city",
    "recipient.jurisdiction": "recipients.{recipient}.jurisdiction",
    "recipient.on_restricted_list": "recipients.{recipient}.restricted_list",
    "recipient.onward_to": "recipients.{recipient}.onward_to",
    "recipient.role": "recipients.{recipient}.role",
}
_OF_A_SYSTEM = "systems.{system}.located"


def declaration_place(
    fact: str,
    transfer: Transfer,
    analysis: Analysis,
    approval: str | None,
    beside: Mapping[str, str] = _PLACES,
) -> str:
    """Where a declaration says a fact of this transfer; the fact's own path where none does.

    A flow or approval that is not there yet is written as an ellipsis. `beside` holds the places of further facts.
    """
    named = _PLACES.get(fact) or beside.get(fact, fact)
    place = _OF_A_SYSTEM if _hangs_on_a_location(fact, transfer, analysis) else named
    system = transfer.crossings[0].target_system if transfer.crossings else _NEW
    return visible(
        place.format(
            flow=transfer.flows[0] if transfer.flows else _NEW,
            handler=transfer.handler or _NEW,
            recipient=transfer.recipient or _NEW,
            dataset=_dataset(transfer, analysis),
            approval=approval or _NEW,
            system=system,
        )
    )


def _hangs_on_a_location(fact: str, transfer: Transfer, analysis: Analysis) -> bool:
    """Whether a fact is open as nobody knows where a system stands: how data moves, or where one's own system is."""
    if fact == "flow.mode":
        return transfer.leaves is Truth.UNKNOWN
    declared = {recipient.id for recipient in analysis.declaration.recipients}
    return fact == "recipient.jurisdiction" and transfer.recipient not in declared


def _dataset(transfer: Transfer, analysis: Analysis) -> str:
    """The dataset that the data starts from, as it is declared where it is."""
    starts = sorted(trail.start.dataset for crossing in transfer.crossings for trail in crossing.trails)
    if not starts:
        return next((flow.source for flow in analysis.declaration.flows if flow.id in transfer.flows), _NEW)
    declared = {name: dataset.name for name, dataset in analysis.estate.declared}
    return declared.get(starts[0], str(starts[0]))
