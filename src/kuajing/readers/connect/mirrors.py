"""Copies between clusters of Kafka, in whichever form they are written: what is copied, from where, under which name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import RUNS, Running
from kuajing.readers.connect.clusters import brokers
from kuajing.readers.connect.configs import Config, inside, keys_of, word
from kuajing.readers.connect.lists import Entry, entries, shown
from kuajing.readers.connect.patterns import is_plain, wildcards
from kuajing.readers.datax.records import Note
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.settings.setting import Setting
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping as Block
from kuajing.source.nodes import Node, Scalar, Sequence

TOPIC = "${topic}"
_EVERYTHING = ".*"
_KEPT = ("identity", "legacyreplication")
"""Words of policies by which a topic keeps its name."""
_STOPPED = frozenset({"paused", "stopped"})
_EXCLUDED = ("topics.exclude", "topics.blacklist", "topic.blacklist")


@dataclass(frozen=True, slots=True)
class Mirror:
    """One direction of copying; None for a cluster whose brokers are not said."""

    name: str
    source: Endpoint | None
    target: Endpoint | None
    topics: tuple[Entry, ...]
    left_out: tuple[Entry, ...]
    form: str
    location: Location
    running: Running = RUNS

    @property
    def copied(self) -> Iterator[tuple[str, Location]]:
        """Every topic that is copied, with wildcards where a pattern stands for several."""
        plain = {wildcards(one.text)[0] for one in self.left_out if is_plain(one.text)}
        for one in self.topics:
            for wild in wildcards(one.text):
                if wild not in plain:
                    yield wild, one.location

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is left out of copies that no list names one by one."""
        if not self.left_out or not any("*" in name for name, _ in self.copied):
            return ()
        names = shown(wild for one in self.left_out for wild in wildcards(one.text))
        return (Note("unread.connect_left_out", self.left_out[0].location, (("names", names),)),)


def mirrors_in_settings(settings: tuple[Setting, ...], values: Mapping[str, str]) -> Iterator[Mirror]:
    """The directions that a file of MirrorMaker 2 enables; none is enabled unless it says so."""
    keys = keys_of(settings)
    names = [name for one in entries(keys, "clusters") for name in one.text.split()]
    for source in dict.fromkeys(names):
        for target in dict.fromkeys(names):
            head = f"{source}->{target}."
            enabled = _enabled(keys, head)
            if source == target or enabled is None:
                continue
            own = _of_pair(keys, head)
            yield _mirror(
                f"{source}->{target}",
                own,
                (source, _cluster(keys, f"{source}.bootstrap.servers", values, source)),
                _cluster(keys, f"{target}.bootstrap.servers", values, target),
                enabled,
            )


def _enabled(keys: Keys, head: str) -> Location | None:
    """Where a direction is enabled: by itself, or with all those that pulses of life are sent through."""
    own = next(iter(keys.texts(f"{head}enabled")), None)
    pulses = keys.text(f"{head}emit.heartbeats.enabled", "emit.heartbeats.enabled") or "true"
    said = own if own is not None or pulses.lower() != "true" else next(iter(keys.texts("enabled")), None)
    return said.location if said is not None and str(said.value).strip().lower() == "true" else None


def mirrors_in(node: Node, values: Mapping[str, str]) -> Iterator[Mirror]:
    """The directions that a manifest of Strimzi describes."""
    spec = inside(node, "spec")
    kind = word(node, "kind")
    if spec is None:
        return
    running = Running(environment=word(inside(node, "metadata"), "namespace"))
    if kind == "KafkaMirrorMaker2":
        yield from _second(spec, running, values)
    elif kind == "KafkaMirrorMaker":
        pattern = spec.get("include") or spec.get("whitelist")
        ends = (_brokers(inside(spec, end), values, end) for end in ("consumer", "producer"))
        source, target = ends
        topics = _entry(pattern) or (Entry(_EVERYTHING, spec.location),)
        yield Mirror("MirrorMaker", source, target, topics, (), TOPIC, spec.location, running)


