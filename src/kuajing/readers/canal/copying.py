"""What a mapping of an adapter copies: columns by name, by a query, or all of a table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Fact, InfluenceFact, MoveFact, ReadFact, Transform, UnreadFact
from kuajing.model.lineage import TableName
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.canal.adapters import safe_name
from kuajing.readers.canal.mappings import Mapped
from kuajing.readers.canal.site import MECHANISM, Site, adapter_of, declared
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.placeholders import fill_sql
from kuajing.readers.places import beside, dataset_at, named, without_keys
from kuajing.readers.seams import SourceContext
from kuajing.readers.statements import moves_of
from kuajing.source.location import Location

Say = Callable[[Catalogue], Iterator[Fact]]
_SINK = ("kuajing_sink",)
_SOURCE = ("kuajing_source",)
_PARAMETER = re.compile(r"\{\d*\}")
_LONGEST = 1 << 17


def facts_of_mapping(path: str, mapping: Mapped, site: Site, context: SourceContext) -> Say:
    """The moves of a mapping, from each place its rows come from into each store it is for."""

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        adapter = adapter_of(path, site)
        outers = site.targets(mapping, adapter)
        known = [one.endpoint for one in outers if one.endpoint is not None]
        places = known or [declared(mapping.adapter)]
        facts: list[Fact] = []
        if not known:
            values = (("adapter", safe_name(mapping.adapter)),)
            facts.append(UnreadFact(mapping.location, "unread.canal_no_adapter", "part", values))
        for source in site.sources(mapping, adapter):
            for endpoint in places:
                target = _target(mapping, endpoint, context)
                for one in (mapping, *(replace(mapping, source=path) for path in mapping.others)):
                    facts += _copied(one, source, target, context, catalogue)
        unread = any(isinstance(fact, UnreadFact) for fact in facts)
        yield from facts
        yield ReadFact(path, MECHANISM, int(not unread), int(unread), 0, 0)

    return say


def _target(mapping: Mapped, endpoint: Endpoint, context: SourceContext) -> DatasetMention:
    path = named(mapping.target, context.values)
    # What is posted to a web service lands at its address.
    return dataset_at(endpoint, path) if mapping.kind == "http" else DatasetMention(path, endpoint=endpoint)


def _copied(
    mapping: Mapped,
    here: DatasetMention,
    target: DatasetMention,
    context: SourceContext,
    catalogue: Catalogue,
) -> Iterator[Fact]:
    if mapping.sql is not None:
        # What a database is asked for all at once is the query with the condition behind it.
        condition = f" {mapping.condition.value}" if mapping.condition is not None else ""
        text = f"{mapping.sql.value}{condition}"
        yield from _queried(text, mapping.sql.location, here, target, context, catalogue)
        return
    source = (
        here if here.path else DatasetMention(named(mapping.source, context.values), endpoint=here.endpoint)
    )
    yield from _paired(mapping, source, target, catalogue)
    if mapping.condition is not None:
        text = f"SELECT 1 FROM {_SOURCE[0]} {mapping.condition.value}"  # noqa: S608  read, never run
        for fact in _queried(text, mapping.condition.location, source, target, context, catalogue):
            if isinstance(fact, InfluenceFact | UnreadFact):
                yield fact


def _paired(
    mapping: Mapped, source: DatasetMention, target: DatasetMention, catalogue: Catalogue
) -> Iterator[Fact]:
    out = {name.lower() for name in mapping.left_out}
    pairs = {(pair.source, pair.target): pair.location for pair in mapping.pairs}
    if mapping.takes_all:
        named_already = {pair.source.lower() for pair in mapping.pairs}
        known = catalogue.columns(source)
        for column in known or (ALL_COLUMNS,):
            if column.lower() not in named_already:
                pairs.setdefault((column, column), mapping.location)
        if known is None and out:
            values = (("table", ".".join(source.path)), ("columns", ", ".join(mapping.left_out)))
            yield UnreadFact(mapping.location, "unread.events_left_out", "part", values)
    for (column, into), place in pairs.items():
        if column.lower() not in out:
            yield MoveFact(source, column, target, into, Transform.IDENTITY, place, MECHANISM)


def _queried(
    text: str,
    place: Location,
    here: DatasetMention,
    target: DatasetMention,
    context: SourceContext,
    catalogue: Catalogue,
) -> Iterator[MoveFact | InfluenceFact | UnreadFact]:
    """What a query moves into the target; its tables stand in the database it is put to."""
    filled = fill_sql(_PARAMETER.sub("NULL", text)[:_LONGEST], context.values).text
    schema = dict(catalogue.schema_for(DatasetMention((), here.system, here.endpoint), filled))
    columns = catalogue.columns(here) if here.path else None
    if columns is not None:
        schema[_SOURCE] = columns
    sql = f"CREATE TABLE {_SINK[0]} AS\n{filled.strip().rstrip(';')}"

    def mention(table: TableName) -> DatasetMention:
        if table[-1:] == _SINK:
            return target
        return here if table == _SOURCE else beside(here, table, context.values)

    def at(line: int, column: int) -> Location:
        del line, column
        return place

    statements = context.read(sql, dialect="mysql", schema=schema, functions=context.functions)
    for statement in statements:
        yield from moves_of(statement, MECHANISM, mention, at)
        for reason in statement.reasons:
            values = tuple((name, without_keys(value)) for name, value in reason.values)
            yield UnreadFact(place, reason.key, "part", values)
