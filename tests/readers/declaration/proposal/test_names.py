"""Ids of the systems found: short where that is clear, never two systems under one."""

from hypothesis import given
from hypothesis import strategies as st

from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import System
from kuajing.readers.declaration.proposal.names import ids_of


def system(label: str, *endpoints: Endpoint) -> System:
    return System(
        label,
        label,
        declared=False,
        kind="mysql",
        handler=None,
        recipient=None,
        located=None,
        endpoints=endpoints,
        locations=(),
    )


def at(host: str, port: int = 3306) -> System:
    return system(f"{host}:{port}", Endpoint("mysql", f"{host}:{port}/db", (host,), port))


def service(name: str, project: str = "compose") -> System:
    place = f"conn:{project}/{name}"
    return system(place, Endpoint("mysql", place, placeholder=place))


def test_a_host_is_called_by_its_own_name() -> None:
    assert {"crm.a.example:3306": "crm"} == ids_of([at("crm.a.example")])


def test_hosts_that_share_their_own_name_are_called_by_the_whole_of_it() -> None:
    assert {"crm.a.example:3306": "crm-a-example", "crm.b.example:3306": "crm-b-example"} == ids_of(
        [at("crm.a.example"), at("crm.b.example")]
    )


def test_ports_of_one_host_are_told_apart() -> None:
    assert {"db1:3306": "db1-3306", "db1:5432": "db1-5432"} == ids_of([at("db1"), at("db1", 5432)])


def test_an_address_of_digits_and_a_name_that_anyone_bears_are_not_shortened() -> None:
    assert {"10.0.0.1:3306": "10-0-0-1", "mysql.a.example:3306": "mysql-a-example"} == ids_of(
        [at("10.0.0.1"), at("mysql.a.example")]
    )


def test_a_service_and_the_bare_host_of_its_name_are_one_system() -> None:
    assert {"orders:3306": "orders", "conn:compose/orders": "orders"} == ids_of(
        [at("orders"), service("orders")]
    )


def test_two_services_of_one_name_are_not_taken_for_the_host() -> None:
    ids = ids_of([at("orders"), service("orders", "one"), service("orders", "two")])
    assert 3 == len(set(ids.values()))


@given(st.lists(st.sampled_from(["crm.a.example", "crm.b.example", "crm", "10.0.0.1", "Crm"]), unique=True))
def test_no_two_hosts_share_an_id(hosts: list[str]) -> None:
    ids = ids_of([at(host) for host in hosts])
    assert len(hosts) == len({name.casefold() for name in ids.values()})
