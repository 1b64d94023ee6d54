"""CloudFormation and SAM templates, YAML or JSON, as resources; nothing is deployed, resolved outside or fetched."""

import re
from collections.abc import Iterator

from kuajing.model.facts import Fact, TableFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.infrastructure.environments import ENVIRONMENTS, environment_of, environment_of_path
from kuajing.readers.infrastructure.reading import Say, pages
from kuajing.readers.infrastructure.resources import Found, kept, wanted
from kuajing.readers.infrastructure.template_types import FUNCTIONS, RENAMED, TYPES, WRAPPED
from kuajing.readers.infrastructure.template_values import DEEPEST, Template, get, word
from kuajing.readers.infrastructure.values import OFF, PLACE, Unknown, Value
from kuajing.readers.seams import SourceContext
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Sequence
from kuajing.source.text import SourceText
from kuajing.source.yaml_text import parse_yaml

MECHANISM = "cloudformation"

_TYPE = re.compile(r"""["']?Type["']?\s*:\s*["']?AWS::[A-Za-z0-9]+::[A-Za-z0-9]+""")
_ENDINGS = (".yaml", ".yml", ".json", ".template")
_COPYING = re.compile(r"Replica|GlobalCluster|CrossRegion|Migration(?:Project|Task)")
_NO_DATA = re.compile(r"Replication(?:Instance|SubnetGroup)|ReplicaSet|SSMIncidents|MigrationProject")
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
    templates = tuple(Template(document, text.path) for document in documents)
    found = tuple(one for template in templates for one in _resources(template))
    for template in templates:
        yield from _copies_unknown(template)
    say: Say = pages(found, (text.path,), MECHANISM)[text.path]
    yield from say(catalogue)


def _resources(template: Template) -> Iterator[Found]:
    """The resources that some table knows."""
    for name, resource in template.resources.items():
        known = TYPES.get(word(resource, "Type"))
        if known is None:
            continue
        kind, renamed = known
        names = {**RENAMED, **renamed}
        properties = get(resource, "Properties")
        wrapped = WRAPPED.get(word(resource, "Type"))
        inner = get(properties, wrapped) if wrapped is not None else properties
        told = template.value(inner, names, DEEPEST)
        values = (
            {key: kept(key, one) for key, one in told.items() if key in {PLACE, OFF} or wanted(key)}
            if isinstance(told, dict)
            else {}
        )
        yield Found(
            template.key(name),
            kind,
            values,
            "aws",
            Unknown(REGION),
            Location(template.path),
            resource.location,
            environment_of(_tags(template, get(properties, "Tags"))) or _environment(template),
            template.holds(get(resource, "Condition"), DEEPEST) is False,
        )


def _environment(template: Template) -> str:
    """The environment that the folder of the template or a parameter names."""
    given = (template.parameters.get(name) for name in ENVIRONMENTS)
    told = next((one for one in given if isinstance(one, str)), "")
    return environment_of_path(template.path) or told


def _copies_unknown(template: Template) -> Iterator[UnreadFact]:
    """The resources whose type sounds like a copy and is in no table."""
    for name, resource in template.resources.items():
        type_of = word(resource, "Type")
        if type_of not in TYPES and _COPYING.search(type_of) and not _NO_DATA.search(type_of):
            values = (("resource", f"{name} ({type_of})"),)
            yield UnreadFact(resource.location, "unread.infrastructure_kind", "job", values)


def _tags(template: Template, node: Node | None) -> Value:
    """Tags as other formats have them: templates list pairs of key and value."""
    pairs = node.items if isinstance(node, Sequence) else ()
    return {"tags": {word(pair, "Key"): template.value(get(pair, "Value"), RENAMED, 2) for pair in pairs}}
