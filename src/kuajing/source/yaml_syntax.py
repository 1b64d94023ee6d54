"""What the YAML parser could not read, said in our own words and pointed at where the fault lies."""

import re
from typing import NamedTuple

import yaml

from kuajing.source import full_width
from kuajing.source.errors import InputError
from kuajing.source.excerpts import excerpt
from kuajing.source.guard import DEEPEST
from kuajing.source.location import Location
from kuajing.source.yaml_places import Places


class _Fault(NamedTuple):
    """Words of the parser, our message, and whether the fault lies where the parser began rather than stopped."""

    words: str
    message: str
    at_beginning: bool


# The C parser and the pure one say the same thing in different words; the first row that fits counts.
_FAULTS = (
    _Fault("nesting depth", "input_errors.too_deep", at_beginning=False),
    _Fault("tab character", "input_errors.yaml_tab", at_beginning=False),
    _Fault("that cannot start any token", "input_errors.yaml_character", at_beginning=False),
    _Fault("mapping values are not allowed", "input_errors.yaml_second_colon", at_beginning=False),
    _Fault("could not find expected ':'", "input_errors.yaml_no_colon", at_beginning=True),
    _Fault("expected ',' or ']'", "input_errors.yaml_unclosed_list", at_beginning=True),
    _Fault("expected ',' or '}'", "input_errors.yaml_unclosed_mapping", at_beginning=True),
    _Fault("unexpected end of stream", "input_errors.yaml_unclosed_quote", at_beginning=True),
    _Fault("unexpected document", "input_errors.yaml_unclosed_quote", at_beginning=True),
    _Fault("escape", "input_errors.yaml_escape", at_beginning=False),
    _Fault("expected key", "input_errors.yaml_not_in_place", at_beginning=False),
    _Fault("expected '-' indicator", "input_errors.yaml_not_in_place", at_beginning=False),
    _Fault("expected <block end>", "input_errors.yaml_not_in_place", at_beginning=False),
    _Fault("node content", "input_errors.yaml_no_value", at_beginning=False),
    _Fault("sequence entries are not allowed", "input_errors.yaml_list_here", at_beginning=False),
    _Fault("document start", "input_errors.yaml_document_start", at_beginning=False),
    _Fault("undefined tag handle", "input_errors.yaml_tag_handle", at_beginning=False),
    _Fault("incompatible YAML document", "input_errors.yaml_version", at_beginning=False),
)
_LINES_BACK = 3
_KEY_END = re.compile(r":(?:\s|$)")
_TEMPLATE = re.compile(r"\{\{|\{%")


def syntax_error(text: str, problem: yaml.MarkedYAMLError, places: Places) -> InputError:
    """The fault that stopped the parser; a full-width sign on its lines is named as the likely cause."""
    words = problem.problem or str(problem)
    fault = next((row for row in _FAULTS if row.words in words), None)
    stopped = problem.problem_mark or problem.context_mark
    first = _within(text, places.at(problem.context_mark or stopped))
    last = _within(text, places.at(stopped))
    hint = _hint(text, first, last) or _template(text, last)
    if hint is not None:
        return hint
    if fault is None:
        return InputError(last, "input_errors.yaml", (("problem", words),), excerpt(text, last))
    location = first if fault.at_beginning else last
    if fault.message == "input_errors.yaml_second_colon":
        return _colon(text, last)
    message = fault.message
    values: tuple[tuple[str, str], ...] = ()
    if message == "input_errors.too_deep":
        values = (("limit", str(DEEPEST)),)
    if message == "input_errors.yaml_character":
        message, values = _character(text, location)
    return InputError(location, message, values, excerpt(text, location))


def _hint(text: str, first: Location, last: Location) -> InputError | None:
    lines = text.split("\n", last.line)
    begin = max(first.line, last.line - _LINES_BACK)
    for number in range(begin, min(last.line, len(lines)) + 1):
        at = full_width.in_faulty_line(lines[number - 1])
        if at is not None:
            location = Location(last.path, number, at + 1)
            values = full_width.signs(lines[number - 1], at)
            message = full_width.message(lines[number - 1][at])
            return InputError(location, message, values, excerpt(text, location))
    return None


def _within(text: str, location: Location) -> Location:
    """The place itself, or the end of the last written line where it lies behind that."""
    lines = text.rstrip().split("\n")
    if (location.line, location.column) <= (len(lines), len(lines[-1]) + 1):
        return location
    return Location(location.path, len(lines), len(lines[-1]) + 1)


def _template(text: str, location: Location) -> InputError | None:
    """The fault of a template's sign on the line, which is never rendered here."""
    found = _TEMPLATE.search(text.split("\n", location.line)[location.line - 1])
    if found is None:
        return None
    place = Location(location.path, location.line, found.start() + 1)
    return InputError(place, "input_errors.template", (), excerpt(text, place))


def _colon(text: str, location: Location) -> InputError:
    """The fault of a colon out of place: a second one on its line, or the first below a line that lacks its own."""
    lines = text.split("\n", location.line)[: location.line]
    line = lines[-1]
    if _KEY_END.search(line[: location.column - 1]):
        return InputError(location, "input_errors.yaml_second_colon", (), excerpt(text, location))
    above = next((number for number in range(len(lines) - 1, 0, -1) if lines[number - 1].strip()), 0)
    message, place = "input_errors.yaml_not_in_place", Location(location.path, location.line, _begin(line))
    if above and _begin(lines[above - 1]) == _begin(line) and not _KEY_END.search(lines[above - 1]):
        message, place = "input_errors.yaml_no_colon", Location(location.path, above, _begin(line))
    return InputError(place, message, (), excerpt(text, place))


def _begin(line: str) -> int:
    """The column at which the text of a line begins."""
    return len(line) - len(line.lstrip(" ")) + 1


def _character(text: str, location: Location) -> tuple[str, tuple[tuple[str, str], ...]]:
    line = text.split("\n", location.line)[location.line - 1]
    sign = line[location.column - 1 : location.column]
    if sign == "\t":
        return "input_errors.yaml_tab", ()
    return "input_errors.yaml_character", (("sign", sign),)
