"""The marks of purposes: each one that stands in `purposes.yaml` is asked for by some condition."""

from collections.abc import Iterable, Iterator

from kuajing.law.shapes import items, mapping, refuse_word, text
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_QUESTION = "purpose"


def unasked_marks(node: Node, files: Iterable[Node]) -> Iterator[InputError]:
    """The marks that no condition in these files asks for, each where it first stands."""
    asked = {mark for file in files for mark in _asked(file)}
    told: set[str] = set()
    for _, marks in mapping(node):
        for mark in items(marks):
            if text(mark) not in asked | told:
                told.add(text(mark))
                yield from _refused(mark, asked)


def _refused(mark: Node, asked: Iterable[str]) -> tuple[InputError, ...]:
    try:
        refuse_word(mark, "word", "word", asked)
    except InputErrors as problem:
        return tuple(problem.errors)


def _asked(node: Node) -> Iterator[str]:
    """The marks that are asked for anywhere at or below a node."""
    match node:
        case Sequence():
            for item in node.items:
                yield from _asked(item)
        case Mapping():
            for key, value in node.entries:
                if key.text == _QUESTION and isinstance(value, Scalar):
                    yield value.text
                yield from _asked(value)
