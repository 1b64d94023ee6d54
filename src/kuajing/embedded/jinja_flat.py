"""A Jinja text as SQL for one reading of its branches: what it says itself is filled in, no macro is run."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kuajing.embedded.block import Note
from kuajing.embedded.jinja_choices import NOT_RUN, open_branches
from kuajing.embedded.jinja_expressions import put_by, tables_named
from kuajing.embedded.jinja_scope import Scope
from kuajing.embedded.jinja_standing import BEFORE_TABLE, SIGNS_BEFORE, standing_for
from kuajing.embedded.jinja_tags import Tag
from kuajing.embedded.jinja_tree import Branch, Nest
from kuajing.embedded.jinja_values import UNKNOWN, Relation, Value, shown
from kuajing.embedded.placed import Placed, joined, literal, standing
from kuajing.embedded.ways import Way

_INCLUDED = re.compile(r"['\"]([^'\"]*)['\"]")
_COMMON = re.compile(r"\b(\w+)\s+as\s*\(", re.IGNORECASE)
_STRING = re.compile(r"['\"](\w+)['\"]")
TAIL = 60
_WORD = 8
MOST_SIGNS = 800_000
"""How long a text may grow when its loops are written out; past it the rest of the loops stand once."""


@dataclass(slots=True)
class Reading:
    """One pass over one text: which branches to take, and what has come to light.

    `notes` say what stayed unread; `apart` are the contents of blocks whose SQL is its own: what a `set` or `call`
    holds. `decided` and `open` are the choices that the text decides itself, and those that it does not.
    """

    text: str
    own_name: str | None
    way: Way
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    apart: list[tuple[str, Placed]] = field(default_factory=list)
    decided: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    signs: int = 0

    def flat(self, contents: list[Tag | Nest]) -> Placed:
        """The contents as SQL."""
        return Flattening(self, Scope.of_text(self.own_name)).flat(contents)

    def common_tables(self, inner: str) -> tuple[str, ...]:
        """The parts of a WITH that a call is given by name."""
        return tuple(
            name for name in dict.fromkeys(_STRING.findall(inner)) if name.lower() in _parts_of(self.text)
        )

    def table(self, name: str) -> str:
        """The name of a model; where a part of a WITH has the same name, in a form that cannot mean that part."""
        return f"{{{{ ref('{name}') }}}}" if name.lower() in _parts_of(self.text) else name


@lru_cache(maxsize=8)
def _parts_of(text: str) -> frozenset[str]:
    """The names of the parts of every WITH of a text, in lower case."""
    return frozenset(name.lower() for name in _COMMON.findall(text))


@dataclass(slots=True)
class Flattening:
    """The pieces of one run of a text, under the names that are known there; `before` is what was put ahead of it."""

    reading: Reading
    scope: Scope
    before: str = ""
    pieces: list[Placed] = field(default_factory=list)

    def flat(self, contents: list[Tag | Nest]) -> Placed:
        """The contents as SQL."""
        for content in contents:
            self._add(content)
        return joined(self.pieces)

    def _add(self, content: Tag | Nest) -> None:
        if isinstance(content, Nest):
            self._nest(content)
        elif content.kind == "text":
            self._put(literal(self.reading.text, content.begin, content.end))
        elif content.kind == "expression":
            self._expression(content)
        elif content.word == "set":
            self.scope.put(content.rest)
        elif content.word == "do":
            self.scope.value(content.rest)
        elif content.word in {"include", "extends"}:
            named = _INCLUDED.search(content.rest)
            self._note(content, "unread.embedded_include", named[1] if named is not None else content.rest)

    def _put(self, placed: Placed) -> None:
        """Put a piece; an empty one would only be in the way of whoever looks back."""
        if placed.text:
            self.pieces.append(placed)

    def _nest(self, nest: Nest) -> None:
        word = nest.tag.word
        if word == "if":
            self._if(nest)
        elif word == "for":
            self._for(nest)
        elif word in {"set", "call"}:
            inside = self._inside(nest.branches[0], self.scope)
            self.reading.apart.append((word, inside))
            if word == "set":
                self.scope.give(nest.tag.rest.split("|")[0].strip(), inside.text.strip())
        elif word not in NOT_RUN:
            self._put(self._inside(nest.branches[0], self.scope))

    def _if(self, nest: Nest) -> None:
        branches, is_certain = open_branches(nest, self.scope.holds)
        if not branches:
            self.reading.decided.add(id(nest))
            return
        is_decided = is_certain and len(branches) == 1
        (self.reading.decided if is_decided else self.reading.open).add(id(nest))
        taken = branches[min(self.reading.way.get(id(nest), 0), len(branches) - 1)]
        self.scope.doubts += not is_certain
        self._put(self._inside(taken, self.scope))
        self.scope.doubts -= not is_certain

    def _for(self, nest: Nest) -> None:
        is_short = self.reading.signs < MOST_SIGNS
        rounds = self.scope.each(nest.tag.rest) if is_short else None
        if rounds is None:
            rounds = [self.scope.once(nest.tag.rest)]
        for scope in rounds:
            inside = self._inside(nest.branches[0], scope)
            self.reading.signs += len(inside.text)
            self._put(inside)
        if not rounds and len(nest.branches) > 1:
            self._put(self._inside(nest.branches[1], self.scope))

    def _inside(self, branch: Branch, scope: Scope) -> Placed:
        return Flattening(self.reading, scope, self._tail(SIGNS_BEFORE)).flat(branch.contents)

    def _expression(self, tag: Tag) -> None:
        value = self.scope.value(tag.inner)
        text = self.reading.table(value.name) if isinstance(value, Relation) else shown(value)
        if text is None:
            text = self._unknown(tag, value)
        if text is None:
            self._put(literal(self.reading.text, tag.begin, tag.end))
        elif text:
            # dbt puts names that are quoted, so that none of them runs into the word ahead of it.
            tail = self._tail(_WORD)
            is_glued = tail[-1:].isalpha() and BEFORE_TABLE.search(tail) is not None
            self._put(standing(f" {text}" if is_glued else text, tag.begin, tag.end))

    def _unknown(self, tag: Tag, value: Value) -> str | None:
        """What stands for an expression that the text does not decide; None for its own marker."""
        if value is not UNKNOWN:
            return "" if value is None else None
        put = put_by(tag.inner, self.reading.own_name)
        named = put.tables or (tables_named(tag.inner) if put.text is None else ())
        if put.macro is None and not named:
            return put.text
        self._note(tag, "unread.embedded_macro", put.macro or tag.inner)
        tables = tuple(map(self.reading.table, named)) or self.reading.common_tables(tag.inner)
        return standing_for(self.reading.text, tag, tables, self._tail(SIGNS_BEFORE))

    def _tail(self, most: int) -> str:
        """The end of what has been put so far."""
        found: list[str] = []
        length = 0
        for piece in reversed(self.pieces):
            if length >= most:
                break
            found.append(piece.text[-most:])
            length += len(found[-1])
        if length < most:
            found.append(self.before)
        return "".join(reversed(found))[-most:]

    def _note(self, tag: Tag, reason: str, name: str) -> None:
        self.reading.notes.setdefault((reason, name), Note(tag.begin, reason, (("name", name[:TAIL]),)))
