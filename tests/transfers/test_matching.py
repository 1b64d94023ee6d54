from collections.abc import Callable
from typing import TYPE_CHECKING

from kuajing.model.facts import Transform

if TYPE_CHECKING:
    from tests.transfers.conftest import World

Told = Callable[[], list[str]]


def sent(world: "World") -> None:
    """A phone number goes from the shop's customers abroad."""
    world.table("crm.user", mobile="pi.basic.phone", city="none")
    world.people("crm.user", 100)
    world.move("crm.user.mobile", "us.dim.mobile")


def test_a_flow_accounts_for_what_leaves_its_source(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us.dim")
    assert [
        "f: crm.user > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > us.dim.mobile",
    ] == told()


def test_without_a_flow_it_is_undeclared(world: "World", told: Told) -> None:
    sent(world)
    assert [
        "undeclared: crm.user > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > us.dim.mobile",
    ] == told()


def test_a_flow_to_another_dataset_does_not_account_for_it(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us.other", columns=("city",))
    assert "undeclared: crm.user > us.dim, people of crm.user" in told()


def test_a_flow_to_a_dataset_beyond_the_first_one_abroad_accounts_for_it(world: "World", told: Told) -> None:
    sent(world)
    world.move("us.dim.mobile", "us.mart.mobile")
    world.flow("f", "crm.user", "us.mart")
    assert "f: crm.user > us.dim, people of crm.user" in told()


def test_a_flow_to_the_whole_system_accounts_for_it(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us")
    assert "f: crm.user > us.dim, people of crm.user" in told()


def test_a_flow_from_a_dataset_on_the_way_accounts_for_it(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.people("crm.user", 100)
    world.move("crm.user.mobile", "dw.mid.mobile")
    world.move("dw.mid.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim")
    assert [
        "f: dw.mid > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > dw.mid.mobile > us.dim.mobile",
    ] == told()


def test_columns_that_a_flow_does_not_name_are_undeclared(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone", name="pi.basic.name")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.move("crm.user.name", "us.dim.name")
    world.flow("f", "crm.user", "us.dim", columns=("Mobile",))
    assert [
        "undeclared: crm.user > us.dim, people of crm.user",
        "  pi.basic.name (unknown, plain): crm.user.name > us.dim.name",
        "f: crm.user > us.dim, people of crm.user",
        "  pi.basic.phone (unknown, plain): crm.user.mobile > us.dim.mobile",
    ] == told()


def test_a_second_column_of_the_same_category_does_not_hide_behind_the_named_one(
    world: "World", told: Told
) -> None:
    world.table("crm.user", mobile="pi.basic.phone", work_phone="pi.basic.phone")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.move("crm.user.work_phone", "us.dim.work_phone")
    world.flow("f", "crm.user", "us.dim", columns=("mobile",))
    assert [
        "undeclared: crm.user > us.dim, people of crm.user",
        "  pi.basic.phone (unknown, plain): crm.user.work_phone > us.dim.work_phone",
        "f: crm.user > us.dim, people of crm.user",
        "  pi.basic.phone (unknown, plain): crm.user.mobile > us.dim.mobile",
    ] == told()


def two_sources(world: "World", *, second: str) -> None:
    """Customers and orders are merged in the warehouse and leave as one."""
    world.table("crm.user", mobile="pi.basic.phone")
    world.table("crm.order", receiver_phone=second)
    world.people("crm.user", 100)
    world.people("crm.order", 40)
    world.move("crm.user.mobile", "dw.mid.phone")
    world.move("crm.order.receiver_phone", "dw.mid.phone")
    world.move("dw.mid.phone", "us.dim.phone")


def test_an_undeclared_second_source_does_not_hide_behind_a_declared_one(world: "World", told: Told) -> None:
    two_sources(world, second="pi.basic.phone")
    world.flow("f", "crm.user", "us.dim")
    assert [
        "undeclared: dw.mid > us.dim, people of crm.order",
        "  pi.basic.phone (mainland, plain): crm.order.receiver_phone > dw.mid.phone > us.dim.phone",
        "f: dw.mid > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > dw.mid.phone > us.dim.phone",
    ] == told()


def test_a_second_source_without_anything_personal_is_none(world: "World", told: Told) -> None:
    two_sources(world, second="none")
    world.flow("f", "crm.user", "us.dim")
    assert [
        "f: dw.mid > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > dw.mid.phone > us.dim.phone",
    ] == told()


def test_a_second_source_that_its_own_flow_declares_is_that_flows(world: "World", told: Told) -> None:
    two_sources(world, second="pi.basic.phone")
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.order", "us.dim", purpose="delivery")
    assert [
        "f: dw.mid > us.dim, people of crm.user",
        "  pi.basic.phone (mainland, plain): crm.user.mobile > dw.mid.phone > us.dim.phone",
        "g: dw.mid > us.dim, people of crm.order",
        "  pi.basic.phone (mainland, plain): crm.order.receiver_phone > dw.mid.phone > us.dim.phone",
    ] == told()


def test_a_flow_from_where_the_sources_meet_accounts_for_both(world: "World", told: Told) -> None:
    two_sources(world, second="pi.basic.phone")
    world.flow("f", "dw.mid", "us.dim")
    assert [
        "f: dw.mid > us.dim, people of crm.order crm.user",
        "  pi.basic.phone (mainland, plain): crm.order.receiver_phone > dw.mid.phone > us.dim.phone",
    ] == told()


def test_a_second_source_that_leaves_only_as_a_figure_is_none(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.table("crm.order", receiver_phone="pi.basic.phone")
    world.move("crm.user.mobile", "dw.mid.phone")
    world.move("crm.order.receiver_phone", "dw.mid.phone", Transform.AGGREGATED)
    world.move("dw.mid.phone", "us.dim.phone")
    world.flow("f", "crm.user", "us.dim")
    lines = [line for line in told() if "plain" in line]
    assert ["  pi.basic.phone (unknown, plain): crm.user.mobile > dw.mid.phone > us.dim.phone"] == lines


def test_an_anonymised_second_source_is_none(world: "World", told: Told) -> None:
    two_sources(world, second="pi.basic.phone")
    world.flow("f", "crm.user", "us.dim")
    world.anonymous("crm.order", "receiver_phone")
    assert ["f: dw.mid > us.dim, people of crm.user"] == [line for line in told() if not line.startswith(" ")]


def test_a_second_source_whose_columns_nobody_named_shows(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "dw.mid.phone")
    world.move("crm.blob.*", "dw.mid.*")
    world.move("dw.mid.phone", "us.dim.phone")
    world.flow("f", "crm.user", "us.dim")
    assert [
        "undeclared: dw.mid > us.dim, people of crm.blob",
        "  unknown (unknown, plain): crm.blob.* > dw.mid.* > dw.mid.phone > us.dim.phone",
        "f: dw.mid > us.dim, people of crm.user",
        "  pi.basic.phone (unknown, plain): crm.user.mobile > dw.mid.phone > us.dim.phone",
    ] == told()


def test_what_a_column_is_called_on_the_way_is_no_second_source(world: "World", told: Told) -> None:
    world.table("crm.user", contact="none")
    world.table("dw.mid", mobile="pi.basic.phone")
    world.move("crm.user.contact", "dw.mid.mobile")
    world.move("dw.mid.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim")
    assert [
        "f: dw.mid > us.dim, people of dw.mid",
        "  pi.basic.phone (unknown, plain): dw.mid.mobile > us.dim.mobile",
    ] == told()


def test_what_is_named_on_the_way_and_comes_from_elsewhere_is_undeclared(world: "World", told: Told) -> None:
    world.table("crm.other", contact="none")
    world.table("crm.user", mobile="pi.basic.phone")
    world.table("dw.mid", mobile="pi.basic.phone")
    world.move("crm.other.contact", "dw.mid.mobile")
    world.move("dw.mid.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim", columns=("mobile",))
    assert "undeclared: dw.mid > us.dim, people of dw.mid" in told()


def test_the_narrower_flow_accounts_for_it(world: "World", told: Told) -> None:
    sent(world)
    world.table("crm.order", id="none")
    world.flow("all", "crm", "us.dim", purpose="backup")
    world.flow("one", "crm.user", "us.dim")
    assert ["one: crm.user > us.dim, people of crm.user"] == [
        line for line in told() if not line.startswith(" ")
    ]


def test_flows_of_two_purposes_that_fit_equally_well_leave_it_unknown(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "us.dim", purpose="marketing")
    assert ["undeclared (tied: f g): crm.user > us.dim, people of crm.user"] == told()[:1]


def test_flows_of_one_purpose_that_fit_equally_well_belong_together(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "us.dim")
    assert ["f g: crm.user > us.dim, people of crm.user"] == told()[:1]


def test_a_flow_that_runs_comes_before_one_that_is_over(world: "World", told: Told) -> None:
    sent(world)
    world.flow("f", "crm.user", "us.dim", status="stopped")
    world.flow("g", "crm.user", "us.dim", purpose="marketing", status="live")
    assert ["g: crm.user > us.dim, people of crm.user"] == told()[:1]


def test_a_grant_is_accounted_for_by_a_flow_to_its_workplace(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.system("office", "US", recipient="acme", kind="workplace")
    world.grant("office", "crm.user")
    world.flow("f", "crm.user", "office")
    lines = [line for line in told() if not line.startswith(" ")]
    assert ["f: crm.user > office, people of crm.user", "f: crm.user > office, people of crm.user"] == lines


def test_a_grant_of_a_purpose_is_not_accounted_for_by_a_flow_of_another(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.system("office", "US", recipient="acme", kind="workplace")
    world.grant("office", "crm.user", "report")
    world.flow("f", "crm.user", "office")
    assert ["shop/acme/report", "shop/acme/support"] == list(world.transfers())
    lines = [line for line in told() if not line.startswith(" ")]
    assert [
        "f: crm.user > office, people of crm.user",
        "undeclared: crm.user > office, people of crm.user",
    ] == sorted(lines)


def test_what_is_collected_abroad_is_accounted_for_by_a_flow_that_collects(
    world: "World", told: Told
) -> None:
    world.table("us.app", mobile="pi.basic.phone")
    world.people("us.app", 100)
    assert ["undeclared: us.app > us.app, people of us.app"] == told()[:1]
    world.system("phones", "CN", handler="shop", kind="application")
    world.flow("f", "phones.form", "us.app", mode="direct_collection")
    assert "f: us.app > us.app, people of us.app" in told()


def test_what_only_decided_which_rows_leave_goes_with_what_leaves(world: "World", told: Told) -> None:
    sent(world)
    world.table("crm.vip", email="pi.basic.email")
    world.decides("crm.vip.email", "us.dim")
    world.flow("f", "crm.user", "us.dim", columns=("mobile",))
    assert ["f: crm.user > us.dim, people of crm.user"] == [
        line for line in told() if not line.startswith(" ")
    ]


def test_people_are_those_of_the_nearest_dataset_that_counts_them(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.people("crm.user", 100)
    world.people("dw.mid", 30)
    world.move("crm.user.mobile", "dw.mid.mobile")
    world.move("dw.mid.mobile", "us.dim.mobile")
    assert ["undeclared: dw.mid > us.dim, people of dw.mid"] == told()[:1]


def test_a_count_of_people_met_abroad_says_nothing_of_those_met_here(world: "World", told: Told) -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.people("crm.user", 100)
    world.people("dw.mid", 30, collected_in="abroad")
    world.move("crm.user.mobile", "dw.mid.mobile")
    world.move("dw.mid.mobile", "us.dim.mobile")
    assert ["undeclared: dw.mid > us.dim, people of crm.user"] == told()[:1]
