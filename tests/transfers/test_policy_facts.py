"""What an organisation's own rules can ask of a transfer, and what the law is not told of it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kuajing.model.cases import FactValue
from kuajing.model.declaration import Evidence, Filing, Recipient, RecipientContract
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.source.packaged import packaged_yaml

if TYPE_CHECKING:
    from tests.transfers.conftest import World

SUPPORT = "shop/acme/support"
DAY = date(2026, 1, 5)
DECLARES = "transfer.declares."


def leaves(world: "World", **flow: Any) -> None:  # noqa: ANN401  the words of a flow
    world.table("crm.user", mobile="pi.basic.phone", note="pi.comm.content!")
    world.people("crm.user", 1_000, "members")
    world.move("crm.user.mobile", "us.dim.mobile")
    world.flow("f", "crm.user", "us.dim", **flow)


def own(world: "World", name: str = SUPPORT) -> dict[str, FactValue]:
    return dict(world.transfers()[name].own_facts)


def on_record(world: "World") -> set[str]:
    return {
        path.removeprefix(DECLARES)
        for path, value in own(world).items()
        if path.startswith(DECLARES) and value is True
    }


def test_own_facts_tell_who_where_what_and_how_many(world: "World") -> None:
    leaves(world)
    facts = own(world)
    assert {
        "transfer.sent_by": "shop",
        "transfer.sent_to": "acme",
        "transfer.received_in": ("US",),
        "transfer.carries": ("pi.basic.phone",),
        "transfer.passed_on_to": (),
        "transfer.people.ordinary": Interval(0, 1_000),
        "transfer.people.sensitive": Interval(0, 0),
    } == {path: value for path, value in facts.items() if not path.startswith(DECLARES)}


def test_they_are_those_of_the_table_and_none_of_the_law(world: "World") -> None:
    leaves(world, compliance=(("pipia", Evidence(Truth.YES, on=DAY)),))
    table = packaged_yaml("policies/facts.yaml").plain()
    assert isinstance(table, dict)
    assert sorted(table) == sorted(own(world))
    assert [] == [path for path in world.facts_of(SUPPORT) if path.startswith("transfer.")]


def test_where_a_recipient_is_and_where_its_systems_stand_are_both_told(world: "World") -> None:
    leaves(world)
    world.system("sg", "SG", recipient="acme")
    world.move("crm.user.mobile", "sg.dim.mobile")
    world.flow("g", "crm.user", "sg.dim")
    assert ("SG", "US") == own(world)["transfer.received_in"]


@pytest.mark.parametrize(
    ("place", "based", "expected"),
    [
        ("US", "US", ("US",)),
        ("SG", "US", ("SG", "US")),
        ("-", "US", ("?", "US")),
        ("SG", None, ("?", "SG")),
        ("HK", "CN", ("HK",)),
    ],
)
def test_a_place_that_is_not_known_leaves_the_list_open(
    world: "World", place: str, based: str | None, expected: tuple[str, ...]
) -> None:
    world.recipient("far", jurisdiction=based)
    world.system("there", place, recipient="far")
    world.table("crm.user", mobile="pi.basic.phone")
    world.move("crm.user.mobile", "there.dim.mobile")
    world.flow("f", "crm.user", "there.dim")
    assert expected == own(world, "shop/far/support")["transfer.received_in"]


def test_columns_that_nobody_named_leave_the_categories_open(world: "World") -> None:
    leaves(world)
    world.move("crm.orders.*", "us.orders.*")
    world.flow("g", "crm.orders", "us.orders")
    assert ("pi.basic.phone", "?") == own(world)["transfer.carries"]


@pytest.mark.parametrize(("known", "expected"), [(True, ("cloud",)), (False, ("cloud", "?"))])
def test_whom_a_recipient_passes_data_on_to_is_open_unless_it_says_all(
    world: "World", *, known: bool, expected: tuple[str, ...]
) -> None:
    world.recipients.clear()
    world.recipient("acme", jurisdiction="US", onward_to=("cloud",), onward_known=known)
    leaves(world)
    assert expected == own(world)["transfer.passed_on_to"]


ABSENT = "absent"


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence(Truth.YES, on=DAY), DAY),
        (Evidence(Truth.NO), None),
        (Evidence(Truth.YES, file="pipia.md"), ABSENT),
    ],
)
def test_the_day_of_the_impact_assessment(
    world: "World", evidence: Evidence, expected: date | str | None
) -> None:
    leaves(world, compliance=(("pipia", evidence),))
    assert expected == own(world).get("transfer.pipia_completed", ABSENT)


def test_nothing_is_on_record_where_nothing_is_declared(world: "World") -> None:
    leaves(world)
    assert {"recipient.onward_to"} == on_record(world)


def test_everything_on_record_is_told(world: "World") -> None:
    files = tuple(
        (duty, Evidence(Truth.YES, on=DAY, file=f"{duty}.md"))
        for duty in ("notice_art39", "pipia", "separate_consent")
    )
    world.handlers.clear()
    world.handler("shop", base="mainland", officer=Filing("Li Ming", DAY))
    world.recipients.clear()
    contract = RecipientContract(Truth.YES, DAY, Truth.YES, 24, "contract.md")
    acme = Recipient("acme", world.here(), "Acme", "US", contact="p@example.com", contract=contract)
    world.recipients.append(replace(acme, onward_known=True))
    leaves(world, since=DAY, legal_basis="consent", compliance=files)
    world.datasets["crm.user"] |= {"owner": "crm", "retention": "P3Y"}
    world.approval(
        "a", handler="shop", recipients=("acme",), reference="1", approver="counsel", effective=DAY
    )
    table = packaged_yaml("policies/facts.yaml").plain()
    assert isinstance(table, dict)
    assert {path.removeprefix(DECLARES) for path in table if path.startswith(DECLARES)} == on_record(world)


def test_what_only_one_of_two_flows_has_is_not_on_record(world: "World") -> None:
    leaves(world, since=DAY, legal_basis="consent")
    world.move("crm.user.note", "us.notes.note")
    world.flow("g", "crm.user", "us.notes", legal_basis="consent")
    assert {"flow.legal_basis", "recipient.onward_to"} == on_record(world)


def test_audit_rights_that_are_refused_are_not_on_record(world: "World") -> None:
    world.recipients.clear()
    contract = RecipientContract(Truth.YES, None, Truth.NO, None, None)
    world.recipient("acme", jurisdiction="US", contract=contract)
    leaves(world)
    assert {"recipient.onward_to"} == on_record(world)
