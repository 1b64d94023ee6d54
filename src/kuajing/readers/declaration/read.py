"""Declaration files to one declaration, or every fault of all of them at once."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Texts
from dataclasses import replace

from pydantic import ValidationError

from kuajing.model.declaration import Declaration
from kuajing.readers.declaration.agreement import disagreements
from kuajing.readers.declaration.document import Document
from kuajing.readers.declaration.gather import gather
from kuajing.readers.declaration.plain import plain
from kuajing.readers.declaration.problems import problems
from kuajing.readers.declaration.references import declared_twice, misshapen, undeclared
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.excerpts import excerpt
from kuajing.source.nodes import Mapping, Node

_VERSION_KEY = "kuajing"
# What precedes a line may say that it holds a secret; the whole file for each of many errors would be slow.
_LINES_BEFORE = 20


def is_declaration(node: Node) -> bool:
    """Whether a document is meant as a declaration: a mapping with the key `kuajing`."""
    return isinstance(node, Mapping) and node.key(_VERSION_KEY) is not None


def read_declaration(
    documents: Iterable[tuple[str, Node]], sources: Texts[str, str] | None = None
) -> Declaration:
    """All that the documents (path, node) declare, the same in whatever order they come.

    `sources` are the texts by path, for the line that an error shows. Raises InputErrors with every fault of all
    documents.
    """
    pairs = sorted(documents, key=lambda pair: pair[1].location)
    parsed: list[tuple[Document, Mapping]] = []
    refused: list[tuple[ValidationError, Node]] = []
    for _, node in pairs:
        try:
            document = Document.model_validate(plain(node))
        except ValidationError as error:
            refused.append((error, node))
        else:
            if isinstance(node, Mapping):
                parsed.append((document, node))
    errors = list(problems(refused))
    mappings = tuple(node for _, node in pairs if isinstance(node, Mapping))
    for check in (undeclared, declared_twice, misshapen, disagreements):
        errors += check(mappings)
    if errors:
        raise InputErrors(_with_excerpts(errors, sources or {}))
    return gather(parsed)


def _with_excerpts(errors: list[InputError], sources: Texts[str, str]) -> Iterator[InputError]:
    lines = {path: text.split("\n") for path, text in sources.items()}
    for error in sorted(set(errors)):
        place = error.location
        before = lines.get(place.path, [])[max(0, place.line - _LINES_BEFORE) : place.line]
        shown = excerpt("\n".join(before), replace(place, line=len(before))) if before else ""
        yield replace(error, excerpt=shown)
