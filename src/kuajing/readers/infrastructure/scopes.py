"""Modules as they are called: what their variables, locals, providers and outputs come to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kuajing.readers.infrastructure.evaluate import evaluate
from kuajing.readers.infrastructure.expressions import Block, Keyed, Literal, Reference
from kuajing.readers.infrastructure.modules import Module, roots_of, source_of
from kuajing.readers.infrastructure.values import Resource, Unknown, Value, first, is_settled
from kuajing.source.credentials import is_secret_name
from kuajing.source.location import Location

MOST = 400
"""How many calls of modules one root may come to; what is beyond is told as unread."""

_FOLDER = re.compile(
    r"(?:^|/)(?:environments?|envs?|stages?|live|workspaces?|accounts?)/([\w.-]+)", re.IGNORECASE
)
_ENVIRONMENT = ("environment", "env", "stage", "env_name", "environment_name")
_TAGS = ("Environment", "environment", "Env", "env", "Stage", "stage")


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider as a block sets it: its name, its region, and the environment its tags name."""

    name: str
    region: Value
    location: Location
    environment: str = ""


@dataclass(slots=True)
class Scope:
    """One module as one call sees it; what was evaluated once is remembered."""

    module: Module
    root: str
    path: str
    arguments: Mapping[str, Value]
    files: Mapping[str, str]
    providers: dict[str, Provider] = field(default_factory=dict)
    bound: dict[str, Value] = field(default_factory=dict)
    children: "dict[str, Scope]" = field(default_factory=dict)
    _told: dict[tuple[str, str], Value] = field(default_factory=dict)

    def key(self, address: str) -> str:
        """The key of a resource of this module, its own in the whole estate."""
        return f"{self.root}/{self.path}{address}"

    @property
    def environment(self) -> str:
        """The environment that the folder, the workspace or a variable names; empty where none does."""
        found = _FOLDER.search(self.root)
        if found is not None:
            return found[1]
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
            return _inside(self.bound[name], steps, whole)
        if name == "path" and steps:
            return {"module": self.module.folder or ".", "root": self.root or ".", "cwd": "."}.get(steps[0])
        if steps and name in {"var", "local", "module"}:
            return self._own(name, steps, depth)
        start = 3 if name == "data" else 2
        address = ".".join((name, *steps)[:start])
        if address in self.module.resources:
            return Resource(self.key(address), (name, *steps)[start:])
        return Unknown(whole)

    def _own(self, name: str, steps: tuple[str, ...], depth: int) -> Value:
        if name == "module":
            return self._output(steps, depth)
        told = self._variable(steps[0], depth) if name == "var" else self._local(steps[0], depth)
        return _inside(told, steps[1:], ".".join((name, *steps)))

    def attribute(self, resource: Resource, depth: int) -> Value:
        """The value of an attribute of a resource of this module; the reference itself where its block is silent."""
        address = resource.key.removeprefix(self.key(""))
        block = self.module.resources.get(address)
        if block is None or not resource.steps:
            return resource
        asked = resource.steps[0]
        names = ("bucket", "name", "identifier") if asked in {"id", "bucket_name"} else (asked,)
        found = next((one for name in names if (one := block.get(name)) is not None), None)
        told = evaluate(found.expression, self, depth + 1) if found is not None else None
        return told if isinstance(told, str | int) else resource

    def file(self, path: str) -> Value:
        """The text of a file beside the module."""
        return self.files.get(path.removeprefix("./"), Unknown())

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
        if name in self.arguments:
            told = self.arguments[name]
        else:
            default = block.get("default") if block is not None else None
            told = self._once("var", name, default.expression if default else Literal(None), depth)
        secret = block.get("sensitive") if block is not None else None
        is_set = name in self.arguments or (block is not None and block.get("default") is not None)
        if not is_set or (secret is not None and secret.expression == Literal(value=True)):
            return Unknown(f"var.{name}")
        return told

    def _local(self, name: str, depth: int) -> Value:
        expression = self.module.locals.get(name)
        if expression is None or is_secret_name(name):
            return Unknown(f"local.{name}")
        told = self._once("local", name, expression, depth)
        return told if told != Unknown() else Unknown(f"local.{name}")

    def _output(self, steps: tuple[str, ...], depth: int) -> Value:
        child = self.children.get(steps[0])
        expression = child.module.outputs.get(steps[1]) if child is not None and len(steps) > 1 else None
        if child is None or expression is None:
            return Unknown(".".join(("module", *steps)))
        told = child._once("output", steps[1], expression, depth)  # noqa: SLF001  another value of this class
        return _inside(told, steps[2:], ".".join(("module", *steps)))

    def _once(self, kind: str, name: str, expression: object, depth: int) -> Value:
        key = (kind, name)
        if key not in self._told:
            # What comes back to itself stays open.
            self._told[key] = Unknown(f"{kind}.{name}")
            self._told[key] = evaluate(expression, self, depth + 1)  # type: ignore[arg-type]
        return self._told[key]


