"""A whole estate as OpenLineage run events, one JSON line for all that one source moves into one dataset."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuajing.messages import message
from kuajing.model.analysis import Analysis
from kuajing.model.estate import Dataset, Influence, Move, System
from kuajing.model.facts import Basis
from kuajing.model.labels import NO_CATEGORY, UNKNOWN_CONTENT
from kuajing.model.lineage import ColumnEdge
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName, DatasetName
from kuajing.reports.lineage_speech import how
from kuajing.reports.openlineage_names import place_of
from kuajing.reports.openlineage_parts import (
    COLUMN_LINEAGE,
    SCHEMA,
    SPEC,
    Table,
    direct,
    event,
    facet,
    indirect,
)
from kuajing.reports.words import words_for
from kuajing.source.bare_names import bare
from kuajing.source.nodes import Plain

_TAGS = f"{SPEC}/facets/1-0-0/TagsDatasetFacet.json#/$defs/TagsDatasetFacet"
_SOURCE = "kuajing"

Group = tuple[str, str, str, DatasetName]
"""The file, the mechanism, the environment, and the dataset that is filled."""


def estate_openlineage(analysis: Analysis) -> str:
    """The events of everything that moves, sorted; jobs that are switched off and mere guesses of names are left out."""
    page = _Page.of(analysis)
    moves: dict[Group, list[Move]] = defaultdict(list)
    for move in analysis.estate.moves:
        if move.basis is not Basis.INFERRED:
            environment = move.running.environment
            moves[move.location.path, move.mechanism, environment, move.target.dataset].append(move)
    influences: dict[tuple[str, str, DatasetName], list[Influence]] = defaultdict(list)
    for one in analysis.estate.influences:
        influences[one.location.path, one.mechanism, one.target].append(one)
    lines = (
        page.event(group, moves[group], influences[group[0], group[1], group[3]]) for group in sorted(moves)
    )
    return "".join(json.dumps(line, ensure_ascii=True) + "\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the ends of moves."""

    systems: Mapping[str, System]
    datasets: Mapping[DatasetName, Dataset]
    categories: Mapping[ColumnName, str]
    jurisdictions: Mapping[str, str]
    day: str

    @classmethod
    def of(cls, analysis: Analysis) -> "_Page":
        return cls(
            {system.id: system for system in analysis.estate.systems},
            {dataset.name: dataset for dataset in analysis.estate.datasets},
            {name: one.category for name, one in analysis.labelling.classifications},
            {system: placement.jurisdiction for system, placement in analysis.labelling.placements},
            analysis.on.isoformat(),
        )

    def event(self, group: Group, moves: list[Move], influences: list[Influence]) -> Plain:
        path, mechanism, environment, target = group
        sources = sorted({move.source.dataset for move in moves} | {one.source.dataset for one in influences})
        place = self.place(target)
        name = " ".join(
            part for part in (path, mechanism, environment, f"{place['namespace']}/{place['name']}") if part
        )
        job: Table = {"namespace": _SOURCE, "name": name, "facets": {}}
        inputs: list[Plain] = [self.dataset(source) for source in sources]
        lineage = facet(COLUMN_LINEAGE, fields=self.fields(moves))
        rows = self.rows(influences)
        output = self.dataset(target)
        facets = output["facets"]
        if isinstance(facets, dict):
            facets["columnLineage"] = {**lineage, "dataset": rows} if rows else lineage
        return event(job, inputs, [output], {}, self.day)

    def place(self, name: DatasetName) -> dict[str, str]:
        namespace, inside = place_of(name, self.systems.get(name.system))
        return {"namespace": bare(namespace), "name": bare(inside)}

    def dataset(self, name: DatasetName) -> Table:
        known = self.datasets.get(name)
        columns = (
            [one for one in known.columns if one.name.column != ALL_COLUMNS] if known is not None else []
        )
        facets: dict[str, Plain] = {}
        if columns:
            fields: list[Plain] = [
                {"name": bare(one.name.column), **({"type": one.type} if one.type else {})} for one in columns
            ]
            facets["schema"] = facet(SCHEMA, fields=fields)
        tags: list[Plain] = [self._tag("jurisdiction", self.jurisdictions.get(name.system) or "unknown")]
        for one in columns:
            category = self.categories.get(one.name, NO_CATEGORY)
            if category not in {NO_CATEGORY, UNKNOWN_CONTENT}:
                tags.append({**self._tag("category", category), "field": bare(one.name.column)})
        facets["tags"] = facet(_TAGS, tags=tags)
        return {**self.place(name), "facets": facets}

    def _tag(self, key: str, value: str) -> Table:
        return {"key": f"{_SOURCE}.{key}", "value": value, "source": _SOURCE}

    def fields(self, moves: Iterable[Move]) -> dict[str, Plain]:
        """By each column that is filled, those that it is filled from."""
        words = words_for("en", {})
        found: dict[str, dict[str, Plain]] = defaultdict(dict)
        for move in moves:
            edge = ColumnEdge((), "", (), "", move.transform.value, move.functions, not move.certain)
            step = direct(move.transform.value, how(edge, words))
            source: Table = {
                **self.place(move.source.dataset),
                "field": bare(move.source.column),
                "transformations": [step],
            }
            found[bare(move.target.column)].setdefault(json.dumps(source), source)
        return {column: {"inputFields": list(sources.values())} for column, sources in sorted(found.items())}

    def rows(self, influences: Iterable[Influence]) -> list[Plain]:
        """The columns that decide which rows are there."""
        said = message("report.lineage.decides_rows", "en")
        sources = sorted({one.source for one in influences if one.source.column != ROWS})
        return [
            {
                **self.place(source.dataset),
                "field": bare(source.column),
                "transformations": [indirect(said)],
            }
            for source in sources
        ]
