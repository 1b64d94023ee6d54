"""Questions to lists: what they hold, what they name beyond a limit, how many they name."""

import re
from collections.abc import Mapping

from kuajing.law.shapes import fields, items, only, refuse, refuse_word, text, texts
from kuajing.law.situation import Condition, Open, Reply, Situation
from kuajing.law.values import Unknown, options
from kuajing.law.vocabulary import Leaf, Vocabulary, open_on, said
from kuajing.model.truth import Truth
from kuajing.source.nodes import Node

_PLACE = re.compile(r"[A-Z]{2}")
_OVERLAP = "overlap"


def claimed(words: Vocabulary, node: Node) -> Condition:
    """The exemption is relied on."""
    return _holds("claims", words.wanted("claims", node))


def lists_all(words: Vocabulary, node: Node) -> Condition:
    """All these words stand in the list."""
    key, value = only(node)
    path = words.path(key, "list")
    return _holds(path, words.wanted(path, value))


def lists_beyond(words: Vocabulary, node: Node) -> Condition:
    """The list names something outside the words, or outside the list that another fact gives."""
    given = fields(node, ("path",), ("words", "fact"))
    if ("words" in given) == ("fact" in given):
        refuse(node, "type", expected="words or fact")
    path = words.path(given["path"], "list")
    if "words" in given:
        allowed = frozenset(texts(given["words"]))
        return Condition(lambda case: _beyond(case, path, allowed, ()), frozenset({path}))
    other = words.path(given["fact"], "list")
    return Condition(lambda case: _beyond(case, path, frozenset(), (other,)), frozenset({path, other}))


def places_beyond(words: Vocabulary, node: Node) -> Condition:
    """The list names a place outside the words and the place a fact gives; a name that is no place answers nothing."""
    given = fields(node, ("path", "words", "fact"))
    path, other = words.path(given["path"], "list"), words.path(given["fact"], "word")
    allowed = frozenset[str | bool](texts(given["words"]))
    read = (path, other)

    def ask(case: Situation) -> Reply:
        named, own = case.value(path), options(case.value(other))
        listed = named if isinstance(named, tuple) else ()
        places = {item for item in listed if _PLACE.fullmatch(item)} - allowed
        if places - own:
            return said(True, *read)  # noqa: FBT003  the answer itself
        if places and len(own) > 1:
            return open_on(other, read=read)
        return (
            open_on(path, read=read) if not all(map(_PLACE.fullmatch, listed)) else Reply(Truth.NO, (), read)
        )

    return Condition(ask, frozenset(read))


def several(words: Vocabulary, node: Node) -> Condition:
    """One of the lists, or of the sets of named counts, names two or more."""
    paths = texts(node)
    for item in items(node):
        if text(item) not in words.rows and f"{text(item)}.*" not in words.rows:
            refuse_word(item, "path", "path", (row.removesuffix(".*") for row in words.rows))
    return Condition(
        lambda case: said(any(_names(case, path) > 1 for path in paths), *paths), frozenset(paths)
    )


def _holds(path: str, wanted: frozenset[str | bool]) -> Condition:
    def ask(case: Situation) -> Reply:
        value = case.value(path)
        if value is Unknown.UNKNOWN:
            return open_on(path, read=(path,))
        return said(isinstance(value, tuple) and wanted <= set(value), path)

    return Condition(ask, frozenset({path}))


def _beyond(case: Situation, path: str, allowed: frozenset[str], others: tuple[str, ...]) -> Reply:
    """A list that nothing is on record for names nothing; a limit that nothing is on record for bars nothing."""
    read = (path, *others)
    values = [case.value(name) for name in read]
    if values[0] in (None, ()) or None in values:
        return Reply(Truth.NO, (), read)
    opens = tuple(Open(name) for name, value in zip(read, values, strict=True) if value is Unknown.UNKNOWN)
    if opens:
        return Reply(Truth.UNKNOWN, opens, read)
    named, *limits = (set(value) for value in values if isinstance(value, tuple))
    return said(not named <= allowed.union(*limits), *read)


def _names(case: Situation, path: str) -> int:
    listed = case.given.get(path)
    if isinstance(listed, tuple):
        return len(set(listed))
    return sum(given.startswith(f"{path}.") and given != f"{path}.{_OVERLAP}" for given in case.given)


QUESTIONS: Mapping[str, Leaf] = {
    "claimed": claimed,
    "lists_all": lists_all,
    "lists_beyond": lists_beyond,
    "places_beyond": places_beyond,
    "several": several,
}
