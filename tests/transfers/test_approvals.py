from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kuajing.model.declaration import NEVER
from kuajing.model.transfers import Coverage, Shortfall
from kuajing.model.truth import Truth

if TYPE_CHECKING:
    from tests.transfers.conftest import World

WHOLE: dict[str, Any] = {
    "handler": "shop",
    "recipients": ("acme",),
    "purposes": ("support",),
    "categories": ("pi.basic",),
    "persons": 2_000,
    "onward_to": (),
    "effective": date(2026, 3, 1),
}


def leaves(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone", account="pi.finance.account")
    world.people("crm.user", 1_000, "members")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim")


def coverage(world: "World") -> tuple[Coverage, ...]:
    found = {one.transfer.id: one.coverage for one in world.assembled()}
    return found["shop/acme/support"]


def shortfall(respect: str, **values: str) -> Shortfall:
    covered = Truth.UNKNOWN if respect.endswith("_unknown") else Truth.NO
    return Shortfall(f"approval.{respect}", covered, tuple(sorted(values.items())))


def test_an_approval_that_shows_every_respect_covers_a_transfer(world: "World") -> None:
    leaves(world)
    world.approval("scc", **WHOLE)
    assert (Coverage("scc", Truth.YES, ()),) == coverage(world)


@pytest.mark.parametrize(
    ("left_out", "respect", "values"),
    [
        ("handler", "handler_unknown", {"handler": "shop"}),
        ("recipients", "recipient_unknown", {"recipient": "acme"}),
        ("purposes", "purpose_unknown", {"purpose": "support"}),
        ("categories", "category_unknown", {"grown_categories": "pi.basic.phone"}),
        ("persons", "persons_unknown", {"ceiling": "?", "people": "0–1,000"}),
        ("effective", "date_unknown", {"expires": "?", "on": "2026-06-15", "start": "?"}),
    ],
)
def test_what_an_approval_does_not_say_is_unknown_and_named(
    world: "World", left_out: str, respect: str, values: dict[str, str]
) -> None:
    leaves(world)
    world.approval("scc", **{key: value for key, value in WHOLE.items() if key != left_out})
    assert (Coverage("scc", Truth.UNKNOWN, (shortfall(respect, **values),)),) == coverage(world)


def test_onward_recipients_that_nobody_lists_matter_only_where_there_are_any(world: "World") -> None:
    leaves(world)
    world.approval("scc", **{**WHOLE, "onward_to": None})
    assert (Coverage("scc", Truth.YES, ()),) == coverage(world)
    world.system("sg", "SG", recipient="bolt")
    world.recipient("bolt")
    world.move("us.dim.mobile", "sg.dim.mobile")
    assert (Coverage("scc", Truth.UNKNOWN, (shortfall("onward_unknown", onward="bolt"),)),) == coverage(world)


@pytest.mark.parametrize("onward_known", [True, False])
def test_whom_a_recipient_passes_data_on_to_is_open_until_it_is_declared(
    world: "World",
    onward_known: bool,  # noqa: FBT001  what the declaration tells
) -> None:
    leaves(world)
    world.recipients.clear()
    world.recipient("acme", jurisdiction="US", role="affiliate", onward_known=onward_known)
    world.approval("scc", **WHOLE)
    missing = shortfall("onward_unknown", onward="recipients.acme.onward_to")
    expected = Coverage("scc", Truth.YES, ()) if onward_known else Coverage("scc", Truth.UNKNOWN, (missing,))
    assert (expected,) == coverage(world)


@pytest.mark.parametrize(
    ("changed", "respect", "values"),
    [
        ({"categories": ("pi.finance",)}, "category_outside", {"grown_categories": "pi.basic.phone"}),
        ({"categories": ("pi.bas",)}, "category_outside", {"grown_categories": "pi.basic.phone"}),
        (
            {"effective": date(2026, 6, 16)},
            "date_outside",
            {"expires": "?", "on": "2026-06-15", "start": "2026-06-16"},
        ),
        ({"effective": NEVER}, "date_outside", {"expires": "?", "on": "2026-06-15", "start": "?"}),
        (
            {"expires": date(2026, 6, 14)},
            "date_outside",
            {"expires": "2026-06-14", "on": "2026-06-15", "start": "2026-03-01"},
        ),
    ],
    ids=str,
)
def test_what_lies_outside_an_approval_is_named(
    world: "World", changed: dict[str, Any], respect: str, values: dict[str, str]
) -> None:
    leaves(world)
    world.approval("scc", **{**WHOLE, **changed})
    assert (Coverage("scc", Truth.NO, (shortfall(respect, **values),)),) == coverage(world)


def test_an_approval_holds_on_its_first_and_last_day(world: "World") -> None:
    leaves(world)
    world.approval("scc", **{**WHOLE, "effective": date(2026, 6, 15), "expires": date(2026, 6, 15)})
    assert (Coverage("scc", Truth.YES, ()),) == coverage(world)


@pytest.mark.parametrize(
    ("ceiling", "covered"), [(300, Truth.YES), (299, Truth.NO)], ids=["at the ceiling", "over the ceiling"]
)
def test_people_lie_within_the_ceiling(world: "World", ceiling: int, covered: Truth) -> None:
    leaves(world)
    world.count("f", date(2026, 6, 15), 300)
    world.approval("scc", **{**WHOLE, "persons": ceiling})
    assert covered is coverage(world)[0].covered


def test_people_that_may_exceed_the_ceiling_leave_it_unknown(world: "World") -> None:
    leaves(world)
    world.approval("scc", **{**WHOLE, "persons": 999})
    expected = shortfall("persons_unknown", ceiling="999", people="0–1,000")
    assert (Coverage("scc", Truth.UNKNOWN, (expected,)),) == coverage(world)


def test_what_grew_is_named_category_by_category(world: "World") -> None:
    leaves(world)
    world.move("crm.user.account", "us.dim.account")
    world.approval("scc", **WHOLE)
    expected = shortfall("category_outside", grown_categories="pi.finance.account")
    assert (Coverage("scc", Truth.NO, (expected,)),) == coverage(world)


def test_columns_that_nobody_named_leave_the_categories_unknown(world: "World") -> None:
    leaves(world)
    world.move("crm.blob.*", "us.blob.*")
    world.flow("g", "crm.blob", "us.blob")
    world.approval("scc", **{**WHOLE, "persons": None})
    assert "approval.category_unknown" in [one.respect for one in coverage(world)[0].shortfalls]


def test_important_data_has_to_be_named_as_such(world: "World") -> None:
    leaves(world)
    world.important("crm.user", "notified", date(2026, 1, 1))
    world.approval(
        "sa",
        "security_assessment",
        dates={"result": date(2026, 3, 1)},
        **{k: v for k, v in WHOLE.items() if k != "effective"},
    )
    assert (
        Coverage("sa", Truth.NO, (shortfall("category_outside", grown_categories="important"),)),
    ) == coverage(world)
    world.approvals.clear()
    scope = {**WHOLE, "categories": ("important", "pi.basic")}
    world.approval(
        "sa",
        "security_assessment",
        dates={"result": date(2026, 3, 1)},
        **{k: v for k, v in scope.items() if k != "effective"},
    )
    assert (Coverage("sa", Truth.YES, ()),) == coverage(world)


@pytest.mark.parametrize(
    "changed",
    [{"handler": "other"}, {"recipients": ("bolt",)}, {"purposes": ("marketing",)}],
    ids=["handler", "recipient", "purpose"],
)
def test_an_approval_of_another_is_not_meant(world: "World", changed: dict[str, Any]) -> None:
    leaves(world)
    world.approval("scc", **{**WHOLE, **changed})
    assert () == coverage(world)


def test_an_approval_of_which_nobody_says_what_it_is_is_not_meant(world: "World") -> None:
    leaves(world)
    world.approval("x", "unknown", **WHOLE)
    assert () == coverage(world)


def test_the_best_approval_comes_first_and_what_is_over_last(world: "World") -> None:
    leaves(world)
    world.approval("a-over", **{**WHOLE, "expires": date(2026, 6, 1)})
    world.approval("b-grown", **{**WHOLE, "categories": ("pi.finance",), "persons": None})
    world.approval("c-open", **{**WHOLE, "persons": None})
    world.approval("d-whole", **WHOLE)
    assert ["d-whole", "c-open", "b-grown", "a-over"] == [one.approval for one in coverage(world)]


@pytest.mark.parametrize(
    ("mechanism", "start"),
    [
        ("standard_contract", "effective"),
        ("gba_standard_contract", "effective"),
        ("certification", "issued"),
        ("security_assessment", "result"),
    ],
)
def test_each_mechanism_begins_on_a_day_of_its_own(world: "World", mechanism: str, start: str) -> None:
    leaves(world)
    scope = {key: value for key, value in WHOLE.items() if key != "effective"}
    world.approval("x", mechanism, **scope, dates={start: date(2026, 6, 1)})
    assert (Coverage("x", Truth.YES, ()),) == coverage(world)
