"""Adapters of Canal: where they take changes from, the databases they may ask, and the stores they write to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.readers.canal.brokers import broker_at
from kuajing.readers.canal.settings import Settings
from kuajing.source.location import Location

_OUTER = re.compile(
    r"(?P<group>canal\.conf\.canalAdapters\.\d+)\.groups\.(?P<number>\d+)\.outerAdapters\.(?P<outer>\d+)\.(?P<key>.+)"
)
_SOURCE = re.compile(r"canal\.conf\.srcDataSources\.(?P<key>[^.]+)\.url")
_SAFE = re.compile(r"[\w.\-/]{1,80}")
_PRINTS = frozenset({"logger"})
"""Adapters that write nowhere but into the log."""


@dataclass(frozen=True, slots=True)
class Outer:
    """One store that changes are written to; `endpoint` is None where it has no address."""

    name: str
    key: str
    instance: str
    group: str
    endpoint: Endpoint | None
    location: Location


@dataclass(frozen=True, slots=True)
class Adapter:
    """What one file tells an adapter."""

    settings: Settings

    @property
    def mode(self) -> str:
        """How changes come: `tcp`, or the kind of broker."""
        return (self.settings.said("canal.conf.mode") or "tcp").lower()

    def broker(self) -> tuple[Endpoint, Location] | None:
        """The broker that changes are read from, None where the server hands them over."""
        return broker_at(self.mode, self.settings, "canal.conf.consumerProperties.", "canal.conf.mqServers")

    def sources(self) -> Iterator[tuple[str, Endpoint, Location]]:
        """The databases by their keys."""
        for name, one in self.settings.by_name.items():
            found = _SOURCE.fullmatch(name)
            if found is not None and one.text:
                yield found["key"], read_address(self.settings.said(name)), one.location

    def outers(self) -> Iterator[Outer]:
        """The stores that are written to, in the order of the file; those that only print left out."""
        grouped: dict[tuple[str, str, str], dict[str, str]] = {}
        for name in self.settings.by_name:
            found = _OUTER.fullmatch(name)
            if found is not None:
                at = (found["group"], found["number"], found["outer"])
                grouped.setdefault(at, {})[found["key"].removeprefix("properties.")] = name
        for (group, number, outer), names in grouped.items():
            prefix = f"{group}.groups.{number}"
            kind = self.settings.said(f"{prefix}.outerAdapters.{outer}.name")
            if kind.lower() in _PRINTS or not kind:
                continue
            endpoint, place = self._store(names)
            yield Outer(
                kind,
                self.settings.said(f"{prefix}.outerAdapters.{outer}.key"),
                self.settings.said(f"{group}.instance"),
                self.settings.said(f"{prefix}.groupId"),
                endpoint,
                place or self.settings.place(f"{prefix}.outerAdapters.{outer}.name"),
            )

    def _store(self, names: dict[str, str]) -> tuple[Endpoint | None, Location | None]:
        for key, scheme in _STORES:
            name = names.get(key)
            text = self.settings.said(name) if name is not None else ""
            if not text or name is None:
                continue
            if scheme == "hbase" and ":" not in text:
                port = self.settings.said(names.get("hbase.zookeeper.property.clientPort", ""))
                text = ",".join(f"{host}:{port}" if port else host for host in text.split(","))
            whole = text if not scheme or "://" in text.partition(",")[0] else f"{scheme}://{text}"
            endpoint = read_address(whole)
            if scheme and endpoint.kind == "http":
                endpoint = read_address(f"{scheme}://{whole.partition('://')[2]}")
            return endpoint, self.settings.place(name)
        return None, None


_STORES = (
    ("jdbc.url", ""),
    ("hosts", "elasticsearch"),
    ("hbase.zookeeper.quorum", "hbase"),
    ("kudu.master.address", "kudu"),
    ("tablestore.endpoint", "tablestore"),
    ("serviceUrl", ""),
    ("url", ""),
    ("uri", ""),
    ("address", ""),
)
"""Keys that hold the address of a store, and what it is where the address does not say so."""


def adapter_for(path: str, adapters: Iterable[Adapter]) -> Adapter | None:
    """The adapter that a mapping belongs to: whose folder holds it, the nearest; the only one there is stands for any."""
    known = tuple(adapters)
    holding = [one for one in known if not one.settings.folder or path.startswith(f"{one.settings.folder}/")]
    if holding:
        return max(holding, key=lambda one: len(one.settings.folder))
    return known[0] if len(known) == 1 else None


def safe_name(text: str) -> str:
    """A key as it may be shown."""
    return text if _SAFE.fullmatch(text) else "?"
