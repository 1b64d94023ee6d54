"""The documents of a YAML text, each read by itself: one that cannot be read does not hide the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kuajing.source.errors import InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar, rebuilt
from kuajing.source.yaml_text import parse_yaml

_BETWEEN = re.compile(r"^---(?=\s|$)", re.MULTILINE)
# An unquoted `@name@` is what Maven fills in; to YAML its first sign begins no value.
_MAVEN = re.compile(r"(?<=[\s:,/\[{])@([A-Za-z][\w.\-]*)@")
_COVER = "\ue100"
_TEMPLATE = "{{"


@dataclass(frozen=True, slots=True)
class Document:
    """One document, with the lines that stand before it taken into its places."""

    node: Node


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a document cannot be read, and whether a template stands in it; its words are not kept."""

    location: Location
    is_template: bool


def documents_of(path: str, text: str) -> Iterator[Document | Fault]:
    """Every document of a text in order; an empty one is none."""
    starts = [0, *(found.start() for found in _BETWEEN.finditer(text)), len(text)]
    line = 0
    for begin, end in pairwise(starts):
        piece = text[begin:end]
        yield from _read(path, piece, line)
        line += piece.count("\n")


def _read(path: str, piece: str, before: int) -> Iterator[Document | Fault]:
    covered = _MAVEN.sub(rf"{_COVER}\1{_COVER}", piece)
    try:
        nodes = parse_yaml(path, covered)
    except InputErrors as problem:
        # The sentence of a fault may quote the text, and with it a password: only its place is kept.
        place = problem.errors[0].location
        template = piece.split("\n")[place.line - 1].find(_TEMPLATE)
        column = place.column if template < 0 else template + 1
        yield Fault(Location(path, place.line + before, column), _TEMPLATE in piece)
        return
    for node in nodes:
        if not isinstance(node, Scalar) or node.value is not None:
            is_in_place = before == 0 and _COVER not in covered
            yield Document(node if is_in_place else _moved(node, before))


def _moved(node: Node, lines: int) -> Node:
    """The node with its places in the whole text and with the signs of Maven back in its values."""

    def place(location: Location) -> Location:
        return Location(location.path, location.line + lines, location.column)

    def scalar(one: Scalar) -> Scalar:
        value = one.value.replace(_COVER, "@") if isinstance(one.value, str) else one.value
        return Scalar(value, place(one.location), one.text.replace(_COVER, "@"))

    return rebuilt(node, scalar, place)
