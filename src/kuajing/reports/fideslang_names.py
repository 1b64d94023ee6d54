"""What systems are called in fideslang, and texts and lists as its YAML."""

import json
import re
from collections.abc import Iterable, Mapping

from kuajing.model.estate import System
from kuajing.reports.characters import visible

_OTHER = re.compile(r"[^A-Za-z0-9_.<>-]+")
_CONNECTION = "conn:"


def keys_of(systems: Iterable[System]) -> Mapping[str, str]:
    """A key for each system, no two alike; one that came out of a Fides map gets its own back."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for system in systems:
        wanted = _OTHER.sub("_", system.id.removeprefix(_CONNECTION)).strip("_") or "system"
        key, number = wanted, 2
        while key in taken:
            key, number = f"{wanted}_{number}", number + 1
        taken.add(key)
        keys[system.id] = key
    return keys


def quoted(text: str) -> str:
    """A text as one YAML scalar, whatever stands in it."""
    return json.dumps(visible(text), ensure_ascii=False)


def listed(words: Iterable[str]) -> str:
    """Words as a YAML list on one line."""
    return f"[{', '.join(words)}]"
