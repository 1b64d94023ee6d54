from collections.abc import Callable

import pytest

from kuajing.addresses import read_address
from kuajing.binding.systems import UNPLACED, Found, as_systems, declared_system_at, found_at, systems_at
from kuajing.model.declaration import DeclaredSystem
from kuajing.model.estate import Estate, System
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

HERE = Location("systems.yaml", 3)
THERE = Location("systems.yaml", 9)


def system(name: str, *patterns: str, at: Location = HERE) -> DeclaredSystem:
    return DeclaredSystem(name, at, "database", endpoints=tuple((pattern, at) for pattern in patterns))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("jdbc:mysql://db.example.com:3306/crm", "crm"),
        ("jdbc:mysql://db.example.com:3306/oms", "any-db"),
        ("jdbc:mysql://other.example.com:3306/crm", "all-of-it"),
        ("jdbc:mysql://10.1.2.3:3306/crm", "network"),
        ("${CRM_JDBC_URL}", "crm"),
        ("conn:crm_mysql", "crm"),
        ("oss://lake/raw/customers.csv", "raw-zone"),
        ("oss://lake/clean/customers.csv", "lake"),
    ],
)
def test_the_most_specific_pattern_wins(address: str, expected: str) -> None:
    systems = (
        system("all-of-it", "*.example.com"),
        system("any-db", "db.example.com:3306"),
        system("crm", "db.example.com:3306/crm", "${CRM_JDBC_URL}", "conn:crm_mysql"),
        system("lake", "oss://lake"),
        system("network", "10.0.0.0/8"),
        system("raw-zone", "oss://lake/raw"),
    )
    endpoint = read_address(address)
    assert {endpoint: expected} == systems_at([endpoint], systems)
    assert expected == declared_system_at(systems)(endpoint)


def test_what_no_pattern_means_is_a_system_of_its_own() -> None:
    endpoint = read_address("jdbc:mysql://elsewhere.example.org:3306/crm")
    assert {endpoint: Found("elsewhere.example.org:3306", endpoint)} == systems_at(
        [endpoint], [system("crm", "h")]
    )
    assert declared_system_at([system("crm", "h")])(endpoint) is None


def test_a_tie_is_an_error_that_names_both_and_how_to_mend_it() -> None:
    systems = (system("a", "*.one.example.com"), system("b", "db.o*.example.com", at=THERE), system("c", "x"))
    endpoint = read_address("jdbc:mysql://db.one.example.com:3306/crm")
    with pytest.raises(InputErrors) as raised:
        systems_at([endpoint], systems)
    values = (
        ("address", endpoint.address),
        ("first", "a"),
        ("first_pattern", "*.one.example.com"),
        ("place", str(HERE)),
        ("second", "b"),
        ("second_pattern", "db.o*.example.com"),
    )
    assert (InputError(THERE, "binding.endpoint_tie", values),) == raised.value.errors


def test_two_patterns_of_one_system_are_no_tie() -> None:
    endpoint = read_address("jdbc:mysql://db.one.example.com:3306/crm")
    assert {endpoint: "a"} == systems_at([endpoint], [system("a", "*.one.example.com", "db.o*.example.com")])


def test_all_ties_are_told_at_once() -> None:
    systems = (system("a", "*.one.example.com"), system("b", "db.o*.example.com", at=THERE))
    endpoints = [read_address(f"jdbc:mysql://db.one.example.com:3306/{name}") for name in ("crm", "oms")]
    with pytest.raises(InputErrors) as raised:
        systems_at(endpoints, systems)
    assert [endpoint.address for endpoint in endpoints] == [
        dict(one.values)["address"] for one in raised.value.errors
    ]


def test_the_name_of_what_nothing_places_is_reserved() -> None:
    with pytest.raises(InputErrors) as raised:
        systems_at([], [system(UNPLACED)])
    assert (InputError(HERE, "binding.reserved_system", (("system", UNPLACED),)),) == raised.value.errors


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("jdbc:mysql://h.example.com:3306/crm", "h.example.com:3306"),
        ("jdbc:mysql://h.example.com/crm", "h.example.com:3306"),
        ("jdbc:mysql://h.example.com:3307/crm", "h.example.com:3307"),
        ("kafka://b:9092,a:9092", "a,b:9092"),
        ("${CRM_URL}", "${CRM_URL}"),
        ("oss://lake/raw/a.csv", "oss://lake"),
        ("https://lake.oss-cn-hongkong.aliyuncs.com/raw/a.csv", "oss://lake"),
        ("/data/out.csv", "file"),
    ],
)
def test_a_found_system_is_called_by_its_authority(address: str, expected: str) -> None:
    assert expected == found_at(read_address(address)).id


def test_buckets_of_ones_own_store_are_told_apart_by_its_host() -> None:
    endpoint = read_address("s3://lake/raw")
    hosted = [
        type(endpoint)(kind="s3", address="s3://lake", hosts=(host,), bucket="lake") for host in ("m1", "m2")
    ]
    assert ["s3://m1/lake", "s3://m2/lake"] == [found_at(one).id for one in hosted]


def test_a_like_name_alone_does_not_make_a_found_system_a_declared_one() -> None:
    endpoint = read_address("crm")
    assert {endpoint: Found(f"{endpoint.kind}:crm", endpoint)} == systems_at([endpoint], [system("crm", "h")])


def test_found_systems_keep_every_endpoint_and_place() -> None:
    one, other = (read_address(f"jdbc:mysql://h:3306/{name}") for name in ("a", "b"))
    found = [(found_at(one), THERE), (found_at(other), HERE), (found_at(one), HERE)]
    systems = as_systems([], found, unplaced=())
    assert (
        System("h:3306", "h:3306", False, "mysql", None, None, None, (one, other), (HERE, THERE)),  # noqa: FBT003  a value
    ) == systems


def test_datasets_that_nothing_places_have_a_system_of_their_own(estate: Callable[[str], Estate]) -> None:
    systems = estate("table ?|t a").systems
    assert [("unplaced", (Location("sketch", 1),))] == [(one.id, one.locations) for one in systems]


def test_no_such_system_stands_where_everything_is_placed(estate: Callable[[str], Estate]) -> None:
    assert ["crm"] == [one.id for one in estate("system crm\ntable crm|t a").systems]
