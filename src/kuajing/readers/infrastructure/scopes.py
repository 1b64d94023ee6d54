"""Modules as they are called: what their variables, locals, providers and outputs come to."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kuajing.readers.infrastructure.environments import environment_of_path
from kuajing.readers.infrastructure.evaluate import MOST_ITEMS, SOME, evaluate
from kuajing.readers.infrastructure.expressions import Block, Expression, Literal, Reference
from kuajing.readers.infrastructure.modules import Module
from kuajing.readers.infrastructure.values import (
    Resource,
    Unknown,
    Value,
    inside,
    is_settled,
    itemised,
)
from kuajing.source.credentials import is_secret_name
from kuajing.source.location import Location

_OF_CALLS = frozenset({"source", "version", "providers", "count", "for_each", "depends_on"})
_INDEX = re.compile(r"\[[^\]]*\]$")
_ENVIRONMENT = ("environment", "env", "stage", "env_name", "environment_name")


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider as a block sets it: its name, its region, and the environment its tags name."""

    name: str
    region: Value
    location: Location
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """The call that a module is made by: where it stands, what it hands over, and for which item."""

    scope: "Scope"
    block: Block
    item: Mapping[str, Value]


@dataclass(slots=True)
class Scope:
    """One module as one call sees it; what was evaluated once is remembered, the modules it calls are made when asked for."""

    module: Module
    root: str
    path: str
    arguments: Mapping[str, Value]
    files: Mapping[str, str]
    named_environment: str = ""
    call: "Called | None" = None
    below: "Callable[[Scope, str], dict[str, Scope]] | None" = None
    providers: dict[str, Provider] = field(default_factory=dict)
    bound: dict[str, Value] = field(default_factory=dict)
    children: "dict[str, dict[str, Scope]]" = field(default_factory=dict)
    made: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _told: dict[tuple[str, str], Value] = field(default_factory=dict)

    def key(self, address: str) -> str:
        """The key of a resource of this module, its own in the whole estate."""
        return f"{self.root}/{self.path}{address}"

    @property
    def environment(self) -> str:
        """The environment that a file of values, the folder, the workspace or a variable names, in this order."""
        folder = self.named_environment or environment_of_path(f"{self.root}/")
        if folder:
            return folder
        if self.module.workspace is not None:
            named = evaluate(self.module.workspace.expression, self)
            if isinstance(named, str) and is_settled(named):
                return named
        for name in _ENVIRONMENT:
            told = self.named("var", (name,), 0) if name in self.module.variables else None
            if isinstance(told, str) and is_settled(told):
                return told
        return ""

    def named(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        """The value of `name.steps`."""
        whole = ".".join((name, *steps))
        if name in self.bound:
            return inside(self.bound[name], steps, whole)
        if name == "path" and steps:
            return {"module": self.module.folder or ".", "root": self.root or ".", "cwd": "."}.get(steps[0])
        if steps and name in {"var", "local", "module"}:
            return self._own(name, steps, depth)
        start = 3 if name == "data" else 2
        address = ".".join((name, *steps)[:start])
        if address in self.module.resources:
            return self._one_of(address, (name, *steps)[start:])
        return Unknown(whole)

    def _one_of(self, address: str, steps: tuple[str, ...]) -> Value:
        """The resource that is meant of those a block makes, by its place or key; each of them where none is named."""
        if address not in self.made:
            # A block that is made by what refers to it stays one.
            self.made[address] = ()
            self.made[address] = tuple(key for key, _ in instances(self.module.resources[address], self))
        keys, name = self.made[address], ".".join((address, *steps))
        if steps and steps[0] in keys:
            return Resource(self.key(f"{address}{indexed(steps[0])}"), steps[1:])
        is_placed = bool(steps) and (steps[0].isdigit() or steps[0] == SOME)
        rest = steps[1:] if is_placed else steps
        if not keys or keys == ("",):
            return Resource(self.key(address), rest)
        if steps and not is_placed and self.module.resources[address].get("for_each") is not None:
            return Unknown(name, is_missing=True)
        every = tuple(Resource(self.key(f"{address}{indexed(key)}"), rest) for key in keys)
        if len(every) == 1:
            return every[0]
        return Unknown(name) if is_placed else every

    def _own(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        if name == "module":
            return self._output(steps, depth)
        told = self._variable(steps[0], depth) if name == "var" else self._local(steps[0], depth)
        return inside(told, steps[1:], ".".join((name, *steps)))

    def attribute(self, resource: Resource, depth: int) -> Value:
        """The value of an attribute of a resource of this module; the reference itself where its block is silent."""
        address = resource.key.removeprefix(self.key(""))
        block = self.module.resources.get(_INDEX.sub("", address))
        if block is None or not resource.steps:
            return resource
        asked = resource.steps[0]
        names = ("bucket", "name", "identifier") if asked in {"id", "bucket_name"} else (asked,)
        found = next((one for name in names if (one := block.get(name)) is not None), None)
        told = None
        if found is not None:
            before = dict(self.bound)
            self.bound.update(self._item_of(block, address))
            told = evaluate(found.expression, self, depth + 1)
            self.bound.clear()
            self.bound.update(before)
        return told if isinstance(told, str | int) else resource

    def _item_of(self, block: Block, address: str) -> dict[str, Value]:
        """What `count` and `each` are in the resource of an address."""
        return next((bound for key, bound in instances(block, self) if address.endswith(indexed(key))), {})

    def file(self, path: str) -> Value:
        """The text of a file, as a path from the root, or from the folder that Terraform is called in."""
        beside = posixpath.normpath(posixpath.join(self.root, path))
        return self.files.get(path.removeprefix("./"), self.files.get(beside, Unknown()))

    def provider(self, block: Block, kind: str) -> tuple[str, Provider | None]:
        """The name and the setting of the provider of a resource."""
        asked = block.get("provider")
        name = kind.split("_", 1)[0]
        if asked is not None and isinstance(asked.expression, Reference):
            name = ".".join(
                (asked.expression.name, *(s for s in asked.expression.steps if isinstance(s, str)))
            )
        elif asked is not None and isinstance(asked.expression, Literal):
            name = str(asked.expression.value)
        return name, self.providers.get(name)

    def _variable(self, name: str, depth: int) -> Value:
        if is_secret_name(name):
            return Unknown(f"var.{name}")
        block = self.module.variables.get(name)
        is_argument = self.call is not None and name not in _OF_CALLS
        argument = self.call.block.get(name) if self.call is not None and is_argument else None
        if name in self.arguments:
            told = self.arguments[name]
        elif argument is not None:
            told = self._argument(name, argument.expression, depth)
        else:
            default = block.get("default") if block is not None else None
            told = self._once("var", name, default.expression if default else Literal(None), depth)
        secret = block.get("sensitive") if block is not None else None
        is_set = (
            name in self.arguments
            or argument is not None
            or (block is not None and block.get("default") is not None)
        )
        if not is_set or (secret is not None and secret.expression == Literal(value=True)):
            return Unknown(f"var.{name}")
        return told

    def _argument(self, name: str, expression: Expression, depth: int) -> Value:
        key = ("argument", name)
        if key not in self._told and self.call is not None:
            caller = self.call.scope
            self._told[key] = Unknown(f"var.{name}")
            before = dict(caller.bound)
            caller.bound.clear()
            caller.bound.update(self.call.item)
            self._told[key] = evaluate(expression, caller, depth + 1)
            caller.bound.clear()
            caller.bound.update(before)
        return self._told[key]

    def called(self, name: str) -> "dict[str, Scope]":
        """The modules that a call makes, by the key of the item."""
        if name not in self.children:
            self.children[name] = {}
            if self.below is not None and name in self.module.calls:
                self.children[name] = self.below(self, name)
        return self.children[name]

    def _local(self, name: str, depth: int) -> Value:
        expression = self.module.locals.get(name)
        if expression is None or is_secret_name(name):
            return Unknown(f"local.{name}")
        told = self._once("local", name, expression, depth)
        return told if told != Unknown() else Unknown(f"local.{name}")

    def _output(self, steps: tuple[str, ...], depth: int) -> Value:
        name, *asked = steps
        children = self.called(name)
        if asked and asked[0] in children and asked[0]:
            children = {asked[0]: children[asked[0]]}
            asked = asked[1:]
        told = [child._answer(asked, ".".join(("module", *steps)), depth) for child in children.values()]  # noqa: SLF001  another value of this class
        if not told:
            return Unknown(".".join(("module", *steps)))
        return told[0] if len(told) == 1 else tuple(told)

    def _answer(self, asked: list[str], whole: str, depth: int) -> Value:
        expression = self.module.outputs.get(asked[0]) if asked else None
        if expression is None:
            return Unknown(whole)
        return inside(self._once("output", asked[0], expression, depth), tuple(asked[1:]), whole)

    def _once(self, kind: str, name: str, expression: object, depth: int) -> Value:
        key = (kind, name)
        if key not in self._told:
            # What comes back to itself stays open.
            self._told[key] = Unknown(f"{kind}.{name}")
            self._told[key] = evaluate(expression, self, depth + 1)  # type: ignore[arg-type]
        return self._told[key]


def instances(block: Block, scope: Scope) -> Iterator[tuple[str, dict[str, Value]]]:
    """What a block makes one of each for, by key, with what `count` and `each` are there; one alone has no key.

    Where the files do not tell how many there are, it counts as one. What is made for nothing is not there.
    """
    count, each = block.get("count"), block.get("for_each")
    number = evaluate(count.expression, scope) if count is not None else None
    items = evaluate(each.expression, scope) if each is not None else None
    if isinstance(number, int) and not isinstance(number, bool):
        for at in range(min(number, MOST_ITEMS)):
            yield str(at), {"count": {"index": at}}
    elif isinstance(items, Mapping):
        for key, value in itemised(items)[:MOST_ITEMS]:
            yield key, {"each": {"key": key, "value": value}}
    elif isinstance(items, tuple):
        for value in items[:MOST_ITEMS]:
            yield _key(value), {"each": {"key": value, "value": value}}
    else:
        yield "", {}


def _key(value: Value) -> str:
    return value.shown if isinstance(value, Unknown) else str(value)


def indexed(key: str) -> str:
    """The end of an address that tells one of several apart."""
    key = key.replace("/", "|")
    return "" if not key else (f"[{key}]" if key.isdigit() else f'["{key}"]')
