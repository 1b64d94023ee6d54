"""The calls of modules, from each root down: what they hand to a module, and how often they make it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.infrastructure.environments import environment_of
from kuajing.readers.infrastructure.evaluate import evaluate
from kuajing.readers.infrastructure.expressions import Block, Keyed, Literal, Reference
from kuajing.readers.infrastructure.modules import Module, roots_of, source_of
from kuajing.readers.infrastructure.scopes import Called, Provider, Scope, indexed, instances
from kuajing.readers.infrastructure.values import Value

MOST = 400
"""How many calls of modules one root may come to; what is beyond is told as unread."""


def scopes_of(
    modules: Mapping[str, Module],
    given: Mapping[str, Mapping[str, str]],
    files: Mapping[str, str],
    environments: Mapping[str, str],
    cut: list[Block] | None = None,
) -> Iterator[Scope]:
    """Every module as it is called, from each root down; `given` are the values of the rule of each folder.

    The calls that are beyond what one root may come to are added to `cut`.
    """
    for root in roots_of(modules):
        named = environments.get(root, "")
        scope = Scope(
            modules[root], root, "", _arguments(given.get(root, {})), files, named_environment=named
        )
        scope.below = _Making(modules, [MOST], cut if cut is not None else [])
        yield from _called(scope, {})


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


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes the modules that a module calls; one that calls itself again is not made again."""

    modules: Mapping[str, Module]
    left: list[int]
    cut: list[Block]

    def __call__(self, scope: Scope, name: str) -> dict[str, Scope]:
        call = scope.module.calls[name]
        source = source_of(call, scope.module.folder)
        if source is None or source not in self.modules or source in _stack(scope):
            return {}
        made: dict[str, Scope] = {}
        for key, item in instances(call, scope):
            if self.left[0] <= 0:
                self.cut.append(call)
                break
            self.left[0] -= 1
            path = f"{scope.path}module.{name}{indexed(key)}."
            child = Scope(self.modules[source], scope.root, path, {}, scope.files, scope.named_environment)
            child.call, child.below = Called(scope, call, item), self
            made[key] = child
        return made


def _stack(scope: Scope) -> Iterator[str]:
    at: Scope | None = scope
    while at is not None:
        yield at.module.folder
        at = at.call.scope if at.call is not None else None


def _called(scope: Scope, handed: Mapping[str, Provider]) -> Iterator[Scope]:
    scope.providers.update(handed)
    scope.providers.update({_name(block, scope): _provider(block, scope) for block in scope.module.providers})
    for name, call in scope.module.calls.items():
        below = _handed(call, scope)
        for child in scope.called(name).values():
            yield from _called(child, below)
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
