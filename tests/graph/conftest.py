"""Estates sketched in a few lines, so that a test shows its whole input and its whole output."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from kuajing.graph.cross import crossings
from kuajing.graph.flow_graph import FlowGraph, assemble
from kuajing.graph.label_space import Effect
from kuajing.graph.label_spread import LabelSpread
from kuajing.graph.seeds import cleared_columns, spread_labels
from kuajing.model.crossings import Crossing, LabelTrail
from kuajing.model.declaration import Anonymised, DeclaredDataset, Important, People
from kuajing.model.estate import Access, Column, Dataset, Estate, Influence, Labelling, Move
from kuajing.model.facts import Basis, Transform
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.model.labels import Classification, Outcome, Placement
from kuajing.model.names import ColumnName, DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location

ON = date(2026, 6, 1)


@dataclass(slots=True)
class Sketch:
    """What the lines of a sketch say.

    `table D: c ...` (all columns known), `partly D: c ...`, `move C C [transform]`, `influence C D`,
    `access SYSTEM D [c ...]`, `holds C category [declared]`, `suggests C indicator`, `people D origin`,
    `important D status [since]`, `anonymous D c by method on expires`, `at SYSTEM yes|no|unknown`. Its line number
    is the place of everything a line says.
    """

    datasets: list[Dataset] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    influences: list[Influence] = field(default_factory=list)
    accesses: list[Access] = field(default_factory=list)
    holds: dict[ColumnName, Classification] = field(default_factory=dict)
    declared: dict[DatasetName, DeclaredDataset] = field(default_factory=dict)
    placements: dict[str, Placement] = field(default_factory=dict)

    def graph(self) -> FlowGraph:
        return assemble(self.estate(), cleared_columns(self.declared, ON))

    def estate(self) -> Estate:
        return Estate(
            systems=(),
            datasets=tuple(sorted(self.datasets, key=lambda dataset: dataset.name)),
            moves=tuple(sorted(self.moves, key=lambda move: move.order)),
            influences=tuple(sorted(self.influences)),
            accesses=tuple(self.accesses),
            unread=(),
        )

    def spread(self, graph: FlowGraph) -> LabelSpread:
        labelling = Labelling(tuple(sorted(self.holds.items(), key=lambda item: item[0])), ())
        return spread_labels(graph, labelling, self.declared, ON)

    def crossings(self) -> tuple[Crossing, ...]:
        graph = self.graph()
        return crossings(graph, self.spread(graph), self.placements, tuple(self.accesses))


def dataset_name(text: str) -> DatasetName:
    system, *path = text.split(".")
    return DatasetName(system, tuple(path))


def column_name(text: str) -> ColumnName:
    dataset, _, column = text.rpartition(".")
    return dataset_name(dataset).column(column)


def read_sketch(text: str) -> Sketch:
    sketch = Sketch()
    for number, line in enumerate(text.strip().splitlines(), 1):
        word, *rest = line.replace(":", "").split()
        _take(sketch, word, rest, Location("sketch", number))
    return sketch


def _take(sketch: Sketch, word: str, rest: list[str], location: Location) -> None:
    match word, rest:
        case "table" | "partly", [name, *columns]:
            dataset = dataset_name(name)
            known = tuple(Column(dataset.column(column), "", "", (location,)) for column in sorted(columns))
            sketch.datasets.append(Dataset(dataset, "", known, word == "table", (location,)))
        case "move", [source, target, *transform]:
            tag = Transform(transform[0]) if transform else Transform.IDENTITY
            ends = (column_name(source), column_name(target))
            sketch.moves.append(Move(*ends, location, "sql", tag, (), certain=True, basis=Basis.OBSERVED))
        case "influence", [source, target]:
            sketch.influences.append(Influence(column_name(source), dataset_name(target), location, "sql"))
        case "access", [reader, name, *columns]:
            opened = (dataset_name(name), tuple(columns))
            sketch.accesses.append(Access(reader, *opened, "dashboard", "report", "live", location))
        case "holds", [name, category, *basis]:
            known_as = Basis.DECLARED if basis else Basis.INFERRED
            sketch.holds[column_name(name)] = classification(category, (), known_as)
        case "suggests", [name, indicator]:
            sketch.holds[column_name(name)] = classification("none", (indicator,), Basis.INFERRED)
        case "at", [system, answer]:
            sketch.placements[system] = Placement("", Truth(answer), "declared", "")
        case _, [name, *words]:
            before = sketch.declared.get(dataset_name(name), DeclaredDataset(name, location))
            sketch.declared[dataset_name(name)] = declare(before, word, words)


def classification(category: str, important: tuple[str, ...], basis: Basis) -> Classification:
    return Classification(category, Outcome.CANDIDATE, "no", "no", important, (), basis)


def declare(dataset: DeclaredDataset, word: str, words: list[str]) -> DeclaredDataset:
    match word, words:
        case "people", [origin]:
            people = People(None, NOTHING_KNOWN, False, origin, None, Truth.UNKNOWN)  # noqa: FBT003  no count
            return replace(dataset, people=people)
        case "important", [status, *since]:
            day = date.fromisoformat(since[0]) if since else None
            return replace(dataset, important=Important(status, day))
        case "anonymous", [column, *words_of_it]:
            by, method, on, expires = (None if one == "-" else one for one in words_of_it)
            begun, ended = (date.fromisoformat(day) if day else None for day in (on, expires))
            stated = Anonymised((column,), method, by, begun, ended, dataset.location)
            return replace(dataset, anonymised=(*dataset.anonymised, stated))
        case _:
            raise ValueError(word)


def tell(found: tuple[Crossing, ...]) -> Iterator[str]:
    for crossing in found:
        target = crossing.target or crossing.target_system
        onward = f" then {' '.join(crossing.onward)}" if crossing.onward else ""
        columns = " ".join(column.column for column in crossing.columns)
        yield (
            f"{crossing.kind.value} {crossing.source} > {target}{onward}, leaves {crossing.leaves.value}, "
            f"line {crossing.location.line}: {columns}"
        )
        for trail in crossing.trails:
            yield f"  {tell_trail(trail)}"


def tell_trail(trail: LabelTrail) -> str:
    steps = "".join(f" -{hop.location.line}-> {hop.target}" for hop in trail.hops)
    assert trail.end == (trail.hops[-1].target if trail.hops else trail.start)
    return f"{trail.label}: {trail.start}{steps}"


@pytest.fixture
def assembled() -> Callable[[str], FlowGraph]:
    """The graph of a sketch."""
    return lambda text: read_sketch(text).graph()


@pytest.fixture
def spreading() -> Callable[[str], tuple[FlowGraph, LabelSpread]]:
    """The graph of a sketch and its labels."""

    def of(text: str) -> tuple[FlowGraph, LabelSpread]:
        sketch = read_sketch(text)
        graph = sketch.graph()
        return graph, sketch.spread(graph)

    return of


@pytest.fixture
def crossed() -> Callable[[str], tuple[Crossing, ...]]:
    """The crossings of a sketch."""
    return lambda text: read_sketch(text).crossings()


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """The crossings of a sketch, told in lines."""
    return lambda text: list(tell(read_sketch(text).crossings()))


@pytest.fixture
def labels() -> Callable[[str], dict[str, list[str]]]:
    """The labels of a sketch's columns, those without any left out."""

    def of(text: str) -> dict[str, list[str]]:
        sketch = read_sketch(text)
        graph = sketch.graph()
        result = sketch.spread(graph)
        held = {str(column): result.labels_of(node) for node, column in enumerate(graph.columns)}
        return {column: [str(label) for label in found] for column, found in held.items() if found}

    return of


@pytest.fixture
def edges() -> Callable[[str], list[str]]:
    """The edges of a sketch's graph, told in lines."""

    def of(text: str) -> list[str]:
        graph = read_sketch(text).graph()
        ends = zip(
            graph.edges.source.tolist(),
            graph.edges.target.tolist(),
            graph.edges.transform.tolist(),
            strict=True,
        )
        return [
            f"{graph.columns[source]} > {graph.columns[target]} {Effect(effect).name.lower()}"
            for source, target, effect in ends
        ]

    return of
