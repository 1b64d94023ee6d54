from typing import TYPE_CHECKING

import pytest

from kuajing.model.truth import Truth

if TYPE_CHECKING:
    from tests.transfers.conftest import World


def leaves(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "us.dim.mobile")


def told(world: "World") -> list[str]:
    return [
        f"{one.id}: {one.mode}, {one.status}, leaves {one.leaves.value}, flows {' '.join(one.flows) or '-'}"
        f"{', declared only' if one.declared_only else ''}"
        for one in world.transfers().values()
    ]


def test_a_transfer_is_one_handler_one_recipient_one_purpose(world: "World") -> None:
    leaves(world)
    world.move("crm.user.mobile", "us.other.mobile")
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "us.other")
    assert ["shop/acme/support: transfer, live, leaves yes, flows f g"] == told(world)


def test_another_purpose_is_another_transfer(world: "World") -> None:
    leaves(world)
    world.move("crm.user.mobile", "us.other.mobile")
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "us.other", purpose="marketing/ads")
    assert [
        "shop/acme/marketing/ads: transfer, live, leaves yes, flows g",
        "shop/acme/support: transfer, live, leaves yes, flows f",
    ] == told(world)
    assert ["marketing/ads", "support"] == [one.purpose for one in world.transfers().values()]


def test_a_flow_without_a_purpose_does_not_hide_what_nobody_declared(world: "World") -> None:
    leaves(world)
    world.table("crm.order", phone="pi.basic.phone")
    world.move("crm.order.phone", "us.orders.phone")
    world.flow("f", "crm.user", "us.dim", purpose=None)
    assert [
        "shop/acme/(f): transfer, live, leaves yes, flows f",
        "shop/acme/undeclared: transfer, live, leaves yes, flows -",
    ] == told(world)


def test_flows_that_tie_stand_apart_from_what_nobody_declared(world: "World") -> None:
    leaves(world)
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "us.dim", purpose="marketing")
    tied = world.transfers()["shop/acme/(f, g)"]
    assert (None, ("f", "g"), ()) == (tied.purpose, tied.tied, tied.flows)


def test_the_handler_is_the_datasets_else_its_systems(world: "World") -> None:
    leaves(world)
    assert ["shop/acme/undeclared: transfer, live, leaves yes, flows -"] == told(world)
    world.handler("other")
    world.belongs("crm.user", "other")
    assert ["other/acme/undeclared: transfer, live, leaves yes, flows -"] == told(world)


def test_what_nobody_owns_is_called_by_its_systems(world: "World") -> None:
    world.system("stray", "CN")
    world.system("away", "SG")
    world.table("stray.user", mobile="pi.basic.phone")
    world.move("stray.user.mobile", "away.dim.mobile")
    assert ["(stray)/(away)/undeclared: transfer, live, leaves yes, flows -"] == told(world)


def test_a_handlers_own_store_abroad_is_storage_abroad_with_itself_as_recipient(world: "World") -> None:
    world.system("own", "SG", handler="shop")
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "own.dim.mobile")
    assert ["shop/shop/undeclared: overseas_storage, live, leaves yes, flows -"] == told(world)


def test_a_backup_in_anothers_store_is_storage_abroad(world: "World") -> None:
    leaves(world)
    world.flow("f", "crm.user", "us.dim", purpose="backup")
    assert ["shop/acme/backup: overseas_storage, live, leaves yes, flows f"] == told(world)


