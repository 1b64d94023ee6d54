from collections.abc import Callable, Iterable

import pytest

from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.trace import whence, where
from kuajing.model.crossings import Reach
from kuajing.model.names import ColumnName, DatasetName

Assembled = Callable[[str], FlowGraph]

FLOWS = """
move a.s.x b.t.x
move b.t.x c.u.x
move a.s.x c.u.y
move c.u.x a.s.x
move z.z.z a.s.x
influence b.t.x d.v
move d.v.w e.v.w
"""


def told(found: Iterable[Reach]) -> list[str]:
    return [
        f"{reach.dataset} ({' '.join(column.column for column in reach.columns)})"
        + "".join(f" {hop.source} -{hop.location.line}-> {hop.target}" for hop in reach.trail)
        for reach in found
    ]


def column(text: str) -> ColumnName:
    system, table, name = text.split(".")
    return DatasetName(system, (table,)).column(name)


def test_data_goes_to_every_dataset_by_the_shortest_trail(assembled: Assembled) -> None:
    assert told(where(assembled(FLOWS), [column("a.s.x")])) == [
        "b.t (x) a.s.x -1-> b.t.x",
        "c.u (x y) a.s.x -3-> c.u.y",
        "d.v ((rows)) a.s.x -1-> b.t.x b.t.x -6-> d.v.(rows)",
        "e.v ((rows)) a.s.x -1-> b.t.x b.t.x -6-> d.v.(rows) d.v.(rows) -7-> e.v.(rows)",
    ]


def test_data_comes_from_every_dataset_by_the_shortest_trail(assembled: Assembled) -> None:
    assert told(whence(assembled(FLOWS), [column("c.u.x")])) == [
        "a.s (x) a.s.x -1-> b.t.x b.t.x -2-> c.u.x",
        "b.t (x) b.t.x -2-> c.u.x",
        "z.z (z) z.z.z -5-> a.s.x a.s.x -1-> b.t.x b.t.x -2-> c.u.x",
    ]


def test_a_column_that_goes_nowhere_reaches_nothing(assembled: Assembled) -> None:
    assert told(where(assembled(FLOWS), [column("c.u.y")])) == []
    assert told(whence(assembled(FLOWS), [column("z.z.z")])) == []
    assert told(where(assembled(FLOWS), [])) == []


def test_a_column_declared_anonymous_is_not_entered(assembled: Assembled) -> None:
    cleared = "move a.s.x b.t.x\nmove b.t.x c.u.x\nanonymous b.t x dpo k-anonymity 2026-01-01 -"
    assert told(where(assembled(cleared), [column("a.s.x")])) == []
    assert told(whence(assembled(cleared), [column("c.u.x")])) == ["b.t (x) b.t.x -2-> c.u.x"]


def test_of_equally_short_trails_the_one_with_the_smallest_edge_is_told(assembled: Assembled) -> None:
    moves = "move a.s.x c.u.x\nmove a.s.x b.u.x\nmove c.u.x d.v.x\nmove b.u.x d.v.x"
    assert told(where(assembled(moves), [column("a.s.x")]))[-1] == "d.v (x) a.s.x -2-> b.u.x b.u.x -4-> d.v.x"


def test_an_unknown_column_is_an_error(assembled: Assembled) -> None:
    with pytest.raises(KeyError):
        where(assembled(FLOWS), [column("a.s.nothing")])
