"""Single values as JSON: places, names, trails, counts, sentences in both languages."""

import json
import re

from kuajing.model.crossings import Hop, LabelTrail
from kuajing.model.interval import Interval
from kuajing.model.names import DatasetName
from kuajing.reports.characters import is_hidden
from kuajing.reports.words import Names, Values, words_for
from kuajing.source.location import Location
from kuajing.source.nodes import Plain

_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]")


def json_lines(document: Plain) -> str:
    """A document as JSON text for people too: indented, Chinese readable, invisible characters escaped."""
    return _BEYOND_ASCII.sub(_shown, json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _shown(match: re.Match[str]) -> str:
    sign = match[0]
    return json.dumps(sign)[1:-1] if is_hidden(sign) else sign


def place(location: Location) -> Plain:
    """A place: path, line, column."""
    return {"path": location.path, "line": location.line, "column": location.column}


def dataset(name: DatasetName) -> Plain:
    """A dataset: its full name, its system and its path inside it."""
    return {"name": str(name), "system": name.system, "path": list(name.path)}


def interval(people: Interval) -> Plain:
    """A count between two bounds; no upper one is null."""
    return {"low": people.low, "high": people.high}


def pair(both: tuple[str, str]) -> Plain:
    """Text that is there in English and Chinese."""
    return {"en": both[0], "zh": both[1]}


def sentence(key: str, values: Values, names: Names) -> Plain:
    """The sentence under a key in both languages; null where there is no key."""
    if not key:
        return None
    english, chinese = words_for("both", names).sentences(key, values)
    return {"en": english, "zh": chinese}


def texts(values: tuple[str, ...]) -> list[Plain]:
    """Strings as a list."""
    return list(values)


def trail(of: LabelTrail) -> Plain:
    """A trail: the label, the column it starts from, its hops, the column it ends in."""
    return {
        "category": of.label.category,
        "origin": of.label.origin.value,
        "form": of.label.form.value,
        "start": str(of.start),
        "hops": [hop(one) for one in of.hops],
        "end": str(of.end),
    }


def hop(of: Hop) -> Plain:
    """One step of a trail with its place."""
    return {
        "source": str(of.source),
        "target": str(of.target),
        "location": place(of.location),
        "mechanism": of.mechanism,
        "transform": of.transform.value,
        "functions": texts(of.functions),
        "certain": of.certain,
        "basis": of.basis.value,
        "environment": of.environment or None,
    }
