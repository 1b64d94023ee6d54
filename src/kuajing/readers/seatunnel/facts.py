"""A SeaTunnel job as facts: every sink, and every model that values are sent to, with its one fate."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.model.facts import Fact, InfluenceFact, MoveFact, ReadFact, Running, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.records import Note
from kuajing.readers.datax.strings import Strings
from kuajing.readers.seams import SourceContext
from kuajing.readers.seatunnel.connector_table import connector_named
from kuajing.readers.seatunnel.filling import filled
from kuajing.readers.seatunnel.jobs import Job, Plugin, job_of
from kuajing.readers.seatunnel.models import MODELS, sending_of
from kuajing.readers.seatunnel.places import Quoted
from kuajing.readers.seatunnel.queries import Reading
from kuajing.readers.seatunnel.sinks import MECHANISM, sent, written
from kuajing.readers.seatunnel.sources import stream_of
from kuajing.readers.seatunnel.streams import Stream
from kuajing.readers.seatunnel.transforms import transformed
from kuajing.readers.seatunnel.wiring import Wires
from kuajing.readers.seatunnel.written import Malformed, read_hocon
from kuajing.source.location import Location
from kuajing.source.text import SourceText


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """Nothing: a job names the columns it moves, not all that a table has."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of a job, what stayed unread of it, and how it fared as a whole."""
    try:
        document = read_hocon(text.path, text.text)
    except Malformed as fault:
        yield UnreadFact(
            fault.location, "unread.seatunnel_limit" if fault.is_limit else "unread.seatunnel_syntax", "file"
        )
        return
    job = filled(job_of(document), context.values)
    if not job.of("source") or not job.of("sink"):
        yield UnreadFact(Location(text.path), "unread.seatunnel_one_end", "file")
        return
    reading = Reading(catalogue, context.functions, context.values, Quoted(Strings.of(text)), context.read)
    account = _Account(Running(schedule=job.mode))
    account.notes += [Note("unread.seatunnel_include", place) for place in document.includes]
    account.notes += [Note("unread.seatunnel_stray", place) for place in job.strays]
    _follow(job, reading, account)
    yield from dict.fromkeys(account.facts)
    yield from dict.fromkeys(account.unread)
    yield from dict.fromkeys(
        UnreadFact(note.location, note.reason, "part", note.values) for note in account.notes
    )
    fates = account.fates
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


@dataclass(slots=True)
class _Account:
    """What a job came to so far."""

    running: Running
    facts: list[MoveFact | InfluenceFact] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unread: list[UnreadFact] = field(default_factory=list)
    fates: Counter[str] = field(default_factory=Counter)

    def nowhere(self, plugin: Plugin) -> None:
        """A plugin that says nothing of where it reads or writes."""
        values = (("plugin", plugin.name),)
        self.unread.append(UnreadFact(plugin.location, "unread.seatunnel_no_place", "statement", values))
        self.fates["unread"] += 1


def _follow(job: Job, reading: Reading, account: _Account) -> None:
    """The rows of a job from its sources through its transforms into its sinks."""
    wires = Wires()
    for plugin in job.of("source"):
        wires.add(plugin, stream_of(plugin, reading))
    for plugin in job.of("transform"):
        given = wires.taken_by(plugin)
        if plugin.family in MODELS:
            _send(plugin, given, account)
        wires.add(plugin, transformed(plugin, given, reading))
    for plugin in job.of("sink"):
        _sink(plugin, wires.taken_by(plugin), account)
    account.notes += wires.idle()


def _send(plugin: Plugin, given: Stream, account: _Account) -> None:
    if all(table.is_made_up for table in given.tables) and not given.notes:
        account.fates["idle"] += 1
        return
    notes: list[Note] = [*given.notes]
    for table in given.tables:
        sending = sending_of(plugin, table)
        if sending.service is None:
            account.nowhere(plugin)
            return
        account.facts += sent(sending.columns, sending.service, account.running)
    account.notes += notes
    account.fates["partial" if notes else "resolved"] += 1


def _sink(plugin: Plugin, given: Stream, account: _Account) -> None:
    is_shown = connector_named(plugin.family).is_made_up
    if is_shown or (not given.notes and all(table.is_made_up for table in given.tables)):
        account.fates["idle"] += 1
        return
    done = written(plugin, given, account.running)
    notes = (*given.notes, *done.notes)
    if not done.has_place and given.tables:
        account.nowhere(plugin)
        return
    account.facts += done.facts
    account.notes += notes
    nothing = not given.tables
    account.fates["unread" if nothing else "partial" if notes else "resolved"] += 1
