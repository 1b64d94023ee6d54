"""The resources of Terraform modules, as each call of a module makes them."""

from collections.abc import Iterator, Mapping

from kuajing.model.facts import UnreadFact
from kuajing.readers.infrastructure.evaluate import evaluate
from kuajing.readers.infrastructure.expressions import Block
from kuajing.readers.infrastructure.modules import Module, modules_of, source_of
from kuajing.readers.infrastructure.resources import Found, is_known, kept, wanted
from kuajing.readers.infrastructure.scopes import Scope, environment_of, scopes_of
from kuajing.readers.infrastructure.values import PLACE, Value

_MOST_MADE = 64


def resources_of(
    files: Mapping[str, Block], given: Mapping[str, Mapping[str, str]], texts: Mapping[str, str]
) -> tuple[Found, ...]:
    """The resources that the parsed files make; `given` are values by folder, `texts` what `file()` may read."""
    modules = modules_of(files)
    return tuple(found for scope in scopes_of(modules, given, texts) for found in _found(scope))


def calls_elsewhere(files: Mapping[str, Block]) -> Iterator[UnreadFact]:
    """The calls of modules that do not lie under the root: nothing is fetched, so what they make is not told."""
    modules = modules_of(files)
    for module in modules.values():
        for call in module.calls.values():
            if not _is_here(call, module, modules):
                yield UnreadFact(
                    call.location, "unread.terraform_module", "part", (("name", call.labels[0]),)
                )


def _is_here(call: Block, module: Module, modules: Mapping[str, Module]) -> bool:
    return source_of(call, module.folder) in modules


def _found(scope: Scope) -> Iterator[Found]:
    for address, block in scope.module.resources.items():
        kind = block.labels[0]
        if not is_known(kind):
            continue
        name, provider = scope.provider(block, kind)
        values = _values(block, scope)
        yield Found(
            scope.key(address),
            kind,
            values,
            provider.name if provider is not None else name.split(".")[0],
            provider.region if provider is not None else None,
            provider.location if provider is not None else block.location,
            block.location,
            environment_of(values)
            or (provider.environment if provider is not None else "")
            or scope.environment,
            _is_off(block, scope),
            address.startswith("data."),
        )


def _values(block: Block, scope: Scope) -> dict[str, Value]:
    told: dict[str, Value] = {PLACE: block.location}
    for attribute in block.attributes:
        if wanted(attribute.name):
            told[attribute.name] = kept(attribute.name, evaluate(attribute.expression, scope))
    for inner in block.blocks:
        if wanted(inner.kind):
            before = told.get(inner.kind)
            told[inner.kind] = (*(before if isinstance(before, tuple) else ()), *_made(inner, scope))
    return told


def _made(block: Block, scope: Scope) -> Iterator[Value]:
    """The values of a block; of one that is made for each of several items, those for each where they are told."""
    each = evaluate(block.each, scope) if block.each is not None else None
    if not isinstance(each, tuple | Mapping):
        yield _values(block, scope)
        return
    items = each.items() if isinstance(each, Mapping) else ((str(at), one) for at, one in enumerate(each))
    for key, value in tuple(items)[:_MOST_MADE]:
        scope.bound[block.item] = {"key": key, "value": value}
        yield _values(block, scope)
    scope.bound.pop(block.item, None)


def _is_off(block: Block, scope: Scope) -> bool:
    count = block.get("count")
    told = evaluate(count.expression, scope) if count is not None else None
    each = block.get("for_each")
    made = evaluate(each.expression, scope) if each is not None else None
    if isinstance(made, tuple | Mapping) and not made:
        return True
    return isinstance(told, int) and not isinstance(told, bool) and told == 0
