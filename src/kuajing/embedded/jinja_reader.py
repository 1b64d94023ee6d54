"""An expression of Jinja to its value, as far as it is written down; no code runs and nothing is looked up."""

import re
from collections.abc import Callable

from kuajing.embedded.jinja_operations import applied, compared, joined_texts, member, sum_of, tested
from kuajing.embedded.jinja_values import MOST_ITEMS, UNKNOWN, Named, Value, Values, bounded, shown, truth

Call = Callable[[str, list[Value], Values], Value]
"""The name of what is called, and the values it is given by place and by name, to what it gives back."""
DEEPEST = 30
MOST_TOKENS = 4_000
_TOKEN = re.compile(
    r"\s*+(?:(?P<text>'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\")|(?P<number>\d++(?:\.\d++)?)|(?P<name>[A-Za-z_]\w*+)"
    r"|(?P<sign>==|!=|<=|>=|//|\*\*|[-+~|.,:()\[\]{}<>=*/%]))",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_CONSTANTS: dict[str, Value] = {"true": True, "false": False, "none": None}
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">="})
_TERMS = frozenset({"*", "/", "//", "%"})


class NotRead(Exception):  # noqa: N818  a refusal, not a fault of the programme
    """An expression is not of the part of Jinja that is read."""


def evaluated(inner: str, values: Values, call: Call) -> Value:
    """The value of an expression; unknown where only the run knows it, or where it is not understood."""
    try:
        reader = Reader(inner, values, call)
        value = reader.whole()
    except NotRead:
        return UNKNOWN
    return UNKNOWN if isinstance(value, Named) or reader.kind != "end" else value


