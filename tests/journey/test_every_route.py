"""A contract in good order holds below the line and above it; one with a defect does not."""

from datetime import date

import pytest

from kuajing.journey.every_route import holds_on_every_route
from kuajing.law import assess, load_book
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval
from kuajing.model.transfers import Coverage, Judgement, Transfer
from kuajing.model.truth import Truth

ON = date(2026, 6, 30)
STRADDLES = Interval(0, 180_000)
NOBODY = Interval.exactly(0)


def judged(changed: dict[str, FactValue] | None = None, covered: Truth = Truth.YES) -> Judgement:
    facts: dict[str, FactValue] = {
        "handler.base": "mainland",
        "handler.ciio": False,
        "handler.state_organ": False,
        "recipient.jurisdiction": "US",
        "flow.mode": "transfer",
        "flow.status": "live",
        "flow.purpose": "customer_support",
        "flow.necessary": True,
        "flow.started": date(2026, 4, 1),
        "data.personal": True,
        "data.important": "none",
        "data.ytd_persons.non_sensitive": STRADDLES,
        "data.ytd_persons.sensitive": NOBODY,
        "legal_basis": "contract",
        "claims": (),
        "handler.pi_handled_total": Interval.exactly(250_000),
        "compliance.notice_art39": True,
        "compliance.pipia_done": True,
        "compliance.d790_contract_and_records": True,
        "mechanism.type": "scc",
        "mechanism.effective": date(2026, 3, 2),
        "mechanism.filed": date(2026, 3, 10),
        "mechanism.pipia_completed": date(2026, 2, 10),
    }
    facts |= changed or {}
    case = Case("t", ON, tuple(sorted(facts.items())))
    transfer = Transfer(
        id="t",
        handler="cn",
        recipient="us",
        jurisdiction="US",
        purpose="customer_support",
        mode="transfer",
        status="live",
        leaves=Truth.YES,
        crossings=(),
        flows=("f",),
        declared_only=False,
        categories=("pi.basic.name",),
        sensitive_categories=(),
        aggregates=(),
        onward=(),
        ordinary=STRADDLES,
        sensitive=NOBODY,
        counted=True,
        case=case,
    )
    return Judgement(transfer, (Coverage("a", covered, ()),), assess(case, load_book()))


def test_a_contract_in_order_holds_on_both_sides_of_the_line() -> None:
    judgement = judged()
    assert ("exempt", "standard_contract_or_certification") == judgement.verdict.possible
    assert holds_on_every_route(judgement, load_book())


@pytest.mark.parametrize(
    "changed",
    [
        {"mechanism.filed": date(2026, 5, 10)},
        {"mechanism.text_altered": True},
        {"mechanism.type": "none"},
        {"mechanism.type": "gba_sc"},
        {"data.ytd_persons.non_sensitive": Interval(0, 2_000_000)},
        {"data.ytd_persons.non_sensitive": Interval(0, None)},
    ],
    ids=[
        "filed late",
        "text altered",
        "nothing on record",
        "not open to it",
        "up to the assessment",
        "no ceiling",
    ],
)
def test_a_contract_that_is_no_answer_somewhere_does_not_hold(changed: dict[str, FactValue]) -> None:
    assert not holds_on_every_route(judged(changed), load_book())


def test_a_contract_that_is_not_shown_to_cover_the_transfer_does_not_hold() -> None:
    assert not holds_on_every_route(judged(covered=Truth.UNKNOWN), load_book())


def test_a_route_that_hangs_on_something_else_is_left_open() -> None:
    assert not holds_on_every_route(judged({"data.personal": None}), load_book())


def test_a_route_that_is_known_needs_no_such_answer() -> None:
    known = judged({"data.ytd_persons.non_sensitive": Interval.exactly(150_000)})
    assert known.verdict.route == "standard_contract_or_certification"
    assert not holds_on_every_route(known, load_book())
