"""The names of a script as mentions: tables of its system, or datasets at the addresses that it names."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kuajing.lineage.catalog_names import catalog_of
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, DatasetMention
from kuajing.model.lineage import EndpointMention, Statement, TableName
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.dialect_of_text import dialect_of
from kuajing.readers.placeholders import fill_name
from kuajing.readers.places import dataset_at, endpoint_at, endpoint_below, named
from kuajing.readers.seams import SourceContext
from kuajing.readers.selections import Surroundings
from kuajing.source.location import Location
from kuajing.source.text import SourceText

_PLACE = re.compile(r"[a-z][a-z0-9+.-]*://|[@/\\]|program:|[a-z]:[\\/]|\.{1,2}/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """Knows the system or endpoint a script runs on, the values of its placeholders, and the places its statement names as tables."""

    system: str | None
    values: Mapping[str, str]
    places: Mapping[TableName, DatasetMention] = field(default_factory=dict)
    endpoint: Endpoint | None = None

    def mention(self, table: TableName) -> DatasetMention:
        """The dataset that a name of the script means."""
        found = self.places.get(table)
        here = DatasetMention(named(table, self.values), self.system, self.endpoint)
        return found if found is not None else here

    def at(self, mention: EndpointMention) -> "Names":
        """The same, with a table known by the place that it stands for."""
        found = _at(mention, _inside(mention), self.values)
        return replace(self, places={**self.places, mention.table: found})

    def shown(self, table: TableName) -> str:
        """A name as it may be shown: an address without its credentials."""
        return ".".join(self.mention(table).path)


def surroundings(
    text: SourceText,
    context: SourceContext,
    catalogue: Catalogue | None = None,
    dialect_hint: str | None = None,
    endpoint: Endpoint | None = None,
) -> Surroundings:
    """What a script is read with: the words of its rule, else what surrounds the text, else what the text itself shows."""
    rule = context.rule
    said = rule.dialect if rule is not None else None
    dialect = said or dialect_hint or dialect_of(text.text)
    here = DatasetMention((), system_of(context, endpoint), endpoint)
    return Surroundings(
        dialect,
        catalogue.schema_for(here, text.text) if catalogue is not None else {},
        context.functions,
        _filled(rule.default_database, context) if rule is not None else None,
        _filled(rule.default_schema, context) if rule is not None else None,
        context.read,
    )


def system_of(context: SourceContext, endpoint: Endpoint | None) -> str | None:
    """The system that the rule for a file names; an endpoint that the file itself names tells more."""
    return context.rule.system if context.rule is not None and endpoint is None else None


def _filled(name: str | None, context: SourceContext) -> str | None:
    return fill_name(name, context.values) if name is not None else None


def names_of(statement: Statement, here: Names, around: Surroundings) -> Names:
    """The names of one statement of a script whose names are those of `here`.

    A literal address in the place of a table is the dataset at that address. A table in a catalog that is another system
    is one of that system: what the catalog's name stands for is for a declaration to say.
    """
    places = {
        mention.table: _at(mention, _inside(mention), here.values)
        for mention in statement.endpoints
        if _is_place(mention) or (is_of_job(around.dialect) and _is_bound(mention))
    }
    bound = {mention.table for mention in statement.endpoints}
    for table in {*statement.reads, *statement.writes} - bound:
        catalog = catalog_of(table, around.dialect, around.default_database)
        if catalog is not None:
            endpoint = endpoint_at("connection", catalog, values=here.values)
            places[table] = dataset_at(endpoint, named(table[1:], here.values))
    return replace(here, places=places)


def aliases_of(
    statement: Statement, names: Names, place: Callable[[int, int], Location]
) -> Iterator[AliasFact]:
    """Every table that the statement shows to be bound to an address, with the dataset at that address."""
    for mention in statement.endpoints:
        if mention.table in names.places:
            continue  # what is meant is said where the name is used
        yield from alias_of(mention, names, place(statement.line, statement.column))


def alias_of(mention: EndpointMention, names: Names, place: Location) -> Iterator[AliasFact]:
    """A table that is bound to an address, with the dataset at that address."""
    if _is_bound(mention):
        local = DatasetMention(named(mention.table, names.values), names.system, names.endpoint)
        yield AliasFact(local, _at(mention, _inside(mention), names.values), place)


def is_of_job(dialect: str | None) -> bool:
    """Whether the names of bound tables are those of one job alone: other jobs call other things by them."""
    return dialect == "flink"


def _is_bound(mention: EndpointMention) -> bool:
    # A path without a scheme lies in the system itself, where the table lies too.
    return not _is_place(mention) and (mention.kind != "file" or "://" in mention.address)


def _is_place(mention: EndpointMention) -> bool:
    name = mention.table[-1]
    return "@" in name or (
        len(mention.table) == 1 and (_PLACE.match(name) is not None or name == mention.address)
    )


def _at(mention: EndpointMention, inside: TableName, values: Mapping[str, str]) -> DatasetMention:
    kind = mention.engine if mention.kind == "jdbc" and mention.engine else mention.kind
    endpoint = endpoint_at(kind, mention.address, mention.region, values=values)
    if mention.inside and (endpoint.bucket or endpoint.path) and mention.kind != mention.engine:
        return dataset_at(endpoint_below(endpoint, named(inside, values), mention.engine), ())
    return dataset_at(endpoint, named(inside, values))


def _inside(mention: EndpointMention) -> TableName:
    """The table that a name means at its address: `mysql://host/db.t`, `owner.t@link`, `server.db.owner.t`."""
    if not _is_place(mention) and mention.inside:
        return mention.inside
    if not _is_place(mention):
        is_linked = len(mention.table) > 1 and mention.table[0] == mention.address.lower()
        return mention.table[1:] if is_linked else mention.table[-1:]
    name = mention.table[-1]
    if "://" in name:
        return tuple(part for part in name.rpartition("/")[2].split(".") if part)
    parts = (*mention.table[:-1], *name.partition("@")[0].split("."))
    return tuple(part for part in parts if part)