class Reader:
    """One pass over the tokens of an expression, each step reading what binds at least so tightly."""

    def __init__(self, inner: str, values: Values, call: Call) -> None:
        self._inner, self._values, self._call = inner, values, call
        self._depth, self._count, self._last = 0, 0, ""
        self.kind, self.text, self.begin, self._end = "", "", 0, 0
        self._next()

    def whole(self) -> Value:
        """A value, or one of two by a condition."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotRead
        value = self.alternatives()
        while self._takes("if"):
            condition = truth(self.alternatives())
            other = self.whole() if self._takes("else") else ""
            value = UNKNOWN if condition is None else value if condition else other
        self._depth -= 1
        return value

    def alternatives(self) -> Value:
        """Values with `or` between them."""
        value = self._all()
        while self._takes("or"):
            other = self._all()
            if (holds := truth(value)) is not True:
                value = True if truth(other) is True else other if holds is False else UNKNOWN
        return value

    def _all(self) -> Value:
        value = self._negated()
        while self._takes("and"):
            other = self._negated()
            if (holds := truth(value)) is not False:
                value = False if truth(other) is False else other if holds is True else UNKNOWN
        return value

    def _negated(self) -> Value:
        turns = 0
        while self._takes("not"):
            turns += 1
        value = self._comparison()
        holds = truth(value)
        return value if not turns else UNKNOWN if holds is None else holds is (turns % 2 == 0)

    def _comparison(self) -> Value:
        value = self._joined()
        while True:
            if self.kind == "sign" and self.text in _COMPARISONS:
                value = compared(value, self._behind(self._joined), self._last)
            elif self._takes("in"):
                value = compared(value, self._joined(), "in")
            elif self._takes("not"):
                self._needs("in")
                value = compared(value, self._joined(), "not in")
            elif self._takes("is"):
                is_turned = self._takes("not")
                holds = truth(tested(value, self._name().lower()))
                value = UNKNOWN if holds is None else holds is not is_turned
            else:
                return value

    def _joined(self) -> Value:
        value = self._sum()
        while self._takes("~"):
            value = joined_texts(value, self._sum())
        return value

    def _sum(self) -> Value:
        value = self._product()
        while self.kind == "sign" and self.text in {"+", "-"}:
            sign = self.text
            self._next()
            value = sum_of(value, self._product(), sign)
        return value

    def _product(self) -> Value:
        value = self._unary()
        while self.kind == "sign" and self.text in _TERMS:
            sign = self.text
            self._next()
            value = sum_of(value, self._unary(), sign)
        return value

    def _unary(self) -> Value:
        is_less = False
        while self.kind == "sign" and self.text in {"-", "+"}:
            is_less ^= self.text == "-"
            self._next()
        value = self._filtered(self._member(self._atom()))
        return sum_of(0, value, "-") if is_less else value

    def _filtered(self, value: Value) -> Value:
        while self._takes("|"):
            name = self._name()
            given, _ = self._given() if self._takes("(") else ([], {})
            value = applied(value, name, given)
        return value

    def _member(self, value: Value) -> Value:
        while self.kind == "sign":
            if self._takes("."):
                value = self._attribute(value, self._name())
            elif self._takes("["):
                key = self.whole()
                self._needs("]")
                value = member(value, key)
            elif self._takes("("):
                given, named = self._given()
                value = self._call(value.path, given, named) if isinstance(value, Named) else UNKNOWN
            else:
                return value
        return value

    def _attribute(self, value: Value, name: str) -> Value:
        if isinstance(value, Named):
            return Named(f"{value.path}.{name}")
        is_call = self.kind == "sign" and self.text == "("
        if not is_call:
            return member(value, name)
        self._next()
        return applied(value, name, self._given()[0])

    def _given(self) -> tuple[list[Value], Values]:
        """The values given to a call, whose bracket is open."""
        given: list[Value] = []
        named: Values = {}
        while not self._takes(")"):
            begin = (self.kind, self.text)
            value = self.whole()
            if begin[0] == "name" and self._takes("="):
                named[begin[1]] = self.whole()
            else:
                given.append(value)
            if not self._takes(","):
                self._needs(")")
                break
        return given, named

    def _atom(self) -> Value:
        kind, text = self.kind, self.text
        self._next()
        if kind == "text":
            return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text[1:-1])
        if kind == "number":
            return float(text) if "." in text else int(text[:18])
        if kind == "name":
            lower = text.lower()
            return self._values.get(
                text, _CONSTANTS.get(lower, UNKNOWN) if lower in _CONSTANTS else Named(text)
            )
        return self._bracketed(text) if kind == "sign" and text in {"(", "[", "{"} else self._refuse()

    def _bracketed(self, sign: str) -> Value:
        if sign == "{":
            return self._mapping()
        closing = ")" if sign == "(" else "]"
        found: list[Value] = []
        is_list = sign == "["
        while not self._takes(closing):
            found.append(self.whole())
            if len(found) > MOST_ITEMS:
                raise NotRead
            if not self._takes(","):
                self._needs(closing)
                break
            is_list = True
        return bounded(found) if is_list or not found else found[0]

    def _mapping(self) -> Value:
        found: Values = {}
        while not self._takes("}"):
            key = shown(self.whole())
            self._needs(":")
            value = self.whole()
            if key is None or len(found) > MOST_ITEMS:
                raise NotRead
            found[key] = value
            if not self._takes(","):
                self._needs("}")
                break
        return bounded(found)

    def _refuse(self) -> Value:
        raise NotRead

    def _behind(self, read: Callable[[], Value]) -> Value:
        self._last = self.text
        self._next()
        return read()

    def _name(self) -> str:
        name = self.text
        if self.kind != "name":
            raise NotRead
        self._next()
        return name

    def _needs(self, text: str) -> None:
        if not self._takes(text):
            raise NotRead

    def _takes(self, text: str) -> bool:
        is_here = self.text == text and self.kind in {"sign", "name"}
        if is_here:
            self._next()
        return is_here

    def _next(self) -> None:
        self._count += 1
        found = _TOKEN.match(self._inner, self._end)
        if self._count > MOST_TOKENS or (found is None and self._inner[self._end :].strip()):
            raise NotRead
        if found is None:
            self.kind, self.text, self.begin = "end", "", len(self._inner)
            return
        self.kind, self.begin, self._end = found.lastgroup or "", found.start(), found.end()
        self.text = found[self.kind]
