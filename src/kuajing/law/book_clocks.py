"""Deadlines of the law, read from `clocks.yaml`: each stands there once, for conditions and for pages."""

from collections.abc import Collection

from kuajing.law.shapes import both, citation, fields, items, mapping, one_of, only, refuse, text, whole
from kuajing.model.articles import Clock
from kuajing.source.nodes import Node

_UNITS = ("working_days", "days", "months", "years")
_RUNS = ("after", "before", "each_year")


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
        tuple(citation(item, keys) for item in items(given["keys"])),
    )


def _length(runs: str, node: Node) -> tuple[str, int]:
    if runs == "each_year":
        month, _, day = text(node).partition("-")
        if not (month.isdigit() and day.isdigit()):
            refuse(node, "type", expected="a day of the year as MM-DD")
        return runs, int(month + day)
    unit, length = only(node)
    return one_of(unit, _UNITS), whole(length)
