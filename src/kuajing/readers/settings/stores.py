"""From settings to the stores that an application opens."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.readers.placeholders import names_in
from kuajing.readers.settings.buckets import bucket_at
from kuajing.readers.settings.endpoints import (
    UNREADABLE,
    endpoint_by_host,
    endpoint_of,
    has_scheme,
    holds_pairs,
)
from kuajing.readers.settings.groups import Group, grouped
from kuajing.readers.settings.roles import BUCKETS, Role, kind_said, leads_nowhere
from kuajing.readers.settings.setting import Setting
from kuajing.source.location import Location


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that settings name; `is_off` where a setting beside it switches it off."""

    endpoint: Endpoint
    location: Location
    is_off: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether the address could be read."""
        return self.endpoint.kind != UNREADABLE.kind


def stores_of(settings: Iterable[Setting], values: Mapping[str, str]) -> Iterator[Opened]:
    """Every store that settings name, in the order of the text; `values` fill placeholders."""
    every = tuple(settings)
    groups, others = grouped(every)
    asked = frozenset(name for one in every for name in names_in(one.text))
    for group in groups:
        yield from _of_group(group, values, asked)
    for one in others:
        is_address = has_scheme(one.text) or (one.text != "" and holds_pairs(one.words))
        endpoint = endpoint_of(one, values) if is_address and not leads_nowhere(one.words) else None
        if endpoint is not None:
            yield Opened(endpoint, one.location)


def _of_group(group: Group, values: Mapping[str, str], asked: frozenset[str]) -> Iterator[Opened]:
    seen: set[str] = set()
    bucket = _bucket(group, values)
    if bucket is not None:
        seen.update(bucket.endpoint.hosts)
        yield bucket
    # A whole URL says more than the same host beside it.
    for one in sorted(group.parts.get(Role.ADDRESS, ()), key=lambda one: not has_scheme(one.text)):
        is_told = bucket is not None and one.location == bucket.location
        if not one.text or leads_nowhere(one.words) or is_told:
            continue
        endpoint = endpoint_of(one, values)
        if endpoint is None or (seen and seen.issuperset(endpoint.hosts)):
            continue
        if endpoint is not UNREADABLE:
            seen.update(endpoint.hosts or (endpoint.address,))
        yield Opened(endpoint, one.location, group.is_off)
    host = group.first(Role.HOST)
    # What only fills an address elsewhere is no store beside it.
    if (
        host is not None
        and not seen
        and bucket is None
        and (kind_said(group.words) or host.name not in asked)
    ):
        endpoint = endpoint_by_host(group, values)
        if endpoint is not None and endpoint.kind != UNREADABLE.kind:
            yield Opened(endpoint, host.location, group.is_off)


def _bucket(group: Group, values: Mapping[str, str]) -> Opened | None:
    kind = kind_said(group.words)
    found = bucket_at(group, kind, values) if kind is not None and kind in BUCKETS else None
    return Opened(*found, group.is_off) if found is not None else None
