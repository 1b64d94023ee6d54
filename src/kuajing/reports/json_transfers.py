"""Transfers with their verdicts, and the crossings they are made of, as JSON."""

from kuajing.model.crossings import Crossing
from kuajing.model.policies import Demand
from kuajing.model.standing import standing
from kuajing.model.transfers import Coverage, Judgement, Transfer
from kuajing.model.verdicts import Verdict
from kuajing.reports.fingerprints import crossing_id
from kuajing.reports.json_tallies import deadline
from kuajing.reports.json_values import dataset, interval, place, sentence, texts, trail
from kuajing.reports.words import Names
from kuajing.source.nodes import Plain


def judgement(of: Judgement, names: Names) -> Plain:
    """A transfer, how it stands, what the law says, and the approvals compared with it."""
    return {
        **_transfer(of.transfer),
        "standing": standing(of),
        "verdict": verdict_values(of.verdict),
        "demands": [_demand(demand) for demand in of.demands],
        "approvals": [_coverage(coverage, names) for coverage in of.coverage],
        "contradicted_by": texts(of.contradicted_by),
        "deadlines": [deadline(one) for one in of.deadlines],
    }


def crossing(of: Crossing) -> Plain:
    """One place where labelled data leaves the mainland, with the trails that show it."""
    return {
        "id": crossing_id(of),
        "kind": of.kind.value,
        "source": dataset(of.source),
        "target": None if of.target is None else dataset(of.target),
        "source_system": of.source_system,
        "target_system": of.target_system,
        "leaves": of.leaves.value,
        "via": of.via,
        "purpose": of.purpose,
        "status": of.status,
        "location": place(of.location),
        "columns": [str(column) for column in of.columns],
        "onward": texts(of.onward),
        "trails": [trail(one) for one in of.trails],
    }


def _transfer(of: Transfer) -> dict[str, Plain]:
    return {
        "id": of.id,
        "handler": of.handler,
        "recipient": of.recipient,
        "jurisdiction": of.jurisdiction or None,
        "purpose": of.purpose,
        "mode": of.mode,
        "status": of.status,
        "leaves": of.leaves.value,
        "declared_only": of.declared_only,
        "flows": texts(of.flows),
        "crossings": list[Plain](sorted(crossing_id(one) for one in of.crossings)),
        "categories": texts(of.categories),
        "sensitive_categories": texts(of.sensitive_categories),
        "aggregates": texts(of.aggregates),
        "onward": texts(of.onward),
        "people": {
            "ordinary": interval(of.ordinary),
            "sensitive": interval(of.sensitive),
            "counted": of.counted,
        },
    }


def verdict_values(of: Verdict) -> Plain:
    """A verdict as plain values."""
    return {
        "on": of.on.isoformat(),
        "route": of.route,
        "possible": texts(of.possible),
        "exemption": of.exemption,
        "duties": [
            {
                "id": duty.id,
                "met": duty.met.value,
                "lasting": duty.lasting,
                "citations": texts(duty.citations),
            }
            for duty in of.duties
        ],
        "violations": [
            {"id": violation.id, "citations": texts(violation.citations)} for violation in of.violations
        ],
        "citations": texts(of.citations),
        "contested_points": texts(of.contested_points),
        "alternatives": texts(of.alternatives),
        "unsettled": texts(of.unsettled),
        "reasoning": [
            {
                "citation": step.citation or None,
                "asked": step.asked,
                "answer": step.answer.value,
                "read": dict(step.read),
                "turns_on": texts(step.turns_on),
            }
            for step in of.reasoning
        ],
    }


def _demand(of: Demand) -> Plain:
    return {
        "id": of.id,
        "key": of.key,
        "kind": of.kind,
        "met": of.met.value,
        "citations": texts(of.citations),
        "read": dict(of.read),
        "unsettled": texts(of.unsettled),
    }


def _coverage(of: Coverage, names: Names) -> Plain:
    return {
        "approval": of.approval,
        "covered": of.covered.value,
        "shortfalls": [
            {
                "respect": shortfall.respect,
                "covered": shortfall.covered.value,
                "message": sentence(shortfall.respect, shortfall.values, names),
            }
            for shortfall in of.shortfalls
        ],
    }
