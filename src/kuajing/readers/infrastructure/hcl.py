"""Terraform text to blocks with places: the door of python-hcl2, loaded when the first such file is read."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kuajing.readers.infrastructure.expressions import Block, Expression, Keyed, Literal, Opaque
from kuajing.readers.infrastructure.trees import body
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread

LONGEST = 1_000_000
"""Signs of the longest file that is parsed: the parser does some 100,000 in a second."""
DEEPEST = 48

_BRACKETS = re.compile(r"[\[({]|[\])}]")


def parse_hcl(text: SourceText) -> Block | Unread:
    """The text as one block without a name, or where and why it cannot be read; what stands there is never shown."""
    if len(text.text) > LONGEST:
        return Unread(Location(text.path), "unread.terraform_too_long", (("limit", f"{LONGEST:,}"),))
    if is_too_deep(text.text):
        return Unread(Location(text.path), "unread.terraform_too_deep", (("limit", str(DEEPEST)),))
    # Imported here: the grammar costs start-up, and most estates hold no Terraform.
    from lark.exceptions import LarkError, UnexpectedInput  # noqa: PLC0415

    try:
        # The grammar wants a line to end the last line with.
        tree = _parser().parse(text.text + "\n")
        return body(tree.children[0], text.path, "", (), Location(text.path))
    except UnexpectedInput as problem:
        place = Location(text.path, max(problem.line, 1), max(problem.column, 1))
        return Unread(place, "unread.terraform_syntax")
    except (LarkError, RecursionError):
        return Unread(Location(text.path), "unread.terraform_syntax")


def parse_expression(written: str) -> Expression:
    """An expression as JSON syntax writes it, inside a string; what cannot be read stays open."""
    block = parse_hcl(SourceText("", f"x = ({written})", "utf-8", doubtful=False, digest=""))
    told = block.get("x") if isinstance(block, Block) else None
    return told.expression if told is not None else Opaque()


@cache
def _parser() -> Any:  # noqa: ANN401  its class is known only once it is loaded
    """The parser of the library's own grammar, made anew: the library would keep it in a file beside itself.

    See docs/decisions/0020-the-grammar-of-terraform-is-not-kept.md.
    """
    import hcl2.parser  # noqa: PLC0415
    from hcl2.postlexer import PostLexer  # noqa: PLC0415
    from lark import Lark  # noqa: PLC0415

    grammar = Path(hcl2.parser.__file__).with_name("hcl2.lark")
    return Lark(
        grammar.read_text("utf-8"), parser="lalr", propagate_positions=True, postlex=PostLexer(), cache=False
    )


def plain_entries(block: Block) -> Iterator[tuple[str, str]]:
    """The plain values of a file of variables, those inside maps under names joined by dots; lists give none."""
    for attribute in block.attributes:
        yield from _plain(attribute.name, attribute.expression)


def _plain(name: str, expression: Expression) -> Iterator[tuple[str, str]]:
    if isinstance(expression, Literal) and expression.value is not None:
        told = expression.value
        yield name, str(told).lower() if isinstance(told, bool) else str(told)
    elif isinstance(expression, Keyed):
        for key, value in expression.entries:
            if isinstance(key, Literal):
                yield from _plain(f"{name}.{key.value}", value)


def is_too_deep(text: str) -> bool:
    """Whether a text nests its brackets deeper than is read."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += 1 if found.group() in "[({" else -1
        if depth > DEEPEST:
            return True
    return False
