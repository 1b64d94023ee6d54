"""The connectors, workers and mirrors that a document holds, in whichever form: REST body, bare settings, YAML of Strimzi."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.model.facts import RUNS, Running
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.settings.setting import Setting
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

CLASS = "connector.class"
SERVER_SOURCE, SERVER_SINK = "debezium.source.", "debezium.sink."
_DEEPEST = 12
_MOST = 4_096
_SAFE = re.compile(r"[\w.\-]{1,120}")
_CLASS = re.compile(r"[\w.$\-]{1,200}")
_STOPPED = frozenset({"paused", "stopped"})
_WAYS = ("source", "sink")
_WORKER = ("offset.storage.topic", "offset.storage.file.filename", "config.storage.topic")


@dataclass(frozen=True, slots=True)
class Config:
    """One connector: its class, its name as it may be shown, its settings, and the cluster of workers it asks for."""

    kind: str
    name: str
    keys: Keys
    location: Location
    running: Running = RUNS
    workers: str | None = None

    @property
    def family(self) -> str:
        """The class as connectors are looked up by: its own name without the word connector."""
        package, _, last = self.kind.lower().replace("_", "").replace("-", "").rpartition(".")
        name = last.removesuffix("connector")
        way = package.rpartition(".")[2]
        return f"{name}{way}" if way in _WAYS and not name.endswith(_WAYS) else name


@dataclass(frozen=True, slots=True)
class Worker:
    """A cluster of workers, by the name that connectors ask for it where it has one, and its brokers as written."""

    name: str | None
    brokers: Scalar


def configs_in(node: Node, depth: int = 0) -> Iterator[Config]:
    """Every connector of a document, at whatever depth."""
    if depth > _DEEPEST:
        return
    match node:
        case Sequence():
            for item in node.items[:_MOST]:
                yield from configs_in(item, depth + 1)
        case Mapping():
            found = _config(node)
            if found is not None:
                yield found
                return
            for _, value in node.entries[:_MOST]:
                yield from configs_in(value, depth + 1)
        case _:
            return


def config_of(settings: Iterable[Setting], prefix: str = "") -> Config | None:
    """The connector of a list of settings; `prefix` stands before each of its keys."""
    keys = keys_of(settings, prefix)
    kind = keys.own(CLASS)
    return _made(kind, keys, None, RUNS) if isinstance(kind, Scalar) else None


def keys_of(settings: Iterable[Setting], prefix: str = "") -> Keys:
    """Settings as keys of one level."""
    entries = tuple(
        (
            Scalar(one.name.removeprefix(prefix), one.location, one.name.removeprefix(prefix)),
            Scalar(one.text, one.location, one.text),
        )
        for one in settings
        if one.name.startswith(prefix)
    )
    place = entries[0][1].location if entries else Location("")
    return Keys(Mapping(entries, Location(place.path, place.line)))


def workers_in(node: Node) -> Iterator[Worker]:
    """The clusters of workers that a document of an operator describes."""
    spec = inside(node, "spec")
    kafka = inside(inside(spec, "dependencies"), "kafka")
    kind, held, key = word(node, "kind"), spec, "bootstrapServers"
    if kind == "Connect":
        held, key = kafka, "bootstrapEndpoint"
    brokers = held.get(key) if held is not None else None
    if kind in {"KafkaConnect", "Connect"} and isinstance(brokers, Scalar) and brokers.value:
        name = word(inside(node, "metadata"), "name")
        yield Worker(name or None, brokers)


def worker_of(settings: Iterable[Setting]) -> Worker | None:
    """The cluster of workers that a file of settings describes."""
    keys = keys_of(settings)
    brokers = next(iter(keys.texts("bootstrap.servers")), None)
    is_worker = brokers is not None and keys.texts(*_WORKER) and not keys.texts(CLASS)
    return Worker(None, brokers) if is_worker and brokers is not None else None


def inside(node: Node | None, key: str) -> Mapping | None:
    """The mapping under a key."""
    found = node.get(key) if isinstance(node, Mapping) else None
    return found if isinstance(found, Mapping) else None


def word(node: Node | None, key: str) -> str:
    """The short text under a key, empty where there is none that may be shown."""
    found = node.get(key) if isinstance(node, Mapping) else None
    text = str(found.value).strip() if isinstance(found, Scalar) and found.value is not None else ""
    return text if _SAFE.fullmatch(text) else ""


def _config(node: Mapping) -> Config | None:
    kind = node.get(CLASS)
    if isinstance(kind, Scalar):
        return _made(kind, Keys(node), None, RUNS)
    spec = inside(node, "spec")
    if word(node, "kind") in {"KafkaConnector", "Connector"} and spec is not None:
        return _of_manifest(node, spec)
    inner = inside(node, "config")
    kind = inner.get(CLASS) if inner is not None else None
    if inner is None or not isinstance(kind, Scalar):
        return None
    is_stopped = word(node, "initial_state").lower() in _STOPPED
    return _made(kind, Keys(inner), word(node, "name") or None, Running(disabled=is_stopped))


def _of_manifest(node: Mapping, spec: Mapping) -> Config | None:
    """A connector as an operator keeps it: its class beside its settings."""
    asked = inside(spec, "connectClusterRef")
    spec = inside(spec, "connectorConfigs") or spec
    kind = spec.get("class")
    inner = inside(spec, "config") or inside(spec, "configs") or Mapping((), spec.location)
    if not isinstance(kind, Scalar):
        return None
    meta = inside(node, "metadata")
    pause = spec.get("pause")
    is_off = word(spec, "state").lower() in _STOPPED or (isinstance(pause, Scalar) and pause.value is True)
    workers = _label(inside(meta, "labels")) or word(asked, "name") or None
    running = Running(is_off, word(meta, "namespace"))
    return _made(kind, Keys(inner), word(meta, "name") or None, running, workers)


def _label(labels: Mapping | None) -> str:
    """The cluster of workers that a label of Strimzi, or of what is made from it, asks for."""
    keys = [key.text for key, _ in labels.entries if key.text.endswith("/cluster")] if labels else []
    return next((found for key in keys if (found := word(labels, key))), "")


def _made(
    kind: Scalar, keys: Keys, name: str | None, running: Running, workers: str | None = None
) -> Config | None:
    text = str(kind.value or "").strip()
    if not _CLASS.fullmatch(text):
        return None
    name = name or word(keys.node, "name") or text.rpartition(".")[2]
    return Config(text, name, keys, kind.location, running, workers)
