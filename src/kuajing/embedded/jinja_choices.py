"""Which branches of a Jinja text may run: those whose conditions are known decide themselves, of others any may."""

import re
from collections.abc import Callable

from kuajing.embedded.jinja_tags import Tag
from kuajing.embedded.jinja_tree import Branch, Nest

NOT_RUN = frozenset({"macro", "test", "data_test", "materialization", "docs", "unit_test"})
_LOOP = re.compile(r"(?P<names>\w+(?:\s*,\s*\w+)*)\s+in\s+(?P<items>.*?)(?:\s+recursive)?", re.DOTALL)


def open_branches(nest: Nest, holds: Callable[[str], bool | None]) -> tuple[list[Branch], bool]:
    """The branches of an `if` of which one may run, and whether one of them runs for certain."""
    found: list[Branch] = []
    for branch in nest.branches:
        known = holds(branch.tag.rest) if branch.tag.word != "else" else True
        if known is not False:
            found.append(branch)
        if known:
            return found, True
    return found, False


def loop_parts(rest: str) -> tuple[list[str], str] | None:
    """The names that a loop gives to each item, and what it runs over."""
    found = _LOOP.fullmatch(rest)
    return (re.split(r"\s*,\s*", found["names"]), found["items"]) if found is not None else None


def choices_in(contents: list[Tag | Nest], decided: set[int]) -> dict[int, int]:
    """How many branches each choice has that the text does not decide; those of macros are not its own."""
    found: dict[int, int] = {}
    stack = list(reversed(contents))
    while stack:
        one = stack.pop()
        if not isinstance(one, Nest) or one.tag.word in NOT_RUN:
            continue
        if one.tag.word == "if" and len(one.branches) > 1 and id(one) not in decided:
            found[id(one)] = len(one.branches)
        stack += [inner for branch in reversed(one.branches) for inner in reversed(branch.contents)]
    return found
