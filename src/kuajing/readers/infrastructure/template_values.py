"""What the names and functions of a CloudFormation template come to, with its parameters as they are by default."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Map

from kuajing.readers.infrastructure.resources import wanted
from kuajing.readers.infrastructure.template_types import RENAMED
from kuajing.readers.infrastructure.values import OFF, PLACE, Resource, Unknown, Value
from kuajing.source.credentials import is_secret_name
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SUB = re.compile(r"\$\{([A-Za-z0-9:.]+)\}")
DEEPEST = 24


class Template:
    """One template: what its names mean."""

    def __init__(self, node: Node, path: str) -> None:
        self.path = path
        self.resources = entries(node, "Resources")
        self._maps, self._conditions = entries(node, "Mappings"), entries(node, "Conditions")
        self._empty = frozenset(
            name
            for name, one in entries(node, "Parameters").items()
            if isinstance(default := get(one, "Default"), Scalar) and default.value == ""
        )
        self.parameters = {
            name: self._default(name, one) for name, one in entries(node, "Parameters").items()
        }

    def holds(self, node: Node | None, depth: int) -> bool | None:
        """Whether a condition holds with the parameters as they are; None where there is none or the template leaves it open."""
        if isinstance(node, Scalar):
            return self.holds(self._conditions.get(str(node.value)), depth - 1) if depth > 0 else None
        if not isinstance(node, Mapping) or len(node.entries) != 1 or depth <= 0:
            return None
        ((key, given),) = node.entries
        if key.text == "Condition":
            return self.holds(given, depth)
        parts = given.items if isinstance(given, Sequence) else (given,)
        if key.text == "Fn::Equals":
            left, *right = (self._given(part, depth - 1) for part in parts)
            return None if not right or None in (left, right[0]) else left == right[0]
        holds = [self.holds(part, depth - 1) for part in parts]
        return _SIGNS[key.text](holds) if key.text in _SIGNS else None

    def _given(self, node: Node, depth: int) -> str | None:
        """A side of a comparison as text; a parameter that is empty by default is empty."""
        if isinstance(node, Mapping) and node.get("Ref") is not None and word(node, "Ref") in self._empty:
            return ""
        value = self.value(node, {}, depth)
        if isinstance(value, bool):
            return str(value).lower()
        return str(value) if isinstance(value, str | int | float) and "${" not in str(value) else None

    def _if(self, given: Node, depth: int) -> Value:
        """The branch that counts; both where it is open. What a parameter only switches on is told as off."""
        if not isinstance(given, Sequence) or len(given.items) != len(("if", "then", "else")):
            return Unknown()
        holds = self.holds(given.items[0], depth - 1)
        then, otherwise = (self.value(one, RENAMED, depth - 1) for one in given.items[1:])
        if holds is None:
            return tuple(one for one in (then, otherwise) if one is not None)
        taken, left = (then, otherwise) if holds else (otherwise, then)
        return switched_off(left) if taken is None else taken

    def _in_map(self, given: Node, depth: int) -> Value:
        parts = given.items if isinstance(given, Sequence) else ()
        keys = [self.value(one, {}, depth - 1) for one in parts]
        node: Node | None = self._maps.get(str(keys[0])) if keys else None
        for key in keys[1:]:
            if isinstance(key, Unknown):
                return Unknown(f"{keys[0]}.{key.name}")
            node = get(node, str(key))
        return self.value(node, {}, depth - 1) if isinstance(node, Scalar | Sequence) else Unknown()

    def key(self, name: str) -> str:
        """The key of a resource, its own in the whole estate."""
        return f"{self.path}/{name}"

    def _default(self, name: str, node: Node) -> Value:
        default = get(node, "Default")
        hidden = get(node, "NoEcho")
        is_hidden = isinstance(hidden, Scalar) and str(hidden.value).lower() == "true"
        if (
            is_hidden
            or is_secret_name(name)
            or not isinstance(default, Scalar)
            or default.value in {None, ""}
        ):
            return Unknown(name)
        return default.value

    def value(self, node: Node | None, names: Map[str, str], depth: int) -> Value:
        """A node as a value; `names` are those that properties go by elsewhere."""
        if depth <= 0:
            return None
        match node:
            case Scalar():
                return node.value
            case Sequence():
                return tuple(self.value(item, names, depth - 1) for item in node.items)
            case Mapping():
                if _is_function(node):
                    return self._called(node, depth)
                entries = {names.get(snake, snake): one for key, one in node for snake in (_snake(key),)}
                return {
                    PLACE: node.location,
                    **{key: self.value(one, names, depth - 1) for key, one in entries.items() if wanted(key)},
                }
            case _:
                return None

    def _called(self, node: Mapping, depth: int) -> Value:
        """What a function comes to, as far as the template tells."""
        ((key, given),) = node.entries
        if key.text == "Ref":
            return self._ref(given)
        function = self._functions().get(key.text)
        return Unknown() if function is None else function(given, depth)

    def _functions(self) -> dict[str, Callable[[Node, int], Value]]:
        return {
            "Fn::GetAtt": self._get_att,
            "Fn::Sub": self._sub,
            "Fn::Join": self._join,
            "Fn::If": self._if,
            "Fn::FindInMap": self._in_map,
        }

    def _ref(self, given: Node) -> Value:
        name = str(given.value) if isinstance(given, Scalar) else ""
        if name == "AWS::NoValue":
            return None
        if name in self.resources:
            return Resource(self.key(name))
        return self.parameters.get(name, Unknown(name))

    def _get_att(self, given: Node, depth: int) -> Value:
        del depth
        parts = (
            [str(one.value) for one in given.items if isinstance(one, Scalar)]
            if isinstance(given, Sequence)
            else []
        )
        if isinstance(given, Scalar):
            parts = str(given.value).split(".")
        return (
            Resource(self.key(parts[0]), tuple(parts[1:]))
            if parts and parts[0] in self.resources
            else Unknown()
        )

    def _sub(self, given: Node, depth: int) -> Value:
        own: dict[str, Value] = {}
        shape = given
        if isinstance(given, Sequence) and given.items:
            shape = given.items[0]
            said = given.items[1] if len(given.items) > 1 else None
            own = (
                {key: self.value(one, {}, depth - 1) for key, one in said}
                if isinstance(said, Mapping)
                else {}
            )
        if not isinstance(shape, Scalar):
            return Unknown()
        text = str(shape.value)
        alone = _SUB.fullmatch(text)
        if alone is not None and alone[1].split(".")[0] in self.resources:
            return Resource(self.key(alone[1].split(".")[0]))
        return _SUB.sub(lambda found: self._shown(found[1], own), text)

    def _shown(self, name: str, own: dict[str, Value]) -> str:
        if name == "AWS::Partition":
            return "aws"
        if name in self.resources:
            names = ("BucketName", "TableName", "DBInstanceIdentifier", "DBClusterIdentifier")
            properties = get(self.resources[name], "Properties")
            told = next((one for key in names if (one := get(properties, key)) is not None), None)
            value = self.value(told, {}, 2)
        else:
            value = own.get(name, self.parameters.get(name))
        return str(value) if isinstance(value, str | int | float) else f"${{{name or 'computed'}}}"

    def _join(self, given: Node, depth: int) -> Value:
        if not isinstance(given, Sequence) or len(given.items) != len(("separator", "items")):
            return Unknown()
        separator, items = given.items
        if not isinstance(separator, Scalar) or not isinstance(items, Sequence):
            return Unknown()
        return str(separator.value or "").join(
            self._joined(self.value(item, {}, depth - 1)) for item in items.items
        )

    def _joined(self, value: Value) -> str:
        if isinstance(value, Resource):
            return self._shown(value.key.rpartition("/")[2], {})
        if isinstance(value, Unknown):
            return self._shown(value.name, {})
        return str(value) if isinstance(value, str | int | float) else "${computed}"


def _is_function(node: Mapping) -> bool:
    return len(node.entries) == 1 and (
        node.entries[0][0].text == "Ref" or node.entries[0][0].text.startswith("Fn::")
    )


def switched_off(value: Value) -> Value:
    """A value of which every part says that it only counts with another value of a parameter."""
    if isinstance(value, tuple):
        return tuple(map(switched_off, value))
    if isinstance(value, Map):
        return {OFF: True, **{key: switched_off(one) for key, one in value.items()}}
    return value


def _all(holds: list[bool | None]) -> bool | None:
    return False if False in holds else (None if None in holds else True)


def _any(holds: list[bool | None]) -> bool | None:
    return True if True in holds else (None if None in holds else False)


def _not(holds: list[bool | None]) -> bool | None:
    return None if holds[:1] in ([], [None]) else not holds[0]


_SIGNS: Map[str, Callable[[list[bool | None]], bool | None]] = {
    "Fn::And": _all,
    "Fn::Or": _any,
    "Fn::Not": _not,
}


def get(node: Node | None, name: str) -> Node | None:
    """What stands under a name, None where nothing does."""
    return node.get(name) if isinstance(node, Mapping) else None


def entries(node: Node, name: str) -> dict[str, Node]:
    """The entries of a section."""
    section = get(node, name)
    return dict(section) if isinstance(section, Mapping) else {}


def word(node: Node, name: str) -> str:
    """The text under a name, empty where none stands."""
    value = get(node, name)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def _snake(name: str) -> str:
    return _CAPITAL.sub("_", name).lower()
