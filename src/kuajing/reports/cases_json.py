"""Cases that were assessed, and explanations, as JSON; keys are never translated, words come in both languages."""

from collections.abc import Iterable, Sequence

from kuajing import __version__
from kuajing.model.analysis import Analysis
from kuajing.model.assessed import AssessedCase
from kuajing.model.reasons import Change, Explanation, Reading, Reason
from kuajing.model.transfers import Judgement
from kuajing.reports.json_transfers import judgement, verdict_values
from kuajing.reports.json_values import json_lines, pair, place, sentence, texts
from kuajing.reports.words import Names
from kuajing.source.errors import InputError
from kuajing.source.nodes import Plain

SCHEMA_VERSION = "1.0"


def cases_json(assessed: Sequence[AssessedCase], errors: Iterable[InputError]) -> str:
    """Every case with its verdict, and every fault of those that could not be read."""
    return json_lines(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "kuajing", "version": __version__},
            "cases": [_case(one) for one in assessed],
            "errors": [
                {"place": place(error.location), "message": sentence(error.message, error.values, {})}
                for error in errors
            ],
        }
    )


def _case(one: AssessedCase) -> Plain:
    told: dict[str, Plain] = {
        "id": one.case.id,
        "title": one.title or None,
        "place": place(one.location),
        "verdict": verdict_values(one.verdict),
        "odd_words": [_nearest(one, path, near) for path, near in one.odd_words.items()],
        "not_read": [_nearest(one, path, near) for path, near in one.strange.items()],
        "at_odds": [
            {
                "facts": [
                    {"fact": path, "place": place(one.places.get(path, one.location))}
                    for path in (clash.path, clash.other)
                ],
                "taken": {"fact": clash.other, "said": clash.said, "read": clash.taken},
            }
            for clash in one.clashes
        ],
    }
    if one.explanation is not None:
        told["explanation"] = explanation_values(one.explanation)
    return told


def _nearest(one: AssessedCase, path: str, near: str) -> Plain:
    return {"fact": path, "place": place(one.places.get(path, one.location)), "nearest": near or None}


def explanation_json(analysis: Analysis, judged: Judgement, explanation: Explanation, names: Names) -> str:
    """One transfer with its verdict, opened up."""
    return json_lines(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "kuajing", "version": __version__},
            "on": analysis.on.isoformat(),
            "transfer": judgement(judged, names),
            "explanation": explanation_values(explanation),
        }
    )


def explanation_values(of: Explanation) -> Plain:
    """An explanation as plain values."""
    return {
        "opened": [
            {"asked": one.asked, "citation": one.citation or None, "reason": _reason(one.reason)}
            for one in of.opened
        ],
        "contested": [_reading(one) for one in of.contested],
        "lighter": [_change(one) for one in of.lighter],
        "heavier": [_change(one) for one in of.heavier],
    }


def _reason(of: Reason) -> Plain:
    return {
        "function": of.function,
        "words": texts(of.words),
        "answer": of.answer.value,
        "facts": dict(of.facts),
        "days": [moment.day for moment in of.moments],
        "parts": [_reason(part) for part in of.parts],
    }


def _reading(of: Reading) -> Plain:
    return {
        "id": of.id,
        "default": pair(of.default),
        "other": pair(of.other),
        "route": of.route,
        "citations": texts(of.citations),
    }


def _change(of: Change) -> Plain:
    return {
        "words": of.words or None,
        "facts": [{"fact": path, "now": before, "then": after} for path, before, after in of.facts],
        "people": of.people,
        "route": of.route,
        "possible": texts(of.possible),
        "gone": texts(of.gone),
        "added": texts(of.added),
    }
