"""CloudFormation and SAM templates, YAML or JSON, as resources; nothing is deployed, resolved outside or fetched."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map

from kuajing.model.facts import Fact, TableFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.infrastructure.reading import Say, pages
from kuajing.readers.infrastructure.resources import Found, kept, wanted
from kuajing.readers.infrastructure.scopes import environment_of
from kuajing.readers.infrastructure.template_types import FUNCTIONS, RENAMED, TYPES
from kuajing.readers.infrastructure.values import PLACE, Resource, Unknown, Value
from kuajing.readers.seams import SourceContext
from kuajing.source.credentials import is_secret_name
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.text import SourceText
from kuajing.source.yaml_text import parse_yaml

MECHANISM = "cloudformation"

_TYPE = re.compile(r"""["']?Type["']?\s*:\s*["']?AWS::[A-Za-z0-9]+::[A-Za-z0-9]+""")
_ENDINGS = (".yaml", ".yml", ".json", ".template")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SUB = re.compile(r"\$\{([A-Za-z0-9:.]+)\}")
_DEEPEST = 24
REGION = "AWS::Region"


def recognises(path: str, text: str) -> bool:
    """Whether a text is a template: resources of AWS by their types."""
    return (
        path.endswith(_ENDINGS) and "AWS::" in text and "Resources" in text and _TYPE.search(text) is not None
    )


def structure(text: SourceText, context: SourceContext) -> Iterator[TableFact]:
    """Infrastructure tells no columns."""
    del text, context
    yield from ()


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The stores and transfers of a template."""
    del context
    try:
        documents = (
            (parse_json(text.path, text.text),)
            if text.text.lstrip().startswith("{")
            else parse_yaml(text.path, text.text, FUNCTIONS)
        )
    except InputErrors as problem:
        # The sentence of a fault may quote the text, and with it a secret: only its place is kept.
        yield UnreadFact(problem.errors[0].location, "unread.cloudformation_document", "file")
        return
    found = tuple(one for document in documents for one in _Template(document, text.path).resources())
    say: Say = pages(found, (text.path,), MECHANISM)[text.path]
    yield from say(catalogue)


