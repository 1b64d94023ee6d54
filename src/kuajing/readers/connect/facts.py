"""Connectors and mirrors as facts: each column or table with where it comes from and where it goes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.model.facts import DatasetMention, MoveFact, Running, UnreadFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.connect.clusters import Cluster
from kuajing.readers.connect.configs import Config
from kuajing.readers.connect.flowing import Flow, Flows
from kuajing.readers.connect.linking import Asked, by_name, linked
from kuajing.readers.connect.mirrors import TOPIC, Mirror, mirror_of
from kuajing.readers.connect.models import Sending, sent_to_models
from kuajing.readers.connect.rows import Row, Way
from kuajing.readers.connect.sinks import Topic, filled_by, topics_of
from kuajing.readers.connect.sources import Place, place_of, read_by
from kuajing.readers.connect.steps import stepped, steps_of
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.seatunnel.queries import Reading
from kuajing.readers.seatunnel.streams import Column, Table

MECHANISM = "connect"
MIRROR = "mirrormaker"
_MOST_FACTS = 1 << 18


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector that is ready to be told: its settings, its row, and the cluster of its topics."""

    config: Config
    row: Row
    cluster: Cluster
    is_guessed: bool = False

    @property
    def place(self) -> Place | None:
        """Where its data lies."""
        return place_of(self.config, self.row)

    @property
    def nowhere(self) -> UnreadFact:
        """What is told of one that names no place."""
        values = (("connector", self.config.name),)
        return UnreadFact(self.config.location, "unread.connect_no_place", "statement", values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a connector or mirror came to."""

    facts: tuple[MoveFact | UnreadFact, ...]
    fate: str


IDLE = Outcome((), "idle")


def outcome_of(connector: Connector, asked: Asked, reading: Reading) -> Outcome:
    """The moves of a connector."""
    if connector.row.way is Way.MADE_UP:
        return IDLE
    if connector.row.way is Way.COPY:
        endpoint = connector.cluster.endpoint
        mirror = mirror_of(connector.config, endpoint, reading.values)
        notes = connector.cluster.notes if mirror.target == endpoint else ()
        return outcome_of_mirror(mirror, notes)
    if connector.row.way is Way.SOURCE:
        return _of_source(connector, asked, reading)
    return _of_sink(connector)


def outcome_of_mirror(mirror: Mirror, notes: tuple[Note, ...] = ()) -> Outcome:
    """The moves of every topic that a mirror copies."""
    if mirror.source is None or mirror.target is None:
        values = (("connector", mirror.name),)
        return Outcome(
            (UnreadFact(mirror.location, "unread.connect_no_place", "statement", values),), "unread"
        )
    moves: list[MoveFact] = []
    for topic, location in mirror.copied:
        source = DatasetMention((topic,), endpoint=mirror.source)
        target = DatasetMention((mirror.form.replace(TOPIC, topic),), endpoint=mirror.target)
        column = Column(ALL_COLUMNS, (Value(source, ALL_COLUMNS, location),))
        moves += _moves_of([column], target, MIRROR, mirror.running, certain=True)
    return told(moves, (*notes, *mirror.notes))


def before_steps(connector: Connector, reading: Reading) -> Flows:
    """What a source reads, before its steps; nothing of one that is no source or names no place."""
    place = connector.place
    if connector.row.way is not Way.SOURCE or place is None:
        return Flows()
    return read_by(connector.config, connector.row, place, reading)


def _of_source(connector: Connector, asked: Asked, reading: Reading) -> Outcome:
    if connector.place is None:
        return IDLE if connector.row.store.is_local else Outcome((connector.nowhere,), "unread")
    steps = steps_of(connector.config.keys)
    flows = linked(before_steps(connector, reading), steps, asked)
    running = connector.config.running
    moves = [*sent(sent_to_models(flows, steps), running)]
    flows = by_name(stepped(flows, steps), asked)
    for flow in flows.flows:
        target = connector.cluster.topic(flow.topic)
        moves += moved(flow, target, running)
    return told(moves, (*_notes(connector), *flows.notes))


def _of_sink(connector: Connector) -> Outcome:
    config, place = connector.config, connector.place
    topics = topics_of(config)
    if place is None and connector.row.store.is_local:
        return IDLE
    if place is None or not topics:
        return Outcome((connector.nowhere,), "unread")
    steps = steps_of(config.keys)
    given = Flows(tuple(_given(topic, connector.cluster) for topic in topics))
    moves = [*sent(sent_to_models(given, steps), config.running)]
    flows = stepped(given, steps)
    for flow in flows.flows:
        for target in filled_by(config, connector.row, place, flow.topic):
            moves += moved(flow, target, config.running)
    return told(moves, (*_notes(connector), *flows.notes))


def _given(topic: Topic, cluster: Cluster) -> Flow:
    value = Value(cluster.topic(topic.name), ALL_COLUMNS, topic.entry.location)
    return Flow(topic.name, Table((topic.name,), rest=(value,), is_ordered=False))


def _notes(connector: Connector) -> tuple[Note, ...]:
    values = (("connector", connector.config.name),)
    known = (
        () if not connector.is_guessed else (Note("unread.connect_class", connector.config.location, values),)
    )
    return (*connector.cluster.notes, *known)


def _columns(table: Table) -> Iterator[Column]:
    yield from table.columns
    if table.rest:
        yield Column(ALL_COLUMNS, table.rest)


def _moves_of(
    columns: Iterable[Column], target: DatasetMention, mechanism: str, running: Running, *, certain: bool
) -> Iterator[MoveFact]:
    for column in columns:
        for value in column.values:
            yield MoveFact(
                value.dataset,
                value.column,
                target,
                column.name,
                value.transform,
                value.location,
                mechanism,
                value.functions,
                value.certain and certain,
                running=running,
            )


def moved(flow: Flow, target: DatasetMention, running: Running) -> Iterator[MoveFact]:
    """The moves of rows into a dataset."""
    yield from _moves_of(_columns(flow.table), target, MECHANISM, running, certain=flow.certain)


def sent(sendings: Iterable[Sending], running: Running) -> Iterator[MoveFact]:
    """The moves of columns to the services of models."""
    for one in sendings:
        yield from _moves_of([one.column], one.service, MECHANISM, running, certain=True)


def told(moves: list[MoveFact], notes: tuple[Note, ...]) -> Outcome:
    """What moves and notes come to."""
    parts = (UnreadFact(note.location, note.reason, "part", note.values) for note in notes)
    facts: tuple[MoveFact | UnreadFact, ...] = (*dict.fromkeys(moves[:_MOST_FACTS]), *dict.fromkeys(parts))
    return Outcome(facts, "partial" if notes else "resolved" if moves else "idle")
