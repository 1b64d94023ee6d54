"""Plans (`terraform show -json`) and states as resources: of their attributes, only those that some table asks for.

Both hold secrets in clear, so nothing else is looked at, and no fault quotes them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping as Map

from kuajing.model.facts import UnreadFact
from kuajing.readers.infrastructure.environments import environment_of, environment_of_path
from kuajing.readers.infrastructure.resources import Found, is_known, kept, wanted
from kuajing.readers.infrastructure.values import PLACE, Resource, Unknown, Value, text
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.text import SourceText

_PLAN = re.compile(r'"(?:planned_values|resource_changes)"\s*:')
_STATE = re.compile(r'"terraform_version"\s*:')
_RESOURCES = re.compile(r'"(?:resources|lineage)"\s*:')
_PROVIDER = re.compile(r'provider\["(?P<source>[^"]*)"\](?:\.(?P<alias>[\w-]+))?')
_INDEX = re.compile(r"\[[^\]]*\]")
_REFERENCE = re.compile(r"(?P<name>(?:data\.)?[a-z][\w-]*\.[\w-]+)(?:\[[^\]]*\])?")
_ARN_REGION = 3
_MODULE_DEPTH = 16


def is_plan(text: str) -> bool:
    """Whether a JSON text is a plan."""
    return '"format_version"' in text and _PLAN.search(text) is not None


def is_state(text: str) -> bool:
    """Whether a JSON text is a state."""
    return _STATE.search(text) is not None and _RESOURCES.search(text) is not None


def resources_in(text: SourceText) -> tuple[Found, ...] | UnreadFact:
    """The resources of a plan or a state, or why it cannot be read."""
    try:
        node = parse_json(text.path, text.text)
    except InputErrors as problem:
        return UnreadFact(problem.errors[0].location, "unread.terraform_document", "file")
    if _node(node, "planned_values") is not None:
        return tuple(_planned(node, text.path))
    if isinstance(_node(node, "resources"), Sequence):
        return tuple(_kept_in_state(node, text.path))
    return UnreadFact(Location(text.path), "unread.terraform_document", "file")


def _node(node: Node | None, *names: str) -> Node | None:
    for name in names:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _word(node: Node | None, name: str) -> str:
    value = _node(node, name)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def _value(node: Node | None) -> Value:
    """A node as a value, mappings with their places."""
    match node:
        case Mapping():
            return {
                PLACE: node.location,
                **{key: _value(one) for key, one in node if wanted(key) or key in _TAG_KEYS},
            }
        case Sequence():
            return tuple(_value(item) for item in node.items)
        case Scalar():
            return node.value
        case _:
            return None


_TAG_KEYS = frozenset({"Environment", "environment", "Env", "env", "Stage", "stage"})


def _values(node: Node | None) -> dict[str, Value]:
    if not isinstance(node, Mapping):
        return {}
    return {PLACE: node.location, **{name: kept(name, _value(one)) for name, one in node if wanted(name)}}


def _planned(node: Node, path: str) -> Iterator[Found]:
    providers = _providers(node)
    configured = dict(_configured(_node(node, "configuration", "root_module"), "", _MODULE_DEPTH))
    planned = tuple(_resources(_node(node, "planned_values", "root_module"), _MODULE_DEPTH))
    made: dict[str, list[str]] = defaultdict(list)
    for resource in planned:
        address = _word(resource, "address")
        made[_INDEX.sub("", address)].append(address)
    for resource in planned:
        address = _word(resource, "address")
        kind = _word(resource, "type")
        if not is_known(kind):
            continue
        key, said = configured.get(_INDEX.sub("", address), ("", {}))
        # The module that the resource is in, with the item it is made for.
        module = "".join(re.findall(r"module\.[^.\[]+(?:\[[^\]]*\])?\.", address))
        referred = _placed(said, path, module, made)
        values = _together(_values(_node(resource, "values")), referred)
        name, region = providers.get(key, (kind.split("_", 1)[0], None))
        yield _found(f"{path}/{address}", kind, values, name, region, resource)


def _found(key: str, kind: str, values: dict[str, Value], name: str, region: Value, node: Node) -> Found:
    if region is None:
        region = _own_region(values)
    named = environment_of(values) or environment_of_path(node.location.path)
    return Found(key, kind, values, name, region, node.location, node.location, named)


def _own_region(values: dict[str, Value]) -> Value:
    """The region that a made resource names itself, or that stands in its ARN."""
    told = text(values.get("region"))
    parts = text(values.get("arn")).split(":")
    return told or (parts[_ARN_REGION] if len(parts) > _ARN_REGION else "") or None


def _resources(module: Node | None, depth: int) -> Iterator[Node]:
    yield from _items(_node(module, "resources"))
    for child in _items(_node(module, "child_modules")) if depth else ():
        yield from _resources(child, depth - 1)


def _providers(node: Node) -> dict[str, tuple[str, Value]]:
    """The name and region of each provider, by the key that resources name it by."""
    told: dict[str, tuple[str, Value]] = {}
    setting = _node(node, "configuration", "provider_config")
    for key, provider in setting if isinstance(setting, Mapping) else ():
        region = _node(provider, "expressions", "region")
        value = _node(region, "constant_value")
        waits = next(
            (one.value for one in _items(_node(region, "references")) if isinstance(one, Scalar)), None
        )
        told_value: Value = value.value if isinstance(value, Scalar) else None
        if told_value is None and isinstance(waits, str):
            given = _node(node, "variables", waits.removeprefix("var."), "value")
            told_value = given.value if isinstance(given, Scalar) and given.value else Unknown(waits)
        told[key] = (_word(provider, "name") or key.split(".")[0], told_value)
    return told


def _configured(
    module: Node | None, prefix: str, depth: int
) -> Iterator[tuple[str, tuple[str, dict[str, Value]]]]:
    """By address the provider's key, and what attributes refer to before they are known."""
    for resource in _items(_node(module, "resources")):
        referred = _referred(_node(resource, "expressions"))
        told = referred if isinstance(referred, dict) else {}
        yield f"{prefix}{_word(resource, 'address')}", (_word(resource, "provider_config_key"), told)
    calls = _node(module, "module_calls")
    for name, call in calls if isinstance(calls, Mapping) and depth else ():
        yield from _configured(_node(call, "module"), f"{prefix}module.{name}.", depth - 1)


