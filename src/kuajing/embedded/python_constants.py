"""Names of a Python module that hold one text throughout."""

import ast
from collections import Counter
from collections.abc import Iterable, Mapping

from kuajing.embedded.languages import language_of

LONGEST_CONSTANT = 500


def constants(tree: ast.Module, nodes: Iterable[ast.AST]) -> Mapping[str, str]:
    """The texts, none of them a statement, that names are given once at the top of a module and never again."""
    given = Counter(name for node in nodes if (name := _given_name(node)))
    return {
        name: value
        for statement in tree.body
        for name, value in _assigned(statement)
        if given[name] == 1 and len(value) <= LONGEST_CONSTANT and language_of(value) is None
    }


def _assigned(statement: ast.stmt) -> list[tuple[str, str]]:
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as value))
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str() as value))
        ):
            return [(name, value)]
        case _:
            return []


def _given_name(node: ast.AST) -> str:
    """The name that a node gives a value: a target, a parameter, an import or a definition."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            return name
        case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.alias(name=name, asname=asname):
            return asname or name
        case ast.ExceptHandler(name=str() as name) | ast.MatchAs(name=str() as name):
            return name
        case _:
            return ""
