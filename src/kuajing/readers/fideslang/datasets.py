"""A dataset of a Fides map: its collections, and their fields down to those that hold no others."""

from collections.abc import Iterator

from kuajing.readers.fideslang.entries import Collection, Field, MapDataset, Note, Word
from kuajing.readers.fideslang.looking import at, inside, key_of, mappings, text, words
from kuajing.source.nodes import Mapping

_META = ("fides_meta", "fidesops_meta", "fidesctl_meta")


def dataset(entry: Mapping) -> MapDataset | None:
    """The dataset of an entry, None where it has no key."""
    key = key_of(entry)
    if key is None:
        return None
    notes: list[Note] = []
    inherited = words(entry, "data_categories", notes)
    collections = tuple(_collections(entry, inherited, notes))
    countries = words(entry, "third_country_transfers", notes)
    return MapDataset(key, entry.location, resource(entry), collections, countries, tuple(notes))


def resource(entry: Mapping) -> str:
    """The address of the thing that an entry is about, where it gives one."""
    found = (text(meta.get("resource_id")) for name in _META if (meta := inside(entry, name)) is not None)
    return next((address for address in found if "://" in address or address.startswith("arn:")), "")


def _collections(entry: Mapping, inherited: tuple[Word, ...], notes: list[Note]) -> Iterator[Collection]:
    for one in mappings(entry.get("collections"), "collections", notes):
        name = text(one.get("name"))
        if not name:
            notes.append(at(one, "name"))
            continue
        shared = (*inherited, *words(one, "data_categories", notes))
        fields = tuple(_fields(one, "", shared, notes))
        yield Collection(name, one.location, text(one.get("description")), fields)


def _fields(entry: Mapping, above: str, inherited: tuple[Word, ...], notes: list[Note]) -> Iterator[Field]:
    for one in mappings(entry.get("fields"), "fields", notes):
        name = text(one.get("name"))
        if not name:
            notes.append(at(one, "name"))
            continue
        own = words(one, "data_categories", notes)
        whole = f"{above}{name}"
        beneath = tuple(_fields(one, f"{whole}.", (*inherited, *own), notes))
        if beneath:
            yield from beneath
            continue
        meta = inside(one, *_META)
        kind = text(meta.get("data_type")) if meta is not None else ""
        yield Field(whole, one.location, kind, text(one.get("description")), own, inherited)
