"""Own labels: which columns begin with which label, and what spreads from them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from kuajing.graph.arrays import Flags
from kuajing.graph.flow_graph import FlowGraph
from kuajing.graph.label_space import Effect
from kuajing.graph.label_spread import LabelSpread, OwnLabel, spread_own
from kuajing.model.declaration import Anonymised, DeclaredDataset
from kuajing.model.estate import Labelling
from kuajing.model.facts import Basis
from kuajing.model.labels import (
    IMPORTANT,
    NO_CATEGORY,
    SENSITIVE,
    UNKNOWN_CONTENT,
    Classification,
    Form,
    Label,
    Origin,
    is_personal,
)
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName

_NOT_IMPORTANT = frozenset({None, "none"})


@dataclass(frozen=True, slots=True)
class _Classified:
    """A classified node and what its dataset says of its people's origin, None where it says nothing."""

    node: int
    category: str
    form: Form
    declared: Origin | None


def cleared_columns(declared: Mapping[DatasetName, DeclaredDataset], on: date) -> frozenset[ColumnName]:
    """The columns whose anonymisation stands on a day: with a method, somebody who answers for it, and in date."""
    return frozenset(
        name.column(column)
        for name, dataset in declared.items()
        for anonymised in dataset.anonymised
        if _stands(anonymised, on)
        for column in anonymised.columns
    )


def _stands(anonymised: Anonymised, on: date) -> bool:
    begun = isinstance(anonymised.on, date) and anonymised.on <= on
    ended = isinstance(anonymised.expires, date) and anonymised.expires < on
    return bool(anonymised.method and anonymised.by) and begun and not ended


def spread_labels(
    graph: FlowGraph, labelling: Labelling, declared: Mapping[DatasetName, DeclaredDataset], on: date
) -> LabelSpread:
    """Every label of every column, with the rounds in which they came.

    Data is labelled where it begins: in columns that nothing from elsewhere reaches, with the origin that their
    dataset declares. A classified column that is fed takes its origins from what comes in; only where its dataset
    declares an origin, or no personal data is seen coming in, does a label of its own begin there. So the trail of
    a label leads back to where the data was first seen.
    """
    origins = {name: _origin(dataset) for name, dataset in declared.items()}
    classified = list(_classified(graph, labelling, origins))
    first = (
        *(_begin(one) for one in classified if not graph.fed[one.node]),
        *_unknown_contents(graph, origins),
        *_declared_important(graph, declared, origins, on),
    )
    result = spread_own(graph.edges, _in_order(first))
    fed = [one for one in classified if graph.fed[one.node]]
    for more in (_declared_origins, _origins_coming_in):
        added = _in_order(more(result, fed))
        if added:
            result = spread_own(graph.edges, _in_order((*result.own, *added)))
    return result


def _in_order(own: Iterable[OwnLabel]) -> tuple[OwnLabel, ...]:
    return tuple(sorted(set(own), key=lambda one: (one.node, str(one.label), one.collected)))


def _begin(one: _Classified) -> OwnLabel:
    return OwnLabel(one.node, Label(one.category, one.declared or Origin.UNKNOWN))


def _classified(
    graph: FlowGraph, labelling: Labelling, origins: Mapping[DatasetName, Origin | None]
) -> Iterator[_Classified]:
    """Each category and each indicator of important data, by node; cleared columns hold nothing personal."""
    aggregates = _only_aggregates(graph)
    for name, classification in labelling.classifications:
        categories = _categories(classification)
        if not categories:
            continue
        node = graph.node(name)
        for category in categories:
            if graph.cleared[node] and not category.startswith(IMPORTANT):
                continue
            figures = bool(aggregates[node]) and classification.basis is not Basis.DECLARED
            form = Form.AGGREGATE if figures and not category.startswith(IMPORTANT) else Form.PLAIN
            yield _Classified(node, category, form, origins.get(name.dataset))


