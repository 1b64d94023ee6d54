"""Expressions of Python that make a text of literals: joined, formatted, trimmed; never run."""

import ast
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from kuajing.embedded.markers import marker
from kuajing.embedded.placed import Placed, joined, standing
from kuajing.embedded.python_literals import literals_between

_PERCENT = re.compile(r"%%|%(?:\((?P<name>\w+)\))?[-+ 0#]*(?:\d+|\*)?(?:\.\d+)?[sdrifgGeExXoc]")
_BRACED = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?:![rsa])?(?::[^{}]*)?\}")
_OPEN = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|[$#]\{[^{}]*\}|\{(?P<name>[A-Za-z_][\w.]*(?:\[\w+\])?)?\}"
    r"|(?<=[\w.`])%(?:\((?P<glued>\w+)\))?s|%(?:\((?P<led>\w+)\))?s(?=[.`\w])"
    r"|(?i:(?<=\bfrom )|(?<=\bjoin )|(?<=\binto )|(?<=\btable )|(?<=\bupdate ))%(?:\((?P<table>\w+)\))?s"
)
_KEPT_BY = frozenset(
    {"strip", "lstrip", "rstrip", "replace", "lower", "upper", "expandtabs", "encode", "decode", "substitute"}
)
"""Methods whose result is taken to be the text itself: what they change is no name."""
_TRIMMING = frozenset({"dedent", "cleandoc", "text", "SQL", "Template", "literal_column", "RawSQL"})
"""Functions that give the text they are given, or hold it as SQL."""
MOST_TERMS = 20_000


