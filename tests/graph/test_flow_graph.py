from collections.abc import Callable

import pytest

from kuajing.graph.flow_graph import FlowGraph
from kuajing.model.names import ColumnName, DatasetName
from kuajing.source.location import Location

Told = Callable[[str], list[str]]


def test_a_move_is_an_edge_and_parallel_moves_are_kept(edges: Told) -> None:
    assert edges("move a.t.x b.t.y\nmove a.t.x b.t.y\nmove a.t.x b.t.y aggregated") == [
        "a.t.x > b.t.y keep",
        "a.t.x > b.t.y keep",
        "a.t.x > b.t.y aggregate",
    ]


def test_all_columns_move_into_the_columns_of_the_same_name(edges: Told) -> None:
    assert edges("table a.s: x y\ntable b.t: x z\nmove a.s.* b.t.*") == [
        "a.s.* > b.t.* keep",
        "a.s.x > b.t.x keep",
        "a.s.y > b.t.* keep",
        "b.t.* > b.t.x keep",
        "b.t.* > b.t.z keep",
    ]


def test_all_columns_move_into_one_named_column(edges: Told) -> None:
    assert edges("table a.s: x y\nmove a.s.* b.t.z aggregated") == [
        "a.s.* > b.t.z aggregate",
        "a.s.x > b.t.z aggregate",
        "a.s.y > b.t.z aggregate",
    ]


def test_one_column_moves_into_columns_nobody_names(edges: Told) -> None:
    assert edges("table a.s: x y\ntable b.t: x z\nmove a.s.x b.t.*") == [
        "a.s.x > b.t.* keep",
        "b.t.* > b.t.x keep",
        "b.t.* > b.t.z keep",
    ]


def test_named_columns_need_no_node_for_unnamed_ones(edges: Told) -> None:
    assert edges("table a.s: x y\ntable b.t: x z\nmove a.s.x b.t.z") == ["a.s.x > b.t.z keep"]


def test_columns_named_by_moves_and_grants_are_known(assembled: Callable[[str], FlowGraph]) -> None:
    graph = assembled("move a.s.x b.t.*\naccess hq a.s y\naccess hq c.u\npartly d.v: Z")
    names = [str(column) for column in graph.columns]
    assert names == ["a.s.x", "a.s.y", "b.t.*", "c.u.*", "d.v.z"]


def test_rows_follow_an_influence_through_every_later_move(edges: Told) -> None:
    assert edges("influence a.s.x b.t\nmove b.t.y c.u.y\nmove c.u.y a.s.x\nmove z.z.z a.s.x") == [
        "a.s.(rows) > b.t.(rows) keep",
        "a.s.x > a.s.(rows) mark",
        "a.s.x > b.t.(rows) influence",
        "b.t.(rows) > c.u.(rows) keep",
        "b.t.y > c.u.y keep",
        "c.u.(rows) > a.s.(rows) keep",
        "c.u.y > a.s.x keep",
        "z.z.z > a.s.x keep",
    ]


def test_all_columns_can_influence_rows(edges: Told) -> None:
    assert edges("table a.s: x\ninfluence a.s.* b.t") == [
        "a.s.(rows) > b.t.(rows) keep",
        "a.s.* > a.s.(rows) mark",
        "a.s.* > b.t.(rows) influence",
        "a.s.x > a.s.(rows) mark",
        "a.s.x > b.t.(rows) influence",
    ]


def test_any_column_lets_all_people_of_its_dataset_decide(edges: Told) -> None:
    assert edges("table a.s: id mobile\ninfluence a.s.id b.t") == [
        "a.s.(rows) > b.t.(rows) keep",
        "a.s.id > a.s.(rows) mark",
        "a.s.id > b.t.(rows) influence",
        "a.s.mobile > a.s.(rows) mark",
    ]


def test_rows_chosen_earlier_choose_on(edges: Told) -> None:
    assert "b.v.(rows) > c.t.(rows) keep" in edges("influence a.s.x b.v\ninfluence b.v.id c.t")


def test_nothing_passes_into_a_column_declared_anonymous(edges: Told) -> None:
    cleared = "anonymous b.t x dpo k-anonymity 2026-01-01 2026-12-31"
    assert edges(f"move a.s.x b.t.x\nmove a.s.x b.t.y\nmove a.s.x b.t.*\n{cleared}") == [
        "a.s.x > b.t.* keep",
        "a.s.x > b.t.x drop",
        "a.s.x > b.t.y keep",
        "b.t.* > b.t.x drop",
        "b.t.* > b.t.y keep",
    ]


def test_names_lead_to_numbers_and_back(assembled: Callable[[str], FlowGraph]) -> None:
    graph = assembled("move a.s.x b.t.y\nmove a.s.z b.t.x")
    dataset = DatasetName("b", ("t",))
    assert list(graph.nodes_of(dataset)) == [2, 3]
    assert graph.node(ColumnName(dataset, "y")) == 3


@pytest.mark.parametrize("name", [("b", "t", "z"), ("b", "s", "x"), ("z", "t", "x")])
def test_an_unknown_column_is_an_error(
    assembled: Callable[[str], FlowGraph], name: tuple[str, str, str]
) -> None:
    graph = assembled("move a.s.x b.t.y")
    system, table, column = name
    with pytest.raises(KeyError, match=rf"^'({system}\.{table}\.{column}|{system}\.{table})'$"):
        graph.node(ColumnName(DatasetName(system, (table,)), column))


def test_a_dataset_stands_where_it_is_first_spoken_of(assembled: Callable[[str], FlowGraph]) -> None:
    assert (Location("sketch", 2), Location("sketch", 1)) == assembled(
        "move b.t.x a.s.x\ntable a.s: x"
    ).places


def test_a_column_is_fed_by_other_datasets_also_through_its_own(
    assembled: Callable[[str], FlowGraph],
) -> None:
    graph = assembled("move a.s.x b.t.x\nmove b.t.x b.t.y\nmove b.t.v b.t.w\nmove a.s.x c.u.*\npartly c.u: z")
    fed = [str(column) for node, column in enumerate(graph.columns) if graph.fed[node]]
    assert fed == ["b.t.x", "b.t.y", "c.u.*", "c.u.z"]
