"""Every column with its category and every system with its place, declared words before found ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kuajing.classifiers import Vocabulary, classify_dataset
from kuajing.journey.categories import is_category, is_prefix
from kuajing.locators import RegionTable, contradicts, locate_declared, locate_endpoint
from kuajing.locators.placing import common
from kuajing.model.declaration import Declaration, DeclaredDataset
from kuajing.model.estate import Dataset, Estate, Labelling, SaidCategory, System
from kuajing.model.facts import Basis
from kuajing.model.labels import NO_CATEGORY, UNKNOWN_CONTENT, Classification, Outcome, Placement
from kuajing.model.names import ColumnName
from kuajing.model.truth import Truth
from kuajing.source.location import Location
from kuajing.transfers import zone_area

DOCUMENTS = frozenset({"opaque", "bulk"})
"""Groups of column types that hold whole documents."""

_TYPE_NAME = re.compile(r"[a-z_]+")


def label(
    estate: Estate, vocabulary: Vocabulary, regions: RegionTable, sensitivity: str = "gbt45574"
) -> Labelling:
    """All labels of an estate, sorted by name and id; what is sensitive is so by the standard named."""
    declared, said = dict(estate.declared), dict(estate.said)
    classified = [
        (name, one if sensitivity == "gbt45574" else replace(one, sensitive=one.sensitive_gbt35273))
        for dataset in estate.datasets
        for name, one in _classified(dataset, declared.get(dataset.name), vocabulary, said)
    ]
    return Labelling(
        tuple(sorted(classified, key=lambda pair: pair[0])),
        tuple((system.id, place(system, regions)) for system in estate.systems),
    )


def _classified(
    dataset: Dataset,
    declared: DeclaredDataset | None,
    vocabulary: Vocabulary,
    said: Mapping[ColumnName, tuple[SaidCategory, ...]],
) -> tuple[tuple[ColumnName, Classification], ...]:
    overrides = {column.lower(): category for column, category, _ in declared.columns} if declared else {}
    known = {column: category for column, category in overrides.items() if is_category(category, vocabulary)}
    types = {column.name: column.type for column in dataset.columns}
    return tuple(
        (name, _seen_into(found, types.get(name, ""), vocabulary))
        for name, found in classify_dataset(dataset, known, vocabulary, said)
    )


def _seen_into(found: Classification, type_name: str, vocabulary: Vocabulary) -> Classification:
    """A column whose type holds whole documents, and of which no name or comment says anything, may hold anything."""
    head = _TYPE_NAME.match(type_name.lower())
    group = vocabulary.types.get(head.group()) if head else None
    said = found.basis is Basis.DECLARED or found.category != NO_CATEGORY or found.evidence
    if said or group not in DOCUMENTS:
        return found
    return replace(
        found,
        category=UNKNOWN_CONTENT,
        outcome=Outcome.CANDIDATE,
        sensitive="conditional",
        sensitive_gbt35273="conditional",
        evidence=(f"type:{type_name}",),
    )


def place(system: System, regions: RegionTable) -> Placement:
    """Where a system stands: as declared unless its own address denies it, else as its address proves."""
    shown = [locate_endpoint(endpoint, regions) for endpoint in system.endpoints]
    proven = [one for one in shown if one.mainland is not Truth.UNKNOWN]
    if system.located is None:
        return _shown(shown, proven, regions)
    declared = locate_declared(system.located, regions)
    if declared.mainland is Truth.UNKNOWN and proven:
        return _shown(shown, proven, regions)
    denied = next((one for one in proven if contradicts(declared, one, regions)), None)
    if denied is None:
        return declared
    values = (("declared", system.located), ("shown", denied.jurisdiction))
    return Placement("", Truth.UNKNOWN, "contradiction", "placement.contradiction", values, Basis.DECLARED)


def _shown(shown: list[Placement], proven: list[Placement], regions: RegionTable) -> Placement:
    """Where the addresses of a system prove that it stands: what all of them agree on."""
    if not shown:
        return Placement("", Truth.UNKNOWN, "none", "placement.nothing")
    if not proven:
        return shown[0]
    jurisdiction = common(tuple(proven), regions)
    if jurisdiction is None:
        places = ", ".join(sorted({one.jurisdiction for one in proven}))
        values = (("declared", "?"), ("shown", places))
        return Placement("", Truth.UNKNOWN, "contradiction", "placement.contradiction", values)
    return replace(proven[0], jurisdiction=jurisdiction)


def unknown_words(
    declaration: Declaration, vocabulary: Vocabulary, checks: tuple[str, ...]
) -> tuple[tuple[str, Location], ...]:
    """Words of the declaration that no table knows, with their places: categories, checks, areas of zone lists."""
    return tuple(sorted(set(_unknown_words(declaration, vocabulary, checks))))


def _unknown_words(
    declaration: Declaration, vocabulary: Vocabulary, checks: tuple[str, ...]
) -> Iterator[tuple[str, Location]]:
    yield from _unknown_categories(declaration, vocabulary)
    first = declaration.flows[0].location.path if declaration.flows else "."
    named = [(acceptance.check, acceptance.location) for acceptance in declaration.acceptances]
    named += [(name, Location(first)) for name, _ in declaration.settings.checks]
    yield from ((f"check:{name}", location) for name, location in named if name not in checks)
    for handler in declaration.handlers:
        listed = handler.zone_list
        if listed not in {None, "none"} and zone_area(listed) is None:
            yield f"zone:{listed}", handler.location


def _unknown_categories(declaration: Declaration, vocabulary: Vocabulary) -> Iterator[tuple[str, Location]]:
    for dataset in declaration.datasets:
        for _, category, location in dataset.columns:
            if not is_category(category, vocabulary):
                yield f"category:{category}", location
    for approval in declaration.approvals:
        for category in approval.covers.categories or ():
            if not is_prefix(category, vocabulary):
                yield f"category:{category}", approval.location