def mirror_of(config: Config, target: Endpoint | None, values: Mapping[str, str]) -> Mirror:
    """The copy that a connector makes."""
    keys = config.keys
    ends = {end: keys.text(f"{end}.cluster.alias") or f"{config.name}-{end}" for end in ("source", "target")}
    source = _cluster(keys, "src.kafka.bootstrap.servers", values, ends["source"]) or _cluster(
        keys, "source.cluster.bootstrap.servers", values, ends["source"]
    )
    target = _cluster(keys, "target.cluster.bootstrap.servers", values, ends["target"]) or target
    topics = entries(keys, "topic.whitelist", "topics", "topics.regex", "topic.regex")
    if config.family.startswith("replicator"):
        form = keys.text("topic.rename.format") or TOPIC
        place = config.location
        return Mirror(
            config.name,
            source,
            target,
            topics or (Entry(_EVERYTHING, place),),
            entries(keys, *_EXCLUDED),
            form,
            place,
            config.running,
        )
    return _mirror(config.name, keys, ("source", source), target, config.location, config.running)


def _second(spec: Block, running: Running, values: Mapping[str, str]) -> Iterator[Mirror]:
    listed = spec.get("clusters")
    clusters = {
        word(one, "alias"): _brokers(one, values, word(one, "alias"))
        for one in (listed.items if isinstance(listed, Sequence) else ())
        if isinstance(one, Block)
    }
    common = inside(spec, "target")
    mirrors = spec.get("mirrors")
    for one in mirrors.items if isinstance(mirrors, Sequence) else ():
        if not isinstance(one, Block):
            continue
        origin = inside(one, "source")
        alias = word(origin, "alias") or word(one, "sourceCluster")
        aim = word(common, "alias") or word(one, "targetCluster")
        source = _brokers(origin, values, alias) if origin is not None else clusters.get(alias)
        target = _brokers(common, values, aim) if common is not None else clusters.get(aim)
        connector = inside(one, "sourceConnector")
        if connector is None:
            continue
        entries_of_one = [
            (Scalar(name, one.location, name), node)
            for name, key in (
                ("topics", "topicsPattern"),
                ("topics.exclude", "topicsExcludePattern"),
                ("topics.blacklist", "topicsBlacklistPattern"),
            )
            if (node := one.get(key)) is not None
        ]
        inner = inside(connector, "config")
        keys = Keys(Block((*entries_of_one, *(inner.entries if inner is not None else ())), one.location))
        pause = connector.get("pause")
        is_off = word(connector, "state").lower() in _STOPPED or (
            isinstance(pause, Scalar) and pause.value is True
        )
        how = Running(is_off, running.environment)
        yield _mirror(f"{alias}->{aim}", keys, (alias, source), target, one.location, how)


def _mirror(
    name: str,
    keys: Keys,
    source: tuple[str, Endpoint | None],
    target: Endpoint | None,
    place: Location,
    running: Running = RUNS,
) -> Mirror:
    policy = (keys.text("replication.policy.class") or "").lower()
    separator = _or(keys, "replication.policy.separator", ".")
    called, brokers_of_source = source
    alias = _or(keys, "source.cluster.alias", called)
    form = TOPIC if any(one in policy for one in _KEPT) else f"{alias}{separator}{TOPIC}"
    topics = entries(keys, "topics") or (Entry(_EVERYTHING, place),)
    return Mirror(name, brokers_of_source, target, topics, entries(keys, *_EXCLUDED), form, place, running)


def _or(keys: Keys, key: str, otherwise: str) -> str:
    """The text under a key, which may be empty; another where the key is not there."""
    found = keys.value(key)
    if not isinstance(found, Scalar):
        return otherwise
    return "" if found.value is None else str(found.value).strip()


def _of_pair(keys: Keys, head: str) -> Keys:
    """The settings of one direction, with those of all where it has none of its own."""
    own = tuple(
        (Scalar(key.text.removeprefix(head), key.location, key.text.removeprefix(head)), value)
        for key, value in keys.node.entries
        if key.text.startswith(head)
    )
    return Keys(Block(own, keys.location), keys)


def _cluster(keys: Keys, name: str, values: Mapping[str, str], alias: str) -> Endpoint | None:
    text = next(iter(keys.texts(name)), None)
    return brokers(text, values, alias) if text is not None else None


def _brokers(node: Block | None, values: Mapping[str, str], alias: str) -> Endpoint | None:
    text = node.get("bootstrapServers") if node is not None else None
    return brokers(text, values, alias) if isinstance(text, Scalar) and text.value else None


def _entry(node: Node | None) -> tuple[Entry, ...]:
    if not isinstance(node, Scalar) or not node.value:
        return ()
    return entries(Keys(Block(((Scalar("topics", node.location, "topics"), node),), node.location)), "topics")
