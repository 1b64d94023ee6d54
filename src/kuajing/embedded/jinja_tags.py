"""Jinja text to texts, expressions, comments and tags, as the lexer of Jinja parts them; nothing is rendered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"\{[{%#]")
_INSIDE = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[-+]?%\}|\}\}|[{}'\"]", re.DOTALL)
_RAW_END = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
LONGEST = 50_000
"""How many signs a tag may hold."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A run of a Jinja text: `kind` is text, expression, statement or comment.

    `inner` is what stands between the marks, `word` the first word of a statement and `rest` what follows it.
    """

    kind: str
    begin: int
    end: int
    inner: str = ""
    word: str = ""
    rest: str = ""


def tags(text: str) -> Iterator[Tag]:
    """The runs of a text in order; an opening mark that is never closed is text."""
    position, unclosed = 0, set[str]()
    begin = 0
    while (opening := _OPENING.search(text, position)) is not None:
        mark = opening.group()
        end = -1 if mark in unclosed else _end(text, opening.end(), mark)
        if end < 0:
            unclosed.add(mark)
            position = opening.end()
            continue
        if opening.start() > begin:
            yield Tag("text", begin, opening.start())
        tag = _tag(text, opening.start(), end, mark)
        yield tag
        begin = position = end
        if tag.word == "raw":
            closing = _RAW_END.search(text, end)
            begin = closing.start() if closing is not None else len(text)
            yield Tag("text", end, begin)
            begin = position = closing.end() if closing is not None else len(text)
    if begin < len(text):
        yield Tag("text", begin, len(text))


def _tag(text: str, begin: int, end: int, mark: str) -> Tag:
    inner = text[begin + 2 : end - 2].strip()
    inner = (
        inner.removeprefix("-").removesuffix("-").strip()
        if text[begin + 2] in "-+" or text[end - 3] in "-+"
        else inner
    )
    inner = inner.removeprefix("+").removesuffix("+").strip()
    if mark == "{#":
        return Tag("comment", begin, end)
    if mark == "{{":
        return Tag("expression", begin, end, inner)
    found = _WORD.match(inner)
    word = found.group() if found is not None else ""
    return Tag("statement", begin, end, inner, word, inner[len(word) :].strip())


def _end(text: str, at: int, mark: str) -> int:
    """Behind the closing mark; -1 where there is none."""
    if mark == "{#":
        found = text.find("#}", at)
        return found + 2 if found >= 0 else -1
    closing = "}}" if mark == "{{" else "%}"
    depth = 0
    last = at + LONGEST
    while (found_sign := _INSIDE.search(text, at, last)) is not None:
        sign, at = found_sign.group(), found_sign.end()
        if sign in {"'", '"'}:
            break
        if sign.endswith(closing) and (depth == 0 or closing == "%}"):
            return at
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == "}}":
            # Two brackets of mappings, of which the second may already belong to the closing mark.
            depth -= 1
            at -= 1
    return -1
