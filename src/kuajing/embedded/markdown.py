"""Markdown and reStructuredText to the blocks of their code fences, which are examples: nothing runs them."""

import re
from collections.abc import Iterator

from kuajing.embedded.block import Draft, Drafts, lines_of
from kuajing.embedded.languages import language_of, named_language
from kuajing.embedded.placed import Placed, joined, literal, standing

_INFO = re.compile(r"[\w+#.-]+")
_DIRECTIVE = re.compile(
    r"^(?P<indent>[ \t]*)\.\. (?:code-block|sourcecode|code)::[ \t]*(?P<language>[\w+.-]*)[^\n]*\n",
    re.MULTILINE,
)
_OPTION = re.compile(r"[ \t]+:[\w-]+:[^\n]*\n")


def markdown_drafts(text: str) -> Drafts:
    """The fences of a Markdown text."""
    if "```" not in text and "~~~" not in text:
        return Drafts()
    # The parser is loaded only where a document is read.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark").disable(["inline", "text_join"])
    lines = lines_of(text)
    drafts: list[Draft] = []
    for token in parser.parse(text):
        if token.type == "fence" and token.map is not None:
            placed = _contents(text, lines, token.map[0] + 1, token.content)
            drafts += _draft(placed, token.info)
    return Drafts(tuple(drafts))


def restructured_drafts(text: str) -> Drafts:
    """The code blocks of a reStructuredText."""
    drafts: list[Draft] = []
    for directive in _DIRECTIVE.finditer(text):
        at = directive.end()
        while (option := _OPTION.match(text, at)) is not None:
            at = option.end()
        drafts += _draft(_indented(text, at, len(directive["indent"])), directive["language"])
    return Drafts(tuple(drafts))


def _draft(placed: Placed, info: str) -> Iterator[Draft]:
    word = _INFO.search(info)
    language, dialect = named_language(word.group()) if word is not None else (None, None)
    placed = placed.stripped()
    if placed.text:
        language = language or language_of(placed.text) or "text"
        yield Draft(language, placed, dialect, is_documentation=True)


def _contents(text: str, lines: tuple[int, ...], first: int, content: str) -> Placed:
    """What a fence holds, each line placed at the end of the line it comes from."""
    pieces: list[Placed] = []
    for number, line in enumerate(content.splitlines(keepends=True), start=first):
        begin = lines[min(number, len(lines) - 1)]
        end = lines[number + 1] if number + 1 < len(lines) else len(text)
        kept = _common_end(text[begin:end], line)
        pieces.append(standing(line[: len(line) - kept], begin, end - kept))
        pieces.append(literal(text, end - kept, end))
    return joined(pieces)


def _common_end(one: str, other: str) -> int:
    if one.endswith(other):
        return len(other)
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count]:
        count += 1
    return count


def _indented(text: str, at: int, outer: int) -> Placed:
    """The lines that are indented more than `outer`, without their common indent."""
    pieces: list[tuple[int, int]] = []
    while at < len(text):
        found = text.find("\n", at)
        end = len(text) if found < 0 else found + 1
        line = text[at:end]
        if line.strip() and len(line) - len(line.lstrip()) <= outer:
            break
        pieces.append((at, end))
        at = end
    indents = [
        end - begin - len(text[begin:end].lstrip()) for begin, end in pieces if text[begin:end].strip()
    ]
    indent = min(indents, default=0)
    return joined(literal(text, min(begin + indent, end - 1), end) for begin, end in pieces)
