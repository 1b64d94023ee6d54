"""The engine alone: one JSON object in, one out, as `kuajing assess --jsonl` speaks."""

from collections.abc import Mapping
from dataclasses import replace

from kuajing.law.assess import assess
from kuajing.law.book import LawBook
from kuajing.law.clashes import strictest
from kuajing.law.intake import CaseFaults, read_case
from kuajing.law.odd_words import odd_words
from kuajing.law.policies import Policies, demands
from kuajing.law.shipped import load_book
from kuajing.messages import message
from kuajing.model.cases import Case
from kuajing.model.clashes import Clash
from kuajing.model.truth import UNKNOWN
from kuajing.model.verdicts import Verdict

Answer = dict[str, object]


def answer(line: object, policies: Policies | None = None) -> Answer:
    """The verdict on a case `{id, as_of, facts}` as plain values, or `{id, error}` where it cannot be read.

    With rules of an organisation the facts that only they ask may stand in the case, and `demands` beside the verdict.
    """
    book = load_book()
    if policies is not None:
        own = {path: row for path, row in policies.rows.items() if path not in book.rows}
        book = replace(book, rows={**book.rows, **own})
    named = line.get("id") if isinstance(line, Mapping) else None
    try:
        case, clashes = strictest(read_case(line, book))
    except CaseFaults as problem:
        faults = (message(key, "en", values) for key, values in problem.faults)
        return {"id": named, "error": " ".join(faults)}
    told = {**plain(assess(case, book)), "id": named}
    odd = [_odd(path, near) for path, near in odd_words(case)]
    odd += map(_clashing, clashes) if told["route"] != "not_an_export" else ()
    if odd:
        told["reasoning"] = [*_steps(told["reasoning"]), *odd]
    return {**told, "demands": _demands(case, book, policies)} if policies is not None else told


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


def _steps(reasoning: object) -> list[object]:
    return reasoning if isinstance(reasoning, list) else []


def _clashing(clash: Clash) -> Answer:
    read = [{"fact": clash.path, "value": "true"}, {"fact": clash.other, "value": clash.said}]
    return {"citation": "", "asked": "ask.clash", "answer": UNKNOWN.value, "read": read}


def _odd(path: str, near: str) -> Answer:
    read = [{"fact": path, "value": f"nearest: {near}" if near else "no code"}]
    return {"citation": "", "asked": "ask.odd_word", "answer": UNKNOWN.value, "read": read}


def _demands(case: Case, book: LawBook, policies: Policies) -> list[Answer]:
    return [
        {
            "id": demand.id,
            "key": demand.key,
            "kind": demand.kind,
            "met": demand.met.value,
            "citations": list(demand.citations),
            "unsettled": list(demand.unsettled),
        }
        for demand in demands(case, (), book, policies)
    ]
