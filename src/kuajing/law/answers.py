"""The engine alone: one JSON object in, one out, as `kuajing assess --jsonl` speaks."""

from collections.abc import Mapping

from kuajing.law.assess import assess
from kuajing.law.intake import CaseFaults, read_case
from kuajing.law.shipped import load_book
from kuajing.messages import message
from kuajing.model.verdicts import Verdict

Answer = dict[str, object]


def answer(line: object) -> Answer:
    """The verdict on a case `{id, as_of, facts}` as plain values, or `{id, error}` where it cannot be read."""
    book = load_book()
    named = line.get("id") if isinstance(line, Mapping) else None
    try:
        case = read_case(line, book)
    except CaseFaults as problem:
        told = (message(key, "en", values) for key, values in problem.faults)
        return {"id": named, "error": " ".join(told)}
    return {**plain(assess(case, book)), "id": named}


def plain(verdict: Verdict) -> Answer:
    """A verdict as JSON values, its fields in the order of the contract."""
    return {
        "id": verdict.id,
        "route": verdict.route,
        "exemption": verdict.exemption,
        "duties": [duty.id for duty in verdict.duties],
        "violations": [violation.id for violation in verdict.violations],
        "citations": list(verdict.citations),
        "contested": verdict.is_contested,
        "contested_points": list(verdict.contested_points),
        "alternatives": list(verdict.alternatives),
        "possible": list(verdict.possible),
        "unsettled": list(verdict.unsettled),
        "reasoning": [
            {
                "citation": step.citation,
                "asked": step.asked,
                "answer": step.answer.value,
                "read": [{"fact": path, "value": value} for path, value in step.read],
            }
            for step in verdict.reasoning
        ],
    }
