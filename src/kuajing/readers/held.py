"""A text that stands inside a file of JSON, however often it is wrapped, and where its signs stand in that file."""

from dataclasses import dataclass, replace

from kuajing.embedded.block import Block, Target, line_and_column, lines_of
from kuajing.embedded.json_strings import JsonSource
from kuajing.embedded.placed import Placed, literal
from kuajing.model.facts import (
    AliasFact,
    CategoryFact,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    TableFact,
    UnreadFact,
    UseFact,
)
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Held:
    """A text and where each sign of it stands in its file."""

    path: str
    placed: Placed
    lines: tuple[int, ...]
    host_lines: tuple[int, ...]

    @classmethod
    def whole(cls, text: SourceText) -> "Held":
        """A file as a whole."""
        lines = lines_of(text.text)
        return cls(text.path, literal(text.text, 0, len(text.text)), lines, lines)

    @property
    def text(self) -> str:
        """The text itself."""
        return self.placed.text

    def of(self, placed: Placed) -> "Held":
        """Another text of which each sign has its place in the same file."""
        return Held(self.path, placed, lines_of(placed.text), self.host_lines)

    def inside(self, node: Node | None) -> "Held | None":
        """What a string of this text holds, or several strings one after the other; None of anything else."""
        found = JsonSource(self.text, self.lines).string(node)
        return self.of(found.through(self.placed)) if found is not None and found.text.strip() else None

    def parsed(self) -> Node:
        """The JSON that the text is, each value with its place in this text; raises InputErrors."""
        return parse_json(self.path, self.text)

    def at(self, location: Location) -> Location:
        """The place in the file of a place in this text."""
        if not self.placed.segments or not 1 <= location.line <= len(self.lines):
            return Location(self.path)
        offset = self.placed.offset(self.lines[location.line - 1] + location.column - 1)
        return Location(self.path, *line_and_column(self.host_lines, offset))

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in the file of a line and column of this text."""
        found = self.at(Location(self.path, line, column))
        return found.line, found.column

    def relocated(self, fact: Fact) -> Fact:
        """A fact about this text as one about the file."""
        match fact:
            case ReadFact():
                return replace(fact, path=self.path)
            case TableFact():
                columns = tuple(replace(one, location=self.at(one.location)) for one in fact.columns)
                return replace(fact, columns=columns, location=self.at(fact.location))
            case CategoryFact() | MoveFact() | UseFact() | InfluenceFact() | AliasFact() | UnreadFact():
                return replace(fact, location=self.at(fact.location))

    def source(self, path: str | None = None) -> SourceText:
        """The text as if it were a file of its own."""
        return SourceText(path or self.path, self.text, "utf-8", doubtful=False, digest="")

    def block(self, language: str, dialect: str | None, target: Target | None = None) -> Block:
        """The text as a block of another language in its file."""
        placed, lines = self.placed, self.lines
        return Block(
            *("json", language, placed.text, placed.segments, self.path, lines, self.host_lines, dialect),
            target=target,
        )


def member(node: Node | None, *keys: str) -> Node | None:
    """What stands under keys, one inside the other; None where something on the way is no mapping."""
    for key in keys:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def words(node: Node | None) -> str:
    """The text of a value that is a text or a number, without blanks around it; else empty."""
    if not isinstance(node, Scalar) or isinstance(node.value, bool) or not isinstance(node.value, str | int):
        return ""
    return str(node.value).strip()


def items(node: Node | None) -> tuple[Node, ...]:
    """The values of a list; a value that stands alone is a list of one, and nothing is none."""
    if isinstance(node, Sequence):
        return node.items
    return () if node is None or (isinstance(node, Scalar) and node.value is None) else (node,)


def entries(node: Node | None) -> tuple[tuple[str, Node], ...]:
    """Keys and values of a mapping; of anything else none."""
    return tuple(node) if isinstance(node, Mapping) else ()
