"""Terraform in its JSON syntax to the same blocks that the native syntax comes to."""

import re
from collections.abc import Iterator

from kuajing.readers.infrastructure.expressions import (
    Attribute,
    Block,
    Expression,
    Keyed,
    Listed,
    Literal,
    Opaque,
    Reference,
    Template,
)
from kuajing.readers.infrastructure.hcl import DEEPEST, LONGEST, is_too_deep, parse_expression
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.text import SourceText, Unread

_LABELS = {"resource": 2, "data": 2, "provider": 1, "variable": 1, "output": 1, "module": 1}
_NESTED = frozenset({"default_tags", "cloud", "backend", "workspaces"})
"""Inner blocks that are asked for as blocks; of all others the values are all that counts."""
_COMMENT = "//"
_PLAIN = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\.\d+|\[\d+\]|\[\"[\w-]+\"\])+")
_STEP = re.compile(r"[\w-]+")


def parse_json_syntax(text: SourceText) -> Block | Unread:
    """The text as one block without a name, or where and why it cannot be read; what stands there is never shown."""
    if len(text.text) > LONGEST:
        return Unread(Location(text.path), "unread.terraform_too_long", (("limit", f"{LONGEST:,}"),))
    if is_too_deep(text.text):
        return Unread(Location(text.path), "unread.terraform_too_deep", (("limit", str(DEEPEST)),))
    try:
        node = parse_json(text.path, text.text)
    except InputErrors as problem:
        return Unread(problem.errors[0].location, "unread.terraform_syntax")
    return Block("", (), (), tuple(_blocks(node)), Location(text.path))


def _each(node: Node | None) -> Iterator[Mapping]:
    """One body or several in a list: the syntax allows both wherever a block may stand."""
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Mapping):
            yield one


def _blocks(node: Node) -> Iterator[Block]:
    for whole in _each(node):
        for kind, inside in whole:
            if kind != _COMMENT:
                yield from _labelled(kind, inside, (), _LABELS.get(kind, 0))


def _labelled(kind: str, node: Node, labels: tuple[str, ...], left: int) -> Iterator[Block]:
    for one in _each(node):
        if left == 0:
            yield _block(kind, labels, one)
            continue
        for name, inside in one:
            if name != _COMMENT:
                yield from _labelled(kind, inside, (*labels, name), left - 1)


def _block(kind: str, labels: tuple[str, ...], node: Mapping) -> Block:
    attributes = tuple(
        Attribute(key.text, _expression(one), key.location)
        for key, one in node.entries
        if key.text not in {_COMMENT, "dynamic"}
    )
    return Block(kind, labels, attributes, tuple(_inner(node)), node.location)


def _inner(node: Mapping) -> Iterator[Block]:
    for name, inside in node:
        if name in _NESTED:
            # A backend has its kind as a label.
            deeper = [value for one in _each(inside) for _, value in one] if name == "backend" else [inside]
            yield from (_block(name, (), one) for each in deeper for one in _each(each))
        elif name == "dynamic":
            for one in _each(inside):
                for made, said in one:
                    yield from _dynamic(made, said)


def _dynamic(made: str, node: Node) -> Iterator[Block]:
    for said in _each(node):
        each, named = said.get("for_each"), said.get("iterator")
        item = str(named.value) if isinstance(named, Scalar) else made
        for content in _each(said.get("content")):
            block = _block(made, (), content)
            yield Block(
                made,
                (),
                block.attributes,
                block.blocks,
                block.location,
                each=_expression(each) if each is not None else None,
                item=item,
            )


def _expression(node: Node) -> Expression:
    match node:
        case Mapping():
            return Keyed(tuple((_string(key), _expression(one)) for key, one in node if key != _COMMENT))
        case Sequence():
            return Listed(tuple(map(_expression, node.items)))
        case Scalar(value=str() as written):
            return _string(written)
        case Scalar():
            return Literal(node.value)


def _string(written: str) -> Expression:
    """A string as a template; one that is nothing but an expression is that expression."""
    if "${" not in written and "%{" not in written:
        return Literal(written)
    parts = tuple(_pieces(written))
    return parts[0] if len(parts) == 1 else Template(parts)


def _pieces(written: str) -> Iterator[Expression]:
    at = 0
    while (begin := written.find("${", at)) >= 0:
        if written.startswith("$${", begin - 1) and begin > at:
            yield Literal(written[at : begin - 1] + "${")
            at = begin + 2
            continue
        if begin > at:
            yield Literal(written[at:begin])
        end = _end(written, begin + 2)
        yield _inside(written[begin + 2 : end])
        at = end + 1
    if at < len(written):
        yield Literal(written[at:])


def _end(written: str, begin: int) -> int:
    """Where an expression ends: at its own brace, those in strings and inner expressions left out."""
    depth, quoted, at = 1, False, begin
    while at < len(written):
        sign = written[at]
        if sign == "\\":
            at += 1
        elif sign == '"':
            quoted = not quoted
        elif not quoted and sign in "{}":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return at
        at += 1
    return len(written)


def _inside(written: str) -> Expression:
    said = written.strip()
    if _PLAIN.fullmatch(said):
        name, *steps = _STEP.findall(said)
        return Reference(name, tuple(steps))
    return parse_expression(said) if said else Opaque()
