"""What a sink calls the tables that come: by a route, by a mapping of its own, by one name for all, or as they are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.flink_cdc.connectors import Connector
from kuajing.readers.flink_cdc.documents import End, Way
from kuajing.readers.flink_cdc.ends import named_at, table_at
from kuajing.readers.flink_cdc.patterns import EVERYTHING, Path, covers, patterns_of
from kuajing.readers.flink_cdc.regions import Region
from kuajing.readers.placeholders import fill_name

TABLE = "<table>"
"""Stands in a template for the name of the table that comes; `<0>`, `<1>` ... for the parts of its whole name."""


@dataclass(frozen=True, slots=True)
class Target:
    """A dataset that rows go to, and the template of its name where each table that comes has its own."""

    mention: DatasetMention
    template: Path


def targets_of(
    way: Region[Way], sink: End, endpoint: Endpoint, values: Mapping[str, str]
) -> Iterator[Target]:
    """The datasets that the tables of a region fill at one place of a sink."""
    connector = sink.connector
    if connector.is_made_up:
        return
    names = sink.keys.texts(*connector.names)
    if names:
        for text in names:
            mention = named_at(endpoint, fill_name(str(text.value).strip(), values))
            yield Target(mention, mention.path)
        return
    mapped = _mapped(sink, way.pattern)
    if mapped is not None:
        mention = named_at(endpoint, fill_name(mapped, values))
        yield Target(mention, mention.path)
        return
    if way.said is None and way.pattern == EVERYTHING:
        yield Target(named_at(endpoint, *EVERYTHING), ())
        return
    if way.said is None:
        template = tuple(f"<{number}>" for number in range(len(way.pattern)))
        yield _target(endpoint, way.pattern, template, connector)
        return
    written, symbol = fill_name(str(way.said.target.value).strip(), values), way.said.symbol
    template = tuple(part for part in written.split(".") if part)
    if symbol:
        template = tuple(part.replace(symbol, TABLE) for part in template)
    shown = tuple(part.replace(TABLE, way.pattern[-1]) for part in template)
    yield _target(endpoint, shown or EVERYTHING, template or (TABLE,), connector)


def _target(endpoint: Endpoint, shown: Path, template: Path, connector: Connector) -> Target:
    return Target(table_at(endpoint, shown, connector), table_at(endpoint, template, connector).path)


def _mapped(sink: End, pattern: Path) -> str | None:
    """The topic that a sink of topics maps the tables of a pattern to."""
    for entry in (sink.keys.text("sink.tableId-to-topic.mapping") or "").split(";"):
        tables, mark, topic = entry.rpartition(":")
        if mark and any(covers(one, pattern) for one in patterns_of(tables)):
            return topic.strip()
    return None
