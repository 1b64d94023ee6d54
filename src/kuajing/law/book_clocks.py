"""Deadlines of the law, read from `clocks.yaml`: each stands there once, for conditions and for pages."""

import re
from collections.abc import Collection
from datetime import date

from kuajing.law.shapes import both, citation, fields, mapping, one_of, only, refuse, some, text, whole
from kuajing.model.articles import Clock
from kuajing.source.nodes import Node

_UNITS = ("working_days", "days", "months", "years")
_RUNS = ("after", "before", "each_year")
_MONTH_AND_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_A_DAY = "a day of the year as MM-DD"
_HUNDRED, _LEAP_YEAR = 100, 2000


def clocks(node: Node, keys: Collection[str]) -> dict[str, Clock]:
    """The deadlines by name; `keys` are all that may be cited."""
    return {name.text: _clock(name.text, value, keys) for name, value in mapping(node).entries}


def _clock(name: str, node: Node, keys: Collection[str]) -> Clock:
    given = fields(node, ("keys", "starts", "asks"), _RUNS)
    runs = [word for word in _RUNS if word in given]
    if len(runs) != 1:
        refuse(node, "type", expected="one of after, before, each_year")
    unit, length = _length(runs[0], given[runs[0]])
    return Clock(
        name,
        both(given["starts"]),
        both(given["asks"]),
        runs[0],
        unit,
        length,
        tuple(citation(item, keys) for item in some(given["keys"])),
    )


def _length(runs: str, node: Node) -> tuple[str, int]:
    if runs == "each_year":
        stated = _day_of_year(node)
        return runs, stated.month * _HUNDRED + stated.day
    unit, length = only(node)
    if whole(length) < 1:
        refuse(length, "type", expected="a whole number from 1 on")
    return one_of(unit, _UNITS), whole(length)


def _day_of_year(node: Node) -> date:
    """A day of any year, of a leap year too."""
    written = text(node)
    if not _MONTH_AND_DAY.fullmatch(written):
        return refuse(node, "type", expected=_A_DAY)
    try:
        return date.fromisoformat(f"{_LEAP_YEAR}-{written}")
    except ValueError:
        return refuse(node, "type", expected=_A_DAY)
