"""Texts with connectors, mirrors and workers, read together, to the facts of each."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import Fact, ReadFact
from kuajing.readers.beside import counted
from kuajing.readers.catalogue import Catalogue, catalogue_of
from kuajing.readers.connect.clusters import Clusters
from kuajing.readers.connect.connector_table import row_for
from kuajing.readers.connect.facts import (
    MECHANISM,
    MIRROR,
    Connector,
    Outcome,
    before_steps,
    outcome_of,
    outcome_of_mirror,
)
from kuajing.readers.connect.filling import filled
from kuajing.readers.connect.guessing import guessed
from kuajing.readers.connect.held import held_in
from kuajing.readers.connect.linking import Asked
from kuajing.readers.connect.mirrors import mirror_of
from kuajing.readers.connect.pages import Page, page_of
from kuajing.readers.connect.recognise import is_whole, may_hold
from kuajing.readers.connect.rows import Way
from kuajing.readers.connect.servers import outcome_of_server
from kuajing.readers.connect.sinks import topics_of
from kuajing.readers.connect.steps import steps_of
from kuajing.readers.datax.strings import Strings
from kuajing.readers.embedded_sql import EMBEDDED_SQL
from kuajing.readers.kubernetes import KUBERNETES
from kuajing.readers.seams import Reader, SourceContext
from kuajing.readers.seatunnel.places import Quoted
from kuajing.readers.seatunnel.queries import Reading
from kuajing.source.text import SourceText

Key = tuple[str | None, Endpoint | None]
Say = Callable[[Catalogue], Iterator[Fact]]
Texts = tuple[tuple[SourceText, SourceContext], ...]


def recognises(path: str, text: str) -> bool:
    """Whether a text is settings of Kafka Connect or MirrorMaker, or a script or document that holds some."""
    if not text:
        return False
    return is_whole(path, text) or (may_hold(path, text) and bool(held_in(path, text)))


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """Connectors tell no shapes; what stands beside them may."""
    for reader in _beside(text):
        yield from reader.structure(text, context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """What a text says, with all texts of its kind in hand."""
    yield from context.together[text.path](catalogue)


@dataclass(frozen=True, slots=True)
class Read:
    """One text taken apart, and its connectors ready to be told."""

    text: SourceText
    context: SourceContext
    page: Page
    connectors: tuple[Connector, ...]


def together(texts: Texts) -> Mapping[str, Say]:
    """What each text says, by its path."""
    pages = {
        text.path: _filled(page_of(text.path, text.text, context.values), context) for text, context in texts
    }
    clusters = Clusters()
    for text, context in texts:
        page = pages[text.path]
        for worker in page.workers:
            clusters.worker(text.path, worker, context.values)
        clusters.hinted(text.path, page.configs)
    reads = [_read(text, context, pages[text.path], clusters) for text, context in texts]

    @cache
    def asked() -> Mapping[Key, Asked]:
        return _asked(reads)

    return {read.text.path: _say(read, asked) for read in reads}


def _filled(page: Page, context: SourceContext) -> Page:
    return replace(page, configs=tuple(filled(one, context.values) for one in page.configs))


def _read(text: SourceText, context: SourceContext, page: Page, clusters: Clusters) -> Read:
    system = context.rule.system if context.rule is not None else None
    connectors = []
    for config in page.configs:
        row = row_for(config)
        known = row or guessed(config)
        cluster = clusters.of(config, known.way, text.path, system)
        connectors.append(Connector(config, known, cluster, is_guessed=row is None))
    return Read(text, context, page, tuple(connectors))


def _reading(read: Read, catalogue: Catalogue) -> Reading:
    context = read.context
    strings = Quoted(Strings.of(read.text))
    return Reading(catalogue, context.functions, context.values, strings, context.read)


def _asked(reads: list[Read]) -> Mapping[Key, Asked]:
    """Of each cluster the topics that are read by name and the sources that may fill them."""
    empty = catalogue_of(())
    topics: dict[Key, set[str]] = defaultdict(set)
    sources = defaultdict(list)
    for read in reads:
        for connector in read.connectors:
            key = connector.cluster.key
            if connector.row.way is Way.SINK:
                topics[key] |= {one.name for one in topics_of(connector.config)}
            elif connector.row.way is Way.SOURCE:
                flows = before_steps(connector, _reading(read, empty))
                sources[key].append((flows, steps_of(connector.config.keys)))
            elif connector.row.way is Way.COPY:
                mirror = mirror_of(connector.config, None, read.context.values)
                topics[None, mirror.source] |= {name for name, _ in mirror.copied}
        for mirror in read.page.mirrors:
            topics[None, mirror.source] |= {name for name, _ in mirror.copied}
    plain = {key: frozenset(name for name in found if "*" not in name) for key, found in topics.items()}
    return {key: Asked(plain.get(key, frozenset())).filled_by(found) for key, found in sources.items()}


def _say(read: Read, asked: Callable[[], Mapping[Key, Asked]]) -> Say:
    def say(catalogue: Catalogue) -> Iterator[Fact]:
        yield from _facts(read, asked(), catalogue)

    return say


def _facts(read: Read, asked: Mapping[Key, Asked], catalogue: Catalogue) -> Iterator[Fact]:
    whole = next((fault for fault in read.page.faults if fault.grain == "file"), None)
    if whole is not None:
        yield whole
        return
    fates: Counter[str] = Counter({"unread": len(read.page.faults)})
    yield from read.page.faults
    reading = _reading(read, catalogue)
    for outcome in _outcomes(read, asked, reading):
        fates[outcome.fate] += 1
        yield from outcome.facts
    for reader in _beside(read.text):
        yield from counted(reader.movement(read.text, read.context, catalogue), fates)
    if not fates.total():
        fates["idle"] += 1
    name = MECHANISM if read.page.configs or not read.page.mirrors else MIRROR
    yield ReadFact(read.text.path, name, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


def _outcomes(read: Read, asked: Mapping[Key, Asked], reading: Reading) -> Iterator[Outcome]:
    for connector in read.connectors:
        yield outcome_of(connector, asked.get(connector.cluster.key, Asked()), reading)
    for mirror in read.page.mirrors:
        yield outcome_of_mirror(mirror)
    for settings in read.page.servers:
        yield outcome_of_server(read.text.path, settings, reading)


def _beside(text: SourceText) -> Iterator[Reader]:
    """Readers that find something of their own in the same text."""
    for reader in (EMBEDDED_SQL, KUBERNETES):
        if reader.recognises(text.path, text.text):
            yield reader
