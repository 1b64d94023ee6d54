import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.binding.paths import full_path, meet, shorter


@pytest.mark.parametrize(
    ("path", "database", "schema", "kind", "expected"),
    [
        (("Customer",), "CRM", None, "mysql", ("crm", "customer")),
        (("crm", "customer"), "crm", None, "mysql", ("crm", "customer")),
        (("other", "customer"), "crm", None, "mysql", ("other", "customer")),
        (("customer",), None, None, "mysql", ("customer",)),
        (("public", "dim"), "prod", None, "postgres", ("prod", "public", "dim")),
        (("dim",), "prod", "Sales", "postgres", ("prod", "sales", "dim")),
        (("dim",), "prod", None, "postgres", ("prod", "dim")),
        (("prod", "public", "dim"), "prod", "sales", "postgres", ("prod", "public", "dim")),
        (("prod", "dim"), "prod", None, "postgres", ("prod", "dim")),
        (("`Crm`", '"Customer"', "[t]"), None, None, None, ("crm", "customer", "t")),
    ],
)
def test_an_endpoint_fills_what_a_name_lacks(
    path: tuple[str, ...],
    database: str | None,
    schema: str | None,
    kind: str | None,
    expected: tuple[str, ...],
) -> None:
    assert expected == full_path(path, database, schema, kind)


def test_a_shorter_name_meets_the_only_longer_one() -> None:
    assert ({("t",): ("a", "t")}, {}) == meet([("t",), ("a", "t"), ("b", "u")])


def test_a_shorter_name_could_mean_each_of_several_longer_ones() -> None:
    assert ({}, {("t",): (("a", "t"), ("b", "t"))}) == meet([("t",), ("a", "t"), ("b", "t")])


def test_a_name_meets_the_longest_through_the_middle_one() -> None:
    longest = ("a", "b", "t")
    assert ({("t",): longest, ("b", "t"): longest}, {}) == meet([("t",), ("b", "t"), longest])


def test_database_and_table_meet_the_table_in_its_schema() -> None:
    assert ({("prod", "t"): ("prod", "public", "t")}, {}) == meet([("prod", "t"), ("prod", "public", "t")])


def test_another_database_does_not_meet() -> None:
    assert ({}, {}) == meet([("test", "t"), ("prod", "public", "t")])


def test_the_middle_alone_stands_for_nothing() -> None:
    assert (("b", "c", "d"), ("c", "d"), ("d",)) == shorter(("a", "b", "c", "d"))


PATHS = st.lists(st.lists(st.sampled_from("abt"), min_size=1, max_size=3).map(tuple), max_size=8)


@given(PATHS.flatmap(lambda paths: st.tuples(st.just(paths), st.permutations(paths))))
def test_meeting_does_not_depend_on_the_order(
    both: tuple[list[tuple[str, ...]], list[tuple[str, ...]]],
) -> None:
    assert meet(both[0]) == meet(both[1])


@given(PATHS)
def test_every_name_met_ends_in_the_same_table(paths: list[tuple[str, ...]]) -> None:
    same, perhaps = meet(paths)
    pairs = [*same.items(), *((short, long) for short, longs in perhaps.items() for long in longs)]
    assert [short[-1] for short, _ in pairs] == [long[-1] for _, long in pairs]
    assert not same.keys() & perhaps.keys()
    assert all(len(short) < len(long) for short, long in pairs)
