from datetime import date
from typing import TYPE_CHECKING

import pytest

from kuajing.model.declaration import Settings
from kuajing.model.interval import NOTHING_KNOWN, Interval
from kuajing.model.truth import Truth

if TYPE_CHECKING:
    from tests.transfers.conftest import World

SUPPORT = "shop/acme/support"
MARKETING = "shop/bolt/marketing"
NOBODY = Interval(0, 0)


def leaves(world: "World", category: str = "pi.basic.phone", stock: int | None = 1_000) -> None:
    world.table("crm.user", mobile=category)
    world.people("crm.user", stock, "members")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim")


def people(world: "World", name: str = SUPPORT) -> tuple[Interval, Interval, bool]:
    transfer = world.transfers()[name]
    return transfer.ordinary, transfer.sensitive, transfer.counted


def tally(
    world: "World", name: str = SUPPORT, standings: dict[str, str] | None = None
) -> tuple[object, object]:
    facts = dict(world.transfers(standings)[name].case.facts)
    return facts["data.ytd_persons.non_sensitive"], facts["data.ytd_persons.sensitive"]


def test_without_counts_people_lie_between_nobody_and_the_stock(world: "World") -> None:
    leaves(world)
    assert (Interval(0, 1_000), NOBODY, True) == people(world)


def test_an_unknown_stock_is_open_above(world: "World") -> None:
    leaves(world, stock=None)
    assert (NOTHING_KNOWN, NOBODY, False) == people(world)


def test_a_stock_that_nobody_declares_is_open_above(world: "World") -> None:
    leaves(world)
    world.datasets.clear()
    assert (NOTHING_KNOWN, NOBODY, False) == people(world)


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("pi.basic.phone", (Interval(0, 1_000), NOBODY)),
        ("pi.biometric.face!", (NOBODY, Interval(0, 1_000))),
        ("pi.basic.phone?", (Interval(0, 1_000), Interval(0, 1_000))),
    ],
)
def test_sensitive_and_ordinary_people_are_counted_apart(
    world: "World", category: str, expected: tuple[Interval, Interval]
) -> None:
    leaves(world, category)
    assert expected == people(world)[:2]


def test_columns_of_unknown_content_may_be_about_anybody(world: "World") -> None:
    world.move("crm.blob.*", "us.dim.*")
    world.flow("f", "crm.blob", "us.dim")
    assert (NOTHING_KNOWN, NOTHING_KNOWN, False) == people(world)


def test_what_holds_nothing_personal_is_about_nobody(world: "World") -> None:
    world.table("crm.stock", amount="none")
    world.flow("f", "crm.stock", "us.dim")
    assert (NOBODY, NOBODY, False) == people(world)


def test_people_of_two_datasets_are_added_where_both_leave(world: "World") -> None:
    leaves(world)
    world.table("crm.order", phone="pi.basic.phone")
    world.people("crm.order", 40, "buyers")
    world.move("crm.order.phone", "us.dim.mobile")
    world.flow("g", "crm.order", "us.dim")
    assert (Interval(0, 1_040), NOBODY, True) == people(world)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 6, 15), Interval(300, 300)),
        (date(2026, 5, 15), Interval(300, 300)),
        (date(2026, 5, 14), Interval(300, 1_000)),
        (date(2026, 7, 31), Interval(0, 300)),
        (date(2025, 12, 31), Interval(0, 1_000)),
    ],
    ids=["that day", "fresh", "stale", "later", "another year"],
)
def test_a_count_says_what_its_day_allows(world: "World", as_of: date, expected: Interval) -> None:
    leaves(world)
    world.count("f", as_of, 300)
    assert expected == people(world)[0]


def test_how_long_a_count_is_fresh_is_a_setting(world: "World") -> None:
    leaves(world)
    world.count("f", date(2026, 5, 15), 300)
    world.settings = Settings(counts_fresh_days=5)
    assert Interval(300, 1_000) == people(world)[0]


