"""SQL put together from pieces of a statement and words between them, so that places in it lead back to the statement."""

from bisect import bisect_right
from dataclasses import dataclass, field

from sqlglot import exp


@dataclass(slots=True)
class Spliced:
    """The pieces in order: text, and the offset it has in the statement; -1 for words put in between."""

    pieces: list[tuple[str, int]] = field(default_factory=list)

    def put(self, *words: str) -> "Spliced":
        """Adds words that the statement does not have."""
        self.pieces += [(f" {word} ", -1) for word in words]
        return self

    def keep(self, text: str, start: int, end: int) -> "Spliced":
        """Adds a part of the statement."""
        if end > start:
            self.pieces.append((text[start:end], start))
        return self

    def join(self, other: "Spliced") -> "Spliced":
        """Adds the pieces of another."""
        self.pieces += other.pieces
        return self

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.pieces)

    @property
    def text(self) -> str:
        """All pieces in a row."""
        return "".join(piece for piece, _ in self.pieces)

    def place(self, tree: exp.Expr) -> None:
        """Gives the names of a parsed tree the offsets they have in the statement."""
        starts: list[int] = []
        position = 0
        for piece, _ in self.pieces:
            starts.append(position)
            position += len(piece)
        for name in tree.find_all(exp.Identifier):
            start = name.meta.get("start")
            if start is not None:
                index = bisect_right(starts, start) - 1
                origin = self.pieces[index][1]
                name.meta["start"] = origin + start - starts[index] if origin >= 0 else -1
