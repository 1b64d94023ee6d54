"""What an instance of Canal takes from its database and sends on."""

from collections.abc import Callable, Iterator

from kuajing.model.facts import DatasetMention, Fact, MoveFact, ReadFact, TableFact, Transform, UnreadFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.canal.servers import Instance, Taken
from kuajing.readers.canal.settings import Settings
from kuajing.readers.canal.site import MECHANISM, Site
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.table_patterns import path_of
from kuajing.source.location import Location

Say = Callable[[Catalogue], Iterator[Fact]]
_FILTER = "canal.instance.filter.regex"


def facts_of_server(server: Settings) -> Say:
    """A server says how its instances hand changes on; what they take is their own to say."""

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        del catalogue
        if server.said("canal.instance.global.mode").lower() == "manager" or server.said(
            "canal.admin.manager"
        ):
            place = server.place("canal.admin.manager", "canal.instance.global.mode")
            yield UnreadFact(place, "unread.canal_manager", "part")
            yield ReadFact(server.path, MECHANISM, 0, 1, 0, 0)
        else:
            yield ReadFact(server.path, MECHANISM, 0, 0, 0, 1)

    return say


def facts_of_instance(instance: Instance, site: Site) -> Say:
    """The moves of an instance into its topics, and what of them is not told."""

    def say(catalogue: Catalogue) -> Iterator[Fact]:
        facts = tuple(_facts(instance, site, catalogue))
        yield from facts
        yield _read(instance.settings.path, facts)

    return say


def _read(path: str, facts: tuple[Fact, ...]) -> ReadFact:
    unread = any(isinstance(fact, UnreadFact) for fact in facts)
    if any(isinstance(fact, MoveFact) for fact in facts):
        return ReadFact(path, MECHANISM, int(not unread), int(unread), 0, 0)
    if any(isinstance(fact, UnreadFact) and fact.grain == "statement" for fact in facts):
        return ReadFact(path, MECHANISM, 0, 0, 1, 0)
    return ReadFact(path, MECHANISM, 0, int(unread), 0, int(not unread))


def _facts(instance: Instance, site: Site, catalogue: Catalogue) -> Iterator[Fact]:
    settings = instance.settings
    databases = instance.databases()
    place = _own(settings.place(_FILTER, "canal.instance.master.address"), settings)
    if not databases:
        yield UnreadFact(place, "unread.canal_no_database", "statement", (("instance", instance.name),))
        return
    if instance.hands_over:
        yield from _handed_over(instance, site, place)
        return
    if instance.leaves_more_out():
        yield UnreadFact(place, "unread.canal_filter", "part", (("instance", instance.name),))
    for database in databases:
        for taken in instance.taken():
            for pair, topic in instance.topics(taken.pair):
                source = DatasetMention(path_of(pair), endpoint=database)
                yield from _moves(source, topic, taken, place, instance, catalogue)


def _handed_over(instance: Instance, site: Site, place: Location) -> Iterator[Fact]:
    for database in instance.databases():
        for taken in instance.taken():
            yield TableFact(DatasetMention(taken.path, endpoint=database), (), place, complete=False)
    if not site.is_taken_up(instance):
        yield UnreadFact(place, "unread.canal_handed_over", "part", (("instance", instance.name),))


def _moves(
    source: DatasetMention,
    topic: DatasetMention,
    taken: Taken,
    place: Location,
    instance: Instance,
    catalogue: Catalogue,
) -> Iterator[Fact]:
    columns: tuple[str, ...] = taken.columns or (ALL_COLUMNS,)
    if taken.left_out:
        out = {name.lower() for name in taken.left_out}
        known = taken.columns or catalogue.columns(source)
        if known is not None:
            columns = tuple(name for name in known if name.lower() not in out)
        else:
            values = (("table", ".".join(source.path)), ("columns", ", ".join(taken.left_out)))
            yield UnreadFact(place, "unread.events_left_out", "part", values)
    for column in columns:
        yield MoveFact(
            source,
            column,
            topic,
            column,
            Transform.IDENTITY,
            place,
            MECHANISM,
            running=instance.running,
        )


def _own(place: Location, settings: Settings) -> Location:
    """A place in the instance's own file: what its server says for all stands elsewhere."""
    return place if place.path == settings.path else Location(settings.path)
