"""What the facets of a dataset say: its columns, its other names, and where each column comes from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.model.facts import AliasFact, ColumnFact, DatasetMention, TableFact, Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import STRENGTH
from kuajing.readers.openlineage.events import Named, items, mapping, named, shown, text
from kuajing.readers.openlineage.places import place_of
from kuajing.source.bare_names import bare
from kuajing.source.credentials import is_secret_name
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Scalar

_BLANKS = re.compile(r"\s+")
_LONGEST = 300
_COUNTED = re.compile(r"\b(?:count|sum|avg|average|mean|stddev|variance|aggregated)\b", re.IGNORECASE)
_HASHED = re.compile(r"\b(?:hash\w*|md5|sha\d*|sm3|hmac)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """A column whose values reach `target`, or that decides the rows where `transform` is None."""

    source: DatasetMention
    column: str
    target: str
    transform: Transform | None
    location: Location


def table_of(one: Named) -> TableFact:
    """The dataset with the columns that the event names, which may be fewer than it has."""
    tags = _tags(one.facets)
    columns = tuple(
        ColumnFact(
            name, field.location, shown(field, "type"), _said(shown(field, "description"), tags.get(name, ()))
        )
        for field in items(mapping(one.facets, "schema"), "fields")
        if (name := shown(field, "name"))
    )
    comment = _said(shown(mapping(one.facets, "documentation"), "description"), tags.get("", ()))
    return TableFact(one.mention, columns, one.location, complete=False, comment=comment)


def _tags(facets: Mapping) -> dict[str, tuple[str, ...]]:
    """What tags say of columns, and under an empty name of the dataset as a whole."""
    found: dict[str, tuple[str, ...]] = {}
    for tag in items(mapping(facets, "tags"), "tags"):
        key, value, field = shown(tag, "key"), shown(tag, "value"), shown(tag, "field")
        if key and not is_secret_name(key):
            said = key if value.lower() in {"", "true"} else f"{key} {value}"
            found[field] = (*found.get(field, ()), said)
    return found


def _said(description: str, tags: tuple[str, ...]) -> str:
    return _BLANKS.sub(" ", " ".join(part for part in (description, *tags) if part))[:_LONGEST]


def aliases_of(one: Named) -> Iterator[AliasFact]:
    """The other names that a dataset has, such as that of the table whose rows a path holds."""
    for other in items(mapping(one.facets, "symlinks"), "identifiers"):
        name = shown(other, "name")
        alias = place_of(text(other, "namespace"), name) if name else one.mention
        if alias != one.mention:
            yield AliasFact(alias, one.mention, other.location)


def origins_of(one: Named) -> Iterator[Origin]:
    """Where the columns of a dataset come from, by either facet that tells it."""
    lineage = mapping(one.facets, "columnLineage")
    for column, field in mapping(lineage, "fields"):
        for source in items(field, "inputFields"):
            yield from _origins(source, bare(column), text(field, "transformationType"))
    for source in items(lineage, "dataset"):
        yield from _origins(source, ALL_COLUMNS, "")
    yield from declared_origins(mapping(one.facets, "lineage"))


def declared_origins(node: Mapping) -> Iterator[Origin]:
    """The same of the facet `lineage`, in which what is no dataset (a job) has no place of its own."""
    for source in items(node, "inputs"):
        yield from _origins(source, ALL_COLUMNS, "")
    for column, field in mapping(node, "fields"):
        for source in items(field, "inputs"):
            yield from _origins(source, bare(column), "")


def _origins(node: Mapping, target: str, said: str) -> Iterator[Origin]:
    """What one input field is to a column: its value goes there, it decides the rows, or both."""
    source = named(node)
    if source is None or text(node, "type").upper() == "JOB":
        return
    column = shown(node, "field") or ALL_COLUMNS
    steps = items(node, "transformations")
    direct = [_transform(step) for step in steps if text(step, "type").upper() != "INDIRECT"]
    if not steps:
        direct = [Transform.MASKED if said.upper() == "MASKED" else Transform.IDENTITY]
    if direct:
        # Each is a way of its own: the weakest is what can be relied on.
        yield Origin(source.mention, column, target, min(direct, key=STRENGTH.index), node.location)
    if len(direct) < len(steps):
        yield Origin(source.mention, column, target, None, node.location)


def _transform(step: Mapping) -> Transform:
    """What a direct step does; nothing is taken for stronger than it says."""
    masking = step.get("masking")
    is_masked = isinstance(masking, Scalar) and masking.value is True
    about, subtype = text(step, "description"), text(step, "subtype").upper()
    if subtype == "AGGREGATION":
        return Transform.AGGREGATED if is_masked or _COUNTED.search(about) else Transform.DERIVED
    if is_masked:
        return Transform.HASHED if _HASHED.search(about) else Transform.MASKED
    return Transform.IDENTITY if subtype in {"", "IDENTITY"} else Transform.DERIVED
