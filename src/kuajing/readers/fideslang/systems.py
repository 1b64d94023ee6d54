"""A system of a Fides map: what it holds, whom it sends to or gets from, and what it works with."""

from collections.abc import Iterator

from kuajing.readers.fideslang.datasets import resource
from kuajing.readers.fideslang.entries import DataFlow, MapSystem, Note, Word
from kuajing.readers.fideslang.looking import as_key, at, inside, key_of, mappings, text, words
from kuajing.source.nodes import Mapping, Scalar

_DIRECTIONS = (("egress", True), ("ingress", False))
_REFERENCES = ("dataset_references", "system_dependencies")


def system(entry: Mapping) -> MapSystem | None:
    """The system of an entry, None where it has no key."""
    key = key_of(entry)
    if key is None:
        return None
    notes: list[Note] = []
    declared = tuple(mappings(entry.get("privacy_declarations"), "privacy_declarations", notes))
    categories = tuple(word for one in declared for word in words(one, "data_categories", notes))
    references = tuple(
        word for one in (entry, *declared) for name in _REFERENCES for word in words(one, name, notes)
    )
    abroad = entry.get("does_international_transfers")
    return MapSystem(
        key=key,
        location=entry.location,
        comment=text(entry.get("description")),
        address=_address(entry),
        flows=tuple(_flows(entry, declared, notes)),
        categories=categories,
        references=references,
        countries=words(entry, "third_country_transfers", notes),
        abroad=abroad.location if isinstance(abroad, Scalar) and abroad.value is True else None,
        notes=tuple(notes),
    )


def _address(entry: Mapping) -> str:
    meta = inside(entry, "fidesctl_meta")
    host = text(meta.get("endpoint_address")) if meta is not None else ""
    port = text(meta.get("endpoint_port")) if meta is not None else ""
    if host:
        return f"{host}:{port}" if port.isdigit() else host
    return resource(entry)


def _flows(entry: Mapping, declared: tuple[Mapping, ...], notes: list[Note]) -> Iterator[DataFlow]:
    for name, outward in _DIRECTIONS:
        for one in mappings(entry.get(name), name, notes):
            key = as_key(one.get("fides_key"))
            if key is None:
                notes.append(at(one, "fides_key"))
                continue
            own = words(one, "data_categories", notes)
            said = own or tuple(_declared(key, name, declared))
            yield DataFlow(key, text(one.get("type")) or "system", one.location, outward, said)


def _declared(key: str, direction: str, declared: tuple[Mapping, ...]) -> Iterator[Word]:
    """The data categories of the declarations that name a flow, where the flow itself names none."""
    for one in declared:
        if key in {word for word, _ in words(one, direction, [])}:
            yield from words(one, "data_categories", [])
