"""The cases in the files that a person names: YAML, or one JSON object on each line."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kuajing.cli.saying import refusal
from kuajing.source.encoding import Undecodable, decode
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.yaml_text import parse_yaml

STANDARD_INPUT = "-"
_LINES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a text, or what is wrong with it."""

    text: str
    found: Node | tuple[InputError, ...]


def documents(names: tuple[str, ...], language: str) -> Iterator[Document]:
    """Every document of the files named; raises Refused for a path that leads nowhere."""
    for name in names:
        if name != STANDARD_INPUT and not Path(name).is_file():
            raise refusal("no_file", language, path=name or "''")
    for name in names:
        yield from _of_file(name)


def _of_file(name: str) -> Iterator[Document]:
    path = name if name == STANDARD_INPUT else Path(name).as_posix()
    try:
        data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        text = decode(data).text
    except Undecodable as problem:
        yield Document("", (InputError(Location(path), problem.reason, problem.values),))
        return
    if PurePosixPath(path).suffix in _LINES or _is_lines(text):
        yield from _lines(path, text)
        return
    try:
        for node in parse_yaml(path, text):
            yield Document(text, node)
    except InputErrors as problem:
        yield Document(text, problem.errors)


def _is_lines(text: str) -> bool:
    """Whether the first line that says something is a whole JSON object."""
    first = text.lstrip().partition("\n")[0].rstrip()
    return first.startswith("{") and first.endswith("}") and '"' in first


def _lines(path: str, text: str) -> Iterator[Document]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield Document(text, _moved(parse_json(path, line), number))
        except InputErrors as problem:
            errors = (
                replace(error, location=replace(error.location, line=number)) for error in problem.errors
            )
            yield Document(text, tuple(errors))


def _moved(node: Node, line: int) -> Node:
    """A node of a line by itself, at the line it has in its text."""
    place = replace(node.location, line=line)
    match node:
        case Scalar():
            return replace(node, location=place)
        case Sequence():
            return Sequence(tuple(_moved(item, line) for item in node.items), place)
        case Mapping():
            entries = (
                (replace(key, location=replace(key.location, line=line)), value)
                for key, value in node.entries
            )
            return Mapping(tuple((key, _moved(value, line)) for key, value in entries), place)
