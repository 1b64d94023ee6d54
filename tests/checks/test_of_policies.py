"""What is reported of an organisation's own rules, each case beside its nearest neighbour that is not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kuajing.model.analysis import Analysis
from kuajing.model.policies import Demand
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth

Judged = Callable[..., Judgement]
Analysed = Callable[..., Analysis]
Told = Callable[[Analysis], list[str]]


def demand(met: Truth, kind: str = "duty") -> Demand:
    unsettled = ("transfer.sent_to",) if met is Truth.UNKNOWN else ()
    return Demand("kept", "SHOP-A1", kind, met, ("SHOP-A1", "PIPL-2021-A55"), (), unsettled)


@pytest.fixture
def told(judgement: Judged, analysed: Analysed, all_findings: Told) -> Callable[..., list[str]]:
    """What the checks of own rules say of one transfer and one demand."""

    def tell(one: Demand, **transfer: Any) -> list[str]:  # noqa: ANN401  the words of a transfer
        judged = replace(judgement(**transfer), demands=(one,))
        return [line for line in all_findings(analysed(judged)) if "-policy at" in line]

    return tell


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("forbids", "is forbidden by the organisation's own rule SHOP-A1: policy:kept."),
        ("duty", "is not in order with the organisation's own rule SHOP-A1: policy:kept."),
        ("violation", "is not in order with the organisation's own rule SHOP-A1: policy:kept."),
    ],
)
def test_a_live_transfer_that_does_not_meet_a_rule_is_reported(
    told: Callable[..., list[str]], kind: str, sentence: str
) -> None:
    assert [
        f"block violation unmet-policy at job.json:4:1: shop/acme/support {sentence} [SHOP-A1 PIPL-2021-A55]"
    ] == told(demand(Truth.NO, kind))


def test_a_planned_one_is_a_notice_and_a_stopped_one_is_none(told: Callable[..., list[str]]) -> None:
    assert [
        (
            "warn notice unmet-policy at job.json:4:1: shop/acme/support is planned, and as it stands it will not be in "
            "order with the organisation's own rule SHOP-A1: policy:kept. [SHOP-A1 PIPL-2021-A55]"
        )
    ] == told(demand(Truth.NO), status="planned")
    assert [] == told(demand(Truth.NO), status="stopped")


def test_a_rule_that_is_met_is_not_reported(told: Callable[..., list[str]]) -> None:
    assert [] == told(demand(Truth.YES))


def test_what_nothing_shows_is_reported_with_what_would_tell(told: Callable[..., list[str]]) -> None:
    assert [
        (
            "warn unknown undetermined-policy at job.json:4:1: Nothing shows whether shop/acme/support is in order with "
            "the organisation's own rule SHOP-A1: policy:kept. What would tell: who receives (`systems: recipient`). "
            "[SHOP-A1 PIPL-2021-A55]"
        )
    ] == told(demand(Truth.UNKNOWN))
    assert [] == told(demand(Truth.UNKNOWN), status="stopped")


@pytest.mark.parametrize("met", [Truth.NO, Truth.UNKNOWN])
def test_what_is_not_known_to_leave_is_left_to_the_checks_of_the_border(
    told: Callable[..., list[str]], met: Truth
) -> None:
    assert [] == told(demand(met), leaves=Truth.UNKNOWN)


@pytest.mark.parametrize(
    ("kind", "met", "count"),
    [
        ("forbids", Truth.NO, 1),
        ("violation", Truth.NO, 1),
        ("duty", Truth.NO, 0),
        ("forbids", Truth.UNKNOWN, 0),
    ],
)
def test_an_undeclared_transfer_may_be_forbidden_and_its_duties_wait(
    told: Callable[..., list[str]], kind: str, met: Truth, count: int
) -> None:
    assert count == len(told(demand(met, kind), purpose=None, flows=()))
