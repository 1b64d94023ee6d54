"""A text that knows where in another text each of its signs stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """A run of a text and the run of the host that it comes from.

    In a literal segment each sign is the sign of the host, one for one; any other stands for its run as a whole.
    """

    begin: int
    end: int
    host_begin: int
    host_end: int
    is_literal: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A text whose segments, in order and without gaps, cover it."""

    text: str = ""
    segments: tuple[Segment, ...] = ()

    def offset(self, at: int) -> int:
        """The offset in the host of a sign; of one that is not literal, where what it stands for begins."""
        if not self.segments:
            return 0
        segment = self.segments[self._index(at)]
        if at >= segment.end:
            return segment.host_end
        return segment.host_begin + at - segment.begin if segment.is_literal else segment.host_begin

    def end_offset(self, at: int) -> int:
        """The offset in the host at which what stands before `at` ends."""
        if not self.segments or at <= 0:
            return self.offset(0)
        segment = self.segments[self._index(at - 1)]
        return segment.host_begin + at - segment.begin if segment.is_literal else segment.host_end

    def part(self, begin: int, end: int) -> "Placed":
        """The signs from `begin` up to `end`, each where it stood."""
        begin, end = max(begin, 0), min(end, len(self.text))
        if begin >= end:
            return Placed()
        if begin == 0 and end == len(self.text):
            return self
        return Placed(self.text[begin:end], tuple(self._cut(begin, end)))

    def stripped(self) -> "Placed":
        """Without the blanks at both ends."""
        begin = len(self.text) - len(self.text.lstrip())
        return self.part(begin, len(self.text.rstrip()))

    def through(self, outer: "Placed") -> "Placed":
        """The same text, placed in the host of `outer`, whose text is the host of this one."""
        segments: list[Segment] = []
        for segment in self.segments:
            for piece in _through(segment, outer):
                _append(segments, piece)
        return Placed(self.text, tuple(segments))

    def replaced(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str | None]) -> "Placed":
        """With every match replaced by what `put` gives for it; None leaves it as it stands."""
        pieces: list[Placed] = []
        end = 0
        for match in pattern.finditer(self.text):
            stand_in = put(match)
            if stand_in is None:
                continue
            pieces += [self.part(end, match.start()), self.standing(match.start(), match.end(), stand_in)]
            end = match.end()
        return joined([*pieces, self.part(end, len(self.text))]) if pieces else self

    def standing(self, begin: int, end: int, stand_in: str) -> "Placed":
        """Another text that stands for the signs from `begin` up to `end`."""
        return standing(stand_in, self.offset(begin), self.end_offset(end))

    def _index(self, at: int) -> int:
        return max(bisect_right(self.segments, at, key=lambda segment: segment.begin) - 1, 0)

    def _cut(self, begin: int, end: int) -> Iterator[Segment]:
        for index in range(self._index(begin), len(self.segments)):
            segment = self.segments[index]
            if segment.begin >= end:
                return
            first, last = max(segment.begin, begin), min(segment.end, end)
            host_begin, host_end = segment.host_begin, segment.host_end
            if segment.is_literal:
                host_begin, host_end = (host_begin + at - segment.begin for at in (first, last))
            yield Segment(first - begin, last - begin, host_begin, host_end, segment.is_literal)


def literal(host: str, begin: int, end: int) -> Placed:
    """A run of the host as it stands there."""
    return Placed(host[begin:end], (Segment(0, end - begin, begin, end),)) if begin < end else Placed()


def standing(text: str, begin: int, end: int) -> Placed:
    """A text that stands for a run of the host."""
    return Placed(text, (Segment(0, len(text), begin, end, is_literal=False),)) if text else Placed()


def joined(pieces: Iterable[Placed]) -> Placed:
    """One text of several, each sign where it stood."""
    texts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for piece in pieces:
        for one in piece.segments:
            moved = Segment(
                one.begin + length, one.end + length, one.host_begin, one.host_end, one.is_literal
            )
            _append(segments, moved)
        texts.append(piece.text)
        length += len(piece.text)
    return Placed("".join(texts), tuple(segments))


def _append(segments: list[Segment], segment: Segment) -> None:
    """Add a segment; where it carries on the last one, both become one."""
    last = segments[-1] if segments else None
    carries_on = (
        last is not None
        and last.is_literal
        and segment.is_literal
        and last.host_end == segment.host_begin
        and last.end == segment.begin
    )
    if last is not None and carries_on:
        segments[-1] = Segment(last.begin, segment.end, last.host_begin, segment.host_end)
    else:
        segments.append(segment)


def _through(segment: Segment, outer: Placed) -> Iterator[Segment]:
    if not segment.is_literal:
        begin, end = outer.offset(segment.host_begin), outer.end_offset(segment.host_end)
        yield Segment(segment.begin, segment.end, begin, max(begin, end), is_literal=False)
        return
    shift = segment.begin
    for piece in outer.part(segment.host_begin, segment.host_end).segments:
        yield Segment(
            piece.begin + shift, piece.end + shift, piece.host_begin, piece.host_end, piece.is_literal
        )
