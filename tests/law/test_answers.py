import json
from typing import Any

import pytest

from kuajing.law.answers import answer

FIELDS = [
    "id",
    "route",
    "exemption",
    "duties",
    "violations",
    "citations",
    "contested",
    "contested_points",
    "alternatives",
    "possible",
    "unsettled",
    "reasoning",
]

COUNT = "it takes a whole number of people, or two bounds such as [0, 500] or [100, null]."
CLAIMS = "contract, hr, emergency, legal_duty, transit, trade, ftz, de_minimis, anonymised, automotive_guideline_exemption"


def line(**changed: object) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "handler": {"base": "mainland", "ciio": False, "state_organ": False, "pi_handled_total": 9_000},
        "recipient": {"jurisdiction": "FR"},
        "flow": {"mode": "transfer", "status": "planned"},
        "data": {
            "personal": True,
            "important": "none",
            "ytd_persons": {"non_sensitive": 4_000, "sensitive": 0},
        },
        "legal_basis": "consent",
    }
    for path, value in changed.items():
        part = facts
        *above, name = path.split("__")
        for step in above:
            part = part.setdefault(step, {})
        part[name] = value
    return {"id": "a1", "as_of": "2026-11-02", "facts": facts}


def test_an_answer_has_the_fields_of_the_contract_in_their_order() -> None:
    got = answer(line())
    assert FIELDS == list(got)
    assert ("a1", "exempt", "CBDF-2024-A5.1.4", False) == (
        got["id"],
        got["route"],
        got["exemption"],
        got["contested"],
    )
    assert ["export_security_and_incident_report_cbdf_a11", "notice_art39", "pipia_art55_56"] == got[
        "duties"
    ][:3]  # type: ignore[index]
    assert got == json.loads(json.dumps(got))


def test_the_word_unknown_is_silence() -> None:
    assert answer(line()) | {"reasoning": []} != answer(line(handler__ciio="unknown")) | {"reasoning": []}
    assert ["handler.ciio"] == answer(line(handler__ciio="unknown"))["unsettled"]


def test_a_count_may_be_an_interval_and_open_above() -> None:
    assert "exempt" == answer(line(data__ytd_persons={"non_sensitive": [0, 99_999], "sensitive": 0}))["route"]
    assert (
        "undetermined"
        == answer(line(data__ytd_persons={"non_sensitive": [0, None], "sensitive": 0}))["route"]
    )


def test_words_of_open_lists_are_taken_as_they_are() -> None:
    got = answer(
        line(
            handler__sector="beekeeping",
            handler__city="Anqing",
            flow__purpose="honey",
            recipient__jurisdiction="XK",
        )
    )
    assert "exempt" == got["route"]


def test_keys_that_no_question_reads_are_named() -> None:
    reasoning: Any = answer(line(weather={"today": "fine"}, data__colour="red"))["reasoning"]
    unread = [step["read"][0]["fact"] for step in reasoning if step["asked"] == "ask.unread_fact"]
    assert ["data.colour", "weather"] == unread


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        (
            {"flow__mode": "tranfser"},
            "`flow.mode` is `tranfser`, which is not one of its words; near it: transfer.",
        ),
        (
            {"claims": ["hr", "luck"]},
            f"`claims` is `luck`, which is not one of its words; near it: {CLAIMS}.",
        ),
        ({"handler__ciio": "no"}, "`handler.ciio` is `no`; it takes true, false or unknown."),
        (
            {"data__ytd_persons": {"non_sensitive": -1}},
            f"`data.ytd_persons.non_sensitive` is `-1`; {COUNT}",
        ),
        (
            {"data__ytd_persons": {"non_sensitive": [5, 4]}},
            f"`data.ytd_persons.non_sensitive` is `[5, 4]`; {COUNT}",
        ),
        (
            {"data__ytd_persons": {"sensitive": True}},
            f"`data.ytd_persons.sensitive` is `True`; {COUNT}",
        ),
        ({"flow__started": "2026-02-30"}, "`flow.started` is `2026-02-30`, which is no date as YYYY-MM-DD."),
        ({"handler": "a company"}, "`handler` is no mapping of facts."),
        ({"recipient__onward_to": "SG"}, "`recipient.onward_to` is `SG`; it takes a list of words."),
        (
            {"mechanism__extension": {"growth_pct": "much"}},
            "`mechanism.extension.growth_pct` is `much`; it takes a number.",
        ),
        (
            {"handler__ciio": True, "handler__ciio_notified": False},
            "`handler.ciio` is true while `handler.ciio_notified` is false: one is such an operator only by notification.",
        ),
        (
            {"data__anonymised": True},
            "`data.anonymised` is true, so `data.personal` has to be false: anonymised data is not personal.",
        ),
    ],
)
def test_a_fact_that_cannot_be_read_is_an_error(changed: dict[str, Any], error: str) -> None:
    assert {"id": "a1", "error": error} == answer(line(**changed))


@pytest.mark.parametrize(
    ("as_of", "error"),
    [
        (None, "`as_of` is missing: the day whose law is asked for, as YYYY-MM-DD."),
        ("2026-13-01", "`as_of` is `2026-13-01`, which is no date as YYYY-MM-DD."),
        ("20260101", "`as_of` is `20260101`, which is no date as YYYY-MM-DD."),
        ("2022-08-31", "`as_of` is earlier than 2022-09-01, the first day whose law is covered."),
    ],
)
def test_a_day_that_cannot_be_read_is_an_error(as_of: str | None, error: str) -> None:
    assert {"id": "a1", "error": error} == answer({**line(), "as_of": as_of})


def test_the_first_day_covered_is_answered() -> None:
    assert "error" not in answer({**line(), "as_of": "2022-09-01"})


def test_all_faults_of_a_line_are_told_together() -> None:
    got = answer({"id": 7, "facts": {"handler": {"ciio": "perhaps"}}})
    assert {
        "id": 7,
        "error": "`as_of` is missing: the day whose law is asked for, as YYYY-MM-DD. "
        "`handler.ciio` is `perhaps`; it takes true, false or unknown.",
    } == got
