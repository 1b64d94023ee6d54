"""Infrastructure as facts: stores, transfers between them, and what of them is not told, by the file that says it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.facts import DatasetMention, Fact, MoveFact, ReadFact, TableFact, Transform, UnreadFact
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.infrastructure.copies import COPIES, PEERINGS
from kuajing.readers.infrastructure.copying import Told, Transfer, region_untold, transfers_of
from kuajing.readers.infrastructure.ends import Stores, region_of, stores_of
from kuajing.readers.infrastructure.groups import groups_of
from kuajing.readers.infrastructure.resources import Found
from kuajing.readers.infrastructure.selections import ALL
from kuajing.readers.infrastructure.stores import STORES
from kuajing.readers.infrastructure.values import first

Say = Callable[[Catalogue], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Page:
    """What one file says: its transfers and other facts in order, and how it fared."""

    mechanism: str
    told: tuple[Told | TableFact, ...]
    read: ReadFact

    def say(self, catalogue: Catalogue) -> Iterator[Fact]:
        """The facts of the file, with the shapes of all files in hand."""
        facts = (fact for one in self.told for fact in _facts(one, self.mechanism, catalogue))
        yield from dict.fromkeys(facts)
        yield self.read


def pages(found: Iterable[Found], paths: Iterable[str], mechanism: str) -> Mapping[str, Say]:
    """What each file says of the resources found in it; a file of no resource is read and moves nothing."""
    every = tuple(found)
    stores = stores_of(every)
    told: dict[str, list[Told | TableFact]] = defaultdict(list)
    fates: dict[str, Counter[str]] = defaultdict(Counter)
    for one in every:
        said = tuple(_of_one(one, stores))
        fates[one.location.path][_fate(said)] += 1
        told[one.location.path] += said
    for transfer in groups_of(every, stores):
        told[transfer.location.path].append(transfer)
    return {
        path: Page(mechanism, tuple(told[path]), _read(path, mechanism, fates[path])).say for path in paths
    }


def _of_one(one: Found, stores: Stores) -> Iterator[Told | TableFact]:
    if one.type in COPIES:
        yield from transfers_of(one, stores)
    if one.type in STORES and not one.is_read:
        yield from _store(one, stores)
    if one.type in PEERINGS:
        regions = (
            region_of(value).shown for path in PEERINGS[one.type] if (value := first(one.values, path))
        )
        values = (("resource", one.label), ("region", next(regions, "?")))
        yield UnreadFact(one.location, "unread.infrastructure_peering", "part", values)


def _store(one: Found, stores: Stores) -> Iterator[Told | TableFact]:
    """A resource that holds data: there is such a place, whatever lies in it."""
    endpoint = stores.of(one)
    if endpoint is None or one.disabled:
        return
    path = (endpoint.bucket, ALL) if endpoint.bucket else (ALL,)
    yield TableFact(DatasetMention(path, endpoint=endpoint), (), one.location, complete=False)
    if endpoint.region is None:
        own = first(one.values, STORES[one.type].region)
        place = one.location if own is not None or STORES[one.type].region != "region" else one.region_place
        yield region_untold(place, one.provider, region_of(own if own is not None else one.region).waits)


def _fate(said: tuple[Told | TableFact, ...]) -> str:
    moves = any(isinstance(one, Transfer) for one in said)
    open_ends = any(isinstance(one, UnreadFact) and one.grain == "job" for one in said)
    if moves:
        return "partial" if any(isinstance(one, UnreadFact) for one in said) else "resolved"
    return "unread" if open_ends else "idle"


def _read(path: str, mechanism: str, fates: Counter[str]) -> ReadFact:
    return ReadFact(
        path, mechanism, fates["resolved"], fates["partial"], fates["unread"], fates["idle"] or int(not fates)
    )


def _facts(one: Told | TableFact, mechanism: str, catalogue: Catalogue) -> Iterator[Fact]:
    if not isinstance(one, Transfer):
        yield one
        return
    pairs, note = _columns(one, catalogue)
    if note is not None:
        yield note
    for source, target in pairs:
        yield MoveFact(
            one.source,
            source,
            one.target,
            target,
            Transform.IDENTITY,
            one.location,
            mechanism,
            certain=one.certain,
            running=one.running,
        )


def _columns(one: Transfer, catalogue: Catalogue) -> tuple[list[tuple[str, str]], UnreadFact | None]:
    """The pairs of columns that move. What is taken out of a table of unknown columns counts as moving, and is told."""
    chosen = one.selected
    if chosen.columns is not None:
        return [pair for pair in chosen.columns if pair[0] not in chosen.dropped], None
    if not chosen.dropped and not chosen.renamed:
        return [(ALL_COLUMNS, ALL_COLUMNS)], None
    names = dict(chosen.renamed)
    known = catalogue.columns(one.source)
    if known is not None:
        return [(name, names.get(name, name)) for name in known if name not in chosen.dropped], None
    pairs = [
        (ALL_COLUMNS, ALL_COLUMNS),
        *((name, new) for name, new in names.items() if name not in chosen.dropped),
    ]
    if not chosen.dropped:
        return pairs, None
    table = ".".join(one.source.path)
    values = (("table", table), ("columns", ", ".join(sorted(chosen.dropped))))
    return pairs, UnreadFact(one.location, "unread.dms_removed_columns", "part", values)
