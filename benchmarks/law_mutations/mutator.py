"""Small changes to the law's data, one at a time: numbers, days, words, parts of conditions, duties and violations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from benchmarks.law_mutations import trees

from kuajing.source.location import Location
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar, Sequence

_CLOCKS = ("years", "months", "working_days")
_COUNTS = ("at_least", "above")
_DATED = ("from", "until", "since", "before", "date", "than", "latest")
_JOINED = ("all", "any", "listed")
_LISTED = ("fact", "stated", "lists_all")
"""Questions that hold a path and its words."""
_CITING = ("cites", "cite")
_NAMED = ("route", "step", "exemption", "words", "several", "excludes", "to", *_CITING)
"""Keys that hold a list of names."""
_RULES = ("duties", "violations")
Span = tuple[date | None, date | None]
"""The days from and until which a part of the data is read."""
_UNTOLD = ("penalty", "gloss", "sectors", "touches")
"""Keys below which nothing stands that a verdict tells."""
_ALWAYS: Span = (None, None)
_About = tuple[object, ...] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing changed at one place of a file.

    `about` says which cases can tell: the days, the path and the values that matter; None where any may.
    """

    path: str
    place: Location
    trail: tuple[str, ...]
    kind: str
    what: str
    about: _About
    span: Span
    make: Callable[[Node], Node]

    @property
    def name(self) -> str:
        """The change told so that it is found again when lines move."""
        return f"{self.path.removeprefix('law/')} {'/'.join(self.trail)}: {self.what}"


@dataclass(frozen=True, slots=True)
class _At:
    """A node with the way to it: the keys and items passed, and the days at which it is read."""

    path: str
    trail: tuple[str, ...]
    node: Node
    span: Span = _ALWAYS

    def change(self, kind: str, what: str, new: Node | None = None, about: _About = None) -> Change:
        """The node replaced by another; without one it is taken out."""
        make = partial(trees.with_node, target=self.node, new=new)
        place = self.node.location
        return Change(self.path, place, self.trail, kind, what, about, self.span, make)

    def at(self, name: str, node: Node, span: Span) -> "_At":
        """A node below this one."""
        return _At(self.path, (*self.trail, name), node, span)


def changes(path: str, document: Node) -> Iterator[Change]:
    """Every change to a file, each place of the text once, however often it is referred to."""
    seen: set[tuple[Location, str]] = set()
    for change in _below(_At(path, (), document), ""):
        if (change.place, change.what) not in seen:
            seen.add((change.place, change.what))
            yield change


def _below(at: _At, key: str) -> Iterator[Change]:
    node = at.node
    if isinstance(node, Entries):
        for name, value in node:
            if name in _UNTOLD:
                continue
            inner = at.at(name, value, _ALWAYS if name in (*_DATED, "yields_to") else at.span)
            yield from _entry(at, inner, name)
            yield from _below(inner, name)
    elif isinstance(node, Sequence):
        for item in node.items:
            inner = at.at(trees.told(item), item, _span(item, at.span))
            yield from _item(inner, key)
            yield from _below(inner, key)
    elif key in _DATED:
        yield from _days(at)


def _entry(outer: _At, at: _At, key: str) -> Iterator[Change]:
    """The changes to an entry of a mapping."""
    if key in _CLOCKS:
        of_law = at.path.endswith("/clocks.yaml")
        yield from _numbers(at, None if of_law else ("clock", *trees.words(outer.node)))
    elif key in _COUNTS and isinstance(at.node, Entries):
        ((path, bound),) = at.node.entries
        yield from _numbers(replace(at, node=bound), ("count", path.text, trees.whole(bound)))
    elif key in _LISTED and isinstance(at.node, Entries):
        ((path, listed),) = at.node.entries
        one = key != "lists_all"
        yield from _words(
            at, listed, lambda word: ("word", path.text, trees.value(word)) if one else None, "word"
        )
    elif at.path.endswith("purposes.yaml"):
        yield from _words(at, at.node, lambda _: ("word", "flow.purpose", key), "purpose")
    else:
        yield from _turned(outer, at, key)


def _turned(outer: _At, at: _At, key: str) -> Iterator[Change]:
    """A `not` dropped, `shown` made an open question, what meets a duty turned round."""
    if key == "not":
        yield outer.change("not", "not dropped", at.node)
    elif key == "shown":
        yield outer.change("shown", "shown made named", trees.under("named", at.node))
    elif key == "met":
        yield at.change("met", "met negated", trees.under("not", at.node))


def _words(at: _At, listed: Node, about: Callable[[Node], _About], kind: str) -> Iterator[Change]:
    for word in listed.items if isinstance(listed, Sequence) else ():
        yield at.at(trees.told(word), word, at.span).change(kind, "taken out", about=about(word))


def _item(at: _At, key: str) -> Iterator[Change]:
    """The changes to an item of a list."""
    if key in _JOINED:
        yield at.change("part", f"dropped from {key}")
    elif key in _NAMED:
        kind = "citation" if key in _CITING else "precedence" if key == "to" else "word"
        yield at.change(kind, "taken out")
    elif key == "yields_to":
        yield at.change("precedence", "dropped")
    elif key in _RULES or (at.path.endswith("citations.yaml") and len(at.trail) == 1):
        yield at.change("rule", "removed")


def _numbers(at: _At, about: _About) -> Iterator[Change]:
    stated = trees.whole(at.node)
    for number in (stated + 1, stated - 1):
        yield at.change("number", f"{stated} made {number}", trees.scalar(at.node, number), about)


def _days(at: _At) -> Iterator[Change]:
    stated = _day(at.node)
    if stated is None:
        return
    for step in (1, -1):
        moved = stated + timedelta(days=step)
        about = ("day", min(stated, moved), max(stated, moved))
        yield at.change("day", f"{stated} made {moved}", trees.scalar(at.node, moved.isoformat()), about)


def _span(node: Node, outer: Span) -> Span:
    """The days of a step or of a version."""
    if not isinstance(node, Entries) or not (node.get("from") or node.get("until")):
        return outer
    return _day(node.get("from")), _day(node.get("until"))


def _day(node: Node | None) -> date | None:
    try:
        return date.fromisoformat(trees.text(node)) if isinstance(node, Scalar) else None
    except ValueError:
        return None
