"""YAML text to nodes with places; all that is wrong with it is told at once."""

import re
from collections.abc import Mapping

import yaml

from kuajing.source import full_width
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.excerpts import excerpt
from kuajing.source.guard import TooMuch
from kuajing.source.location import Location
from kuajing.source.nodes import Node
from kuajing.source.yaml_events import MOST_FAULTS, NO_FUNCTIONS, Reader
from kuajing.source.yaml_places import Places
from kuajing.source.yaml_syntax import syntax_error

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINES_ON = 3


def parse_yaml(path: str, text: str, functions: Mapping[str, str] = NO_FUNCTIONS) -> tuple[Node, ...]:
    """One node per document of a YAML text; an empty text has none.

    `functions` are tags of the format's own, by the name under which what they are given is found: nothing is called.

    Keys are strings, unique within their mapping; aliases and merge keys are resolved. Raises InputErrors with
    every fault that can be told apart.
    """
    errors = _forbidden(path, text)
    if errors:
        raise InputErrors(errors)
    places = Places(path, text)
    reader = Reader(places, text, hints=full_width.has_any(text), functions=functions)
    stopped = _stopped(reader, text, places)
    errors = reader.errors()
    if stopped is not None and not any(_explains(error, stopped) for error in errors):
        errors.append(stopped)
    if errors:
        raise InputErrors(errors)
    return tuple(reader.documents)


def _stopped(reader: Reader, text: str, places: Places) -> InputError | None:
    """What kept the reader from the end of the text, None where it got there."""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except TooMuch as refusal:
        limit = (("limit", f"{refusal.limit:,}"),)
        return InputError(refusal.location, refusal.message, limit, excerpt(text, refusal.location))
    except yaml.MarkedYAMLError as problem:
        return syntax_error(text, problem, places)
    return None


def _explains(error: InputError, stopped: InputError) -> bool:
    """Whether a fault already told is why the parser stopped a few lines further on."""
    hints = error.message.startswith(("input_errors.full_width", "input_errors.template"))
    return hints and 0 <= stopped.location.line - error.location.line <= _LINES_ON


def _forbidden(path: str, text: str) -> list[InputError]:
    errors: list[InputError] = []
    for found in _FORBIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        location = Location(path, line, column)
        number = (("number", f"U+{ord(found.group()):04X}"),)
        errors.append(InputError(location, "input_errors.control_character", number, excerpt(text, location)))
        if len(errors) == MOST_FAULTS:
            break
    return errors
