"""Python to the blocks that its string literals hold; nothing of it is run."""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.embedded.block import Draft, Drafts, Note, lines_of
from kuajing.embedded.languages import language_of
from kuajing.embedded.markers import clause_notes
from kuajing.embedded.placed import Placed
from kuajing.embedded.python_additions import additions
from kuajing.embedded.python_calls import SQL_KEYWORDS, dialect_of_class, dotted, driver_dialect, taken_sql
from kuajing.embedded.python_constants import constants
from kuajing.embedded.python_literals import all_literals
from kuajing.embedded.python_shells import SHELL_KEYWORDS, runs_shell, shell_word
from kuajing.embedded.python_texts import PythonSource, with_open_fields
from kuajing.embedded.shell import shell_drafts
from kuajing.embedded.within import through

_WORTH_PARSING = re.compile(
    r"\b(?:select|insert|create|merge|update|delete|copy|unload|export|load|truncate|alter|execute|call|grant|exec)\b"
    r"|\{\s*\\?\"|\bsql\b|\bhql\b",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r"\s*[\w./\\{}$-]+\.(?:sql|hql|ddl|sql\.j2|sql\.jinja2?)\s*", re.IGNORECASE)
_ASKS = re.compile(r"\bsql\b", re.IGNORECASE)
_WORD = re.compile(r"\w+\s+\S")


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds an expression: whether it must be SQL or is a command line, the dialect that is proven, and what it is called."""

    is_sql: bool = False
    is_shell: bool = False
    dialect: str | None = None
    name: str | None = None


def python_drafts(text: str) -> Drafts:
    """The blocks of a Python program; where it cannot be parsed, of its string literals alone."""
    if _WORTH_PARSING.search(text) is None:
        return Drafts()
    readable = (
        text.replace("\r", "\n").replace("\ufeff", "\f", 1) if text[:1] == "\ufeff" or "\r" in text else text
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(readable)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return _of_literals(text, error)
    try:
        return Drafts(tuple(_Program(text, readable, tree).drafts()))
    except RecursionError as error:
        return _of_literals(text, error)


def literal_drafts(text: str) -> Drafts:
    """The blocks of the string literals of a program in another language, which is not read beyond them."""
    found = tuple(draft for placed in all_literals(text) for draft in _draft(placed, Around()))
    return Drafts(found, (Note(0, "unread.embedded_literals"),) if _ASKS.search(text) else ())


def _of_literals(text: str, error: Exception) -> Drafts:
    """The blocks of every literal, with a note that this is all that was looked at."""
    line = error.lineno if isinstance(error, SyntaxError) and error.lineno else 1
    lines = lines_of(text)
    return Drafts(
        literal_drafts(text).drafts, (Note(lines[min(line, len(lines)) - 1], "unread.embedded_literals"),)
    )


def _draft(placed: Placed, around: Around) -> Iterator[Draft]:
    """The block that a text is, if it is one."""
    placed = with_open_fields(placed).stripped()
    if around.is_shell and (commanded := shell_drafts(placed.text, 1).drafts):
        yield from through(commanded, placed)
        return
    if _WORD.search(placed.text) is None and "{" not in placed.text:
        return
    language = language_of(placed.text)
    if language is None and around.is_sql and not _FILE_NAME.fullmatch(placed.text):
        language = "sql"
    if language is None:
        return
    is_sql = language == "sql"
    yield Draft(
        language,
        placed,
        around.dialect if is_sql else None,
        around.name,
        notes=clause_notes(placed) if is_sql else (),
    )


class _Program:
    """One program on its way to blocks: a stack of expressions instead of recursion."""

    def __init__(self, text: str, readable: str, tree: ast.Module) -> None:
        nodes = list(ast.walk(tree))
        self._source = PythonSource(text, lines_of(readable), readable.isascii(), constants(tree, nodes))
        self._tree = tree
        self._driver = driver_dialect(nodes)
        self._known: dict[str, str] = {}
        self._used: dict[str, Around] = {}
        for node in nodes:
            if isinstance(node, ast.Assign | ast.withitem):
                self._learn(node)
        for node in nodes:
            if isinstance(node, ast.Call):
                self._note_use(node)

    def drafts(self) -> Iterator[Draft]:
        """The blocks in the order in which they stand."""
        found: list[Draft] = []
        seen: set[int] = set()
        for name, placed, nodes in additions(self._tree, self._source):
            seen |= {id(node) for node in nodes}
            found += _draft(placed, self._used.get(name, Around(name=name)))
        stack: list[tuple[ast.AST, Around]] = [(self._tree, Around())]
        while stack:
            node, around = stack.pop()
            if id(node) in seen:
                continue
            text = self._source.text_of(node) if isinstance(node, ast.expr) else None
            if text is not None:
                found += _draft(text, around)
                stack += ((inner, Around()) for inner in self._operands(node))
                continue
            stack += self._below(node, around)
        yield from sorted(found, key=lambda draft: draft.placed.offset(0))

    def _learn(self, node: ast.Assign | ast.withitem) -> None:
        """Which names hold a hook, cursor or connection of a known dialect."""
        value = node.value if isinstance(node, ast.Assign) else node.context_expr
        targets = node.targets if isinstance(node, ast.Assign) else [node.optional_vars]
        callee = dotted(value) if isinstance(value, ast.Call) else ""
        dialect = next((one for part in callee.split(".") if (one := dialect_of_class(part))), None)
        dialect = dialect or self._known.get(callee.split(".")[0])
        for target in targets:
            if dialect is not None and isinstance(target, ast.Name | ast.Attribute):
                self._known.setdefault(dotted(target).rpartition(".")[2], dialect)

    def _note_use(self, call: ast.Call) -> None:
        """Which names are handed to something that runs SQL."""
        is_sql, dialect = taken_sql(call, self._known, self._driver)
        given = [(keyword.arg in SQL_KEYWORDS, keyword.value) for keyword in call.keywords]
        commands = [call.args[0]] if call.args and not is_sql and runs_shell(call) else []
        commands += [keyword.value for keyword in call.keywords if keyword.arg in SHELL_KEYWORDS]
        for value in commands:
            if isinstance(value, ast.Name):
                self._used.setdefault(value.id, Around(is_shell=True, name=value.id))
        for is_taken, value in [*([(is_sql, call.args[0])] if call.args else []), *given]:
            if is_taken and isinstance(value, ast.Name):
                self._used.setdefault(value.id, Around(is_sql=True, dialect=dialect, name=value.id))

    def _below(self, node: ast.AST, around: Around) -> Iterator[tuple[ast.AST, Around]]:
        """What stands in a node, each with what surrounds it."""
        match node:
            case ast.Call():
                yield from self._given(node, around)
            case (
                ast.Assign(targets=[ast.Name(id=name), *_], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                yield value, self._used.get(name, Around(name=name))
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    named = (
                        key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
                    )
                    yield value, Around(dialect=around.dialect, name=named)
            case ast.List() | ast.Tuple() if around.is_shell:
                command = shell_word(node)
                for value in node.elts:
                    yield value, Around(is_shell=value is command)
            case ast.List() | ast.Tuple() | ast.Set() | ast.IfExp() | ast.BoolOp() | ast.Starred():
                yield from ((inner, around) for inner in ast.iter_child_nodes(node))
            case ast.JoinedStr():
                return
            case _:
                yield from ((inner, Around()) for inner in ast.iter_child_nodes(node))

    def _given(self, node: ast.Call, around: Around) -> Iterator[tuple[ast.AST, Around]]:
        """What a call is given, each with what the call makes of it."""
        is_sql, dialect = taken_sql(node, self._known, self._driver)
        is_shell = not is_sql and runs_shell(node)
        inherited = dialect or around.dialect
        yield node.func, Around()
        for index, value in enumerate(node.args):
            is_first = index == 0
            yield value, Around(is_sql and is_first, is_shell and is_first, inherited, around.name)
        for keyword in node.keywords:
            is_named = keyword.arg in SQL_KEYWORDS
            spoken = inherited or ("hive" if keyword.arg == "hql" else None)
            is_command = keyword.arg in SHELL_KEYWORDS
            yield keyword.value, Around(is_named, is_command, spoken, keyword.arg)

    def _operands(self, node: ast.AST) -> Iterator[ast.AST]:
        """What stands in a text expression beside its literals: what it is formatted with may hold SQL of its own."""
        match node:
            case ast.Call(func=ast.Attribute(attr="join"), args=[ast.List() | ast.Tuple() as items]):
                yield from (item for item in items.elts if self._source.text_of(item) is None)
            case ast.Call(args=args, keywords=keywords):
                yield from (value for value in args if not isinstance(value, ast.Constant | ast.JoinedStr))
                yield from (keyword.value for keyword in keywords)
            case ast.BinOp(op=ast.Mod(), right=right):
                yield right
            case _:
                return
