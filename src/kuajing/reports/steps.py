"""Steps of a way under each other: names, places and notes in columns, and what finds no room on a line of its own."""

from collections.abc import Sequence

from kuajing.reports.characters import cells, padded, wrapped
from kuajing.reports.spans import Line, Span

Notes = tuple[Span, ...]

_GAP = "  "
_SET_IN = "    "


def aligned(
    names: Sequence[str], places: Sequence[str], notes: Sequence[Notes], room: int, style: str = "plain"
) -> tuple[Line, ...]:
    """The steps in lines of at most `room` cells: name and place in columns, notes beside them or below."""
    beside = [
        (name, place) for name, place in zip(names, places, strict=True) if cells(name + _GAP + place) <= room
    ]
    place_cells = max((cells(place) for _, place in beside), default=0)
    fitting = (cells(name) for name, _ in beside if cells(name + _GAP) + place_cells <= room)
    name_cells = max(fitting, default=0)
    lines: list[Line] = []
    for name, place, told in zip(names, places, notes, strict=True):
        if (name, place) in beside:
            lines += _step(padded(name, name_cells) + _GAP, place, told, place_cells, room, style)
        else:
            lines += [((part, style),) for part in wrapped(name, room)]
            lines += _step(_SET_IN, place, told, 0, room, style)
    return tuple(lines)


def _step(name: str, place: str, told: Notes, place_cells: int, room: int, style: str) -> list[Line]:
    """A name and its place with the notes beside them, else below the place, else below the name."""
    for width in (place_cells, 0):
        line: Line = ((name, style), (padded(place, width) + _GAP, "place"), *_spaced(told))
        if _width(line) <= room:
            return [line]
    first: Line = ((name, style), (place, "place"))
    for indent in (" " * cells(name), _SET_IN):
        below: Line = ((indent, "plain"), *_spaced(told))
        if _width(below) <= room:
            return [first, below]
    inner = room - len(_SET_IN)
    split = [((_SET_IN, "plain"), (part, look)) for text, look in told for part in wrapped(text, inner)]
    return [first, *split]


def _spaced(told: Notes) -> Notes:
    return tuple((text if number == 0 else _GAP + text, style) for number, (text, style) in enumerate(told))


def _width(line: Line) -> int:
    return cells("".join(text for text, _ in line).rstrip())
