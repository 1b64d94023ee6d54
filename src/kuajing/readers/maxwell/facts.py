"""What Maxwell is told as facts: one job for each file of settings, and for each command that starts it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Transform,
    UnreadFact,
)
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.beside import shapes_beside, sql_beside
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.maxwell.filters import left_out, passing
from kuajing.readers.maxwell.producers import PRINTS, PRODUCERS
from kuajing.readers.maxwell.recognise import is_settings
from kuajing.readers.maxwell.told import Told, in_command, in_commands, in_settings
from kuajing.readers.seams import SourceContext
from kuajing.readers.table_patterns import path_of
from kuajing.source.nodes import Scalar
from kuajing.source.text import SourceText

MECHANISM = "maxwell"
_SAFE = re.compile(r"[\w.\-]{1,80}")
_ENCRYPTS = frozenset({"all", "data"})


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """Maxwell tells no shapes; SQL beside it in a script may."""
    if not is_settings(text.path, text.text):
        yield from shapes_beside(text, context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every job, what stayed unread of it, and how the text fared as a whole."""
    fates: Counter[str] = Counter()
    alone = is_settings(text.path, text.text)
    jobs = (in_settings(text, context.values),) if alone else tuple(in_commands(text, context.values))
    for told in jobs:
        facts = tuple(dict.fromkeys(_facts(told, catalogue)))
        yield from facts
        fates[_fate(facts)] += 1
    if not alone:
        yield from sql_beside(text, context, catalogue, fates)
    fates = fates or Counter({"idle": 1})
    yield ReadFact(text.path, MECHANISM, fates["resolved"], fates["partial"], fates["unread"], fates["idle"])


def facts_of_command(
    command: Scalar, values: Mapping[str, str], catalogue: Catalogue
) -> Iterator[MoveFact | InfluenceFact | UnreadFact]:
    """What Maxwell does when a container starts it with this command."""
    for told in in_command(command, values):
        yield from dict.fromkeys(_facts(told, catalogue))


def _fate(facts: tuple[Fact, ...]) -> str:
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    if any(fact.grain == "statement" for fact in unread):
        return "unread"
    return "partial" if unread else "resolved" if facts else "idle"


def _facts(told: Told, catalogue: Catalogue) -> Iterator[MoveFact | InfluenceFact | UnreadFact]:
    producer = told.said("producer").lower() or "stdout"
    if producer in PRINTS:
        return
    place = told.place("producer")
    sink = PRODUCERS.get(producer)
    if sink is None or told.said("custom_producer.factory"):
        shown = producer if _SAFE.fullmatch(producer) else "?"
        yield UnreadFact(place, "unread.maxwell_producer", "statement", (("producer", shown),))
        return
    database = _database(told)
    chosen = passing(told)
    for pair in chosen.pairs:
        source, target = DatasetMention(path_of(pair), endpoint=database), sink(told, pair)
        if target is None:
            yield UnreadFact(place, "unread.maxwell_producer", "statement", (("producer", producer),))
            return
        yield from _moves(told, source, target, catalogue)
    for pair, column in chosen.deciding:
        target = sink(told, pair)
        if target is not None:
            source = DatasetMention(path_of(pair), endpoint=database)
            yield InfluenceFact(source, column, target, told.place("filter"), MECHANISM)
    if chosen.is_less:
        yield UnreadFact(told.place("filter"), "unread.maxwell_filter", "part")
    if told.said("javascript"):
        yield UnreadFact(told.place("javascript"), "unread.maxwell_javascript", "part")


def _database(told: Told) -> Endpoint:
    """The server whose changes are taken: where it keeps its own state may be another."""
    host = told.said("replication_host")
    port = told.said("replication_port") if host else told.said("port")
    return read_address(f"mysql://{host or told.said('host') or 'localhost'}:{port or 3306}")


def _moves(
    told: Told, source: DatasetMention, target: DatasetMention, catalogue: Catalogue
) -> Iterator[MoveFact | UnreadFact]:
    place = told.place("filter", "replication_host", "host")
    out = left_out(told)
    known = catalogue.columns(source) if out else None
    columns: tuple[str, ...] = (ALL_COLUMNS,)
    if known is not None:
        columns = tuple(
            name for name in known if not any(fnmatchcase(name.lower(), one.lower()) for one in out)
        )
    elif out:
        values = (("table", ".".join(source.path)), ("columns", ", ".join(out)))
        yield UnreadFact(told.place("exclude_columns"), "unread.events_left_out", "part", values)
    encrypts = told.said("encrypt").lower() in _ENCRYPTS
    transform = Transform.DERIVED if encrypts else Transform.IDENTITY
    functions = ("encrypt",) if encrypts else ()
    for column in columns:
        yield MoveFact(source, column, target, column, transform, place, MECHANISM, functions)
