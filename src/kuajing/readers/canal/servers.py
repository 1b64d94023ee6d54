"""Servers of Canal: the databases their instances take changes from, and the topics they send them to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention, Running
from kuajing.readers.canal.brokers import broker_at, is_broker
from kuajing.readers.canal.settings import Settings
from kuajing.readers.places import dataset_at
from kuajing.readers.table_patterns import ALL, Pair, fits, is_told_whole, narrowed, pairs_of, path_of
from kuajing.source.bare_names import bare

_ADDRESSES = (
    "canal.instance.master.address",
    "canal.instance.standby.address",
    "canal.instance.master1.address",
    "canal.instance.master2.address",
)
_OWN = frozenset({"mysql", "information_schema", "performance_schema", "sys"})
_FIELDS = re.compile(r"(?P<table>[^:]+):(?P<columns>.+)")
_EVERYTHING: Pair = (ALL, ALL)


@dataclass(frozen=True, slots=True)
class Taken:
    """Tables that an instance takes changes of, and the columns of them where it names those."""

    pair: Pair
    columns: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The path of the tables."""
        return path_of(self.pair)


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance: its name, what it is told, and how it runs."""

    name: str
    settings: Settings
    running: Running

    @property
    def mode(self) -> str:
        """How changes are handed on: `tcp`, or the kind of broker."""
        return (self.settings.said("canal.serverMode") or "tcp").lower()

    @property
    def hands_over(self) -> bool:
        """Whether whoever connects is handed the changes, and no broker is sent them."""
        return not is_broker(self.mode)

    def databases(self) -> tuple[Endpoint, ...]:
        """The servers that changes are taken from."""
        told = (self.settings.said(name) for name in _ADDRESSES)
        return tuple(dict.fromkeys(read_address(f"mysql://{text}") for text in told if text))

    def taken(self) -> Iterator[Taken]:
        """The tables by the filters, each pattern once."""
        only = dict(_fields(self.settings.said("canal.instance.filter.field")))
        never = dict(_fields(self.settings.said("canal.instance.filter.black.field")))
        text = self.settings.said("canal.instance.filter.regex")
        pairs = [pair for part in text.split(",") if part.strip() for pair in pairs_of(part)]
        for pair in dict.fromkeys(pairs or [_EVERYTHING]):
            yield Taken(pair, only.get(pair, ()), never.get(pair, ()))
        for pair in {*only, *never}.difference(pairs):
            yield Taken(pair, only.get(pair, ()), never.get(pair, ()))

    def leaves_more_out(self) -> bool:
        """Whether the filters take less than `taken` tells: tables left out, or patterns that no path can tell."""
        text = self.settings.said("canal.instance.filter.black.regex")
        out = {pair[0] for part in text.split(",") if part.strip() for pair in pairs_of(part)}
        return bool(out - _OWN) or not all(is_told_whole(one.pair) for one in self.taken())

    def topics(self, pair: Pair) -> Iterator[tuple[Pair, DatasetMention]]:
        """The topics that changes of tables go to, each with those of the tables that it is for."""
        broker = broker_at(self.mode, self.settings, "", "canal.mq.servers")
        if broker is None:
            return
        named = list(self._dynamic(pair))
        if not any(narrow == pair for narrow, _ in named):
            named.append((pair, self._fixed()))
        for narrow, name in dict.fromkeys(named):
            yield narrow, dataset_at(broker[0], (bare(name),))

    def _fixed(self) -> str:
        exchange = self.settings.said("rabbitmq.exchange") if self.mode == "rabbitmq" else ""
        return exchange or self.settings.said("canal.mq.topic") or self.name

    def _dynamic(self, pair: Pair) -> Iterator[tuple[Pair, str]]:
        """`topic:expression` sends what fits to the topic; an expression alone makes the topic of the names."""
        for part in self.settings.said("canal.mq.dynamicTopic").split(","):
            topic, colon, expression = part.strip().rpartition(":")
            for pattern in pairs_of(expression) if expression else ():
                if fits(pattern, pair):
                    narrow = narrowed(pattern, pair)
                    of_names = "_".join(narrow) if "." in expression else narrow[0]
                    yield narrow, topic if colon else of_names


def _fields(text: str) -> Iterator[tuple[Pair, tuple[str, ...]]]:
    """`database.table:column/column` of a comma list."""
    for part in text.split(","):
        found = _FIELDS.fullmatch(part.strip())
        if found is not None:
            columns = tuple(name.strip() for name in found["columns"].split("/") if name.strip())
            for pair in pairs_of(found["table"]):
                yield pair, columns


def instances_of(files: Iterable[Settings], servers: Iterable[Settings]) -> Iterator[Instance]:
    """Each instance with what its server says for all of its instances."""
    known = {server.folder: server for server in servers}
    for file in files:
        server = _server_of(file, known)
        whole = file.over(server) if server is not None else file
        name = PurePosixPath(file.path)
        said = name.parent.name if name.name.startswith("instance") else name.name.partition(".")[0]
        yield Instance(said or "instance", whole, Running(disabled=_is_left_out(said, server)))


def _server_of(file: Settings, known: dict[str, Settings]) -> Settings | None:
    """The server whose folder holds the instance's, the nearest; the only one there is stands for any."""
    for folder in (file.folder, *(parent.as_posix() for parent in PurePosixPath(file.path).parents)):
        found = known.get("" if folder == "." else folder)
        if found is not None:
            return found
    return next(iter(known.values())) if len(known) == 1 else None


def _is_left_out(name: str, server: Settings | None) -> bool:
    """Whether the server starts only instances that it lists, and lists others."""
    if server is None or server.said("canal.auto.scan").lower() != "false":
        return False
    listed = [one.strip() for one in server.said("canal.destinations").split(",")]
    return name not in listed
