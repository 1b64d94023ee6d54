"""What the transformers between reader and writer do to the record, one after the other."""

from dataclasses import dataclass, replace

from kuajing.model.facts import Transform
from kuajing.readers.datax.records import Field, Note, Record, Value, strongest
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_EFFECTS = {
    "dx_substr": Transform.MASKED,
    "dx_replace": Transform.MASKED,
    "dx_pad": Transform.DERIVED,
    "dx_digest": Transform.HASHED,
    "dx_map": Transform.DERIVED,
    "dx_groovy": Transform.DERIVED,
}
_FILTER = "dx_filter"
_OPAQUE = "dx_groovy"


@dataclass(frozen=True, slots=True)
class Transformer:
    """One transformer: its name and the position of the field it works on, counted from 0; None means every field."""

    name: str
    position: int | None
    location: Location


def read_transformers(node: Node | None) -> tuple[tuple[Transformer, ...], tuple[Note, ...]]:
    """The transformers of a job in order, and what of them could not be read."""
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return (), ()
    read: list[Transformer] = []
    notes: list[Note] = []
    for item in node.items if isinstance(node, Sequence) else (node,):
        transformer = _transformer(item)
        if isinstance(transformer, Note):
            notes.append(transformer)
        else:
            read.append(transformer)
    return tuple(read), tuple(notes)


def _transformer(node: Node) -> Transformer | Note:
    name = node.get("name") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(name, Scalar) or not isinstance(name.value, str):
        return Note("unread.datax_transformer_shape", node.location)
    parameter = node.get("parameter")
    index = parameter.get("columnIndex") if isinstance(parameter, Mapping) else None
    if index is None:
        return Transformer(name.value.strip(), None, node.location)
    text = str(index.value).strip() if isinstance(index, Scalar) else ""
    if not text.isdecimal():
        return Note("unread.datax_transformer_shape", index.location)
    return Transformer(name.value.strip(), int(text), index.location)


def apply(transformer: Transformer, record: Record) -> Record:
    """The record after a transformer; what it did not reach, or does beyond our knowledge, becomes a note."""
    notes = _opaque(transformer)
    if transformer.position is not None and not (
        record.is_counted and transformer.position < len(record.fields)
    ):
        notes += (Note("unread.datax_transformer_place", transformer.location, _named(transformer)),)
        return replace(record, notes=record.notes + notes)
    touched = tuple(
        index
        for index in range(len(record.fields))
        if transformer.position is None or index == transformer.position
    )
    if transformer.name == _FILTER:
        filters = tuple(
            replace(value, location=transformer.location)
            for index in touched
            for value in record.fields[index].values
        )
        return replace(record, filters=record.filters + filters, notes=record.notes + notes)
    fields = tuple(
        _touched(field, transformer.name) if index in touched else field
        for index, field in enumerate(record.fields)
    )
    return replace(record, fields=fields, notes=record.notes + notes)


def _opaque(transformer: Transformer) -> tuple[Note, ...]:
    if transformer.name == _OPAQUE:
        return (Note("unread.datax_groovy", transformer.location),)
    if transformer.name not in _EFFECTS and transformer.name != _FILTER:
        return (Note("unread.datax_transformer_unknown", transformer.location, _named(transformer)),)
    return ()


def _named(transformer: Transformer) -> tuple[tuple[str, str], ...]:
    return (("name", transformer.name if transformer.name.replace("_", "").isalnum() else "?"),)


def _touched(field: Field, name: str) -> Field:
    effect = _EFFECTS.get(name, Transform.DERIVED)
    return replace(field, values=tuple(_changed(value, effect, name) for value in field.values))


def _changed(value: Value, effect: Transform, name: str) -> Value:
    return replace(value, transform=strongest(value.transform, effect), functions=(*value.functions, name))
