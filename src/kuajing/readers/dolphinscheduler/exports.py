"""An export of DolphinScheduler: its tasks with how they run, whichever version wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.model.facts import Running
from kuajing.readers.held import Held, items, member, words
from kuajing.source.credentials import is_secret_name, without_credentials
from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node

_DEFINITION = re.compile(r'"(?:process|workflow)Definition"\s*:\s*\{')
_TASKS = re.compile(r'"taskDefinitionList"\s*:\s*[\[n]')
_NAME = re.compile(r"[^\w\-.\u4e00-\u9fff]+")
_TYPE = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


@dataclass(frozen=True, slots=True)
class Task:
    """One task: `params` are its parameters and `held` the text that they stand in; None where they cannot be read."""

    name: str
    workflow: str
    type: str
    params: Mapping | None
    held: Held
    running: Running
    values: tuple[tuple[str, str], ...]
    location: Location

    def text(self, *keys: str) -> Held | None:
        """What a string among the parameters holds."""
        return self.held.inside(member(self.params, *keys))

    def said(self, *keys: str) -> str:
        """A short value among the parameters."""
        return words(member(self.params, *keys))


def recognises(path: str, text: str) -> bool:
    """Whether a text is an export; it may be kept under any name."""
    del path
    begins = text.lstrip("\ufeff \t\r\n")[:1] in {"[", "{"} if text else False
    return begins and _TASKS.search(text) is not None and _DEFINITION.search(text) is not None


def tasks_of(held: Held) -> Iterator[Task]:
    """Every task of every workflow of an export, in its order; raises InputErrors where it is no JSON."""
    for one in items(held.parsed()):
        definition = member(one, "workflowDefinition") or member(one, "processDefinition")
        if not isinstance(definition, Mapping):
            continue
        crontab = " ".join(words(member(one, "schedule", "crontab")).split())[:80]
        is_off = (
            words(member(definition, "releaseState")) == "OFFLINE"
            or words(member(definition, "flag")) == "NO"
        )
        common = _values(held, member(definition, "globalParams"))
        for task in items(member(one, "taskDefinitionList")):
            if isinstance(task, Mapping):
                running = Running(is_off or words(member(task, "flag")) == "NO", schedule=crontab)
                yield _task(held, task, _safe(words(member(definition, "name"))), running, common)


def _task(held: Held, task: Mapping, workflow: str, running: Running, common: dict[str, str]) -> Task:
    kind = words(member(task, "taskType")).upper()
    params = member(task, "taskParams")
    inner = held.inside(params)
    inside = held if inner is None else inner
    node = params if inner is None else _parsed(inner)
    values = common | _values(inside, member(node, "localParams"))
    return Task(
        _safe(words(member(task, "name"))),
        workflow,
        kind if _TYPE.fullmatch(kind) else "?",
        node if isinstance(node, Mapping) else None,
        inside,
        running,
        tuple(sorted(values.items())),
        held.at(task.location),
    )


def _values(held: Held, node: Node | None) -> dict[str, str]:
    """What parameters give to placeholders: no secrets, and nothing that waits for something else."""
    inner = held.inside(node) if not isinstance(node, Mapping) else None
    found: dict[str, str] = {}
    for one in items(_parsed(inner) if inner is not None else node):
        name, value = words(member(one, "prop")), words(member(one, "value"))
        if name and value and "$" not in value and not is_secret_name(name):
            shown = without_credentials(value)
            if shown.isprintable() and "***" not in shown:
                found[name] = shown
    return found


def _parsed(held: Held) -> Node | None:
    try:
        return held.parsed()
    except InputErrors:
        return None


def _safe(name: str) -> str:
    return _NAME.sub("_", name)[:80] or "?"
