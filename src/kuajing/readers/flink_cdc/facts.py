"""One pipeline as facts: every table that it follows, into whatever its route leads to, and to the models on the way."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.model.facts import DatasetMention, Fact, Fan, InfluenceFact, MoveFact, UnreadFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.flink_cdc.documents import Change, End, Pipeline, Way, followed_by
from kuajing.readers.flink_cdc.ends import Place, places_of
from kuajing.readers.flink_cdc.models import models_of
from kuajing.readers.flink_cdc.patterns import is_pattern
from kuajing.readers.flink_cdc.projections import Changed, Projections
from kuajing.readers.flink_cdc.regions import Region, cut, followed
from kuajing.readers.flink_cdc.targets import Target, targets_of
from kuajing.readers.seams import SourceContext

MECHANISM = "flink_cdc"
MOST_FACTS = 1 << 18


@dataclass(slots=True)
class Account:
    """What a pipeline came to so far."""

    facts: dict[Fact, None] = field(default_factory=dict)
    notes: dict[Note, None] = field(default_factory=dict)
    fates: Counter[str] = field(default_factory=Counter)

    def note(self, *notes: Note) -> None:
        """More that was not read."""
        self.notes.update(dict.fromkeys(notes))

    @property
    def is_full(self) -> bool:
        """Whether there are more facts than any real pipeline makes."""
        return len(self.facts) > MOST_FACTS


def account_of(pipeline: Pipeline, context: SourceContext, catalogue: Catalogue) -> Account:
    """Everything that a pipeline moves, with one fate for each pair of source and sink."""
    account = Account()
    account.note(*pipeline.notes)
    for source in pipeline.sources:
        for sink in pipeline.sinks:
            _between(source, sink, _Reading(pipeline, context, catalogue, account))
    return account


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one pipeline is read with, and the account that it is entered in."""

    pipeline: Pipeline
    context: SourceContext
    catalogue: Catalogue
    account: Account


def _between(source: End, sink: End, reading: _Reading) -> None:
    account = reading.account
    if source.connector.is_made_up:
        account.fates["idle"] += 1
        return
    froms = tuple(places_of(source.keys, source.connector, reading.context.values))
    intos = tuple(places_of(sink.keys, sink.connector, reading.context.values))
    lacking = [
        end for end, found in ((source, froms), (sink, intos)) if not found and not end.connector.is_made_up
    ]
    before = len(account.notes)
    for end in (source, sink):
        if end.connector.is_guessed:
            account.note(Note("unread.flink_cdc_connector", end.keys.location, (("connector", end.name),)))
    for end in lacking:
        account.note(Note("unread.flink_cdc_no_place", end.keys.location, (("connector", end.name),)))
    if lacking:
        account.fates["unread"] += 1
        return
    made = len(account.facts)
    for endpoint, location in froms[:1]:
        _from(source, (endpoint, location), (sink, intos), reading)
    is_partial = len(account.notes) > before or reading.pipeline.notes
    moves = len(account.facts) > made
    account.fates["partial" if is_partial else "resolved" if moves else "idle"] += 1


def _from(source: End, place: Place, into: tuple[End, tuple[Place, ...]], reading: _Reading) -> None:
    """The moves of every table at a source."""
    pipeline = reading.pipeline
    models = models_of(pipeline.models, reading.context.values)
    metadata = (name.strip() for name in (source.keys.text("metadata.list") or "").split(","))
    projections = Projections.of(reading.context, reading.catalogue, models, metadata)
    endpoint, location = place
    included, excluded = followed_by(source)
    for region in followed(included, excluded):
        for changed_region in cut(region, pipeline.changes, first_only=True):
            mention = DatasetMention(changed_region.pattern, endpoint=endpoint)
            changed = _changed(mention, changed_region, projections, place)
            reading.account.note(*changed.notes)
            plain: Region[None] = Region(changed_region.pattern, changed_region.besides, None)
            _to_models(changed, plain, reading)
            for way in cut(plain, pipeline.ways, first_only=pipeline.first_way_only):
                _to_sink(changed, way, into, reading)
            if reading.account.is_full:
                reading.account.note(Note("unread.flink_cdc_limit", location))
                return


def _changed(
    mention: DatasetMention, region: Region[Change], projections: Projections, place: Place
) -> Changed:
    rows = projections.rows(mention, place[1])
    return Changed(rows) if region.said is None else projections.changed(rows, region.said)


def _to_models(changed: Changed, region: Region[None], reading: _Reading) -> None:
    """Values that a model gets leave for its service, whatever the sink is."""
    for sent in changed.sent:
        service = sent.model.service
        if service is None:
            reading.account.note(
                Note("unread.flink_cdc_model", sent.model.location, (("model", sent.model.name),))
            )
            continue
        target = Target(service, service.path)
        for column in sent.columns:
            for value in column.values:
                fact = _move(value, column.name, target, region, reading)
                reading.account.facts[fact] = None


def _to_sink(
    changed: Changed, way: Region[Way], into: tuple[End, tuple[Place, ...]], reading: _Reading
) -> None:
    sink, places = into
    for endpoint, _ in places:
        for target in targets_of(way, sink, endpoint, reading.context.values):
            facts = _facts(changed, target, way, reading)
            reading.account.facts.update(dict.fromkeys(facts))


def _facts(changed: Changed, target: Target, way: Region[Way], reading: _Reading) -> Iterator[Fact]:
    table = changed.table
    for column in table.columns:
        for value in column.values:
            yield _move(value, column.name, target, way, reading)
    for value in table.rest:
        yield _move(value, ALL_COLUMNS, target, way, reading)
    for value in table.filters:
        if not is_pattern(way.pattern):
            source = DatasetMention(way.pattern, endpoint=value.dataset.endpoint)
            yield InfluenceFact(source, value.column, target.mention, value.location, MECHANISM)


def _move(
    value: Value, column: str, target: Target, region: Region[Way] | Region[None], reading: _Reading
) -> MoveFact:
    """A move of one column of the tables of a region, which a pattern may name."""
    fan = Fan(target.template, region.besides) if is_pattern(region.pattern) else None
    return MoveFact(
        DatasetMention(region.pattern, endpoint=value.dataset.endpoint),
        value.column,
        target.mention,
        column,
        value.transform,
        value.location,
        MECHANISM,
        value.functions,
        value.certain,
        running=reading.pipeline.running,
        fan=fan,
    )


def unread_of(account: Account) -> Iterator[UnreadFact]:
    """What was not read, as facts; what keeps a whole job from being read is of its grain."""
    for note in account.notes:
        grain = "statement" if note.reason == "unread.flink_cdc_no_place" else "part"
        yield UnreadFact(note.location, note.reason, grain, note.values)