def test_a_grant_to_a_workplace_abroad_is_remote_access_with_its_own_purpose(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.system("office", "US", recipient="acme", kind="workplace")
    world.grant("office", "crm.user", "report", "planned")
    assert ["shop/acme/report: remote_access, planned, leaves yes, flows -"] == told(world)


def test_a_grant_that_is_open_makes_a_planned_flow_live(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.system("office", "US", recipient="acme", kind="workplace")
    world.grant("office", "crm.user", "report", "live")
    world.flow("f", "crm.user", "office", purpose="report", status="planned")
    assert ["shop/acme/report: remote_access, live, leaves yes, flows f, declared only"] == told(world)


def test_what_is_collected_abroad_is_collected_by_whom_the_flow_says(world: "World") -> None:
    world.table("us.app", mobile="pi.basic.phone")
    world.people("us.app", 10)
    assert ["(us)/acme/undeclared: direct_collection, live, leaves yes, flows -"] == told(world)
    world.system("app", "CN", handler="shop", kind="application")
    world.flow("f", "app.form", "us.app", mode="direct_collection")
    assert ["shop/acme/support: direct_collection, live, leaves yes, flows f, declared only"] == told(world)


@pytest.mark.parametrize(
    ("place", "leaves_it"), [("US", "yes"), ("?", "unknown"), ("HK", "yes"), ("-", "yes")]
)
def test_a_flow_that_no_label_shows_is_a_transfer_where_it_leaves_or_may(
    world: "World", place: str, leaves_it: str
) -> None:
    world.system("away", place, recipient="acme")
    world.table("crm.stock", amount="none")
    world.flow("f", "crm.stock", "away.dim")
    assert [f"shop/acme/support: transfer, live, leaves {leaves_it}, flows f, declared only"] == told(world)


def test_a_movement_that_only_a_flow_tells_of_is_declared_only(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.flow("f", "crm.user", "us.dim")
    assert ["shop/acme/support: transfer, live, leaves yes, flows f, declared only"] == told(world)
    assert ("pi.basic.phone",) == world.transfers()["shop/acme/support"].categories


def test_a_flow_inside_the_mainland_is_none(world: "World") -> None:
    world.table("crm.user", mobile="pi.basic.phone")
    world.flow("f", "crm.user", "dw.user")
    assert [] == told(world)


@pytest.mark.parametrize("word", ["domestic_replication", "inbound", "none", "onshore_access"])
def test_a_word_by_which_nothing_leaves_does_not_stand_against_a_trail(world: "World", word: str) -> None:
    leaves(world)
    world.flow("f", "crm.user", "us.dim", mode=word)
    assert "transfer, live, leaves yes, flows f" in told(world)[0] or "remote_access, live" in told(world)[0]


def test_a_declared_act_is_believed_where_it_leaves(world: "World") -> None:
    leaves(world)
    world.flow("f", "crm.user", "us.dim", mode="overseas_processing")
    assert ["shop/acme/support: overseas_processing, live, leaves yes, flows f"] == told(world)


def test_flows_of_several_acts_leave_it_to_the_trail(world: "World") -> None:
    leaves(world)
    world.move("crm.user.mobile", "us.other.mobile")
    world.flow("f", "crm.user", "us.dim", mode="log_shipping")
    world.flow("g", "crm.user", "us.other", mode="overseas_processing")
    assert ["shop/acme/support: transfer, live, leaves yes, flows f g"] == told(world)


def test_of_several_places_one_outside_the_bay_area_stands_for_the_transfer(world: "World") -> None:
    leaves(world)
    world.system("hk", "HK", recipient="acme")
    world.move("crm.user.mobile", "hk.dim.mobile")
    world.flow("f", "crm.user", "us.dim")
    world.flow("g", "crm.user", "hk.dim")
    assert "US" == world.transfers()["shop/acme/support"].jurisdiction


def test_a_flow_that_narrower_ones_outdo_carries_nobody_knows_what(world: "World") -> None:
    leaves(world)
    world.flow("all", "crm", "us", purpose="backup")
    world.flow("one", "crm.user", "us.dim")
    assert "data.personal" not in world.facts_of("shop/acme/backup")
    assert world.facts_of("shop/acme/support")["data.personal"] is True


def test_a_flow_of_what_holds_nothing_personal_carries_nothing_personal(world: "World") -> None:
    world.table("crm.stock", amount="none")
    world.flow("f", "crm.stock", "us.dim")
    facts = world.facts_of("shop/acme/support")
    assert (False, "none", Truth.YES) == (
        facts["data.personal"],
        facts["data.important"],
        world.transfers()["shop/acme/support"].leaves,
    )
