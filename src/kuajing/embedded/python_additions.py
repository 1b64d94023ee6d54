"""Texts put together line by line: `sql = "..."` and every `sql += "..."` that follows in the same body."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.embedded.placed import Placed, joined
from kuajing.embedded.python_texts import PythonSource

DEEPEST = 100
Addition = tuple[str, Placed, tuple[ast.AST, ...]]
"""The name of a text, the whole of it, and the expressions that it is made of."""


@dataclass(slots=True)
class _Growing:
    """A text that is still added to."""

    pieces: list[Placed]
    nodes: list[ast.AST]


@dataclass(slots=True)
class _Bodies:
    source: PythonSource
    done: list[Addition] = field(default_factory=list)

    def read(self, body: list[ast.stmt], growing: dict[str, _Growing], depth: int) -> None:
        """Follow one body; what branches add is added too, as every branch may run."""
        for statement in body:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._assign(name, value, growing)
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    self._assign(name, value, growing)
                case ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=value) if name in growing:
                    self._add(growing[name], value)
                case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                    self.whole(statement.body, depth + 1)
                case _ if depth < DEEPEST:
                    for inner in _bodies(statement):
                        self.read(inner, growing, depth + 1)
                case _:
                    pass

    def whole(self, body: list[ast.stmt], depth: int) -> None:
        """A body whose names are its own."""
        if depth >= DEEPEST:
            return
        growing: dict[str, _Growing] = {}
        self.read(body, growing, depth)
        for name, text in growing.items():
            self._finish(name, text)

    def _assign(self, name: str, value: ast.expr, growing: dict[str, _Growing]) -> None:
        rest = _after_itself(name, value)
        if rest is not None and name in growing:
            for term in rest:
                self._add(growing[name], term)
            growing[name].nodes.append(value)
            return
        if name in growing:
            self._finish(name, growing.pop(name))
        placed = self.source.text_of(value)
        if placed is not None:
            growing[name] = _Growing([placed], [value])

    def _add(self, growing: _Growing, value: ast.expr) -> None:
        placed = self.source.text_of(value)
        growing.pieces.append(self.source.marker(value) if placed is None else placed)
        if placed is not None:
            growing.nodes.append(value)

    def _finish(self, name: str, growing: _Growing) -> None:
        if len(growing.pieces) > 1:
            self.done.append((name, joined(growing.pieces), tuple(growing.nodes)))


def additions(tree: ast.Module, source: PythonSource) -> Iterator[Addition]:
    """Every text of a program that is made by more than one statement."""
    bodies = _Bodies(source)
    bodies.whole(tree.body, 0)
    yield from bodies.done


def _bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        inner = getattr(statement, name, None)
        if isinstance(inner, list) and inner:
            yield inner
    for handler in getattr(statement, "handlers", []) + getattr(statement, "cases", []):
        yield handler.body


def _after_itself(name: str, value: ast.expr) -> list[ast.expr] | None:
    """The terms after the first of `sql + ...`; None where the sum does not begin with the name itself."""
    terms: list[ast.expr] = []
    while isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
        terms.append(value.right)
        value = value.left
    is_itself = terms and isinstance(value, ast.Name) and value.id == name
    return terms[::-1] if is_itself else None
