"""A Jinja text as SQL for one reading of its branches; loops stand once, macros are not run."""

import re
from dataclasses import dataclass, field

from kuajing.embedded.block import Note
from kuajing.embedded.jinja_expressions import put_by
from kuajing.embedded.jinja_tags import Tag
from kuajing.embedded.jinja_tree import Branch, Nest
from kuajing.embedded.placed import Placed, joined, literal, standing
from kuajing.embedded.ways import Way

_APART = frozenset({"set", "call"})
_NOT_RUN = frozenset({"macro", "test", "data_test", "materialization", "docs", "unit_test"})
_NEVER = re.compile(r"not\s+(?:loop\.(?:last|first)|execute)\b")
_ALWAYS = re.compile(r"(?:loop\.(?:last|first)|execute)")
_BEFORE_QUERY = re.compile(r"(?:^|[(;]|\bas|\ball|\bunion|\breturn)\s*$", re.IGNORECASE)
_AFTER_QUERY = re.compile(
    r"\s*(?:$|[);]|\{%|\{#|(?:union|except|where|group|order|having|qualify|limit|join|left|inner)\b)",
    re.IGNORECASE,
)
_BEFORE_TABLE = re.compile(r"\b(?:from|join|into|table|update)\s*$", re.IGNORECASE)
_INCLUDED = re.compile(r"['\"]([^'\"]*)['\"]")
TAIL = 60


@dataclass(slots=True)
class Flattening:
    """One pass over one text: which branches to take, what the text itself is called, and what stayed unread.

    `apart` are the contents of blocks whose SQL is its own: what a `set` or `call` holds.
    """

    text: str
    own_name: str | None
    way: Way
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    apart: list[tuple[str, Placed]] = field(default_factory=list)
    pieces: list[Placed] = field(default_factory=list)

    def flat(self, contents: list[Tag | Nest]) -> Placed:
        """The contents as SQL."""
        outer, self.pieces = self.pieces, []
        for content in contents:
            self._add(content)
        found, self.pieces = joined(self.pieces), outer
        return found

    def _add(self, content: Tag | Nest) -> None:
        if isinstance(content, Nest):
            self._nest(content)
        elif content.kind == "text":
            self.pieces.append(literal(self.text, content.begin, content.end))
        elif content.kind == "expression":
            self._expression(content)
        elif content.word in {"include", "extends"}:
            named = _INCLUDED.search(content.rest)
            self._note(content, "unread.embedded_include", named[1] if named is not None else content.rest)

    def _nest(self, nest: Nest) -> None:
        word = nest.tag.word
        if word in _APART:
            self.apart.append((word, self._inside(nest.branches[0])))
        elif word in {"if", "for"}:
            branches = live_branches(nest)
            if branches:
                taken = branches[min(self.way.get(id(nest), 0), len(branches) - 1)]
                self.pieces.append(self._inside(taken))
        elif word not in _NOT_RUN:
            self.pieces.append(self._inside(nest.branches[0]))

    def _inside(self, branch: Branch) -> Placed:
        tail = self._tail()
        inner = Flattening(self.text, self.own_name, self.way, self.notes, self.apart)
        inner.pieces = [standing(tail, 0, 0)] if tail else []
        for content in branch.contents:
            inner._add(content)
        return joined(inner.pieces[1:] if tail else inner.pieces)

    def _expression(self, tag: Tag) -> None:
        put = put_by(tag.inner, self.own_name)
        text = put.text
        if put.macro is not None:
            self._note(tag, "unread.embedded_macro", put.macro)
            text = self._standing_for(tag, put.tables)
        if text is None:
            self.pieces.append(literal(self.text, tag.begin, tag.end))
        elif text:
            # dbt puts names that are quoted, so that none of them runs into the word ahead of it.
            is_glued = self._tail()[-1:].isalnum() and _BEFORE_TABLE.search(self._tail())
            self.pieces.append(standing(f" {text}" if is_glued else text, tag.begin, tag.end))

    def _standing_for(self, tag: Tag, tables: tuple[str, ...]) -> str | None:
        """What stands for a call of a macro: a query where a query must stand, a table where a table must."""
        tail = self._tail()
        if _BEFORE_TABLE.search(tail):
            return tables[0] if len(tables) == 1 else f"({_union(tables)})" if tables else None
        if _BEFORE_QUERY.search(tail) and _AFTER_QUERY.match(self.text, tag.end):
            return _union(tables or (self.text[tag.begin : tag.end],))
        return None

    def _tail(self) -> str:
        """The end of what has been put so far."""
        tail = ""
        for piece in reversed(self.pieces):
            tail = piece.text[-TAIL:] + tail
            if len(tail) >= TAIL or tail.strip():
                break
        return tail[-TAIL:] if tail.strip() else ""

    def _note(self, tag: Tag, reason: str, name: str) -> None:
        self.notes.setdefault((reason, name), Note(tag.begin, reason, (("name", name[:TAIL]),)))


def _union(tables: tuple[str, ...]) -> str:
    """A query over all that is in some tables."""
    return " union all ".join(f"select * from {table}" for table in tables)  # noqa: S608  it is read, not run


def live_branches(nest: Nest) -> list[Branch]:
    """The branches of an `if` that may run where loops stand once and dbt runs for good; the first pass of a loop."""
    if nest.tag.word == "for":
        return nest.branches
    found: list[Branch] = []
    for branch in nest.branches:
        condition = branch.tag.rest if branch.tag.word != "else" else ""
        if _NEVER.fullmatch(condition):
            continue
        found.append(branch)
        if _ALWAYS.fullmatch(condition):
            break
    return found


def choices_in(contents: list[Tag | Nest]) -> dict[int, int]:
    """How many branches each choice of a text has; those of macros and set blocks are not its own."""
    found: dict[int, int] = {}
    stack = list(reversed(contents))
    while stack:
        one = stack.pop()
        if not isinstance(one, Nest) or one.tag.word in _NOT_RUN:
            continue
        branches = live_branches(one) if one.tag.word in {"if", "for"} else one.branches
        if len(branches) > 1:
            found[id(one)] = len(branches)
        stack += [inner for branch in reversed(branches) for inner in reversed(branch.contents)]
    return found
