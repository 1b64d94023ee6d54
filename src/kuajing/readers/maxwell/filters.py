"""The filters of Maxwell: which tables pass, which columns decide, and which are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from kuajing.readers.maxwell.told import Told
from kuajing.readers.table_patterns import ALL, Pair, fits, is_told_whole, names_of

_RULE = re.compile(
    r"(?P<act>include|exclude|blacklist)\s*:\s*(?P<what>.*?)\s*(?=,\s*(?:include|exclude|blacklist)\s*:|$)",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    r"\s*(?:/(?P<pattern>(?:\\.|[^/])*)/|`([^`]*)`|\"([^\"]*)\"|'([^']*)'|(?P<any>\*)|([\w$\-]+))\s*"
)
_EVERYTHING: Pair = (ALL, ALL)
_COLUMN = 2


@dataclass(frozen=True, slots=True)
class Passing:
    """Tables that pass; columns whose values decide which rows do. `is_less` where fewer pass than is told."""

    pairs: tuple[Pair, ...]
    deciding: tuple[tuple[Pair, str], ...]
    is_less: bool


def passing(told: Told) -> Passing:
    """What passes the filters, those of today and those of old."""
    pairs, deciding, is_less = [_EVERYTHING], [], False
    rules = list(_rules(told.said("filter")))
    for act, names, column in rules:
        found = [(outer, inner) for outer in names[0] for inner in names[1]]
        if column:
            deciding += [(pair, column) for pair in found]
        elif act == "include":
            pairs += [pair for pair in found if not any(_holds(one, pair) for one in pairs)]
        else:
            pairs = [pair for pair in pairs if not any(_holds(one, pair) for one in found)]
            is_less = is_less or any(fits(one, pair) for one in found for pair in pairs)
    if not rules:
        pairs, is_less = list(_of_old(told)), any(told.said(name) for name in _LEFT_OUT)
    is_less = is_less or not all(is_told_whole(pair) for pair in pairs)
    return Passing(tuple(dict.fromkeys(pairs)), tuple(deciding), is_less)


_LEFT_OUT = ("exclude_dbs", "exclude_tables", "blacklist_dbs", "blacklist_tables")


def left_out(told: Told) -> tuple[str, ...]:
    """The columns that are sent of no table; `*` stands for what an expression leaves open."""
    return tuple(_listed(told.said("exclude_columns", "blacklist_columns")))


def _of_old(told: Told) -> Iterator[Pair]:
    for outer in list(_listed(told.said("include_dbs"))) or [ALL]:
        for inner in list(_listed(told.said("include_tables"))) or [ALL]:
            yield outer, inner


def _listed(text: str) -> Iterator[str]:
    for part in text.split(","):
        found = _PART.fullmatch(part)
        if found is not None:
            yield from _names(found)


def _rules(text: str) -> Iterator[tuple[str, tuple[list[str], list[str]], str]]:
    for rule in _RULE.finditer(text):
        parts: list[list[str]] = []
        at = 0
        what = rule["what"]
        while len(parts) <= _COLUMN and (found := _PART.match(what, at)) is not None:
            parts.append(list(_names(found)))
            at = found.end()
            if what[at : at + 1] != ".":
                break
            at += 1
        if len(parts) >= _COLUMN:
            yield rule["act"].lower(), (parts[0], parts[1]), parts[_COLUMN][0] if len(parts) > _COLUMN else ""


def _names(found: re.Match[str]) -> Iterator[str]:
    if found["pattern"] is not None:
        yield from names_of(found["pattern"])
    else:
        yield next((part for part in found.groups() if part), ALL)


def _holds(outer: Pair, inner: Pair) -> bool:
    return all(fnmatchcase(one, other) for one, other in zip(inner, outer, strict=True))