def _placed(value: Value, path: str, module: str, made: Map[str, list[str]]) -> Value:
    """What settings refer to, as the resources of the plan: of several like ones, the one whose place they name."""
    if isinstance(value, tuple):
        return tuple(_placed(one, path, module, made) for one in value)
    if isinstance(value, dict):
        return {name: _placed(one, path, module, made) for name, one in value.items()}
    if not isinstance(value, Resource):
        return value
    address = module + value.key
    several = made.get(_INDEX.sub("", address), [])
    if address not in several and len(several) == 1:
        address = several[0]
    return Resource(f"{path}/{address}", value.steps)


def _referred(node: Node | None) -> Value:
    if isinstance(node, Sequence):
        return tuple(_referred(item) for item in node.items)
    if not isinstance(node, Mapping):
        return None
    references = _items(node.get("references"))
    if references and isinstance(references[0], Scalar):
        return _reference(str(references[0].value))
    constant = node.get("constant_value")
    if constant is not None:
        return _value(constant)
    return {name: _referred(one) for name, one in node if wanted(name)}


def _reference(written: str) -> Value:
    found = _REFERENCE.match(written)
    if found is None or found["name"].partition(".")[0] in {"var", "local", "each", "count", "module"}:
        return Unknown(written)
    steps = _INDEX.sub("", written[found.end() :]).strip(".")
    return Resource(found.group(), tuple(steps.split(".")) if steps else ())


def _together(values: Value, referred: Value) -> dict[str, Value]:
    """Values with what they lack filled from what the settings refer to."""
    told = _filled(values, referred)
    return told if isinstance(told, dict) else {}


def _filled(value: Value, referred: Value) -> Value:
    if isinstance(value, dict) and isinstance(referred, dict):
        names = dict.fromkeys((*value, *referred))
        return {name: _filled(value.get(name), referred.get(name)) for name in names}
    if isinstance(value, tuple) and isinstance(referred, tuple) and len(value) == len(referred):
        return tuple(_filled(one, other) for one, other in zip(value, referred, strict=True))
    return referred if value is None or value == () else value


def _kept_in_state(node: Node, path: str) -> Iterator[Found]:
    for resource in _items(_node(node, "resources")):
        kind = _word(resource, "type")
        if not is_known(kind):
            continue
        module = _word(resource, "module")
        address = ".".join(part for part in (_INDEX.sub("", module), kind, _word(resource, "name")) if part)
        provider = _PROVIDER.search(_word(resource, "provider"))
        name = provider["source"].rpartition("/")[2] if provider is not None else kind.split("_", 1)[0]
        for at, instance in enumerate(_items(_node(resource, "instances"))):
            values = _values(_node(instance, "attributes"))
            key = f"{path}/{address}" + (f"#{at}" if at else "")
            found = _found(key, kind, values, name, None, instance)
            yield found if _word(resource, "mode") != "data" else _looked_up(found)


def _looked_up(found: Found) -> Found:
    return Found(
        found.key,
        found.type,
        found.values,
        found.provider,
        found.region,
        found.region_place,
        found.location,
        found.environment,
        found.disabled,
        is_read=True,
    )
