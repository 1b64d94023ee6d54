"""The objects of a manifest: workloads with their containers, maps of settings, and secrets that stay closed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

WORKLOADS = frozenset(
    (
        *("Deployment", "DeploymentConfig", "StatefulSet", "DaemonSet", "ReplicaSet"),
        *("ReplicationController", "Job", "CronJob", "Pod", "FlinkDeployment"),
    )
)
_SAFE = re.compile(r"[\w.\-]{1,120}")
_CONTAINERS = ("containers", "initContainers")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """One object: its kind, its name and namespace, empty where none is given that may be shown."""

    kind: str
    name: str
    namespace: str
    node: Mapping


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a container: its text, or the map or secret and the key that hold it."""

    name: str
    text: str
    location: Location
    holder: str = ""
    key: str = ""
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A map or secret from which a container takes all variables."""

    holder: str
    location: Location
    is_secret: bool


def things_in(node: Node, depth: int = 0) -> Iterator[Thing]:
    """Every object of a document; a list of them is entered."""
    if not isinstance(node, Mapping) or depth > _DEEPEST:
        return
    kind, items = text_of(node.get("kind")), node.get("items")
    if kind.endswith("List") and isinstance(items, Sequence):
        for item in items.items:
            yield from things_in(item, depth + 1)
    elif kind:
        meta = inside(node, "metadata")
        yield Thing(kind, _shown(meta, "name"), _shown(meta, "namespace"), node)


def pod_of(thing: Thing) -> Mapping | None:
    """What a workload says of the pods it starts."""
    spec = inside(thing.node, "spec")
    if thing.kind == "Pod":
        return spec
    if thing.kind == "CronJob":
        spec = inside(inside(spec, "jobTemplate"), "spec")
    return inside(inside(spec, "podTemplate" if thing.kind == "FlinkDeployment" else "template"), "spec")


def containers_of(pod: Mapping | None) -> Iterator[Mapping]:
    """Every container of a pod, those that only prepare it too."""
    for name in _CONTAINERS:
        found = pod.get(name) if pod is not None else None
        if isinstance(found, Sequence):
            yield from (item for item in found.items if isinstance(item, Mapping))


def variables_of(container: Mapping) -> Iterator[Variable]:
    """The variables that a container is given one by one."""
    found = container.get("env")
    for item in found.items if isinstance(found, Sequence) else ():
        if not isinstance(item, Mapping):
            continue
        name, value = text_of(item.get("name")), item.get("value")
        if isinstance(value, Scalar) and value.value is not None:
            yield Variable(name, text_of(value), value.location)
        source = inside(item, "valueFrom")
        for word, is_secret in (("configMapKeyRef", False), ("secretKeyRef", True)):
            held = inside(source, word)
            if held is not None:
                yield Variable(
                    name, "", held.location, _shown(held, "name"), _shown(held, "key"), is_secret=is_secret
                )


def given_to(container: Mapping) -> Iterator[Given]:
    """The maps and secrets from which a container takes whatever they hold."""
    found = container.get("envFrom")
    for item in found.items if isinstance(found, Sequence) else ():
        for word, is_secret in (("configMapRef", False), ("secretRef", True)):
            held = inside(item, word) if isinstance(item, Mapping) else None
            if held is not None:
                yield Given(_shown(held, "name"), held.location, is_secret=is_secret)


def inside(node: Node | None, key: str) -> Mapping | None:
    """The mapping under a key, None where there is none."""
    found = node.get(key) if isinstance(node, Mapping) else None
    return found if isinstance(found, Mapping) else None


def text_of(node: Node | None) -> str:
    """The text of a value, empty for what is no value."""
    if not isinstance(node, Scalar) or node.value is None:
        return ""
    return node.value if isinstance(node.value, str) else node.text


def _shown(node: Mapping | None, key: str) -> str:
    text = text_of(node.get(key)) if node is not None else ""
    return text if _SAFE.fullmatch(text) else ""