def test_earlier_and_later_counts_bound_each_other(world: "World") -> None:
    leaves(world)
    world.count("f", date(2026, 3, 1), 200)
    world.count("f", date(2026, 9, 1), 500)
    assert Interval(200, 500) == people(world)[0]


def test_a_count_may_exceed_the_stock_of_today(world: "World") -> None:
    leaves(world)
    world.count("f", date(2026, 6, 15), 1_500)
    assert Interval(1_500, 1_500) == people(world)[0]


def test_a_flow_without_a_count_is_bounded_beside_one_that_has_it(world: "World") -> None:
    leaves(world)
    world.table("crm.order", phone="pi.basic.phone")
    world.people("crm.order", 40, "buyers")
    world.move("crm.order.phone", "us.dim.mobile")
    world.flow("g", "crm.order", "us.dim")
    world.count("g", date(2026, 6, 15), 30)
    assert (Interval(30, 1_070), NOBODY, True) == people(world)


def contradicted(world: "World") -> bool:
    return next(iter(world.assembled())).count_contradicted


def test_a_count_of_nobody_against_sensitive_data_is_contradicted_and_not_relied_on(world: "World") -> None:
    leaves(world, "pi.biometric.face!")
    world.count("f", date(2026, 6, 15), 300, 0)
    assert contradicted(world)
    assert Interval(0, 1_000) == people(world)[1]


@pytest.mark.parametrize("category", ["pi.basic.phone", "pi.basic.phone?"])
def test_it_is_not_where_nothing_is_surely_sensitive(world: "World", category: str) -> None:
    leaves(world, category)
    world.count("f", date(2026, 6, 15), 300, 0)
    assert not contradicted(world)
    assert NOBODY == people(world)[1]


def test_an_old_count_of_nobody_contradicts_nothing(world: "World") -> None:
    leaves(world, "pi.biometric.face!")
    world.count("f", date(2026, 1, 31), 0, 0)
    assert not contradicted(world)
    assert Interval(0, 1_000) == people(world)[1]


def test_people_under_14_count_as_sensitive(world: "World") -> None:
    leaves(world)
    world.people("crm.user", 1_000, "members", under_14=Truth.YES)
    assert (Interval(0, 1_000), Interval(0, 1_000), True) == people(world)


def test_people_whose_age_is_declared_unknown_may_be_sensitive(world: "World") -> None:
    leaves(world)
    world.people("crm.user", 1_000, "members", under_14=Truth.UNKNOWN)
    assert (Interval(0, 1_000), Interval(0, 1_000), True) == people(world)


@pytest.mark.parametrize("said", [Truth.NO, None], ids=["none of them", "nothing said"])
def test_people_of_whose_age_nothing_is_said_are_not_sensitive_for_it(
    world: "World", said: Truth | None
) -> None:
    leaves(world)
    world.people("crm.user", 1_000, "members", under_14=said)
    assert (Interval(0, 1_000), NOBODY, True) == people(world)


def test_people_met_abroad_are_counted_apart(world: "World") -> None:
    leaves(world)
    world.people("crm.user", 1_000, "guests", collected_in="abroad")
    facts = world.facts_of(SUPPORT)
    assert (NOBODY, NOBODY) == tally(world)
    assert Interval(1, 1_000) == facts["data.foreign_origin_persons"]


def test_a_count_of_people_met_abroad_lowers_the_floor_of_the_others(world: "World") -> None:
    leaves(world)
    world.count("f", date(2026, 6, 15), 300, collected_abroad=Interval.exactly(20))
    assert Interval(280, 300) == people(world)[0]


def two_recipients(world: "World", status: str = "live") -> None:
    """Another transfer of the same handler: 50 buyers to somebody else."""
    leaves(world)
    world.recipient("bolt", jurisdiction="SG")
    world.system("sg", "SG", recipient="bolt")
    world.table("crm.order", phone="pi.basic.phone")
    world.people("crm.order", 50, "buyers")
    world.move("crm.order.phone", "sg.dim.phone")
    world.flow("g", "crm.order", "sg.dim", purpose="marketing", status=status)


