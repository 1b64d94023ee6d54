"""Events as values tell them: job, run, and the datasets read and written, each with the place that names it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.model.facts import DatasetMention
from kuajing.readers.openlineage.places import place_of
from kuajing.readers.openlineage.values import Value
from kuajing.source.bare_names import bare
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_LONGEST_NAME = 1000


@dataclass(frozen=True, slots=True)
class Named:
    """A dataset as an event names it, with its facets."""

    mention: DatasetMention
    facets: Mapping
    location: Location


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `run`, and the job's names, are empty where nothing is said; `faults` are places of what is none."""

    run: str
    job: tuple[str, str]
    inputs: tuple[Named, ...]
    outputs: tuple[Named, ...]
    datasets: tuple[Named, ...]
    facets: Mapping
    location: Location
    faults: tuple[Location, ...] = ()


def events_in(value: Value) -> Iterator[Event]:
    """Every event in a value, in the order of the text: those in lists, and those that a fixture wraps."""
    waiting: list[Node] = [value.node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if _is_event(node):
                yield _event(node)
            else:
                waiting += [inner for _, inner in reversed(node.entries)]
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)


def _is_event(node: Mapping) -> bool:
    keys = {key for key, _ in node}
    if not keys & {"inputs", "outputs", "job", "dataset"}:
        return False
    return bool(keys & {"eventType", "eventTime"}) or ("schemaURL" in keys and "producer" in keys)


def _event(node: Mapping) -> Event:
    faults: list[Location] = []
    found = {key: tuple(_listed(node.get(key), faults)) for key in ("inputs", "outputs", "dataset")}
    job = node.get("job")
    run = node.get("run")
    return Event(
        text(run, "runId"),
        (text(job, "namespace"), text(job, "name")),
        found["inputs"],
        found["outputs"],
        found["dataset"],
        mapping(job, "facets"),
        node.location,
        tuple(faults),
    )


def _listed(node: Node | None, faults: list[Location]) -> Iterator[Named]:
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return
    for item in node.items if isinstance(node, Sequence) else (node,):
        found = named(item)
        if found is None:
            faults.append(item.location)
        else:
            yield found


def named(node: Node | None) -> Named | None:
    """The dataset that a mapping names by namespace and name; None where it names none."""
    namespace, name = text(node, "namespace"), shown(node, "name")
    if not isinstance(node, Mapping) or not name or len(name) > _LONGEST_NAME:
        return None
    facets = mapping(node, "facets")
    uri = text(facets.get("dataSource"), "uri")
    return Named(place_of(namespace, name, uri), facets, node.location)


def text(node: Node | None, key: str) -> str:
    """The text under a key of a mapping, blank where none stands."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.value.strip() if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def shown(node: Node | None, key: str) -> str:
    """The text under a key as it may be shown: whatever an event calls a name may be an address with a password."""
    return bare(text(node, key))


def mapping(node: Node | None, key: str) -> Mapping:
    """The mapping under a key of a mapping, an empty one where none stands."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value if isinstance(value, Mapping) else Mapping((), Location(""))


def items(node: Node | None, key: str) -> tuple[Mapping, ...]:
    """The mappings in the list under a key."""
    value = node.get(key) if isinstance(node, Mapping) else None
    found = value.items if isinstance(value, Sequence) else ()
    return tuple(item for item in found if isinstance(item, Mapping))
