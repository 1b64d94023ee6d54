"""Documents that were found right, joined into one declaration with the place of everything."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from kuajing.model.declaration import (
    Anonymised,
    Declaration,
    DeclaredDataset,
    Settings,
    UserFunction,
)
from kuajing.readers.declaration.contents import DatasetEntry
from kuajing.readers.declaration.document import Document
from kuajing.readers.declaration.entries import given
from kuajing.readers.declaration.places import SystemEntry
from kuajing.readers.declaration.plain import EACH, entries, rows, words_at
from kuajing.readers.declaration.records import SettingsEntry
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

Parsed = list[tuple[Document, Mapping]]
_Entry = TypeVar("_Entry")
_Value = TypeVar("_Value")


def gather(parsed: Parsed) -> Declaration:
    """The declaration that documents make together, each kind sorted by id or place."""
    parts = [_of_one(document, node) for document, node in parsed]
    return Declaration(
        handlers=_sorted((part.handlers for part in parts), lambda handler: handler.id),
        recipients=_sorted((part.recipients for part in parts), lambda recipient: recipient.id),
        systems=_sorted((part.systems for part in parts), lambda system: system.id),
        grants=_sorted((part.grants for part in parts), lambda grant: grant.location),
        sources=_sorted((part.sources for part in parts), lambda source: source.location),
        functions=_sorted((part.functions for part in parts), lambda function: function.name),
        datasets=_sorted((part.datasets for part in parts), lambda dataset: dataset.name),
        populations=_sorted((part.populations for part in parts), lambda population: population.id),
        flows=_sorted((part.flows for part in parts), lambda flow: flow.id),
        approvals=_sorted((part.approvals for part in parts), lambda approval: approval.id),
        acceptances=_sorted((part.acceptances for part in parts), lambda acceptance: acceptance.location),
        counts=_sorted((part.counts for part in parts), lambda count: (count.flow, count.as_of)),
        settings=_settings([document.settings for document, _ in parsed], _rules(parsed)),
    )


def _of_one(document: Document, node: Mapping) -> Declaration:
    return Declaration(
        handlers=tuple(
            entry.value(key.text, key.location)
            for key, _, entry in _keyed(node, "handlers", document.handlers)
        ),
        recipients=tuple(
            entry.value(key.text, key.location)
            for key, _, entry in _keyed(node, "recipients", document.recipients)
        ),
        systems=tuple(
            entry.value(key.text, key.location, _endpoints(entry, below))
            for key, below, entry in _keyed(node, "systems", document.systems)
        ),
        grants=tuple(row.value(place) for place, row in _placed(node, "grants", document.grants)),
        sources=tuple(row.value(place) for place, row in _placed(node, "sources", document.sources)),
        functions=tuple(
            UserFunction(key.text, effect, key.location)
            for key, _, effect in _keyed(node, "functions", document.functions)
            if effect is not None
        ),
        datasets=tuple(
            _dataset(entry, key, below) for key, below, entry in _keyed(node, "datasets", document.datasets)
        ),
        populations=tuple(
            entry.value(key.text, key.location)
            for key, _, entry in _keyed(node, "populations", document.populations)
        ),
        flows=tuple(row.value(place) for place, row in _placed(node, "flows", document.flows)),
        approvals=tuple(row.value(place) for place, row in _placed(node, "approvals", document.approvals)),
        acceptances=tuple(
            row.value(place) for place, row in _placed(node, "acceptances", document.acceptances)
        ),
        counts=tuple(row.value(place) for place, row in _placed(node, "counts", document.counts)),
    )


def _sorted(
    parts: Iterable[tuple[_Value, ...]], order: Callable[[_Value], "str | Location | tuple[str, date]"]
) -> tuple[_Value, ...]:
    return tuple(sorted((value for part in parts for value in part), key=order))


def _keyed(document: Mapping, section: str, read: dict[str, _Entry]) -> Iterator[tuple[Scalar, Node, _Entry]]:
    for (key, below), entry in zip(entries(document, section), read.values(), strict=True):
        yield key, below, entry


def _placed(document: Mapping, section: str, read: list[_Entry]) -> Iterator[tuple[Location, _Entry]]:
    for node, entry in zip(rows(document, section), read, strict=True):
        yield node.location, entry


def _endpoints(entry: SystemEntry, node: Node) -> tuple[tuple[str, Location], ...]:
    listed = node.get("endpoints") if isinstance(node, Mapping) else None
    places = [item.location for item in listed.items] if isinstance(listed, Sequence) else []
    return tuple(
        (endpoint, place)
        for endpoint, place in zip(entry.endpoints or [], places, strict=True)
        if endpoint is not None
    )


def _dataset(entry: DatasetEntry, key: Scalar, node: Node) -> DeclaredDataset:
    columns = node.get("columns") if isinstance(node, Mapping) else None
    places = {name.text: name.location for name, _ in columns.entries} if isinstance(columns, Mapping) else {}
    overrides = sorted((entry.columns or {}).items())
    return entry.value(
        key.text,
        key.location,
        tuple((column, category, places[column]) for column, category in overrides if category != "unknown"),
        _anonymised(entry, node),
    )


def _anonymised(entry: DatasetEntry, node: Node) -> tuple[Anonymised, ...]:
    stated = node.get("anonymised") if isinstance(node, Mapping) else None
    if stated is None:
        return ()
    places = stated.items if isinstance(stated, Sequence) else (stated,)
    return tuple(
        statement.value(place.location) for statement, place in zip(entry.anonymised, places, strict=True)
    )


def _rules(parsed: Parsed) -> Iterator[tuple[str, Location]]:
    """The folders of the organisation's own rules with the place that names each."""
    for _, node in parsed:
        for word in words_at(node, ("settings", "rules", EACH)):
            yield str(word.value), word.location


def _settings(stated: list[SettingsEntry], rules: Iterable[tuple[str, Location]]) -> Settings:
    sensitivity = [one.sensitivity for one in stated if "sensitivity" in one.model_fields_set]
    floors = {name: share for one in stated for name, share in dict(one.floors).items() if share is not None}
    checks = {name: level for one in stated for name, level in one.checks.items()}
    ahead = [one.ahead_days for one in stated if one.ahead_days is not None]
    return Settings(
        sensitivity=sensitivity[0] if sensitivity else Settings().sensitivity,
        floors=tuple(sorted(floors.items())),
        checks=tuple(sorted(checks.items())),
        rules=tuple(sorted(rules)),
        exclude=given([path for one in stated for path in one.exclude]),
        ahead_days=ahead[0] if ahead else Settings().ahead_days,
    )
