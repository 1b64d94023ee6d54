from collections.abc import Callable

from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.view import to_networkx


def test_the_view_has_every_column_and_every_edge(
    spreading: Callable[[str], tuple[FlowGraph, LabelSpread]],
) -> None:
    text = """
holds a.s.x pi.name
move a.s.x b.t.y hashed
move a.s.x b.t.y aggregated
table c.u: v
influence a.s.x c.u
anonymous b.t z dpo k-anonymity 2026-01-01 -
move a.s.x b.t.z
"""
    view = to_networkx(*spreading(text))
    name, figures = "pi.name (unknown, plain)", "pi.name (unknown, aggregate)"
    marked = ("pi (unknown, influence)",)
    assert list(view.nodes(data=True)) == [
        ("a.s.(rows)", {"system": "a", "dataset": "a.s", "column": "(rows)", "labels": marked}),
        ("a.s.x", {"system": "a", "dataset": "a.s", "column": "x", "labels": (name,)}),
        ("b.t.(rows)", {"system": "b", "dataset": "b.t", "column": "(rows)", "labels": marked}),
        ("b.t.y", {"system": "b", "dataset": "b.t", "column": "y", "labels": (figures, name)}),
        ("b.t.z", {"system": "b", "dataset": "b.t", "column": "z", "labels": ()}),
        ("c.u.(rows)", {"system": "c", "dataset": "c.u", "column": "(rows)", "labels": marked}),
        ("c.u.v", {"system": "c", "dataset": "c.u", "column": "v", "labels": ()}),
    ]
    assert list(view.edges(data=True, keys=True)) == [
        (
            "a.s.(rows)",
            "b.t.(rows)",
            0,
            {"transform": "identity", "location": "sketch:2:1", "mechanism": "sql"},
        ),
        (
            "a.s.(rows)",
            "c.u.(rows)",
            1,
            {"transform": "derived", "location": "sketch:5:1", "mechanism": "sql"},
        ),
        ("a.s.x", "a.s.(rows)", 2, {"transform": "mark", "location": "sketch:5:1", "mechanism": "sql"}),
        ("a.s.x", "b.t.y", 3, {"transform": "hashed", "location": "sketch:2:1", "mechanism": "sql"}),
        ("a.s.x", "b.t.y", 4, {"transform": "aggregated", "location": "sketch:3:1", "mechanism": "sql"}),
        ("a.s.x", "b.t.z", 5, {"transform": "drop", "location": "sketch:7:1", "mechanism": "sql"}),
        ("a.s.x", "c.u.(rows)", 6, {"transform": "influence", "location": "sketch:5:1", "mechanism": "sql"}),
    ]
