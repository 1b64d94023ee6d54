"""Strings of a JSON text as texts with places, their escapes undone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.embedded.placed import Placed, joined, literal, standing
from kuajing.source.nodes import Node, Scalar, Sequence

_RUN = re.compile(
    r"(?P<plain>[^\"\\]+)|\\(?P<escape>u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|.)",
    re.DOTALL,
)
_MEANS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class JsonSource:
    """A JSON text and where its lines begin."""

    text: str
    lines: tuple[int, ...]

    def string(self, node: Node | None) -> Placed | None:
        """The text of a string, or of a list of strings one after the other; None of anything else."""
        if isinstance(node, Sequence):
            return joined(found for item in node.items if (found := self.string(item)) is not None)
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            return None
        at = self.lines[node.location.line - 1] + node.location.column - 1
        return joined(self._pieces(at + 1)) if self.text.startswith('"', at) else None

    def _pieces(self, at: int) -> Iterator[Placed]:
        while (run := _RUN.match(self.text, at)) is not None:
            if run["plain"] is not None:
                yield literal(self.text, at, run.end())
            else:
                yield standing(_meant(run["escape"]), at, run.end())
            at = run.end()


def _meant(escape: str) -> str:
    if escape[0] == "u" and len(escape) > 1:
        numbers = [int(part, 16) for part in escape[1:].split("\\u")]
        return b"".join(number.to_bytes(2, "big") for number in numbers).decode("utf-16-be", "replace")
    return _MEANS.get(escape, escape)
