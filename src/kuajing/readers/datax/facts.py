"""A DataX text as facts: every job with its one fate."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kuajing.model.facts import AliasFact, Fact, InfluenceFact, MoveFact, ReadFact, TableFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.filling import filled
from kuajing.readers.datax.jobs import End, Job, jobs_in
from kuajing.readers.datax.pairing import MECHANISM, mismatch, moves
from kuajing.readers.datax.reading import Reading
from kuajing.readers.datax.records import Note, Record, Sink
from kuajing.readers.datax.side_sql import side_sql
from kuajing.readers.datax.strings import Strings
from kuajing.readers.datax.transformers import Transformer, apply, read_transformers
from kuajing.readers.datax.writing import hive_names_of, shapes_of, sink_of
from kuajing.readers.seams import SourceContext
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact | AliasFact]:
    """The shapes that writers give to the files they make, and the names that Hive has for them."""
    node = _parsed(text)
    if isinstance(node, UnreadFact):
        return
    for job in _filled_jobs(node, context):
        if job.writer is not None:
            yield from shapes_of(job.writer.parameter, job.writer.plugin)
        for end in (job.reader, job.writer):
            if end is not None:
                yield from hive_names_of(end.parameter, end.plugin)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every job, what stayed unread of it, and how the text fared as a whole."""
    node = _parsed(text)
    if isinstance(node, UnreadFact):
        yield node
        return
    jobs = tuple(_filled_jobs(node, context))
    if not jobs:
        yield UnreadFact(Location(text.path), "unread.datax_one_end", "file")
        return
    fates: Counter[str] = Counter()
    reading = Reading(catalogue, context.functions, context.values, Strings.of(text), context.read)
    for job in jobs:
        outcome = _outcome(job, reading, catalogue)
        fates[outcome.fate] += 1
        moved = (replace(move, mechanism=job.mechanism) for move in outcome.moves)
        yield from dict.fromkeys((*moved, *outcome.unread))
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one job came to."""

    fate: str
    moves: tuple[MoveFact | InfluenceFact, ...] = ()
    unread: tuple[UnreadFact, ...] = ()


def fault(text: SourceText) -> UnreadFact | None:
    """Where and why a text is no JSON; None where it is."""
    node = _parsed(text)
    return node if isinstance(node, UnreadFact) else None


def _parsed(text: SourceText) -> Node | UnreadFact:
    try:
        return parse_json(text.path, text.text)
    except InputErrors as problem:
        # The sentence of a JSON fault may quote the text, and with it a password: only its place is kept.
        first = problem.errors[0]
        is_duplicate = first.message == "input_errors.duplicate_key"
        return UnreadFact(
            first.location, "unread.datax_duplicate_key" if is_duplicate else "unread.datax_json", "file"
        )


def _filled_jobs(node: Node, context: SourceContext) -> Iterator[Job]:
    """Every job, with values in the placeholders of its addresses and names."""
    for job in jobs_in(node):
        ends = (filled(end, context.values) if end is not None else None for end in (job.reader, job.writer))
        reader, writer = ends
        yield replace(job, reader=reader, writer=writer)


def _outcome(job: Job, reading: Reading, catalogue: Catalogue) -> _Outcome:
    reader, writer = job.reader, job.writer
    if reader is None or writer is None:
        return _failed(Note("unread.datax_job_shape", job.location))
    if reader.plugin.synthetic or writer.plugin.synthetic:
        return _Outcome("idle")
    records = reading.records(reader.parameter, reader.plugin)
    sink = sink_of(writer.parameter, writer.plugin, catalogue)
    if not records:
        return _failed(_nowhere("unread.datax_no_source", reader), sink)
    if not sink.datasets:
        return _failed(_nowhere("unread.datax_no_sink", writer))
    read = [read_transformers(node) for node in job.transformers]
    records = tuple(_transformed(record, [item for found, _ in read for item in found]) for record in records)
    notes = [note for _, unclear in read for note in unclear]
    notes += [note for record in records for note in record.notes]
    notes += sink.notes
    notes += [note for record in records if (note := mismatch(record, sink, writer.location)) is not None]
    notes += [_guessed(end) for end in (reader, writer) if not end.is_known]
    beside = [
        side_sql(end, catalogue, reading.functions, reading.values, reading.read) for end in (reader, writer)
    ]
    notes += [note for side in beside for note in side.notes]
    facts = tuple(fact for record in records for fact in moves(record, sink))
    facts += tuple(move for side in beside for move in side.moves)
    said = {(note.reason, note.values): note for note in reversed(notes)}
    return _Outcome(
        "partial" if notes else "resolved", facts, tuple(_unread(note, "part") for note in said.values())
    )


def _transformed(record: Record, transformers: list[Transformer]) -> Record:
    for transformer in transformers:
        record = apply(transformer, record)
    return record


def _failed(note: Note, sink: Sink | None = None) -> _Outcome:
    tables = () if sink is None else tuple(sorted({".".join(dataset.path) for dataset in sink.datasets}))
    return _Outcome("unread", (), (_unread(note, "statement", tables),))


def _nowhere(reason: str, end: End) -> Note:
    return Note(reason, end.location, (("plugin", end.name),))


def _guessed(end: End) -> Note:
    return Note("unread.datax_plugin", end.location, (("plugin", end.name),))


def _unread(note: Note, grain: str, tables: tuple[str, ...] = ()) -> UnreadFact:
    return UnreadFact(note.location, note.reason, grain, note.values, tables)
