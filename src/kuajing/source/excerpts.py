"""The source line that an error shows."""

from kuajing.source.location import Location

_WIDEST = 5_000
_BEYOND = 200


def excerpt(text: str, location: Location) -> str:
    """The line of `text` at a place, as long as its column; empty where the column is too far out to show."""
    lines = text.split("\n", location.line)
    if location.line > len(lines) or location.column > _WIDEST:
        return ""
    return lines[location.line - 1][: location.column + _BEYOND]