@dataclass(frozen=True, slots=True)
class PythonSource:
    """A program and where its lines begin; `has_only_ascii` where columns in bytes are columns in signs.

    `constants` are the texts that names of the module always hold.
    """

    text: str
    lines: tuple[int, ...]
    has_only_ascii: bool
    constants: Mapping[str, str] = field(default_factory=dict)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column in bytes, as `ast` tells them."""
        begin = self.lines[line - 1]
        if self.has_only_ascii or column == 0:
            return begin + column
        return begin + len(
            self.text[begin : begin + column].encode("utf-8", "replace")[:column].decode("utf-8", "ignore")
        )

    def begin(self, node: ast.expr) -> int:
        """The offset at which an expression begins."""
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr) -> int:
        """The offset at which an expression ends."""
        return self.offset(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)

    def shown(self, node: ast.expr) -> str:
        """The expression as it is written."""
        return self.text[self.begin(node) : self.end(node)]

    def marker(self, node: ast.expr) -> Placed:
        """The marker that stands for an expression, or the text where that is known."""
        filled = self._filled(node)
        shown = marker(self.shown(node)) if filled is None else filled
        return standing(shown, self.begin(node), self.end(node))

    def _filled(self, node: ast.expr) -> str | None:
        """The text that a literal or a constant of the module fills in; None for any other expression."""
        match node:
            case ast.Constant(value=str() as value):
                return value
            case ast.Constant(value=int() as number) if not isinstance(number, bool):
                return str(number)
            case ast.Name(id=name):
                return self.constants.get(name)
            case _:
                return None

    def text_of(self, node: ast.expr) -> Placed | None:
        """The text that an expression makes, what is not literal in it as markers; None where it makes none."""
        match node:
            case ast.Constant(value=str()) | ast.JoinedStr():
                return literals_between(self.text, self.begin(node), self.end(node), self.constants)
            case ast.BinOp(op=ast.Add()):
                return self._sum(node)
            case ast.BinOp(left=left, op=ast.Mod(), right=right):
                found = self.text_of(left)
                return found and self._percent(found, right)
            case ast.Call():
                return self._called(node)
            case _:
                return None

    def _sum(self, node: ast.BinOp) -> Placed | None:
        terms: list[ast.expr] = []
        left: ast.expr = node
        while isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add):
            terms.append(left.right)
            left = left.left
        terms.append(left)
        found = [(term, self.text_of(term)) for term in reversed(terms)]
        if all(text is None for _, text in found):
            return None
        return joined(self.marker(term) if text is None else text for term, text in found)

    def _percent(self, found: Placed, right: ast.expr) -> Placed:
        values = list(right.elts) if isinstance(right, ast.Tuple) else [right]
        count = iter(range(len(values) + found.text.count("%")))
        by_name = _named_values(right)

        def put(match: re.Match[str]) -> str:
            if match.group() == "%%":
                return "%"
            number = next(count)
            named = number < len(values) and match["name"] is None and not isinstance(right, ast.Dict)
            given = by_name.get(match["name"]) if match["name"] else values[number] if named else None
            filled = self._filled(given) if given is not None and match.group()[-1] in "sd" else None
            if filled is not None:
                return filled
            return marker(match["name"] or (self.shown(values[number]) if named else str(number + 1)))

        return found.replaced(_PERCENT, put)

    def _called(self, node: ast.Call) -> Placed | None:
        if isinstance(node.func, ast.Attribute):
            name, receiver = node.func.attr, node.func.value
            if name == "join" and len(node.args) == 1 and isinstance(node.args[0], ast.List | ast.Tuple):
                return self._joined(receiver, node.args[0].elts)
            if name == "format" and (found := self.text_of(receiver)) is not None:
                return self._formatted(found, node)
            if name in _KEPT_BY and (found := self.text_of(receiver)) is not None:
                return found
        else:
            name = node.func.id if isinstance(node.func, ast.Name) else ""
        return self.text_of(node.args[0]) if name in _TRIMMING and node.args else None

    def _joined(self, separator: ast.expr, items: list[ast.expr]) -> Placed | None:
        between = self.text_of(separator)
        found = [(item, self.text_of(item)) for item in items]
        if between is None or all(text is None for _, text in found):
            return None
        pieces = [self.marker(item) if text is None else text for item, text in found]
        return joined(piece for item in pieces for piece in (item, between)).part(
            0, sum(len(piece.text) for piece in pieces) + len(between.text) * (len(pieces) - 1)
        )

    def _formatted(self, found: Placed, node: ast.Call) -> Placed:
        count = iter(range(found.text.count("{")))
        by_name = _given_values(node)

        def put(match: re.Match[str]) -> str:
            if match["name"] is None:
                return match.group()[0]
            name = match["name"] or str(next(count))
            is_shown = name.isdecimal() and int(name) < len(node.args)
            given = by_name.get(name)
            is_plain = not {"!", ":"}.intersection(match.group())  # a width or precision changes the text
            filled = self._filled(given) if given is not None and is_plain else None
            if filled is not None:
                return filled
            return marker(self.shown(node.args[int(name)]) if is_shown else name)

        return found.replaced(_BRACED, put)


def _named_values(right: ast.expr) -> dict[str, ast.expr]:
    """What `% {"name": value}` gives by name."""
    if not isinstance(right, ast.Dict):
        return {}
    pairs = zip(right.keys, right.values, strict=True)
    return {
        key.value: value
        for key, value in pairs
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _given_values(call: ast.Call) -> dict[str, ast.expr]:
    """What a call is given, by place and by name; nothing by place where a list is spread out."""
    is_spread = any(isinstance(value, ast.Starred) for value in call.args)
    by_place = {} if is_spread else {str(place): value for place, value in enumerate(call.args)}
    return by_place | {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg is not None}


def with_open_fields(found: Placed) -> Placed:
    """A text that is formatted elsewhere, if at all: `{name}`, and `%s` where a name must stand, become markers."""

    def put(match: re.Match[str]) -> str | None:
        text = match.group()
        if text.startswith(("{{", "{%", "$", "#")):
            return None
        return marker(match["name"] or match["glued"] or match["led"] or match["table"] or "value")

    return found.replaced(_OPEN, put) if "{" in found.text or "%" in found.text else found


def line_of(lines: tuple[int, ...], at: int) -> int:
    """The number of the line that an offset stands on."""
    return bisect_left(lines, at + 1)
