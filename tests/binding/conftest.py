"""Estates sketched in a few lines and told in a few lines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from kuajing.addresses import read_address
from kuajing.binding import bind
from kuajing.model.declaration import (
    Declaration,
    DeclaredDataset,
    DeclaredFlow,
    DeclaredSystem,
    Grant,
)
from kuajing.model.estate import Estate
from kuajing.model.facts import (
    AliasFact,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    TableFact,
    Transform,
)
from kuajing.source.location import Location


@dataclass(slots=True)
class Sketch:
    """What the lines of a sketch say; its line number is the place of everything a line says.

    `system ID [endpoint ...]`, `workplace ID`, `table D c ...` (all columns), `partly D c ...`, `move D c D c`,
    `decides D c D`, `alias D D`; `flow ID from to [columns=a,b] [mode=...] [status=...]`,
    `grant to on [columns=a,b]`, `dataset NAME [column=category ...]`. A dataset D of a source is `system|path`,
    `address|path` or `?|path`.
    """

    systems: list[DeclaredSystem] = field(default_factory=list)
    flows: list[DeclaredFlow] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    datasets: list[DeclaredDataset] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def declaration(self) -> Declaration:
        return Declaration(
            systems=tuple(self.systems),
            flows=tuple(self.flows),
            grants=tuple(self.grants),
            datasets=tuple(self.datasets),
        )


def mention(text: str) -> DatasetMention:
    place, _, name = text.partition("|")
    path = tuple(name.split(".")) if name else ()
    if place == "?":
        return DatasetMention(path)
    if any(sign in place for sign in ":$."):
        return DatasetMention(path, endpoint=read_address(place))
    return DatasetMention(path, place)


def read_sketch(text: str) -> Sketch:
    sketch = Sketch()
    for number, line in enumerate(text.strip().splitlines(), 1):
        word, *rest = line.split()
        _take(sketch, word, rest, Location("sketch", number))
    return sketch


def _take(sketch: Sketch, word: str, rest: list[str], location: Location) -> None:
    options = dict(option.split("=", 1) for option in rest if "=" in option)
    columns = tuple(options.get("columns", "").split(",")) if "columns" in options else ()
    match word, rest:
        case "system" | "workplace", [name, *endpoints]:
            kind = "workplace" if word == "workplace" else "database"
            places = tuple((endpoint, location) for endpoint in endpoints)
            sketch.systems.append(DeclaredSystem(name, location, kind, endpoints=places))
        case "table" | "partly", [name, *names]:
            said = tuple(ColumnFact(column, location) for column in names)
            sketch.facts.append(TableFact(mention(name), said, location, complete=word == "table"))
        case "move", [source, first, target, second]:
            ends = (mention(source), first, mention(target), second)
            sketch.facts.append(MoveFact(*ends, Transform.IDENTITY, location, "sql"))
        case "decides", [source, column, target]:
            ends_of_it = (mention(source), column, mention(target))
            sketch.facts.append(InfluenceFact(*ends_of_it, location, "sql"))
        case "alias", [local, real]:
            sketch.facts.append(AliasFact(mention(local), mention(real), location))
        case "flow", [name, source, target, *_]:
            flow = DeclaredFlow(name, location, source, target, columns)
            words = {key: options.get(key) for key in ("mode", "status")}
            sketch.flows.append(
                DeclaredFlow(
                    flow.id, location, source, target, columns, words["mode"], status=words["status"]
                )
            )
        case "grant", [to, on, *_]:
            sketch.grants.append(Grant(to, on, location, columns))
        case "dataset", [name, *_]:
            overrides = tuple((column, category, location) for column, category in options.items())
            sketch.datasets.append(DeclaredDataset(name, location, columns=overrides))
        case _:
            raise ValueError(word)


def tell(estate: Estate) -> Iterator[str]:
    """Every system, dataset, move, influence, access and flow in one line each."""
    yield from (f"system {system.id}" for system in estate.systems)
    for dataset in estate.datasets:
        rest = "" if dataset.complete else " ..."
        columns = "".join(f" {column.name.column}" for column in dataset.columns)
        yield f"dataset {dataset.name}:{columns}{rest}"
    for move in estate.moves:
        perhaps = "" if move.certain else ", perhaps"
        yield f"move {move.source} > {move.target} by {move.mechanism}{perhaps}"
    yield from (f"decides {one.source} > {one.target}" for one in estate.influences)
    for access in estate.accesses:
        columns = ",".join(access.columns) or "*"
        yield f"access {access.reader} < {access.dataset}: {columns}"
    for bound in estate.flows:
        sources = " ".join(map(str, bound.sources))
        yield f"flow {bound.flow.id}: {sources} > {bound.target or bound.target_system}, {bound.support.value}"


@pytest.fixture
def estate() -> Callable[[str], Estate]:
    """The estate of a sketch."""

    def of(text: str) -> Estate:
        sketch = read_sketch(text)
        return bind(sketch.declaration(), sketch.facts)

    return of


@pytest.fixture
def told(estate: Callable[[str], Estate]) -> Callable[[str], list[str]]:
    """The estate of a sketch, told in lines."""
    return lambda text: list(tell(estate(text)))


@pytest.fixture
def sketched() -> Callable[[str], Sketch]:
    """A sketch as it is read."""
    return read_sketch
