"""Time the graph core on generated graphs, beside plain numpy rounds and networkx.

    python benchmarks/graph.py 1e4 1e5 1e6
    python benchmarks/graph.py 1e5 --names

A generated graph is a warehouse of columns in five layers (sources to exports) with a power-law fan-out, a few
cycles and about 5 % of its edges out of the mainland. Every engine answers the same three questions, in turn, in one
process: build the graph; spread the labels to the fixpoint; list every crossing with one shortest trail. Answers are
compared before times are told; a time is the best of the repetitions. `--names` adds the same from named values
(an estate) to named values (crossings): what users of the graph wait for.

The plain rounds push new bits along edges sorted by source, sort what arrives by target, and look trails up in the
list of rounds, as a first good version in numpy would. networkx holds Python sets of labels and searches trails
backwards; it is left out above 100,000 edges.
"""

import argparse
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kuajing.graph.arrays import TWIN_SHIFT, WORD, WordRules, build_edges, lowest_bit
from kuajing.graph.cross import crossings
from kuajing.graph.flow_graph import assemble
from kuajing.graph.label_space import Effect, label_space
from kuajing.graph.seeds import spread_labels
from kuajing.graph.spread import spread
from kuajing.graph.trails import arrivals, first_arrival, read_trails
from kuajing.model.estate import Column, Dataset, Estate, Labelling, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.labels import Classification, Label, Origin, Outcome, Placement
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location

Ints = NDArray[np.int64]

COLUMNS = 20
LABELS = 30
LAYERS = np.array([0.36, 0.30, 0.14, 0.14, 0.06])
ABROAD = np.array([0.004, 0.004, 0.01, 0.04, 0.46])
EFFECTS = (0.91, 0.06, 0.0, 0.03)
"""Shares of edges that keep, aggregate, influence and drop; influences lead to rows and are few."""

