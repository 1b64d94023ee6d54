"""Where the declaration of an analysed folder says each of its values."""

from pathlib import Path

from kuajing.model.declaration import Declaration
from kuajing.readers.declaration import is_declaration, key_places
from kuajing.source.location import Location
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace
from kuajing.source.yaml_text import parse_yaml


def declared_places(root: Path, declaration: Declaration) -> dict[str, Location]:
    """The place of every key of the files that declare, by the words that explanations call it."""
    places = (
        *(one.location for one in declaration.handlers),
        *(one.location for one in declaration.recipients),
        *(one.location for one in declaration.systems),
        *(one.location for one in declaration.datasets),
        *(one.location for one in declaration.flows),
        *(one.location for one in declaration.approvals),
        *(one.location for one in declaration.counts),
    )
    documents: list[Node] = []
    for path in sorted({place.path for place in places}):
        text = Workspace(root).read(path)
        if isinstance(text, SourceText):
            documents += [node for node in parse_yaml(path, text.text) if is_declaration(node)]
    return key_places(documents)
