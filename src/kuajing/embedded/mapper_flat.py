"""A statement of a mapper as plain SQL: every branch that may stand beside the others is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.embedded.block import Note
from kuajing.embedded.mapper_tree import Element
from kuajing.embedded.placed import Placed, joined, standing
from kuajing.embedded.ways import Way

LONGEST = 200_000
DEEPEST = 64
_PROPERTY = re.compile(r"\$\{\s*(\w+)\s*\}")
_IBATIS = re.compile(r"#(?P<value>[\w.\[\]]+)(?::\w+)*#|\$(?P<name>[\w.\[\]]+)\$")
_CONDITION = re.compile(r"\s*(?:and|or)\b", re.IGNORECASE)
_CHOSEN = frozenset({"when", "otherwise"})


class TooLong(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """The fragments that a statement includes grow without end."""


@dataclass(slots=True)
class Flattening:
    """One pass over one statement: the fragments of its file, the branches to take, and what stayed unread."""

    fragments: dict[str, Element]
    namespace: str
    way: Way
    notes: set[Note] = field(default_factory=set)
    length: int = 0
    including: list[str] = field(default_factory=list)

    def flat(self, element: Element) -> Placed:
        """The contents of an element as SQL; raises TooLong."""
        pieces = [piece for content in element.contents for piece in self._content(content)]
        return joined(pieces)

    def _content(self, content: Element | Placed) -> Iterator[Placed]:
        self.length += 1
        if self.length > LONGEST:
            raise TooLong
        if isinstance(content, Placed):
            yield self._text(content)
            return
        match content.tag:
            case "include":
                yield from self._included(content)
            case "choose":
                yield from self._chosen(branches_of(content), self.way.get(id(content), 0))
            case "bind" | "selectKey" | "property":
                return
            case "where":
                yield from _wrapped(content, self.flat(content), "WHERE", ("AND", "OR"), ())
            case "set":
                yield from _wrapped(content, self.flat(content), "SET", (), (",",))
            case "trim":
                yield from self._trimmed(content)
            case "foreach" | "iterate":
                yield from self._repeated(content)
            case tag:
                first = ("AND", "OR", ",") if tag == "dynamic" else ()
                yield from _wrapped(
                    content, self.flat(content), content.attributes.get("prepend", ""), first, ()
                )

    def _text(self, content: Placed) -> Placed:
        self.length += len(content.text)
        return content.replaced(_IBATIS, _modern) if "#" in content.text or "$" in content.text else content

    def _chosen(self, branches: list[Element], taken: int) -> Iterator[Placed]:
        """One branch of a choice; all where they may stand together."""
        for branch in branches if stand_together(branches) else branches[taken:][:1]:
            yield from _wrapped(branch, self.flat(branch), "", (), ())

    def _trimmed(self, element: Element) -> Iterator[Placed]:
        given = element.attributes
        first, last = (
            tuple(one.strip() for one in given.get(name, "").split("|") if one.strip())
            for name in ("prefixOverrides", "suffixOverrides")
        )
        inside = self.flat(element)
        yield from _wrapped(element, inside, given.get("prefix", ""), first, last, given.get("suffix", ""))

    def _repeated(self, element: Element) -> Iterator[Placed]:
        given = element.attributes
        opening = " ".join(filter(None, (given.get("prepend"), given.get("open"))))
        yield from _wrapped(element, self.flat(element), opening, (), (), given.get("close", ""))

    def _included(self, element: Element) -> Iterator[Placed]:
        named = element.attributes.get("refid", "")
        name = named.removeprefix(self.namespace + ".")
        fragment = self.fragments.get(name) or self.fragments.get(named)
        if fragment is None or name in self.including or len(self.including) > DEEPEST:
            self.notes.add(Note(element.begin, "unread.embedded_include", (("name", named),)))
            yield standing("${" + re.sub(r"[{}\n]", "", named) + "}", element.begin, element.begin + 1)
            return
        given = {
            one.attributes.get("name", ""): one.attributes.get("value", "")
            for one in element.contents
            if isinstance(one, Element) and one.tag == "property"
        }
        self.including.append(name)
        flat = self.flat(fragment)
        self.including.pop()
        yield flat.replaced(_PROPERTY, lambda match: given.get(match[1])) if given else flat


def branches_of(choose: Element) -> list[Element]:
    """The branches of a `choose`, of which one is taken."""
    return [one for one in choose.contents if isinstance(one, Element) and one.tag in _CHOSEN]


def stand_together(branches: list[Element]) -> bool:
    """Whether branches are conditions that may all be asked at once: each begins with AND or OR."""
    return all(_CONDITION.match(_first_text(one)) for one in branches)


def _first_text(element: Element) -> str:
    """The first text of an element that is not blank; empty where an element comes first that may begin otherwise."""
    for _ in range(DEEPEST):
        first = next(
            (one for one in element.contents if isinstance(one, Element) or one.text.strip()), Placed()
        )
        if isinstance(first, Placed):
            return first.text
        if first.tag not in {"if", "foreach"}:
            return ""
        element = first
    return ""


def choices_in(element: Element, fragments: dict[str, Element], namespace: str) -> dict[int, int]:
    """How many branches each `choose` of a statement has, those of included fragments too."""
    found: dict[int, int] = {}
    seen: set[int] = set()
    stack = [element]
    while stack:
        one = stack.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if one.tag == "choose" and len(branches := branches_of(one)) > 1 and not stand_together(branches):
            found[id(one)] = len(branches)
        if one.tag == "include":
            named = one.attributes.get("refid", "")
            fragment = fragments.get(named.removeprefix(namespace + ".")) or fragments.get(named)
            stack += [fragment] if fragment is not None else []
        stack += [
            inner
            for inner in reversed(one.contents)
            if isinstance(inner, Element) and inner.tag != "selectKey"
        ]
    return found


def _wrapped(
    element: Element,
    inside: Placed,
    before: str,
    first_dropped: tuple[str, ...],
    last_dropped: tuple[str, ...],
    after: str = "",
) -> Iterator[Placed]:
    """What stands in an element with its first and last words dropped and others put around; nothing around nothing."""
    placed = inside.stripped()
    if not placed.text:
        return
    begin, end = 0, len(placed.text)
    if first_dropped:
        found = re.match(rf"(?:{'|'.join(map(_as_word, first_dropped))})", placed.text, re.IGNORECASE)
        begin = found.end() if found is not None else 0
    if last_dropped:
        found = re.search(rf"(?:{'|'.join(map(_ending, last_dropped))})$", placed.text[-200:], re.IGNORECASE)
        end -= len(found.group()) if found is not None else 0
    if before:
        yield standing(f" {before} ", element.begin, element.begin + 1)
    else:
        yield standing(" ", element.begin, element.begin + 1)
    yield placed.part(begin, max(begin, end))
    yield standing(f" {after} " if after else " ", element.begin, element.begin + 1)


def _as_word(word: str) -> str:
    return re.escape(word) + (r"\b" if word[-1:].isalnum() else "")


def _ending(word: str) -> str:
    return (r"\b" if word[:1].isalnum() else "") + re.escape(word)


def _modern(match: re.Match[str]) -> str:
    """The marker of MyBatis for one of iBATIS."""
    return "#{" + match["value"] + "}" if match["value"] is not None else "${" + match["name"] + "}"
