"""The resources of Terraform modules, as each call of a module makes them."""

import re
from collections.abc import Iterator, Mapping

from kuajing.model.facts import UnreadFact
from kuajing.readers.infrastructure.calling import MOST, scopes_of
from kuajing.readers.infrastructure.environments import environment_of
from kuajing.readers.infrastructure.evaluate import MOST_ITEMS, evaluate
from kuajing.readers.infrastructure.expressions import Block
from kuajing.readers.infrastructure.modules import modules_of
from kuajing.readers.infrastructure.resources import Found, is_known, kept, wanted
from kuajing.readers.infrastructure.scopes import Scope, indexed, instances
from kuajing.readers.infrastructure.values import PLACE, Resource, Value, itemised

_OF_PLACES = re.compile("region|location")


def resources_of(
    files: Mapping[str, Block],
    given: Mapping[str, Mapping[str, str]],
    texts: Mapping[str, str],
    environments: Mapping[str, str],
) -> tuple[tuple[Found, ...], tuple[UnreadFact, ...]]:
    """The resources that the parsed files make, and the calls that are too many to be followed.

    `given` are values by folder, `environments` what the names of their files say, `texts` what `file()` may read.
    """
    modules = modules_of(files)
    cut: list[Block] = []
    scopes = scopes_of(modules, given, texts, environments, cut)
    found = tuple(one for scope in scopes for one in _found(scope))
    return found, tuple(
        UnreadFact(
            call.location, "unread.terraform_calls", "part", (("name", call.labels[0]), ("limit", str(MOST)))
        )
        for call in dict.fromkeys(cut)
    )


def _found(scope: Scope) -> Iterator[Found]:
    for address, block in scope.module.resources.items():
        if not is_known(block.labels[0]):
            continue
        made = tuple(instances(block, scope))
        for key, bound in made:
            scope.bound.update(bound)
            yield _one(f"{address}{indexed(key)}", block, scope, is_off=False)
            for name in bound:
                scope.bound.pop(name)
        if not made:
            yield _one(address, block, scope, is_off=True)


def _one(address: str, block: Block, scope: Scope, *, is_off: bool) -> Found:
    kind = block.labels[0]
    name, provider = scope.provider(block, kind)
    values = _values(block, scope)
    return Found(
        scope.key(address),
        kind,
        values,
        provider.name if provider is not None else name.split(".")[0],
        provider.region if provider is not None else None,
        provider.location if provider is not None else block.location,
        block.location,
        environment_of(values) or (provider.environment if provider is not None else "") or scope.environment,
        is_off,
        address.startswith("data."),
    )


def _values(block: Block, scope: Scope) -> dict[str, Value]:
    told: dict[str, Value] = {PLACE: block.location}
    for attribute in block.attributes:
        if wanted(attribute.name):
            value = evaluate(attribute.expression, scope)
            if isinstance(value, Resource) and _OF_PLACES.search(attribute.name):
                value = scope.attribute(value, 0)
            told[attribute.name] = kept(attribute.name, value)
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
    for key, value in itemised(each)[:MOST_ITEMS]:
        scope.bound[block.item] = {"key": key, "value": value}
        yield _values(block, scope)
    scope.bound.pop(block.item, None)
