"""A mapper XML as a tree of elements and texts with places; nothing outside the file is fetched."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from kuajing.embedded.placed import Placed, literal, standing

DEEPEST = 64
_REFERENCE = re.compile(r"&[^;\s]{1,40};")


class Refused(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """The text is no mapper that can be read; `reason` is a key of `kuajing.messages`."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.at = at
        self.reason = reason


@dataclass(slots=True)
class Element:
    """An element with its attributes; `contents` are elements and texts in order."""

    tag: str
    attributes: dict[str, str]
    begin: int
    contents: "list[Element | Placed]" = field(default_factory=list)


def read_tree(text: str) -> Element:
    """The root of an XML text; raises Refused."""
    return _Reader(text).root()


class _Reader:
    """Follows the events of expat with a stack of open elements."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._outer = Element("", {}, 0)
        self._open = [self._outer]
        self._wide = [found.start() for found in re.finditer(r"[^\x00-\x7f]", text)]
        self._extra = self._extra_bytes()
        self._parser: Any = expat.ParserCreate(encoding="utf-8")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._declared
        self._parser.SkippedEntityHandler = self._skipped

    def root(self) -> Element:
        """The root element; raises Refused."""
        # What stands ahead of the declaration is an error to expat, but no tool minds it.
        blank = len(self._text) - len(self._text.lstrip("\ufeff \t\n"))
        self._blank = blank
        try:
            self._parser.Parse(self._text[blank:].encode("utf-8", "replace"), True)  # noqa: FBT003  expat's own form
        except expat.ExpatError as error:
            raise Refused(self._place(error.lineno, error.offset), "unread.embedded_xml") from None
        return next(one for one in self._outer.contents if isinstance(one, Element))

    def _place(self, line: int, column: int) -> int:
        starts = [self._blank, *(found.end() for found in re.finditer("\n", self._text[self._blank :]))]
        begin = starts[min(line, len(starts)) - 1] + (self._blank if line > 1 else 0)
        return min(begin + column, max(len(self._text) - 1, 0))

    def _extra_bytes(self) -> list[int]:
        """For each sign that is no ASCII, the offset in bytes of where it ends."""
        ends: list[int] = []
        extra = 0
        for at in self._wide:
            extra += len(self._text[at].encode("utf-8", "replace")) - 1
            ends.append(at + 1 + extra)
        return ends

    def _here(self) -> int:
        """The offset in signs of the event."""
        blank = len(self._text[: self._blank].encode())
        at: int = self._parser.CurrentByteIndex + blank
        before = bisect_left(self._extra, at + 1)
        return at - (self._extra[before - 1] - self._wide[before - 1] - 1 if before else 0)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > DEEPEST:
            raise Refused(self._here(), "unread.embedded_too_deep")
        element = Element(tag, attributes, self._here())
        self._open[-1].contents.append(element)
        self._open.append(element)

    def _end(self, tag: str) -> None:
        del tag
        self._open.pop()

    def _characters(self, data: str) -> None:
        if len(self._open) == 1:
            return
        at = self._here()
        if self._text.startswith(data, at):
            placed = literal(self._text, at, at + len(data))
        else:
            reference = _REFERENCE.match(self._text, at)
            placed = standing(data, at, reference.end() if reference is not None else at + len(data))
        self._open[-1].contents.append(placed)

    def _declared(self, *_: object) -> None:
        raise Refused(self._here(), "unread.embedded_entities")

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  expat's own form
        del name, is_parameter
        raise Refused(self._here(), "unread.embedded_entities")
