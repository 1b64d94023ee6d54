"""Which cluster of Kafka the topics of a connector lie in: what its files say, or those beside it, or nobody."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.connect.configs import Config, Worker
from kuajing.readers.connect.rows import Way
from kuajing.readers.datax.records import Note
from kuajing.readers.placeholders import fill_address
from kuajing.source.nodes import Scalar

UNREAD = "kafka-connect"
UNKNOWN = Endpoint("kafka", f"conn:{UNREAD}", placeholder=f"conn:{UNREAD}")
"""The cluster of workers that no file describes; a system may be declared by this name."""

_NAME = re.compile(r"[\w.\-]{1,160}")
_OWN = {
    Way.SOURCE: ("producer.override.bootstrap.servers",),
    Way.SINK: ("consumer.override.bootstrap.servers",),
    Way.COPY: ("producer.override.bootstrap.servers", "dest.kafka.bootstrap.servers"),
}
_HINTS = (
    *("schema.history.internal.kafka.bootstrap.servers", "database.history.kafka.bootstrap.servers"),
    *("confluent.topic.bootstrap.servers", "openlineage.integration.dataset.kafka.bootstrap.servers"),
    *("signal.kafka.bootstrap.servers", "bootstrap.servers", "kafka.bootstrap.servers"),
)
"""Keys that name the cluster of the workers for some other purpose."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where topics lie: a declared system or an endpoint; `notes` say how far that is known."""

    system: str | None
    endpoint: Endpoint | None
    notes: tuple[Note, ...] = ()

    def topic(self, name: str) -> DatasetMention:
        """The dataset of a topic."""
        return DatasetMention((name,), self.system, self.endpoint)

    @property
    def key(self) -> tuple[str | None, Endpoint | None]:
        """What two mentions of one cluster have in common."""
        return self.system, self.endpoint


@dataclass(slots=True)
class Folder:
    """What the files of one folder say of clusters."""

    workers: set[Endpoint] = field(default_factory=set)
    hints: set[Endpoint] = field(default_factory=set)


@dataclass(slots=True)
class Clusters:
    """What all files say of the clusters that connectors run on."""

    by_name: dict[str, set[Endpoint]] = field(default_factory=lambda: defaultdict(set))
    folders: dict[str, Folder] = field(default_factory=lambda: defaultdict(Folder))

    def worker(self, path: str, worker: Worker, values: Mapping[str, str]) -> None:
        """Takes in a cluster of workers."""
        endpoint = brokers(worker.brokers, values)
        if worker.name is not None:
            self.by_name[worker.name].add(endpoint)
        for folder in _above(path):
            self.folders[folder].workers.add(endpoint)

    def hinted(self, path: str, configs: Iterable[Config]) -> None:
        """Takes in what connectors say of the cluster they run on."""
        found = {brokers(text, {}) for one in configs for text in _lists(one, _HINTS)}
        for folder in _above(path):
            self.folders[folder].hints |= found

    def of(self, config: Config, way: Way, path: str, system: str | None) -> Cluster:
        """The cluster of a connector's topics."""
        own = next(_lists(config, _OWN.get(way, ())), None)
        if own is not None:
            return Cluster(None, brokers(own, {}))
        if system is not None:
            return Cluster(system, None)
        named = self.by_name.get(config.workers or "", set())
        if len(named) == 1:
            return Cluster(None, next(iter(named)))
        hint = next(_lists(config, _HINTS), None)
        if hint is not None:
            return Cluster(None, brokers(hint, {}))
        return self._beside(config, path)

    def _beside(self, config: Config, path: str) -> Cluster:
        """The cluster that files beside name; of several none is better than the others."""
        for name in _above(path):
            folder = self.folders.get(name, Folder())
            if len(folder.workers) == 1:
                return Cluster(None, next(iter(folder.workers)))
            found = folder.workers or folder.hints
            if len(found) == 1:
                endpoint = next(iter(found))
                values = (("connector", config.name), ("cluster", endpoint.address))
                return Cluster(
                    None, endpoint, (Note("unread.connect_cluster_beside", config.location, values),)
                )
            if found:
                break
        note = Note("unread.connect_cluster", config.location, (("connector", config.name),))
        return Cluster(None, UNKNOWN, (note,))


def brokers(text: Scalar, values: Mapping[str, str], name: str = UNREAD) -> Endpoint:
    """The cluster that a list of brokers names; one that cannot be read goes by `name`, apart from all others."""
    written = fill_address(str(text.value).strip(), values)
    # As Kafka's clients do, what stands before a host and is no part of one is passed over.
    parts = (part.strip().rpartition("://")[2].lstrip("=") for part in written.split(",") if part.strip())
    hosts = ",".join(parts)
    endpoint = read_address(hosts if hosts.startswith(("$", "{{", "<", "%")) else f"kafka://{hosts}")
    if endpoint.kind == "unknown":
        called = f"conn:{name if _NAME.fullmatch(name) else UNREAD}"
        return Endpoint("kafka", called, placeholder=called)
    return replace(endpoint, kind="kafka", path=None, database=None)


def _lists(config: Config, keys: tuple[str, ...]) -> Iterator[Scalar]:
    for key in keys:
        yield from config.keys.texts(key)[:1]


def _above(path: str) -> Iterator[str]:
    """The folder of a file and all around it, the nearest first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""
