"""Topics that somebody reads by name, met with sources that read tables nobody names: which table may fill which topic."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from kuajing.model.facts import DatasetMention
from kuajing.readers.connect.changes import ALL, UNNAMED
from kuajing.readers.connect.flowing import Flow, Flows
from kuajing.readers.connect.steps import ROUTES, Step, routed_topic, stepped
from kuajing.readers.datax.records import Value

_BETWEEN = re.compile(r"[._\-]")
_MOST = 64
_MOST_TOPICS = 2_048


@dataclass(frozen=True, slots=True)
class Asked:
    """The topics of a cluster that are read by name, those that some source surely fills, and how many may fill each."""

    read: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    fillers: Mapping[str, int] | None = None

    def filled_by(self, sources: Iterable[tuple[Flows, tuple[Step, ...]]]) -> "Asked":
        """The same with what these sources fill, each as it is before its steps."""
        known = tuple(sources)
        filled = {
            flow.topic
            for flows, steps in known
            for flow in stepped(flows, steps).flows
            if ALL not in flow.topic
        }
        open_topics = sorted(self.read - filled)[:_MOST_TOPICS]
        counts = Counter(
            topic
            for flows, steps in known
            for topic in {topic for flow in flows.flows for topic, _ in _met(flow, steps, open_topics)}
        )
        return Asked(frozenset(open_topics), frozenset(filled), counts)


def linked(flows: Flows, steps: tuple[Step, ...], asked: Asked) -> Flows:
    """The flows of a source before its steps, with those of single tables that fill topics which are read by name."""
    fillers = asked.fillers or {}
    more = tuple(
        replace(_single(flow, star), certain=fillers.get(topic, 1) == 1 and flow.topic != ALL)
        for flow in flows.flows
        for topic, star in _met(flow, steps, sorted(asked.read))
    )
    return replace(flows, flows=(*flows.flows, *more))


def by_name(flows: Flows, asked: Asked) -> Flows:
    """The flows of a source after its steps, with those of one table by topics that its rows decide and that are read."""
    more = tuple(
        replace(flow, topic=topic, certain=False)
        for flow in flows.flows
        if ALL in flow.topic and not (flow.table.path and ALL in flow.table.path[-1])
        for topic in sorted(asked.read)
        if fnmatchcase(topic, flow.topic)
    )
    return replace(flows, flows=(*flows.flows, *more))


def _met(flow: Flow, steps: tuple[Step, ...], topics: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Topics that a flow of unnamed tables may go by, each with what the wildcard then stands for."""
    path = flow.table.path
    if not path or ALL not in path[-1] or flow.topic.count(ALL) != 1 or path[-1].count(ALL) != 1:
        return
    for topic in topics:
        star = next((star for star in _stars(topic, path) if _by(flow.topic, star, steps) == topic), None)
        if star is not None:
            yield topic, star


def _stars(topic: str, path: tuple[str, ...]) -> Iterator[str]:
    starts = [0, *(found.end() for found in _BETWEEN.finditer(topic))][:_MOST]
    ends = [topic[start:] for start in starts if topic[start:]]
    if len(path) > 1:
        yield from (end for end in ends if "." not in end)
        return
    yield from (end for end in ends if "." in end)
    yield from (f"{UNNAMED}.{end}" for end in ends)
    yield from (end for end in ends if "." not in end)


def _by(topic: str, star: str, steps: tuple[Step, ...]) -> str | None:
    """The topic that a table of a name goes by after all steps."""
    made: str | None = topic.replace(ALL, star)
    for step in steps:
        if made is not None and step.family in ROUTES:
            made = routed_topic(made, step)
    return made


def _single(flow: Flow, star: str) -> Flow:
    """The flow of one of the tables that it stands for."""
    plain = star.removeprefix(f"{UNNAMED}.")

    def path_of(path: tuple[str, ...]) -> tuple[str, ...]:
        last = path[-1].replace(ALL, plain)
        return (*path[:-1], *(last.split(".") if path[-1] == ALL and len(path) == 1 else (last,)))

    def moved(value: Value) -> Value:
        mention = value.dataset
        if not mention.path or ALL not in mention.path[-1]:
            return value
        return replace(value, dataset=DatasetMention(path_of(mention.path), mention.system, mention.endpoint))

    table = flow.table
    columns = tuple(replace(one, values=tuple(map(moved, one.values))) for one in table.columns)
    table = replace(table, path=path_of(table.path), columns=columns, rest=tuple(map(moved, table.rest)))
    return replace(flow, topic=flow.topic.replace(ALL, star), table=table)
