"""A whole estate as YAML of fideslang 3: its datasets, its systems and what goes between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.estate import Dataset, System
from kuajing.model.names import ALL_COLUMNS, ROWS
from kuajing.model.truth import Truth
from kuajing.reports.fideslang_contents import Contents, Ends, between, contents_of
from kuajing.reports.fideslang_names import keys_of, listed, quoted
from kuajing.reports.fideslang_notes import notes
from kuajing.reports.fideslang_purposes import PrivacyDeclaration, privacy_declarations


def estate_fideslang(analysis: Analysis) -> str:
    """The estate, sorted. What nobody knows, and what fideslang has no word for, is left out and told in comments."""
    page = _Page.of(analysis)
    lines = [*notes(analysis), *page.datasets(), *page.systems()]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """All that the entries are made of."""

    analysis: Analysis
    keys: Mapping[str, str]
    contents: Contents
    between: Mapping[Ends, tuple[str, ...]]
    purposes: tuple[PrivacyDeclaration, ...]
    tables: Mapping[str, tuple[Dataset, ...]]

    @classmethod
    def of(cls, analysis: Analysis) -> "_Page":
        contents = contents_of(analysis)
        tables: dict[str, list[Dataset]] = {}
        for dataset in analysis.estate.datasets:
            if dataset.name.path:
                tables.setdefault(dataset.name.system, []).append(dataset)
        return cls(
            analysis,
            keys_of(analysis.estate.systems),
            contents,
            between(analysis, contents),
            privacy_declarations(analysis, contents),
            {system: tuple(held) for system, held in tables.items()},
        )

    def datasets(self) -> Iterator[str]:
        held = [system for system in self.analysis.estate.systems if system.id in self.tables]
        yield "dataset:" if held else "dataset: []"
        for system in held:
            yield f"  - fides_key: {quoted(self.keys[system.id])}"
            yield f"    name: {quoted(system.label)}"
            yield "    collections:"
            for dataset in self.tables[system.id]:
                yield from self.collection(dataset)

    def collection(self, dataset: Dataset) -> Iterator[str]:
        yield f"      - name: {quoted('.'.join(dataset.name.path))}"
        if dataset.comment:
            yield f"        description: {quoted(dataset.comment)}"
        columns = [column for column in dataset.columns if column.name.column not in {ALL_COLUMNS, ROWS}]
        yield "        fields:" if columns else "        fields: []"
        for column in columns:
            yield f"          - name: {quoted(column.name.column)}"
            if column.comment:
                yield f"            description: {quoted(column.comment)}"
            key = self.contents.key(column.name)
            if key is not None:
                yield f"            data_categories: {listed([key])}"

    def systems(self) -> Iterator[str]:
        every = self.analysis.estate.systems
        places = dict(self.analysis.labelling.placements)
        yield "system:" if every else "system: []"
        for system in every:
            yield f"  - fides_key: {quoted(self.keys[system.id])}"
            yield f"    name: {quoted(system.label)}"
            yield f"    system_type: {quoted(system.kind)}"
            jurisdiction = places[system.id].jurisdiction if system.id in places else ""
            if jurisdiction:
                yield f"    meta: {{jurisdiction: {quoted(jurisdiction)}}}"
            if any(one.source == system.id and one.leaves is Truth.YES for one in self.analysis.system_moves):
                yield "    does_international_transfers: true"
            if system.id in self.tables:
                yield f"    dataset_references: {listed([quoted(self.keys[system.id])])}"
            yield from self.flows(system)
            yield from self.declarations(system)

    def flows(self, system: System) -> Iterator[str]:
        outward = [(ends[1], keys) for ends, keys in self.between.items() if ends[0] == system.id]
        inward = [(ends[0], keys) for ends, keys in self.between.items() if ends[1] == system.id]
        for word, found in (("egress", outward), ("ingress", inward)):
            if found:
                yield f"    {word}:"
            for other, keys in found:
                yield f"      - fides_key: {quoted(self.keys[other])}"
                yield "        type: system"
                if keys:
                    yield f"        data_categories: {listed(keys)}"

    def declarations(self, system: System) -> Iterator[str]:
        told = [one for one in self.purposes if one.system == system.id]
        yield "    privacy_declarations:" if told else "    privacy_declarations: []"
        for one in told:
            yield f"      - name: {quoted(one.name)}"
            yield f"        data_use: {one.use}"
            yield f"        data_categories: {listed(one.categories)}"
            if one.subjects:
                yield f"        data_subjects: {listed(one.subjects)}"
            if (system.id, one.target) in self.between:
                yield f"        egress: {listed([quoted(self.keys[one.target])])}"
