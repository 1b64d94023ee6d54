"""Strict reading of the law's YAML: a word, key or type that is not expected is an error with its place."""

from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Table
from datetime import date
from difflib import get_close_matches
from typing import NoReturn, TypeVar

from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_Part = TypeVar("_Part")
_Thing = TypeVar("_Thing")
_MOST_TOLD = 20
_FEW_TOLD = 8


def refuse(node: Node, message: str, **values: str) -> NoReturn:
    """Raise the one fault found at a node."""
    raise InputErrors([InputError(node.location, f"law_terms.book_{message}", tuple(sorted(values.items())))])


def refuse_word(node: Node, message: str, name: str, known: Iterable[str]) -> NoReturn:
    """Raise that a word, told under the name of what it should be, is none that is known; with the nearest that is."""
    listed = sorted(set(known))
    word = str(node.value) if isinstance(node, Scalar) else ""
    near = get_close_matches(word, listed, 1, 0)
    few = len(listed) <= _MOST_TOLD
    told = listed if few else [*sorted(get_close_matches(word, listed, _FEW_TOLD, 0)), "…"]
    refuse(node, message, **{name: word}, near=", ".join(near) or "–", known=", ".join(told) or "–")


def in_order(start: date, end: date | None, node: Node) -> None:
    """Refuse an end that does not come after its start."""
    if end is not None and end <= start:
        refuse(node, "dates", start=start.isoformat(), end=end.isoformat())


def each(
    parts: Iterable[_Part], read: Callable[[_Part], _Thing], errors: list[InputError]
) -> tuple[_Thing, ...]:
    """What is read of every part, the faults of all gathered in `errors`."""
    found = []
    for part in parts:
        try:
            found.append(read(part))
        except InputErrors as problem:
            errors += problem.errors
    return tuple(found)


def mapping(node: Node) -> Mapping:
    """The node as a mapping."""
    return node if isinstance(node, Mapping) else refuse(node, "type", expected="a mapping")


def items(node: Node) -> tuple[Node, ...]:
    """The items of a list."""
    return node.items if isinstance(node, Sequence) else refuse(node, "type", expected="a list")


def some(node: Node) -> tuple[Node, ...]:
    """The items of a list that is not empty."""
    return items(node) or refuse(node, "type", expected="a list of at least one")


def fields(node: Node, required: Iterable[str], optional: Iterable[str] = ()) -> Table[str, Node]:
    """The entries of a mapping whose keys are all known; keys that are required are there."""
    found = dict(mapping(node))
    required = tuple(required)
    known = (*required, *optional)
    for key, _ in mapping(node).entries:
        if key.text not in known:
            refuse_word(key, "key", "key", known)
    for key_name in required:
        if key_name not in found:
            refuse(node, "missing", key=key_name)
    return found


def only(node: Node) -> tuple[Scalar, Node]:
    """The single entry of a mapping."""
    entries = mapping(node).entries
    return entries[0] if len(entries) == 1 else refuse(node, "type", expected="a mapping with one entry")


def text(node: Node) -> str:
    """A word or sentence."""
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, str) else refuse(node, "type", expected="text")


def texts(node: Node) -> tuple[str, ...]:
    """A list of words."""
    return tuple(text(item) for item in items(node))


def whole(node: Node) -> int:
    """A whole number."""
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return refuse(node, "type", expected="a whole number")


def yes_or_no(node: Node) -> bool:
    """True or false."""
    value = node.value if isinstance(node, Scalar) else None
    return value if isinstance(value, bool) else refuse(node, "type", expected="true or false")


def day(node: Node) -> date:
    """A date written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text(node))
    except ValueError:
        return refuse(node, "type", expected="a date")


def one_of(node: Node, words: Iterable[str]) -> str:
    """A word from a closed list."""
    words = tuple(words)
    word = text(node)
    return word if word in words else refuse_word(node, "word", "word", words)


def citation(node: Node, keys: Collection[str]) -> str:
    """The key of a provision that may be cited."""
    key = text(node)
    return key if key in keys else refuse_word(node, "citation", "key", keys)


def both(node: Node) -> tuple[str, str]:
    """A text in English and in Chinese."""
    given = fields(node, ("en", "zh"))
    return text(given["en"]), text(given["zh"])
