"""The arrays against the plain reference, on random graphs with cycles, parallel edges and every effect."""

from collections.abc import Iterable
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kuajing.graph import spread as rounds_of
from kuajing.graph.arrays import Edges, build_edges
from kuajing.graph.evidence import Arrived, at_nodes, over_edges, trails_to
from kuajing.graph.label_space import Effect
from kuajing.graph.label_spread import LabelSpread, OwnLabel, spread_own
from kuajing.graph.reference import Edge, Reference
from kuajing.model.labels import Form, Label, Origin

CATEGORIES = ("unknown", "important:core", *(f"pi.c{number}" for number in range(14)))
"""With three origins they take two words."""

LABELS = st.builds(
    Label, st.sampled_from(CATEGORIES), st.sampled_from(Origin), st.sampled_from((Form.PLAIN, Form.AGGREGATE))
).filter(lambda label: label.form is Form.PLAIN or not label.category.startswith("important:"))


@st.composite
def graphs(draw: st.DrawFn) -> Reference:
    nodes = draw(st.integers(1, 9))
    node = st.integers(0, nodes - 1)
    effect = st.sampled_from((Effect.KEEP, Effect.KEEP, Effect.AGGREGATE, Effect.INFLUENCE, Effect.DROP))
    edges = draw(st.lists(st.tuples(node, node, effect), max_size=24))
    own = draw(st.frozensets(st.tuples(node, LABELS), max_size=10))
    crowd = frozenset((0, Label(category, origin)) for category in CATEGORIES for origin in Origin)
    return Reference(nodes, tuple(edges), own | crowd if draw(st.booleans()) else own)


def edges_of(graph: Reference) -> Edges:
    columns = list(zip(*graph.edges, strict=True)) or [(), (), ()]
    return build_edges(
        graph.nodes,
        np.array(columns[0], np.uint32),
        np.array(columns[1], np.uint32),
        np.array(columns[2], np.uint8),
    )


def spread_of(graph: Reference) -> tuple[Edges, LabelSpread]:
    edges = edges_of(graph)
    return edges, spread_own(edges, tuple(OwnLabel(node, label) for node, label in graph.own))


def labels_of(graph: Reference) -> tuple[frozenset[Label], ...]:
    _, result = spread_of(graph)
    return tuple(frozenset(result.labels_of(node)) for node in range(graph.nodes))


def told(result: LabelSpread, rows: Arrived, keys: Iterable[int]) -> dict[tuple[int, Label], int]:
    """The hops of each row, by key and label."""
    labels = [result.space.labels[label] for label in rows.label.tolist()]
    return dict(zip(zip(keys, labels, strict=True), rows.hops.tolist(), strict=True))


@given(graphs())
def test_labels_are_those_of_the_reference(graph: Reference) -> None:
    assert graph.labels() == labels_of(graph)


@given(graphs())
def test_every_label_is_as_far_from_its_beginning_as_in_the_reference(graph: Reference) -> None:
    edges, result = spread_of(graph)
    nodes = np.arange(edges.nodes)
    rows = at_nodes(result, nodes, nodes).shortest()
    assert graph.lengths() == told(result, rows, rows.group.tolist())


@given(graphs())
def test_every_crossing_label_has_the_shortest_trail_and_the_trail_holds(graph: Reference) -> None:
    edges, result = spread_of(graph)
    crossing = np.arange(len(edges))
    rows = over_edges(edges, result, crossing, crossing).shortest()
    hops = [(hop + 1) for hop in rows.hops.tolist()]
    labels = [result.space.labels[label] for label in rows.label.tolist()]
    trails = list(trails_to(edges, result, rows, step=int))
    assert graph.crossing(range(len(edges))) == dict(
        zip(zip(rows.edge.tolist(), labels, strict=True), hops, strict=True)
    )
    assert hops == [len(steps) for steps in trails]
    assert all(
        graph.shows(steps, graph.edges[steps[0]][0], label)
        for steps, label in zip(trails, labels, strict=True)
    )


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_matter(graph: Reference, random: Random) -> None:
    shuffled = list(graph.edges)
    random.shuffle(shuffled)
    assert labels_of(graph) == labels_of(Reference(graph.nodes, tuple(shuffled), graph.own))


@given(graphs(), st.data())
def test_one_more_edge_never_removes_a_label(graph: Reference, data: st.DataObject) -> None:
    node = st.integers(0, graph.nodes - 1)
    edge: Edge = data.draw(st.tuples(node, node, st.sampled_from(Effect)))
    more = labels_of(Reference(graph.nodes, (*graph.edges, edge), graph.own))
    assert all(before <= after for before, after in zip(labels_of(graph), more, strict=True))


@given(graphs())
def test_scanning_and_sorting_find_the_same_rounds(graph: Reference) -> None:
    edges, result = spread_of(graph)
    for rules, rounds in zip(result.space.rules, result.rounds, strict=True):
        own = np.zeros(edges.nodes, np.uint64)
        if rounds.nodes:
            own[rounds.nodes[0]] = rounds.bits[0]
        sorted_out = rounds_of.spread(edges, rules, own, scan_above=len(edges))
        scanned = rounds_of.spread(edges, rules, own, scan_above=-1)
        for other in (sorted_out, scanned):
            assert [nodes.tolist() for nodes in rounds.nodes] == [nodes.tolist() for nodes in other.nodes]
            assert [bits.tolist() for bits in rounds.bits] == [bits.tolist() for bits in other.bits]