NETWORKX_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Warehouse:
    """A generated graph: edges, the dataset of each column, where each dataset stands, and the own labels."""

    source: NDArray[np.uint32]
    target: NDArray[np.uint32]
    effect: NDArray[np.uint8]
    abroad: NDArray[np.bool_]
    own: NDArray[np.uint64]
    rules: WordRules

    @property
    def crossing(self) -> Ints:
        """The edges out of the mainland."""
        outside = self.abroad[np.arange(len(self.own)) // COLUMNS]
        return np.flatnonzero(~outside[self.source] & outside[self.target])


def generate(edges: int, seed: int) -> Warehouse:
    random = np.random.default_rng(seed)
    columns = edges * 11 // 20
    border = np.concatenate(([0], np.cumsum(LAYERS * columns))).astype(np.int64)
    border[-1] = columns
    layer = np.repeat(np.arange(5), np.diff(border))
    target = np.concatenate((np.arange(border[1], columns), random.integers(border[1], columns, edges)))[
        :edges
    ]
    up = np.maximum(layer[target] - random.choice(3, edges, p=(0.12, 0.80, 0.08)), 0)
    low, high = border[up], np.where(up == layer[target], target, border[up + 1])
    popular = low + (random.random(edges) ** 3 * np.maximum(high - low, 1)).astype(np.int64)
    place = (target - border[layer[target]]) / np.diff(border)[layer[target]]
    near = np.minimum(low + (place * (border[up + 1] - low)).astype(np.int64), columns - 1)
    source = np.where((up < layer[target]) & (random.random(edges) < 0.35), near, popular)
    back, over = random.integers(0, edges, (2, edges // 500))
    source[over], target[over] = target[back], source[back]
    order = random.permutation(np.flatnonzero(source != target))
    datasets = columns // COLUMNS + 1
    first = layer[np.minimum(np.arange(datasets) * COLUMNS, columns - 1)]
    space = label_space(Label(f"pi.c{number:02}", Origin.MAINLAND) for number in range(LABELS))
    return Warehouse(
        source=source[order].astype(np.uint32),
        target=target[order].astype(np.uint32),
        effect=random.choice(4, len(order), p=EFFECTS).astype(np.uint8),
        abroad=random.random(datasets) < ABROAD[first],
        own=_own(random, layer),
        rules=space.rules[0],
    )


def _own(random: np.random.Generator, layer: Ints) -> NDArray[np.uint64]:
    """Labels of 30 % of the source columns, few of them common; some have two."""
    own = np.zeros(len(layer), np.uint64)
    for share in (0.3, 0.09):
        chosen = np.flatnonzero((layer == 0) & (random.random(len(layer)) < share))
        bit = (random.random(len(chosen)) ** 2 * LABELS).astype(np.uint64)
        own[chosen] |= np.uint64(1) << bit
    return own


Answer = tuple[int, int, int]
"""Label bits in all, crossings, hops of all their trails."""


def arrays_engine(graph: Warehouse) -> Iterator[Answer | None]:
    """Ours: yields after building, after spreading, and the answer at the end."""
    edges = build_edges(len(graph.own), graph.source, graph.target, graph.effect)
    yield None
    rounds = spread(edges, graph.rules, graph.own)
    yield None
    crossing = graph.crossing
    coming = rounds.labels[graph.source[crossing]]
    graph.rules.apply(coming, graph.effect[crossing])
    crossing, coming = crossing[coming != 0], coming[coming != 0]
    node = graph.source[crossing].astype(np.int64)
    masks = graph.rules.preimages()[graph.effect[crossing], lowest_bit(coming)]
    when, bit = first_arrival(arrivals(rounds), node, masks)
    trails = read_trails(edges, graph.rules, rounds, node * WORD + bit, when)
    assert len(trails.state) == len(crossing)
    yield bits_of(rounds.labels), len(crossing), int(when.sum()) + len(crossing)


def bits_of(labels: NDArray[np.uint64]) -> int:
    return int(np.unpackbits(labels.view(np.uint8)).sum())


class PlainRounds:
    """The baseline: sorted edges, sorted arrivals, rounds searched for every hop."""

    def __init__(self, graph: Warehouse) -> None:
        self.graph = graph
        self.out_edge, self.out_start = self.grouped(graph.source)
        self.in_edge, self.in_start = self.grouped(graph.target)
        self.out_target, self.out_effect = graph.target[self.out_edge], graph.effect[self.out_edge]
        self.in_source, self.in_effect = graph.source[self.in_edge], graph.effect[self.in_edge]

    def grouped(self, keys: NDArray[np.uint32]) -> tuple[Ints, Ints]:
        start = np.zeros(len(self.graph.own) + 1, np.int64)
        np.cumsum(np.bincount(keys, minlength=len(self.graph.own)), out=start[1:])
        return np.argsort(keys, kind="stable"), start

    @staticmethod
    def leaving(start: Ints, nodes: Ints) -> tuple[Ints, Ints]:
        first, counts = start[nodes], start[nodes + 1] - start[nodes]
        owner = np.repeat(np.arange(len(nodes)), counts)
        offset = np.repeat(first - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
        return offset + np.arange(len(owner)), owner

    def passed(self, bits: NDArray[np.uint64], effect: NDArray[np.uint8]) -> NDArray[np.uint64]:
        rules = self.graph.rules
        return (bits & rules.keep[effect]) | ((bits & rules.move[effect]) << np.uint64(TWIN_SHIFT))

    def spread(self) -> None:
        self.labels = self.graph.own.copy()
        nodes = np.flatnonzero(self.labels)
        bits = self.labels[nodes]
        self.rounds = [(nodes, bits)]
        while len(nodes):
            positions, owner = self.leaving(self.out_start, nodes)
            target = self.out_target[positions]
            moved = self.passed(bits[owner], self.out_effect[positions]) & ~self.labels[target]
            target, moved = target[moved != 0], moved[moved != 0]
            order = np.argsort(target, kind="stable")
            target, moved = target[order], moved[order]
            if not len(target):
                break
            first = np.flatnonzero(np.concatenate(([True], target[1:] != target[:-1])))
            nodes, bits = target[first].astype(np.int64), np.bitwise_or.reduceat(moved, first)
            self.labels[nodes] |= bits
            self.rounds.append((nodes, bits))

    def arrival(self, node: Ints, bit: Ints) -> Ints:
        """The round in which each (node, bit) came; far away where it never did."""
        when = np.full(len(node), len(self.rounds) + 1)
        for number, (nodes, bits) in enumerate(self.rounds):
            waiting = np.flatnonzero(when > len(self.rounds))
            here = self.held(nodes, bits, node[waiting], bit[waiting])
            when[waiting[here]] = number
        return when

    @staticmethod
    def held(
        nodes: Ints,
        bits: NDArray[np.uint64],
        node: Ints,
        bit: Ints,
        allowed: NDArray[np.uint64] | None = None,
    ) -> NDArray[np.bool_]:
        """Whether each (node, bit) is in a round, and allowed."""
        place = np.minimum(np.searchsorted(nodes, node), len(nodes) - 1)
        word = bits[place] if allowed is None else bits[place] & allowed
        is_set = (word >> np.maximum(bit, 0).astype(np.uint64)) & np.uint64(1)
        return np.asarray((nodes[place] == node) & (bit >= 0) & (is_set != 0), np.bool_)

    def cross(self) -> tuple[int, int]:
        rules = self.graph.rules
        crossing = self.graph.crossing
        coming = self.passed(self.labels[self.graph.source[crossing]], self.graph.effect[crossing])
        crossing, coming = crossing[coming != 0], coming[coming != 0]
        node, effect = self.graph.source[crossing].astype(np.int64), self.graph.effect[crossing]
        bit = lowest_bit(coming)
        same, twin = self.arrival(node, bit), self.arrival(node, bit - TWIN_SHIFT)
        same[(rules.keep[effect] >> bit.astype(np.uint64)) & np.uint64(1) == 0] = len(self.rounds) + 1
        twin[rules.move[effect] == 0] = len(self.rounds) + 1
        when = np.minimum(same, twin)
        bit = np.where(twin < same, bit - TWIN_SHIFT, bit)
        hops = int(when.sum()) + len(crossing)
        self.trail = [node.copy()]
        waiting = np.flatnonzero(when)
        while len(waiting):
            positions, owner = self.leaving(self.in_start, node[waiting])
            source, arrived = self.in_source[positions].astype(np.int64), when[waiting][owner]
            wanted = bit[waiting][owner]
            before = np.full(len(positions), -1)
            for number in np.unique(arrived):
                some = np.flatnonzero(arrived == number)
                nodes, bits = self.rounds[number - 1]
                keep, move = (
                    rules.keep[self.in_effect[positions[some]]],
                    rules.move[self.in_effect[positions[some]]],
                )
                less = wanted[some] - TWIN_SHIFT
                before[some] = np.where(self.held(nodes, bits, source[some], less, move), less, before[some])
                kept = self.held(nodes, bits, source[some], wanted[some], keep)
                before[some] = np.where(kept, wanted[some], before[some])
            good = np.flatnonzero(before >= 0)
            _, first = np.unique(owner[good], return_index=True)
            node[waiting], bit[waiting] = source[good[first]], before[good[first]]
            when[waiting] -= 1
            self.trail.append(node[waiting])
            waiting = waiting[when[waiting] > 0]
        return len(crossing), hops


def rounds_engine(graph: Warehouse) -> Iterator[Answer | None]:
    plain = PlainRounds(graph)
    yield None
    plain.spread()
    yield None
    yield bits_of(plain.labels), *plain.cross()


def networkx_engine(graph: Warehouse) -> Iterator[Answer | None]:
    view = nx.MultiDiGraph()
    view.add_nodes_from(range(len(graph.own)))
    ends = zip(graph.source.tolist(), graph.target.tolist(), graph.effect.tolist(), strict=True)
    view.add_edges_from((source, target, {"effect": effect}) for source, target, effect in ends)
    yield None
    own = {node: frozenset(bits_in(int(word))) for node, word in enumerate(graph.own) if word}
    labels = {node: set(bits) for node, bits in own.items()}
    waiting, queued = deque(labels), set(labels)
    while waiting:
        node = waiting.popleft()
        queued.discard(node)
        for _, target, effect in view.out_edges(node, data="effect"):
            new = {after for bit in labels[node] if (after := become(bit, effect)) is not None}
            if not new <= labels.setdefault(target, set()):
                labels[target] |= new
                if target not in queued:
                    queued.add(target)
                    waiting.append(target)
    yield None
    found = hops = 0
    for edge in graph.crossing.tolist():
        source, effect = int(graph.source[edge]), int(graph.effect[edge])
        coming = {after for bit in labels.get(source, ()) if (after := become(bit, effect)) is not None}
        if coming:
            found += 1
            hops += 1 + backward(view, labels, own, source, causes(min(coming), effect))
    yield sum(map(len, labels.values())), found, hops


def bits_in(word: int) -> list[int]:
    return [bit for bit in range(WORD) if word >> bit & 1]


def become(bit: int, effect: int) -> int | None:
    if effect == Effect.DROP:
        return None
    return bit + TWIN_SHIFT if effect == Effect.AGGREGATE and bit < TWIN_SHIFT else bit


def causes(bit: int, effect: int) -> list[int]:
    return [before for before in (bit, bit - TWIN_SHIFT) if before >= 0 and become(before, effect) == bit]


def backward(
    view: nx.MultiDiGraph,
    labels: dict[int, set[int]],
    own: dict[int, frozenset[int]],
    start: int,
    bits: list[int],
) -> int:
    frontier = [(start, bit) for bit in bits if bit in labels[start]]
    seen, hops = set(frontier), 0
    while not any(bit in own.get(node, ()) for node, bit in frontier):
        frontier = [
            (source, before)
            for node, bit in frontier
            for source, _, effect in view.in_edges(node, data="effect")
            for before in causes(bit, effect)
            if before in labels.get(source, ())
        ]
        frontier = [state for state in dict.fromkeys(frontier) if state not in seen]
        seen.update(frontier)
        hops += 1
    return hops


Engine = Callable[[Warehouse], Iterator[Answer | None]]


def timed(engine: Engine, graph: Warehouse) -> tuple[list[float], Answer]:
    steps = engine(graph)
    times: list[float] = []
    answer = None
    while len(times) < 3:
        begun = time.perf_counter()
        answer = next(steps)
        times.append(time.perf_counter() - begun)
    assert answer is not None
    return times, answer


def compare(edges: int, repetitions: int) -> None:
    graph = generate(edges, seed=1)
    share = len(graph.crossing) / len(graph.source)
    engines: dict[str, Engine] = {"arrays": arrays_engine, "plain rounds": rounds_engine}
    if edges <= NETWORKX_LIMIT:
        engines["networkx"] = networkx_engine
    best = dict.fromkeys(engines, [float("inf")] * 3)
    answers = set()
    for _ in range(repetitions):
        for name, engine in engines.items():
            times, answer = timed(engine, graph)
            best[name] = [min(pair) for pair in zip(best[name], times, strict=True)]
            answers.add(answer)
    assert len(answers) == 1, f"the engines disagree: {answers}"
    bits, found, hops = answers.pop()
    print(
        f"\n{len(graph.source):,} edges, {len(graph.own):,} columns, {share:.1%} of the edges out of the mainland"
    )
    print(f"{bits:,} label bits, {found:,} crossings, {hops:,} hops; seconds, and times the arrays")
    print(f"{'':14}{'build':>20}{'labels':>20}{'crossings':>20}")
    for name, times in best.items():
        ratios = [f"{one:.4f} {one / ours:6.1f}x" for one, ours in zip(times, best["arrays"], strict=True)]
        print(f"{name:14}" + "".join(f"{ratio:>20}" for ratio in ratios))


def compare_names(edges: int) -> None:
    graph = generate(edges, seed=1)
    estate, labelling = named(graph)
    placements = dict(labelling.placements)
    begun = time.perf_counter()
    flow_graph = assemble(estate, frozenset())
    assembled = time.perf_counter()
    result = spread_labels(flow_graph, labelling, {}, date(2026, 1, 1))
    labelled = time.perf_counter()
    found = crossings(flow_graph, result, placements, ())
    ended = time.perf_counter()
    trails = [trail for crossing in found for trail in crossing.trails]
    print(f"\n{len(estate.moves):,} named moves: {len(found):,} crossings, {len(trails):,} trails")
    print(
        f"assemble {assembled - begun:.2f} s, labels {labelled - assembled:.2f} s, crossings {ended - labelled:.2f} s"
    )


def named(graph: Warehouse) -> tuple[Estate, Labelling]:
    """The same graph as an estate; twenty datasets of one side make a system, so that few are abroad."""
    datasets = [
        DatasetName(f"{'abroad' if outside else 'home'}{number // 20 % 50:02}", (f"t{number}",))
        for number, outside in enumerate(graph.abroad.tolist())
    ]
    columns = [
        ColumnName(datasets[node // COLUMNS], f"c{node % COLUMNS:02}") for node in range(len(graph.own))
    ]
    words = list(Transform)
    ends = zip(graph.source.tolist(), graph.target.tolist(), graph.effect.tolist(), strict=True)
    moves = [
        Move(
            columns[source],
            columns[target],
            Location("etl/job.sql", number + 1),
            "sql",
            Transform.AGGREGATED if effect == Effect.AGGREGATE else words[number % 4],
            (),
            certain=True,
            basis=Basis.OBSERVED,
        )
        for number, (source, target, effect) in enumerate(ends)
        if effect != Effect.DROP
    ]
    moves.sort(key=lambda move: (move.source.dataset.system, move.source.dataset.path, move.source.column))
    tables = [
        Dataset(
            name,
            "",
            tuple(Column(column, "", "", ()) for column in columns[first : first + COLUMNS]),
            complete=True,
            locations=(Location("schema.sql"),),
        )
        for name, first in zip(datasets, range(0, len(columns), COLUMNS), strict=False)
    ]
    classified = tuple(
        (columns[node], classification(f"pi.c{bits_in(int(word))[0]:02}"))
        for node, word in enumerate(graph.own.tolist())
        if word
    )
    systems = sorted({name.system for name in datasets})
    truths = {system: Truth.NO if system.startswith("abroad") else Truth.YES for system in systems}
    placements = tuple((system, Placement("", truths[system], "declared", "")) for system in systems)
    estate = Estate((), tuple(sorted(tables, key=lambda table: table.name)), tuple(moves), (), (), ())
    return estate, Labelling(classified, placements)


def classification(category: str) -> Classification:
    return Classification(category, Outcome.SURE, "no", "no", (), (), Basis.INFERRED)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("edges", nargs="*", type=float, default=[1e4, 1e5, 1e6])
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--names", action="store_true", help="also from named values to named values")
    arguments = parser.parse_args()
    for edges in arguments.edges:
        compare(int(edges), arguments.repetitions)
        if arguments.names:
            compare_names(int(edges))


if __name__ == "__main__":
    main()
