"""One SeaTunnel job as facts: every sink, and every model that values are sent to, with its one fate."""

from collections import Counter
from dataclasses import dataclass, field

from kuajing.model.facts import Fact, InfluenceFact, MoveFact, Running, UnreadFact
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
from kuajing.readers.seatunnel.sinks import sent, written
from kuajing.readers.seatunnel.sources import stream_of
from kuajing.readers.seatunnel.streams import Stream
from kuajing.readers.seatunnel.transforms import transformed
from kuajing.readers.seatunnel.wiring import Wires
from kuajing.readers.seatunnel.written import Malformed, read_hocon
from kuajing.source.location import Location
from kuajing.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job came to: its facts, and how many of its sinks fared how."""

    facts: tuple[Fact, ...]
    fates: Counter[str]


def outcome_of(
    text: SourceText, context: SourceContext, catalogue: Catalogue, *, is_disabled: bool = False
) -> Outcome | UnreadFact:
    """The job that a text is; the reason and place where it is none that can be read."""
    try:
        return _outcome(text, context, catalogue, is_disabled=is_disabled)
    except Malformed as fault:
        reason = "unread.seatunnel_limit" if fault.is_limit else "unread.seatunnel_syntax"
        return UnreadFact(fault.location, reason, "file")


def _outcome(
    text: SourceText, context: SourceContext, catalogue: Catalogue, *, is_disabled: bool
) -> Outcome | UnreadFact:
    document = read_hocon(text.path, text.text)
    job = filled(job_of(document), context.values)
    if not job.of("source") or not job.of("sink"):
        return UnreadFact(Location(text.path), "unread.seatunnel_one_end", "file")
    reading = Reading(catalogue, context.functions, context.values, Quoted(Strings.of(text)), context.read)
    account = _Account(Running(disabled=is_disabled, schedule=job.mode))
    account.notes += [Note("unread.seatunnel_include", place) for place in document.includes]
    account.notes += [Note("unread.seatunnel_stray", place) for place in job.strays]
    _follow(job, reading, account)
    parts = (UnreadFact(note.location, note.reason, "part", note.values) for note in account.notes)
    return Outcome(tuple(dict.fromkeys((*account.facts, *account.unread, *parts))), account.fates)


_MOST_FACTS = 1 << 20


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
        account.facts += sent(sending.columns, sending.service, sending.location, account.running)
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
    if len(account.facts) > _MOST_FACTS:
        raise Malformed(plugin.location, is_limit=True)
    account.notes += notes
    nothing = not given.tables
    account.fates["unread" if nothing else "partial" if notes else "resolved"] += 1
