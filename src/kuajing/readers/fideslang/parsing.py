"""The text of a file of a Fides map to its entries."""

from kuajing.readers.fideslang.datasets import dataset
from kuajing.readers.fideslang.entries import FileOfMap, MapDataset, MapSystem, Note
from kuajing.readers.fideslang.looking import as_key, at, key_of, mappings
from kuajing.readers.fideslang.systems import system
from kuajing.readers.settings.documents import Document, documents_of
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping
from kuajing.source.text import SourceText

_IDLE = ("data_use", "data_subject", "data_qualifier", "policy", "organization", "registry", "evaluation")


def file_of_map(text: SourceText) -> FileOfMap:
    """What a file says; documents of it that cannot be read are told by their places."""
    datasets: list[MapDataset] = []
    systems: list[MapSystem] = []
    parents: list[tuple[str, str]] = []
    notes: list[Note] = []
    faults: list[Location] = []
    idle = 0
    for found in documents_of(text.path, text.text):
        if not isinstance(found, Document):
            faults.append(found.location)
            continue
        if not isinstance(found.node, Mapping):
            notes.append(Note("fides_key", found.node.location))
            continue
        for entry in mappings(found.node.get("dataset"), "dataset", notes):
            if (read := dataset(entry)) is not None:
                datasets.append(read)
            else:
                notes.append(at(entry, "fides_key"))
        for entry in mappings(found.node.get("system"), "system", notes):
            if (held := system(entry)) is not None:
                systems.append(held)
            else:
                notes.append(at(entry, "fides_key"))
        for entry in mappings(found.node.get("data_category"), "data_category", notes):
            parents += _parent(entry)
            idle += 1
        idle += sum(len(tuple(mappings(found.node.get(name), name, notes))) for name in _IDLE)
    return FileOfMap(tuple(datasets), tuple(systems), tuple(parents), idle, tuple(notes), tuple(faults))


def _parent(entry: Mapping) -> list[tuple[str, str]]:
    key, parent = key_of(entry), as_key(entry.get("parent_key"))
    return [(key, parent)] if key is not None and parent is not None else []
