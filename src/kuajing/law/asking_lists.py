"""Questions to lists: what they hold, what they name beyond a limit, how many they name."""

import re
from collections.abc import Mapping

from kuajing.law.shapes import fields, items, only, refuse, refuse_word, text, texts
from kuajing.law.situation import Condition, Open, Situation
from kuajing.law.values import UNTRIED, options
from kuajing.law.vocabulary import Leaf, Vocabulary, question
from kuajing.model.truth import NO, UNKNOWN, YES, Truth, truth
from kuajing.source.nodes import Node

_PLACE = re.compile(r"[A-Z]{2}")
_OVERLAP = "overlap"
_NOTHING = frozenset[str | bool]()


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
        return _beyond(words.wanted(path, given["words"]) if items(given["words"]) else _NOTHING, path)
    return _beyond(_NOTHING, path, words.path(given["fact"], "list"))


def places_beyond(words: Vocabulary, node: Node) -> Condition:
    """The list names a place outside the words and the place a fact gives; a name that is no place answers nothing."""
    given = fields(node, ("path", "words", "fact"))
    path, other = words.path(given["path"], "list"), words.path(given["fact"], "word")
    allowed = frozenset[str | bool](map(_place, items(given["words"])))

    def places(case: Situation) -> tuple[tuple[str, ...], frozenset[str | bool], frozenset[str | bool]]:
        named = case[path]
        listed = named if isinstance(named, tuple) else ()
        return listed, frozenset(filter(_PLACE.fullmatch, listed)) - allowed, options(case[other])

    def holds(case: Situation) -> Truth:
        listed, beyond, own = places(case)
        if beyond - own:
            return YES
        if beyond and len(own) > 1:
            return UNKNOWN
        return NO if all(map(_PLACE.fullmatch, listed)) else UNKNOWN

    def opens(case: Situation) -> tuple[Open, ...]:
        _, beyond, own = places(case)
        return (Open(other if beyond and len(own) > 1 else path),)

    return question(holds, (path, other), opens)


def _place(node: Node) -> str:
    return (
        text(node)
        if _PLACE.fullmatch(text(node))
        else refuse(node, "type", expected="a place of two letters, such as CN")
    )


def several(words: Vocabulary, node: Node) -> Condition:
    """One of the lists, or of the sets of named counts, names two or more."""
    paths = texts(node)
    for item in items(node):
        if text(item) not in words.rows and f"{text(item)}.*" not in words.rows:
            refuse_word(item, "path", "path", (row.removesuffix(".*") for row in words.rows))
    return question(lambda case: truth(any(_names(case, path) > 1 for path in paths)), paths)


def _holds(path: str, wanted: frozenset[str | bool]) -> Condition:
    def holds(case: Situation) -> Truth:
        value = case[path]
        if value is UNTRIED:
            return UNKNOWN
        return truth(isinstance(value, tuple) and wanted.issubset(value))

    return question(holds, (path,), lambda _: (Open(path),))


def _beyond(allowed: frozenset[str | bool], *read: str) -> Condition:
    """A list that nothing is on record for names nothing; a limit that nothing is on record for bars nothing."""

    def holds(case: Situation) -> Truth:
        values = [case[name] for name in read]
        if values[0] in (None, ()) or None in values:
            return NO
        if UNTRIED in values:
            return UNKNOWN
        named, *limits = (set[str | bool](value) for value in values if isinstance(value, tuple))
        return truth(not named <= allowed.union(*limits))

    def opens(case: Situation) -> tuple[Open, ...]:
        return tuple(Open(name) for name in read if case[name] is UNTRIED)

    return question(holds, read, opens)


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
