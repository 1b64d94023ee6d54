"""The trees of python-hcl2 as blocks and expressions: what stands where, and nothing that only its writer needs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from kuajing.readers.infrastructure.expressions import (
    Attribute,
    Block,
    Call,
    Choice,
    Each,
    Expression,
    Keyed,
    Listed,
    Literal,
    Opaque,
    Operation,
    Reference,
    Template,
)
from kuajing.source.location import Location

_Node: TypeAlias = Any
"""A tree or token of the parser: its classes are known only once it is loaded."""

_HEREDOC = re.compile(r"<<-?[\w.-]+\r?\n(?P<body>.*?)(?:\r?\n)?[ \t]*[\w.-]+\r?\n?\Z", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
_LAST_SIGN = 0x10FFFF


def _kind(node: _Node) -> str:
    """The rule of a tree, the type of a token."""
    return str(getattr(node, "data", None) or getattr(node, "type", ""))


def _parts(node: _Node) -> Iterator[_Node]:
    return (
        child
        for child in node.children
        if child is not None and _kind(child) not in {"new_line_or_comment", "NL_OR_COMMENT"}
    )


def _place(node: _Node, path: str) -> Location:
    return Location(path, getattr(node.meta, "line", 1), getattr(node.meta, "column", 1))


def body(node: _Node, path: str, kind: str, labels: tuple[str, ...], location: Location) -> Block:
    """The block of a tree of attributes and blocks."""
    attributes: list[Attribute] = []
    blocks: list[Block] = []
    for child in _parts(node):
        if _kind(child) == "attribute":
            name, _, value = _parts(child)
            attributes.append(Attribute(_word(name), expression(value), _place(child, path)))
        elif _kind(child) == "block":
            blocks += _block(child, path)
    return Block(kind, labels, tuple(attributes), tuple(blocks), location)


def _block(node: _Node, path: str) -> Iterator[Block]:
    children = tuple(_parts(node))
    words = [_word(child) for child in children if hasattr(child, "data") and _kind(child) != "body"]
    inner = next(child for child in children if _kind(child) == "body")
    block = body(inner, path, words[0], tuple(words[1:]), _place(node, path))
    if block.kind != "dynamic" or not block.labels:
        yield block
        return
    each, named = block.get("for_each"), block.get("iterator")
    item = named.expression.name if named and isinstance(named.expression, Reference) else block.labels[0]
    for content in block.named("content"):
        yield replace(
            content,
            kind=block.labels[0],
            location=block.location,
            each=each.expression if each is not None else None,
            item=item,
        )


def _word(node: _Node) -> str:
    if _kind(node) == "string":
        return "".join(_raw(part) for part in node.children[1:-1])
    return str(next(_parts(node)))


def _raw(part: _Node) -> str:
    (inside,) = part.children
    return str(inside) if not hasattr(inside, "data") else "${...}"


def expression(node: _Node) -> Expression:
    """The expression of a tree; one of a kind that is not known stays open."""
    reader = _READERS.get(_kind(node))
    return reader(node) if reader is not None else Opaque()


def _term(node: _Node) -> Expression:
    inside = [child for child in _parts(node) if hasattr(child, "data")]
    return expression(inside[0]) if len(inside) == 1 else Opaque()


def _number(node: _Node) -> Expression:
    text = str(node.children[0])
    return Literal(int(text)) if re.fullmatch(r"-?\d{1,18}", text) else Literal(text)


def _word_value(node: _Node) -> Expression:
    return Literal({"true": True, "false": False, "null": None}.get(str(node.children[0])))


def _string(node: _Node) -> Expression:
    parts = tuple(_piece(part) for part in node.children[1:-1])
    if not parts:
        return Literal("")
    if all(isinstance(part, Literal) for part in parts):
        return Literal("".join(str(part.value) for part in parts if isinstance(part, Literal)))
    return Template(parts)


def _piece(part: _Node) -> Expression:
    (inside,) = part.children
    kind = _kind(inside)
    if kind == "interpolation":
        return next((expression(one) for one in _parts(inside) if hasattr(one, "data")), Opaque())
    if kind == "STRING_CHARS":
        return Literal(_unescaped(str(inside)))
    return Literal(str(inside)[1:]) if kind.startswith("ESCAPED") else Opaque()


def _unescaped(text: str) -> str:
    def sign(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        if code is None:
            return _ESCAPED.get(found[3], found[3])
        number = int(code, 16)
        return chr(number) if number <= _LAST_SIGN and not 0xD800 <= number <= 0xDFFF else "?"  # noqa: PLR2004

    return _ESCAPE.sub(sign, text)


def _heredoc(node: _Node) -> Expression:
    found = _HEREDOC.fullmatch(str(node.children[0]))
    return Literal(found["body"]) if found else Opaque()


def _listed(node: _Node) -> Expression:
    return Listed(tuple(expression(child) for child in _parts(node) if hasattr(child, "data")))


def _keyed(node: _Node) -> Expression:
    entries = []
    for child in _parts(node):
        if _kind(child) == "object_elem":
            key, _, value = _parts(child)
            entries.append((_key(key), expression(value)))
    return Keyed(tuple(entries))


def _key(node: _Node) -> Expression:
    inside = next(_parts(node), None)
    if inside is None or not hasattr(inside, "data"):
        return Literal(str(inside))
    key = expression(inside)
    is_bare = isinstance(key, Reference) and not key.steps and len(tuple(_parts(inside))) == 1
    return Literal(key.name) if is_bare and isinstance(key, Reference) else key


def _call(node: _Node) -> Expression:
    names = [_word(child) for child in _parts(node) if _kind(child) == "identifier"]
    arguments = next((child for child in _parts(node) if _kind(child) == "arguments"), None)
    found = () if arguments is None else tuple(_parts(arguments))
    return Call("::".join(names), tuple(expression(child) for child in found if hasattr(child, "data")))


def _choice(node: _Node) -> Expression:
    parts = [expression(child) for child in _parts(node) if hasattr(child, "data")]
    return Choice(*parts) if len(parts) == len(("if", "then", "else")) else Opaque()


def _binary(node: _Node) -> Expression:
    left, term = (child for child in _parts(node) if hasattr(child, "data"))
    operator, right = (child for child in _parts(term) if hasattr(child, "data"))
    return Operation(str(operator.children[0]), expression(left), expression(right))


def _unary(node: _Node) -> Expression:
    sign, value = node.children[0], next((child for child in _parts(node) if hasattr(child, "data")), None)
    return Operation(str(sign), None, expression(value)) if value is not None else Opaque()


def _each(node: _Node) -> Expression:
    """`[for v in x : f(v)]` and `{for k, v in x : k => v if c}`; groups (`...`) are not told apart."""
    intro, *rest = (child for child in _parts(node) if hasattr(child, "data"))
    names = tuple(_word(child) for child in _parts(intro) if _kind(child) == "identifier")
    items = next(
        (child for child in _parts(intro) if hasattr(child, "data") and _kind(child) != "identifier"), None
    )
    said = [child for child in rest if _kind(child) != "for_cond"]
    told = next((child for child in rest if _kind(child) == "for_cond"), None)
    asked = (
        next((child for child in _parts(told) if hasattr(child, "data")), None) if told is not None else None
    )
    wanted = ("key", "value") if _kind(node) == "for_object_expr" else ("value",)
    if items is None or len(said) != len(wanted) or any(_kind(child) == "ellipsis" for child in _parts(node)):
        return Opaque()
    *key, value = map(expression, said)
    condition = expression(asked) if asked is not None else None
    return Each(names, expression(items), key[0] if key else None, value, condition)


def _identifier(node: _Node) -> Expression:
    return Reference(str(node.children[0]))


def _asked(node: _Node) -> Expression:
    """What is asked of a name, step by step; a splat leaves the name as it is."""
    base, *asked = (child for child in _parts(node) if hasattr(child, "data"))
    told = expression(base)
    if not isinstance(told, Reference):
        return Opaque()
    steps = told.steps
    for step in asked:
        steps += tuple(_steps(step))
    return Reference(told.name, steps)


def _steps(node: _Node) -> "Iterator[str | Expression]":
    kind = _kind(node)
    if kind == "get_attr":
        yield from (_word(child) for child in _parts(node) if hasattr(child, "data"))
    elif kind == "braces_index":
        key = next((expression(child) for child in _parts(node) if hasattr(child, "data")), Opaque())
        yield str(key.value) if isinstance(key, Literal) else key
    elif kind == "short_index":
        yield from (str(child) for child in _parts(node) if str(child).isdigit())
    elif kind in {"attr_splat", "full_splat"}:
        for child in _parts(node):
            if hasattr(child, "data"):
                yield from _steps(child)


_READERS: dict[str, Callable[[_Node], Expression]] = {
    "expr_term": _term,
    "string": _string,
    "int_lit": _number,
    "float_lit": _number,
    "literal_value": _word_value,
    "identifier": _identifier,
    "heredoc_template": _heredoc,
    "heredoc_template_trim": _heredoc,
    "tuple": _listed,
    "object": _keyed,
    "function_call": _call,
    "conditional": _choice,
    "binary_op": _binary,
    "unary_op": _unary,
    "for_tuple_expr": _each,
    "for_object_expr": _each,
    "get_attr_expr_term": _asked,
    "index_expr_term": _asked,
    "attr_splat_expr_term": _asked,
    "full_splat_expr_term": _asked,
}
