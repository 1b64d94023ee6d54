"""Resources that copy, as transfers between stores: what moves, whether it runs, and where."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Running, UnreadFact
from kuajing.readers.infrastructure.copies import COPIES
from kuajing.readers.infrastructure.copy_kinds import SELF, Copy, End
from kuajing.readers.infrastructure.dms import dms_selection, leaves_out
from kuajing.readers.infrastructure.ends import Region, Stores, engine, in_region, region_of, server
from kuajing.readers.infrastructure.objects import dts_selection, objects_selection
from kuajing.readers.infrastructure.resources import Found
from kuajing.readers.infrastructure.selections import ALL, EVERYTHING, Selected, as_mapping
from kuajing.readers.infrastructure.stores import PROVIDERS
from kuajing.readers.infrastructure.values import (
    OFF,
    PLACE,
    Resource,
    Unknown,
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
    if not _applies(copy, one):
        return
    sources, targets = (_values(end, one, found) for end in (copy.source, copy.target))
    if not sources or not targets:
        # Many resources copy only where they say so: a database is no replica unless it names what it is a copy of.
        is_meant = bool(copy.each or copy.mapping or copy.source.parts) and not (
            copy.is_optional and not targets
        )
        if is_meant and not found.disabled:
            yield _untold(one, found)
        return
    for source in sources:
        for target in targets:
            yield from _between(copy, one, found, stores, (source, target))


def _between(
    copy: Copy, one: Value, found: Found, stores: Stores, values: tuple[Value, Value]
) -> Iterator[Told]:
    source, target = (
        _endpoint(end, value, one, found, stores)
        for end, value in zip((copy.source, copy.target), values, strict=True)
    )
    if source is None or target is None:
        if not found.disabled:
            yield _untold(one, found)
        return
    for end, at_end in ((copy.source, source), (copy.target, target)):
        waits = _region(end, one, found)
        if waits is not None and waits.id is None and at_end.region is None:
            yield region_untold(_place(one, found), found.provider, waits.waits)
    if source != target:
        yield from _moving(copy, one, found, (source, target))
    elif SELF not in {copy.source.path, copy.target.path} and not found.disabled:
        # A store that names itself among its copies copies nothing; two ends that are told apart by nothing may.
        yield _untold(one, found)


def _moving(copy: Copy, one: Value, found: Found, ends: tuple[Endpoint, Endpoint]) -> Iterator[Told]:
    source, target = ends
    location = _place(one, found)
    running = Running(disabled=_is_off(copy, one, found), environment=found.environment)
    mapped, notes = _mapped(copy, found, location)
    yield from notes
    for prefix in _prefixes(copy, one, found):
        for chosen in mapped:
            yield Transfer(
                mention(source, chosen.source, prefix),
                mention(target, chosen.target, prefix),
                chosen,
                location,
                running,
            )


def _applies(copy: Copy, one: Value) -> bool:
    """Whether the resource is of the sort that a copy of this kind asks for, as far as it says."""
    if copy.when is None:
        return True
    told = first(one, copy.when[0])
    return isinstance(told, Unknown) or text(told).lower() in copy.when[1]


def _values(end: End, one: Value, found: Found) -> tuple[Value, ...]:
    """What names an end, or the resource itself; several where the file leaves open which."""
    if end.parts is not None:
        is_told = any(_part(end, name, found) is not None for name in end.parts)
        return (Resource(found.key),) if is_told else ()
    if end.path in {SELF, "registry", "subscription"}:
        return (Resource(found.key),)
    values = at(found.values, end.path[1:]) if end.path.startswith("/") else at(one, end.path)
    return tuple(
        dict.fromkeys(value for value in values if isinstance(value, _NAMING) and not is_blank(value))
    )[:_MOST]


_NAMING = (str, int, Resource, Unknown)
_MOST = 16


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
        endpoint = stores.end(value, _in_cloud(end, one), found)
    region = _region(end, one, found)
    if endpoint is None or region is None:
        return endpoint
    told = in_region(endpoint, region)
    is_foreign = end.cloud and told.bucket and told.region and not told.provider
    return replace(told, provider=_CLOUDS.get(told.kind)) if is_foreign else told


def _in_cloud(end: End, one: Value) -> End:
    """An end whose kind the word for its cloud tells."""
    kind = _BUCKETS.get(text(first(one, end.cloud)).lower(), "") if end.cloud else ""
    return replace(end, kind=kind) if kind else end


_BUCKETS = {
    "aliyun": "oss",
    "aws": "s3",
    "azure": "azure_blob",
    "google": "gs",
    "huaweicloud": "obs",
    "qcloud": "cos",
    "tencent": "cos",
}
"""Kinds of buckets by the words that services for migration have for clouds."""
_CLOUDS = {"oss": "alibaba", "s3": "aws", "gs": "gcp", "obs": "huawei", "cos": "tencent"}


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


def mention(endpoint: Endpoint, path: tuple[str, ...], prefix: str) -> DatasetMention:
    """A dataset in a store; in a bucket what lies under a prefix."""
    if not endpoint.bucket:
        return DatasetMention(path, endpoint=endpoint)
    inside = f"{prefix}/{ALL}" if prefix else ALL
    if len(path) > 1 and not any(ALL in part for part in path):
        inside = "/".join(path)
    return DatasetMention((endpoint.bucket, inside), endpoint=endpoint)


def _is_off(copy: Copy, one: Value, found: Found) -> bool:
    if found.disabled or (isinstance(one, Mapping) and one.get(OFF) is True):
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
