"""One pipeline as its text says it: sources, sinks, rules in their order, models, and how it runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.model.facts import Running
from kuajing.readers.datax.records import Note
from kuajing.readers.flink_cdc.connectors import Connector, connector_named
from kuajing.readers.flink_cdc.patterns import EVERYTHING, Path, patterns_of, sure_patterns_of
from kuajing.readers.flink_cdc.regions import Rule
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_SAFE = re.compile(r"[\w .-]{1,64}")
_GROUP = re.compile(r"\$\{?\d")


@dataclass(frozen=True, slots=True)
class End:
    """A source or a sink: its connector, the name it may be called by, its keys."""

    connector: Connector
    name: str
    keys: Keys


@dataclass(frozen=True, slots=True)
class Change:
    """What a transform does: the columns that it selects, the rows that it lets pass; None where it leaves either."""

    projection: Scalar | None
    filter: Scalar | None
    location: Location


@dataclass(frozen=True, slots=True)
class Way:
    """Where a route leads: the name of the target, with a symbol in it that stands for the name of the table that comes."""

    target: Scalar
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A whole pipeline; `notes` are of rules that could not be read."""

    sources: tuple[End, ...]
    sinks: tuple[End, ...]
    changes: tuple[Rule[Change], ...]
    ways: tuple[Rule[Way], ...]
    first_way_only: bool
    models: tuple[Keys, ...]
    running: Running
    notes: tuple[Note, ...]


def pipeline_of(root: Mapping, *, is_disabled: bool) -> Pipeline:
    """The pipeline that a document describes."""
    notes: list[Note] = []
    settings = Keys(root).mapping("pipeline") or Mapping((), root.location)
    keys = Keys(settings)
    mode = keys.text("execution.runtime-mode") or ""
    return Pipeline(
        tuple(_ends(root, "source")),
        tuple(_ends(root, "sink")),
        tuple(_changes(root, notes)),
        tuple(_ways(root, notes)),
        (keys.text("route-mode") or "").upper() == "FIRST_MATCH",
        tuple(Keys(one) for one in keys.mappings("model")),
        Running(disabled=is_disabled, schedule=mode if _SAFE.fullmatch(mode) else ""),
        tuple(notes),
    )


def followed_by(source: End) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The tables that a source follows, by pattern, and those that it leaves."""
    keys = source.keys
    if source.connector.kind == "mongodb":
        collections = _patterns(keys, "collection", "collections")
        databases = _patterns(keys, "database", "databases")
        outer = tuple(one for path in databases for one in path)
        inner = tuple(path for path in collections) or (EVERYTHING,)
        return tuple((one, *path[-1:]) for one in outer for path in inner) or inner, ()
    included = _patterns(keys, "tables", "table-list", "table-name", "table", "topic")
    return included or (EVERYTHING,), _sure(keys, "tables.exclude")


def _patterns(keys: Keys, *names: str) -> tuple[Path, ...]:
    return tuple(path for text in keys.texts(*names) for path in patterns_of(str(text.value)))


def _sure(keys: Keys, *names: str) -> tuple[Path, ...]:
    return tuple(path for text in keys.texts(*names) for path in sure_patterns_of(str(text.value)))


def _ends(root: Mapping, side: str) -> Iterator[End]:
    for node in Keys(root).mappings(side):
        keys = Keys(node)
        kind = keys.text("type") or ""
        yield End(connector_named(kind), kind if _SAFE.fullmatch(kind) else "?", keys)


def _entries(node: Node | None) -> tuple[Node, ...]:
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def _rules(
    root: Mapping, section: str, needed: str, notes: list[Note]
) -> Iterator[tuple[Keys, tuple[Path, ...]]]:
    """The entries of a section with the tables they hold for; one without them is noted."""
    for node in _entries(root.get(section)):
        keys = Keys(node) if isinstance(node, Mapping) else None
        patterns = _patterns(keys, "source-table") if keys is not None else ()
        if keys is None or not patterns or (needed and not keys.texts(needed)):
            notes.append(Note("unread.flink_cdc_rule", node.location, (("section", section),)))
        else:
            yield keys, patterns


def _changes(root: Mapping, notes: list[Note]) -> Iterator[Rule[Change]]:
    for keys, patterns in _rules(root, "transform", "", notes):
        projection = next(iter(keys.texts("projection")), None)
        passing = next(iter(keys.texts("filter")), None)
        yield Rule(patterns, Change(projection, passing, keys.location), _sure(keys, "source-table"))


def _ways(root: Mapping, notes: list[Note]) -> Iterator[Rule[Way]]:
    for keys, patterns in _rules(root, "route", "sink-table", notes):
        target = keys.texts("sink-table")[0]
        if _GROUP.search(str(target.value)):
            notes.append(Note("unread.flink_cdc_groups", target.location))
        yield Rule(patterns, Way(target, keys.text("replace-symbol")), _sure(keys, "source-table"))