def _categories(classification: Classification) -> list[str]:
    categories = [f"{IMPORTANT}{indicator}" for indicator in classification.important]
    if classification.category != NO_CATEGORY:
        categories.append(classification.category)
        if classification.sensitive != "no":
            categories.append(f"{SENSITIVE}{classification.sensitive}")
    return categories


def _only_aggregates(graph: FlowGraph) -> Flags:
    """Which fed nodes (bool[n]) get nothing but figures over many: a name alone does not make those personal."""
    edges = graph.edges
    other = np.zeros(edges.nodes, np.bool_)
    other[edges.target[(edges.transform != Effect.AGGREGATE) & (edges.source != edges.target)]] = True
    return np.asarray(graph.fed & ~other, np.bool_)


def _declared_origins(result: LabelSpread, fed: list[_Classified]) -> Iterator[OwnLabel]:
    """Labels of the declared origin for fed columns that did not get them from elsewhere."""
    for one, held in _held(result, fed):
        if one.declared is not None:
            label = Label(one.category, one.declared, one.form)
            if label not in held:
                yield OwnLabel(one.node, label, collected=False)


def _origins_coming_in(result: LabelSpread, fed: list[_Classified]) -> Iterator[OwnLabel]:
    """Labels of the origins that come in, for fed columns whose own category does not; unknown where none does."""
    for one, held in _held(result, fed):
        if one.category.startswith(IMPORTANT) and any(label.category == one.category for label in held):
            continue
        origins = {label.origin for label in held if _tells_origin(label)} or {Origin.UNKNOWN}
        for origin in origins:
            label = Label(one.category, origin, one.form)
            if label not in held:
                yield OwnLabel(one.node, label, collected=False)


def _held(result: LabelSpread, fed: list[_Classified]) -> Iterator[tuple[_Classified, tuple[Label, ...]]]:
    """Each column with the labels that it has; few sets of labels occur, so each is read once."""
    known: dict[tuple[int, ...], tuple[Label, ...]] = {}
    nodes = np.array([one.node for one in fed], np.int64)
    words = zip(*(rounds.labels[nodes].tolist() for rounds in result.rounds), strict=True)
    for one, bits in zip(fed, words, strict=True):
        if bits not in known:
            known[bits] = result.space.read(bits)
        yield one, known[bits]


def _tells_origin(label: Label) -> bool:
    personal = is_personal(label.category) or label.category == UNKNOWN_CONTENT
    return personal and label.form is not Form.INFLUENCE


def _unknown_contents(graph: FlowGraph, origins: Mapping[DatasetName, Origin | None]) -> Iterator[OwnLabel]:
    """Unknown content for datasets of which nothing is known: no column, nothing that comes in."""
    for number, dataset in enumerate(graph.datasets):
        nodes = range(graph.first_column[number], graph.first_column[number + 1])
        if graph.told[number] or any(graph.fed[node] for node in nodes):
            continue
        label = Label(UNKNOWN_CONTENT, origins.get(dataset) or Origin.UNKNOWN)
        yield from (OwnLabel(node, label) for node in nodes if graph.columns[node].column == ALL_COLUMNS)


def _declared_important(
    graph: FlowGraph,
    declared: Mapping[DatasetName, DeclaredDataset],
    origins: Mapping[DatasetName, Origin | None],
    on: date,
) -> Iterator[OwnLabel]:
    """The standing of a dataset as important data, for all of its columns."""
    for dataset in graph.datasets:
        important = declared[dataset].important if dataset in declared else None
        if important is None or important.status in _NOT_IMPORTANT:
            continue
        if isinstance(important.on, date) and important.on > on:
            continue
        label = Label(f"{IMPORTANT}{important.status}", origins.get(dataset) or Origin.UNKNOWN)
        for node in graph.nodes_of(dataset):
            if graph.columns[node].column != ROWS:
                yield OwnLabel(node, label)


def _origin(dataset: DeclaredDataset) -> Origin | None:
    """The declared origin of a dataset's people; None where nothing, or nothing certain, is declared."""
    words = {origin.value: origin for origin in (Origin.MAINLAND, Origin.ABROAD)}
    return words.get(dataset.people.collected_in or "") if dataset.people else None
