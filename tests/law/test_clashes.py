"""Facts of a case that contradict each other: the strictest reading is judged, and the facts are named."""

import pytest
from tests.law.judging import BAND, NOW, judged, people


def clashes(**differing: dict[str, object]) -> list[object]:
    return [step["read"] for step in judged(NOW, **differing)["reasoning"] if step["asked"] == "ask.clash"]


@pytest.mark.parametrize("fact", ["under_14", "face", "human_genetic"])
def test_sensitive_data_of_nobody_is_judged_as_of_somebody(fact: str) -> None:
    data = people(900, 0, **{fact: True})
    assert BAND == judged(data=data)["route"]
    told = [
        {"fact": f"data.{fact}", "value": "true"},
        {"fact": "data.ytd_persons.sensitive", "value": "0"},
    ]
    assert [told] == clashes(data=data)


@pytest.mark.parametrize(
    "differing",
    [
        {"data": people(900, 0, under_14=False)},
        {"data": people(900, 1, under_14=True)},
        {"data": people(900, 0, under_14=True, foreign_origin_persons=5)},
        {"data": people(900, 0, under_14=True), "flow": {"mode": "inbound"}},
    ],
)
def test_what_can_both_hold_is_no_contradiction(differing: dict[str, dict[str, object]]) -> None:
    assert [] == clashes(**differing)
