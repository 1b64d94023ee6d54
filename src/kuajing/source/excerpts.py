"""The source line that an error shows: without secrets, without values about people."""

import re

from kuajing.source.location import Location
from kuajing.source.secret_names import is_secret_name
from kuajing.source.secret_spans import secret_spans

_WIDEST = 5_000
_BEYOND = 200
_LONGEST_VALUE = 80
_LINES_BACK = 200
_PERSONAL = re.compile(
    r"""(?<![0-9A-Za-z])(?:
      [1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]  # resident ID
    | [1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}                     # its old form
    | (?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}                                               # mobile phone
    | [0-9]{4}(?:[- ][0-9]{4}){3}(?:[- ][0-9]{1,3})?                                               # bank card
    | [0-9]{13,19}
    )(?![0-9A-Za-z])""",
    re.VERBOSE,
)
_OPENS_VALUE = re.compile(
    r"""[ \t]*(?:-[ ]+)?["']?(?P<key>[^\s"':=<>]+)["']?[ \t]*[:=]?[ \t]*[|>]?[-+]?[0-9]?[ \t]*"""
    r"""|[ \t]*<name>[ \t]*(?P<name>[^<\s]+)[ \t]*</name>[ \t]*"""
)


def excerpt(text: str, location: Location) -> str:
    """The line of `text` at a place, as far as a little beyond its column.

    Secrets and digits about people are starred sign by sign, so columns stay true. Empty where the line does
    not exist or the column is too far out to show.
    """
    lines = text.split("\n", location.line)[: location.line]
    if location.line > len(lines) or location.column > _WIDEST:
        return ""
    line = lines[-1][: location.column + _BEYOND]
    if _continues_secret(lines):
        indent = len(line) - len(line.lstrip())
        return line[:indent] + "*" * (len(line) - indent)
    return _starred(line)


def shown(value: str) -> str:
    """A short text of the source as an error may quote it: starred like an excerpt, cut where it is long."""
    cut = value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
    return _starred(cut)


def _starred(text: str) -> str:
    spans = [*secret_spans(text), *(found.span() for found in _PERSONAL.finditer(text))]
    for begin, end in spans:
        text = text[:begin] + "*" * (end - begin) + text[end:]
    return text


def _continues_secret(lines: list[str]) -> bool:
    """Whether the last line is the value of a secret key that stands on an earlier one."""
    depth = _indent(lines[-1])
    for line in reversed(lines[-_LINES_BACK:-1]):
        if not line.strip():
            continue
        opened = _OPENS_VALUE.fullmatch(line)
        if opened is not None and is_secret_name(opened["key"] or opened["name"]):
            return _indent(line) < depth or opened["name"] is not None
        if _indent(line) < depth:
            return False
    return False


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))
