"""The settings that scripts and documents hold: bodies of requests, files written by heredocs, fences, scripts in fences."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kuajing.embedded import Block, blocks
from kuajing.readers.connect.recognise import ending_of, holds_json, holds_properties, holds_yaml
from kuajing.source.location import Location

_SCRIPTS = frozenset({"shell", "console", "text", "shell-session", "terminal"})
_CALL = re.compile(r"\b(?:curl|http|cat)\b")
_SENT = re.compile(r"^[ \t]*curl\b", re.MULTILINE)
_DEEPEST = 2
_KEPT = 1_024

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of a text: what it is written in, and where each of its places stands in the text as a whole."""

    form: str
    text: str
    chain: tuple[Block, ...]

    @property
    def is_documentation(self) -> bool:
        """Whether it stands in a document, so that nothing runs it."""
        return any(block.is_documentation for block in self.chain)

    def place(self, path: str) -> Callable[[Location], Location]:
        """A function from places in the piece to places in the file."""

        def moved(location: Location) -> Location:
            line, column = location.line, location.column
            for block in self.chain:
                line, column = block.place(line, column)
            return Location(path, line, column)

        return moved


@lru_cache(maxsize=_KEPT)
def held_in(path: str, text: str) -> tuple[Held, ...]:
    """Every piece of a text that holds settings of Kafka Connect."""
    is_bare = ending_of(path) == "" and not text.startswith("#!") and _SENT.search(text) is not None
    return tuple(_held(f"{path}.sh" if is_bare else path, text, (), 0))


def _held(path: str, text: str, outer: tuple[Block, ...], depth: int) -> Iterator[Held]:
    for block in blocks(path, text).blocks:
        chain = (block, *outer)
        is_script = block.language in _SCRIPTS and depth < _DEEPEST and _CALL.search(block.text) is not None
        inner = tuple(_held("script.sh", block.text, chain, depth + 1)) if is_script else ()
        form = None if inner else _form(block)
        yield from inner
        if form is not None:
            yield Held(form, block.text, chain)


def _form(block: Block) -> str | None:
    if block.text.lstrip()[:1] in {"{", "["}:
        return "json" if holds_json(block.text) else None
    if block.language in {"yaml", "text"} and holds_yaml(block.text):
        return "yaml"
    if block.language in {"properties", "text", "conf"} and holds_properties(block.text):
        return "properties"
    return None
