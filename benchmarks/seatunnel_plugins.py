"""How much of the plugins of SeaTunnel jobs is found: their places, and the columns of their sources."""

from collections import Counter
from collections.abc import Iterable

from kuajing.lineage.movement import read_movement
from kuajing.readers.catalogue import catalogue_of
from kuajing.readers.datax.strings import Strings
from kuajing.readers.seatunnel.connector_table import connector_named
from kuajing.readers.seatunnel.jobs import Job, Plugin, job_of
from kuajing.readers.seatunnel.places import Quoted
from kuajing.readers.seatunnel.queries import Reading
from kuajing.readers.seatunnel.sources import stream_of
from kuajing.readers.seatunnel.stores import endpoints_of, stores_of, tables_of
from kuajing.readers.seatunnel.written import Malformed, read_hocon
from kuajing.source.text import SourceText

COUNTED = (
    "jobs",
    "read",
    "ends",
    "ends placed",
    "sources",
    "sources with columns",
    "of these real",
    "real with columns",
)
"""Jobs, those that are HOCON; sources and sinks that store something, those with a place; all sources, those whose
columns are known by name; the same without sources that make rows up."""


def counted(texts: Iterable[SourceText]) -> Counter[str]:
    """The figures of some jobs."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts["jobs"] += 1
        try:
            job = job_of(read_hocon(text.path, text.text))
        except Malformed:
            continue
        counts["read"] += 1
        counts += _of_job(job, text)
    return counts


def _of_job(job: Job, text: SourceText) -> Counter[str]:
    counts: Counter[str] = Counter()
    reading = Reading(catalogue_of(()), {}, {}, Quoted(Strings.of(text)), read_movement)
    for plugin in (*job.of("source"), *job.of("sink")):
        is_real = not connector_named(plugin.family).is_made_up
        if is_real:
            counts["ends"] += 1
            counts["ends placed"] += _has_place(plugin)
        if plugin.section == "source":
            named = _names_columns(plugin, reading)
            counts["sources"] += 1
            counts["sources with columns"] += named
            counts["of these real"] += is_real
            counts["real with columns"] += is_real and named
    return counts


def _has_place(plugin: Plugin) -> bool:
    connector = connector_named(plugin.family)
    return any(
        stores_of(keys, connector) or any(endpoints_of(keys, connector)) for keys in tables_of(plugin.keys)
    )


def _names_columns(plugin: Plugin, reading: Reading) -> bool:
    tables = stream_of(plugin, reading).tables
    return bool(tables) and all(table.columns and not table.rest for table in tables)
