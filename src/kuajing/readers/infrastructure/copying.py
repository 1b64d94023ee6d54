"""Resources that copy, as transfers between stores: what moves, whether it runs, and where."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Running, UnreadFact
from kuajing.readers.infrastructure.copies import COPIES, GROUPED, PRIMARY, SELF, Copy, End
from kuajing.readers.infrastructure.dms import dms_selection, leaves_out
from kuajing.readers.infrastructure.ends import Region, Stores, engine, in_region, region_of, server
from kuajing.readers.infrastructure.objects import dts_selection, objects_selection
from kuajing.readers.infrastructure.resources import Found
from kuajing.readers.infrastructure.selections import ALL, EVERYTHING, Selected, as_mapping
from kuajing.readers.infrastructure.stores import PROVIDERS
from kuajing.readers.infrastructure.values import (
    PLACE,
    Resource,
    Value,
    at,
    first,
    is_blank,
    is_settled,
    text,
)
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class Transfer:
    """What one copy moves from one dataset into another; a path whose last part holds `*` means all beneath it."""

    source: DatasetMention
    target: DatasetMention
    selected: Selected
    location: Location
    running: Running
    certain: bool = True


Told = Transfer | UnreadFact

_GRAMMARS: Mapping[str, Callable[[Value], tuple[Selected, ...] | None]] = {
    "dms": dms_selection,
    "dts": dts_selection,
    "objects": objects_selection,
}


def transfers_of(found: Found, stores: Stores) -> Iterator[Told]:
    """The transfers that a resource makes, and what of them could not be told."""
    for copy in COPIES.get(found.type, ()):
        each = tuple(at(found.values, copy.each)) if copy.each else (found.values,)
        for one in each or ((found.values,) if copy.is_whole else ()):
            yield from _transfer(copy, one, found, stores)


def _transfer(copy: Copy, one: Value, found: Found, stores: Stores) -> Iterator[Told]:
    source_value, target_value = (_value(end, one, found) for end in (copy.source, copy.target))
    if is_blank(source_value) or is_blank(target_value):
        # Many resources copy only where they say so: a database is no replica unless it names what it is a copy of.
        if (copy.each or copy.mapping or copy.source.parts) and not found.disabled:
            yield _untold(one, found)
        return
    source, target = (
        _endpoint(end, value, one, found, stores)
        for end, value in ((copy.source, source_value), (copy.target, target_value))
    )
    location = _place(one, found)
    if source is None or target is None:
        if not found.disabled:
            yield _untold(one, found)
        return
    for end, at_end in ((copy.source, source), (copy.target, target)):
        waits = _region(end, one, found)
        if waits is not None and waits.id is None and at_end.region is None:
            yield region_untold(location, found.provider, waits.waits)
    if source == target:
        return
    running = Running(disabled=_is_off(copy, one, found), environment=found.environment)
    mapped, notes = _mapped(copy, found, location)
    yield from notes
    for prefix in _prefixes(copy, one, found):
        for chosen in mapped:
            yield Transfer(
                _mention(source, chosen.source, prefix),
                _mention(target, chosen.target, prefix),
                chosen,
                location,
                running,
            )


def _value(end: End, one: Value, found: Found) -> Value:
    if end.parts is not None:
        return Resource(found.key) if any(_part(end, name, found) is not None for name in end.parts) else None
    if end.path == SELF:
        return Resource(found.key)
    if end.path in {"registry", "subscription"}:
        return Resource(found.key)
    return first(found.values, end.path[1:]) if end.path.startswith("/") else first(one, end.path)


def _part(end: End, name: str, found: Found) -> Value:
    paths = (end.parts or {}).get(name, ())
    return next((value for path in paths if not is_blank(value := first(found.values, path))), None)


def _endpoint(end: End, value: Value, one: Value, found: Found, stores: Stores) -> Endpoint | None:
    if end.parts is not None:
        return _database(end, found, stores)
    if end.path in {"registry", "subscription"}:
        own = region_of(found.region)
        provider = PROVIDERS.get(found.provider.split(".")[0], found.provider)
        name = end.path if end.path == "registry" else found.key.lstrip("/")
        address = ":".join(part for part in (provider, own.shown, name) if part)
        endpoint: Endpoint | None = Endpoint(end.kind, address, provider=provider, region=own.id)
    else:
        endpoint = stores.end(value, end, found)
    region = _region(end, one, found)
    if endpoint is None or region is None:
        return endpoint
    return in_region(endpoint, region)


def _region(end: End, one: Value, found: Found) -> Region | None:
    """The region that is named beside an end; None where the end has no such place."""
    if not end.region:
        return None
    if end.region == "@region":
        return region_of(found.region)
    value = first(one, end.region)
    return None if value is None else region_of(value)


def _database(end: End, found: Found, stores: Stores) -> Endpoint | None:
    """A database that is described in parts: a resource, a host, or an instance in a region."""
    instance, host = _part(end, "instance", found), _part(end, "host", found)
    region = _part(end, "region", found)
    kind = (
        engine(text(_part(end, "engine", found)))
        or engine(text(first(found.values, "engine_type")))
        or "server"
    )
    database = text(_part(end, "database", found))
    for value in (instance, host):
        known = stores.end(value, End(kind=kind), found) if isinstance(value, Resource) else None
        if known is not None:
            return replace(known, database=known.database or (database if is_settled(database) else None))
    told = region_of(region) if region is not None else Region()
    provider = PROVIDERS.get(found.provider.split(".")[0], found.provider)
    if instance is not None and not isinstance(instance, Resource):
        name = text(instance)
        known = stores.names.get((provider, kind, name))
        address = ":".join(part for part in (provider, told.shown, name) if part)
        endpoint = known or Endpoint(kind, address)
    elif host is not None:
        endpoint = server(kind, text(host), text(_part(end, "port", found)), "")
    else:
        return None
    cloud = provider if told.id else endpoint.provider
    return replace(
        endpoint,
        provider=cloud,
        region=told.id or endpoint.region,
        database=endpoint.database or (database if is_settled(database) else None),
    )


def _mapped(copy: Copy, found: Found, location: Location) -> tuple[tuple[Selected, ...], list[UnreadFact]]:
    """What a copy selects; everything where it names nothing, or what it names cannot be read."""
    if not copy.mapping:
        return (EVERYTHING,), []
    value = first(found.values, copy.mapping)
    if value is None:
        return (EVERYTHING,), []
    told = as_mapping(value)
    chosen = _GRAMMARS[copy.grammar](told)
    if chosen is None:
        return (EVERYTHING,), [UnreadFact(location, "unread.infrastructure_mapping", "part")]
    notes = []
    if copy.grammar == "dms" and leaves_out(told):
        notes.append(UnreadFact(location, "unread.dms_excluded", "part"))
    return chosen, notes


def _prefixes(copy: Copy, one: Value, found: Found) -> tuple[str, ...]:
    said = [
        text(value)
        for path in copy.prefix
        for value in (at(found.values, path[1:]) if path.startswith("/") else at(one, path))
    ]
    return tuple(dict.fromkeys(prefix.strip("/") for prefix in said)) or ("",)


def _mention(endpoint: Endpoint, path: tuple[str, ...], prefix: str) -> DatasetMention:
    if not endpoint.bucket:
        return DatasetMention(path, endpoint=endpoint)
    inside = f"{prefix}/{ALL}" if prefix else ALL
    if len(path) > 1 and not any(ALL in part for part in path):
        inside = "/".join(path)
    return DatasetMention((endpoint.bucket, inside), endpoint=endpoint)


def _is_off(copy: Copy, one: Value, found: Found) -> bool:
    if found.disabled:
        return True
    return copy.off is not None and text(first(one, copy.off[0])).lower() in copy.off[1]


def _place(one: Value, found: Found) -> Location:
    place = one.get(PLACE) if isinstance(one, Mapping) else None
    return place if isinstance(place, Location) else found.location


def _untold(one: Value, found: Found) -> UnreadFact:
    return UnreadFact(_place(one, found), "unread.infrastructure_ends", "job", (("resource", found.label),))


def region_untold(location: Location, provider: str, waits: str) -> UnreadFact:
    """A region that no file tells, with the variable it waits for."""
    if not waits:
        return UnreadFact(location, "unread.infrastructure_no_region", "part", (("provider", provider),))
    values = (("provider", provider), ("name", waits))
    return UnreadFact(location, "unread.infrastructure_region", "part", values)


def groups_of(found: Iterable[Found], stores: Stores) -> Iterator[Transfer]:
    """The copies within each group of stores that follow one of them; which one is only told where it says so."""
    groups: dict[object, list[Found]] = defaultdict(list)
    for one in found:
        value = first(one.values, GROUPED.get(one.type, "")) if one.type in GROUPED else None
        if isinstance(value, Resource):
            groups[value.key].append(one)
        elif isinstance(value, str) and is_settled(value):
            groups[value].append(one)
    for members in groups.values():
        first_ones = [one for one in members if any(name in one.values for name in PRIMARY)]
        is_told = len(first_ones) == 1
        for source in first_ones if is_told else members:
            for target in members:
                ends = (stores.of(source), stores.of(target))
                if source is not target and ends[0] is not None and ends[1] is not None:
                    yield Transfer(
                        _mention(ends[0], EVERYTHING.source, ""),
                        _mention(ends[1], EVERYTHING.target, ""),
                        EVERYTHING,
                        target.location,
                        Running(source.disabled or target.disabled, target.environment),
                        certain=is_told,
                    )
