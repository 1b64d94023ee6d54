"""Lists in settings: names and patterns parted by commas, each with the place of the list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.location import Location

# A comma within braces says how often something comes.
_COMMA = re.compile(r"(?<!\\),(?!\d{0,4}\})")
_MOST = 2_048
_SHOWN, _LONGEST = 12, 80


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list as written, and where the list stands."""

    text: str
    location: Location


def entries(keys: Keys, *names: str) -> tuple[Entry, ...]:
    """The entries of the first of the lists that is there."""
    found = (
        Entry(part.strip().replace("\\,", ","), text.location)
        for text in keys.texts(*names)
        for part in _COMMA.split(str(text.value), maxsplit=_MOST)[:_MOST]
    )
    return tuple(dict.fromkeys(one for one in found if one.text))


def pairs(keys: Keys, *names: str) -> tuple[tuple[str, str], ...]:
    """The pairs `a:b` or `a=b` of a list."""
    parted = (one.text.rpartition(":" if ":" in one.text else "=") for one in entries(keys, *names))
    return tuple((old.strip(), new.strip()) for old, _, new in parted if old and new)


def shown(names: Iterable[str]) -> str:
    """Names as a message may show them: the first of many, none of them long."""
    found = sorted({name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…" for name in names})
    return ", ".join((*found[:_SHOWN], "…") if len(found) > _SHOWN else found)