def _inside(value: Value, steps: tuple[str, ...], name: str) -> Value:
    for step in steps:
        if isinstance(value, Resource):
            return Resource(value.key, (*value.steps, *steps))
        if isinstance(value, Unknown):
            return value
        if not isinstance(value, Mapping) or step not in value:
            return Unknown(name)
        value = value[step]
    return value


def scopes_of(
    modules: Mapping[str, Module], given: Mapping[str, Mapping[str, str]], files: Mapping[str, str]
) -> Iterator[Scope]:
    """Every module as it is called, from each root down; `given` are the values of the rule of each folder."""
    for root in roots_of(modules):
        scope = Scope(modules[root], root, "", _arguments(given.get(root, {})), files)
        yield from _called(scope, {}, modules, (root,), [MOST])


def _arguments(values: Mapping[str, str]) -> dict[str, Value]:
    """Values by the name of the variable; `a.b` gives the entry `b` of the map `a`."""
    told: dict[str, Value] = {}
    for name, value in values.items():
        outer, dot, inner = name.partition(".")
        if not dot:
            told[name] = value
            continue
        held = told.get(outer)
        told[outer] = {**(held if isinstance(held, Mapping) else {}), inner: value}
    return told


def _called(
    scope: Scope,
    handed: Mapping[str, Provider],
    modules: Mapping[str, Module],
    stack: tuple[str, ...],
    left: list[int],
) -> Iterator[Scope]:
    scope.providers.update(handed)
    # Two rounds: a provider may take its region from a module, and a module its arguments from another.
    scope.providers.update({_name(block, scope): _provider(block, scope) for block in scope.module.providers})
    below: list[Iterator[Scope]] = []
    for name, call in scope.module.calls.items():
        source = source_of(call, scope.module.folder)
        if source is None or source not in modules or source in stack or left[0] <= 0:
            continue
        left[0] -= 1
        arguments = {
            one.name: evaluate(one.expression, scope)
            for one in call.attributes
            if one.name not in {"source", "version", "providers", "count", "for_each", "depends_on"}
        }
        child = Scope(modules[source], scope.root, f"{scope.path}module.{name}.", arguments, scope.files)
        scope.children[name] = child
        below.append(_called(child, _handed(call, scope), modules, (*stack, source), left))
    for children in below:
        yield from children
    yield scope


def _handed(call: Block, scope: Scope) -> dict[str, Provider]:
    """The providers that a call hands down: the plain ones, unless it says which."""
    handed = {name: provider for name, provider in scope.providers.items() if "." not in name}
    said = call.get("providers")
    if said is None or not isinstance(said.expression, Keyed):
        return handed
    for key, value in said.expression.entries:
        inner, outer = _reference(key), _reference(value)
        if outer in scope.providers:
            handed[inner] = scope.providers[outer]
        else:
            handed.pop(inner, None)
    return handed


def _reference(expression: object) -> str:
    if isinstance(expression, Reference):
        return ".".join((expression.name, *(step for step in expression.steps if isinstance(step, str))))
    return str(expression.value) if isinstance(expression, Literal) else ""


def _name(block: Block, scope: Scope) -> str:
    alias = block.get("alias")
    told = evaluate(alias.expression, scope) if alias is not None else None
    return f"{block.labels[0]}.{told}" if isinstance(told, str) and told else block.labels[0]


def _provider(block: Block, scope: Scope) -> Provider:
    region = block.get("region")
    place = region.location if region is not None else block.location
    told = evaluate(region.expression, scope) if region is not None else None
    cloud = block.get("environment")
    name = block.labels[0]
    if name == "azurerm" and cloud is not None and evaluate(cloud.expression, scope) == "china":
        name = "azure-china"
    return Provider(name, told, place, _tagged(block, scope))


def _tagged(block: Block, scope: Scope) -> str:
    for tags in block.named("default_tags"):
        said = tags.get("tags")
        if said is not None:
            return environment_of({"tags": evaluate(said.expression, scope)})
    return ""


def environment_of(values: Value) -> str:
    """The environment that tags name; empty where none does."""
    tags = first(values, "tags")
    told = (tags.get(name) for name in _TAGS) if isinstance(tags, Mapping) else ()
    return next((one for one in told if isinstance(one, str) and is_settled(one)), "")