class _Template:
    """One template: what its names mean."""

    def __init__(self, node: Node, path: str) -> None:
        self._path = path
        self._resources = _entries(node, "Resources")
        self._parameters = {
            name: self._default(name, one) for name, one in _entries(node, "Parameters").items()
        }

    def resources(self) -> Iterator[Found]:
        """The resources that some table knows."""
        for name, resource in self._resources.items():
            known = TYPES.get(_word(resource, "Type"))
            if known is None:
                continue
            kind, renamed = known
            names = {**RENAMED, **renamed}
            told = self._value(_get(resource, "Properties"), names, _DEEPEST)
            values = (
                {key: kept(key, one) for key, one in told.items() if key == PLACE or wanted(key)}
                if isinstance(told, dict)
                else {}
            )
            yield Found(
                self._key(name),
                kind,
                values,
                "aws",
                Unknown(REGION),
                Location(self._path),
                resource.location,
                environment_of(self._tags(_get(_get(resource, "Properties"), "Tags"))),
            )

    def _tags(self, node: Node | None) -> Value:
        """Tags as other formats have them: templates list pairs of key and value."""
        pairs = node.items if isinstance(node, Sequence) else ()
        return {"tags": {_word(pair, "Key"): self._value(_get(pair, "Value"), RENAMED, 2) for pair in pairs}}

    def _key(self, name: str) -> str:
        return f"{self._path}/{name}"

    def _default(self, name: str, node: Node) -> Value:
        default = _get(node, "Default")
        hidden = _get(node, "NoEcho")
        is_hidden = isinstance(hidden, Scalar) and str(hidden.value).lower() == "true"
        if (
            is_hidden
            or is_secret_name(name)
            or not isinstance(default, Scalar)
            or default.value in {None, ""}
        ):
            return Unknown(name)
        return default.value

    def _value(self, node: Node | None, names: Map[str, str], depth: int) -> Value:
        if depth <= 0:
            return None
        match node:
            case Scalar():
                return node.value
            case Sequence():
                return tuple(self._value(item, names, depth - 1) for item in node.items)
            case Mapping():
                called = self._called(node, depth)
                if called is not None:
                    return called
                entries = {names.get(snake, snake): one for key, one in node for snake in (_snake(key),)}
                return {
                    PLACE: node.location,
                    **{
                        key: self._value(one, names, depth - 1) for key, one in entries.items() if wanted(key)
                    },
                }
            case _:
                return None

    def _called(self, node: Mapping, depth: int) -> Value:
        """What a function comes to, as far as the template tells; None where the mapping is none."""
        if len(node.entries) != 1:
            return None
        ((key, given),) = node.entries
        if key.text == "Ref":
            return self._ref(given)
        if not key.text.startswith("Fn::"):
            return None
        function = self._functions().get(key.text)
        return Unknown() if function is None else function(given, depth)

    def _functions(self) -> dict[str, Callable[[Node, int], Value]]:
        return {"Fn::GetAtt": self._get_att, "Fn::Sub": self._sub, "Fn::Join": self._join}

    def _ref(self, given: Node) -> Value:
        name = str(given.value) if isinstance(given, Scalar) else ""
        if name in self._resources:
            return Resource(self._key(name))
        return self._parameters.get(name, Unknown(name))

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
            Resource(self._key(parts[0]), tuple(parts[1:]))
            if parts and parts[0] in self._resources
            else Unknown()
        )

    def _sub(self, given: Node, depth: int) -> Value:
        own: dict[str, Value] = {}
        shape = given
        if isinstance(given, Sequence) and given.items:
            shape = given.items[0]
            said = given.items[1] if len(given.items) > 1 else None
            own = (
                {key: self._value(one, {}, depth - 1) for key, one in said}
                if isinstance(said, Mapping)
                else {}
            )
        if not isinstance(shape, Scalar):
            return Unknown()
        text = str(shape.value)
        alone = _SUB.fullmatch(text)
        if alone is not None and alone[1].split(".")[0] in self._resources:
            return Resource(self._key(alone[1].split(".")[0]))
        return _SUB.sub(lambda found: self._shown(found[1], own), text)

    def _shown(self, name: str, own: dict[str, Value]) -> str:
        if name == "AWS::Partition":
            return "aws"
        if name in self._resources:
            names = ("BucketName", "TableName", "DBInstanceIdentifier", "DBClusterIdentifier")
            properties = _get(self._resources[name], "Properties")
            told = next((one for key in names if (one := _get(properties, key)) is not None), None)
            value = self._value(told, {}, 2)
        else:
            value = own.get(name, self._parameters.get(name))
        return str(value) if isinstance(value, str | int | float) else f"${{{name}}}"

    def _join(self, given: Node, depth: int) -> Value:
        if not isinstance(given, Sequence) or len(given.items) != len(("separator", "items")):
            return Unknown()
        separator, items = given.items
        if not isinstance(separator, Scalar) or not isinstance(items, Sequence):
            return Unknown()
        return str(separator.value or "").join(
            self._joined(self._value(item, {}, depth - 1)) for item in items.items
        )

    def _joined(self, value: Value) -> str:
        if isinstance(value, Resource):
            return self._shown(value.key.rpartition("/")[2], {})
        if isinstance(value, Unknown):
            return self._shown(value.name, {})
        return str(value) if isinstance(value, str | int | float) else "${computed}"


def _get(node: Node | None, name: str) -> Node | None:
    return node.get(name) if isinstance(node, Mapping) else None


def _entries(node: Node, name: str) -> dict[str, Node]:
    section = _get(node, name)
    return dict(section) if isinstance(section, Mapping) else {}


def _word(node: Node, name: str) -> str:
    value = _get(node, name)
    return value.value if isinstance(value, Scalar) and isinstance(value.value, str) else ""


def _snake(name: str) -> str:
    return _CAPITAL.sub("_", name).lower()