def test_a_handlers_people_are_counted_over_all_its_transfers(world: "World") -> None:
    two_recipients(world)
    assert (Interval(0, 1_050), NOBODY) == tally(world)
    assert (Interval(0, 1_050), NOBODY) == tally(world, MARKETING)


def test_the_same_people_sent_twice_are_counted_once(world: "World") -> None:
    leaves(world)
    world.system("us2", "US", recipient="acme")
    world.move("crm.user.mobile", "us2.dim.mobile")
    world.flow("g", "crm.user", "us2.dim", purpose="marketing")
    assert (Interval(0, 1_000), NOBODY) == tally(world)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [("inside", Interval(310, 310)), ("perhaps", Interval(300, 310)), ("outside", Interval(300, 300))],
)
def test_a_transfer_outside_the_tally_counts_only_for_itself(
    world: "World", standing: str, expected: Interval
) -> None:
    two_recipients(world)
    world.population("members", buyers="disjoint")
    world.count("f", date(2026, 6, 15), 300)
    world.count("g", date(2026, 6, 15), 10)
    assert expected == tally(world, standings={MARKETING: standing})[0]
    assert Interval(310, 310) == tally(world, MARKETING, {MARKETING: standing})[0]


def test_a_stopped_transfer_still_counts_this_year(world: "World") -> None:
    two_recipients(world, "stopped")
    assert (Interval(0, 1_050), NOBODY) == tally(world)


def test_a_planned_transfer_counts_only_for_itself(world: "World") -> None:
    two_recipients(world, "planned")
    assert (Interval(0, 1_000), NOBODY) == tally(world)
    assert (Interval(0, 1_050), NOBODY) == tally(world, MARKETING)


def test_another_handlers_people_are_not_ones_own(world: "World") -> None:
    two_recipients(world)
    world.handler("other", base="mainland")
    world.belongs("crm.order", "other")
    assert (Interval(0, 1_000), NOBODY) == tally(world)
    assert (Interval(0, 50), NOBODY) == tally(world, "other/bolt/marketing")


def test_a_transfer_that_may_not_leave_counts_from_nobody(world: "World") -> None:
    leaves(world)
    world.system("where", "?", recipient="acme")
    world.table("crm.order", phone="pi.basic.phone")
    world.people("crm.order", 50, "buyers")
    world.move("crm.order.phone", "where.dim.phone")
    world.flow("h", "crm.order", "where.dim", purpose="backup")
    world.population("members", buyers="disjoint")
    world.count("f", date(2026, 6, 15), 300)
    world.count("h", date(2026, 6, 15), 10)
    assert Interval(300, 310) == tally(world)[0]


def test_a_transfer_of_nobody_known_may_be_anybodys(world: "World") -> None:
    leaves(world)
    world.system("stray", "CN")
    world.table("stray.user", phone="pi.basic.phone")
    world.people("stray.user", 7, "strangers")
    world.move("stray.user.phone", "us.other.phone")
    world.count("f", date(2026, 6, 15), 300)
    assert Interval(300, 307) == tally(world)[0]


def test_what_counts_say_of_the_year_becomes_facts_of_the_handler(world: "World") -> None:
    two_recipients(world)
    bounds = Interval.exactly
    world.count(
        "f",
        date(2026, 6, 15),
        300,
        forecast_ordinary=bounds(900),
        in_both=bounds(5),
        deleted_after_export=bounds(2),
    )
    facts = world.facts_of(SUPPORT)
    assert (bounds(5), bounds(2)) == (facts["data.persons_in_both"], facts["data.deleted_after_export"])
    assert "data.forecast_year_persons.non_sensitive" not in facts
    world.count("g", date(2026, 6, 15), 10, forecast_ordinary=bounds(100))
    assert Interval(900, 1_000) == world.facts_of(SUPPORT)["data.forecast_year_persons.non_sensitive"]
