"""One line `{id, as_of, facts}` to a case; what is wrong with it is told by message keys."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from reprlib import repr as brief

from kuajing.law.book import LawBook
from kuajing.law.situation import FactRow, row_of
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval

Fault = tuple[str, tuple[tuple[str, str], ...]]
_UNKNOWN = "unknown"
_PAIR = 2
_OF_A_CASE = ("as_of", "facts")
_ALIKE = 0.7
"""How like a key is to one that a case lacks where it is taken for that."""
_LONGEST_TEXT = 80
_MOST_BITS = 63  # no count of people and no percentage needs more; longer numbers cannot even be told


class CaseFaults(Exception):  # noqa: N818  a group of faults, told together
    """Everything wrong with one line, as message keys with their values."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{len(faults)} faults in a case")


def read_case(line: object, book: LawBook) -> Case:
    """The case of a line; raises CaseFaults. Facts that are said to be unknown are left out, as if not said."""
    if not isinstance(line, Mapping):
        raise CaseFaults([("law_terms.case_whole", (("value", _told(line)),))])
    faults: list[Fault] = [*_misspelt(line)]
    misspelt = {dict(values)["near"] for _, values in faults}
    on = None if "as_of" in misspelt else _as_of(line.get("as_of"), book, faults)
    facts: dict[str, FactValue] = {}
    nested = line.get("facts", {})
    if isinstance(nested, Mapping):
        for path, value in _flat(nested, "", book, faults):
            _take(path, value, book, facts, faults)
    else:
        faults.append(("law_terms.case_mapping", (("path", "facts"),)))
    faults += _contradictions(facts)
    if faults or on is None:
        raise CaseFaults(faults)
    return Case(_told(line.get("id", "")), on, tuple(sorted(facts.items())))


def _misspelt(line: Mapping[object, object]) -> Iterator[Fault]:
    """The keys that stand for one that a case lacks, by their likeness."""
    lacking = [key for key in _OF_A_CASE if key not in line]
    for key in line:
        near = get_close_matches(key, lacking, 1, _ALIKE) if isinstance(key, str) else []
        if near and key not in _OF_A_CASE:
            yield "law_terms.case_key", (("path", _told(key)), ("near", near[0]))


def _as_of(value: object, book: LawBook, faults: list[Fault]) -> date | None:
    on = _date(value)
    if value is None:
        faults.append(("law_terms.case_no_date", ()))
    elif on is None:
        faults.append(("law_terms.case_date", (("path", "as_of"), ("value", _told(value)))))
    elif on < book.covered_from:
        faults.append(("law_terms.case_too_early", (("first", book.covered_from.isoformat()),)))
        return None
    return on


def _flat(
    nested: Mapping[object, object], above: str, book: LawBook, faults: list[Fault]
) -> Iterator[tuple[str, object]]:
    """Dotted paths and values; below a path that no fact begins with, the path alone."""
    for name, value in nested.items():
        path = f"{above}{name}"
        if row_of(path, book.rows) is not None:
            yield path, value
        elif path not in book.sections:
            yield path, None
        elif isinstance(value, Mapping):
            yield from _flat(value, f"{path}.", book, faults)
        elif value not in (None, _UNKNOWN):
            faults.append(("law_terms.case_mapping", (("path", path),)))


def _take(path: str, value: object, book: LawBook, facts: dict[str, FactValue], faults: list[Fault]) -> None:
    row = row_of(path, book.rows)
    if row is None:
        facts[path] = None
        return
    if value == _UNKNOWN or (value is None and row.type != "date"):
        return
    try:
        facts[path] = _value(row, value)
    except _Misfit as misfit:
        values: tuple[tuple[str, str], ...] = (("path", path), ("value", _told(misfit.value)))
        if misfit.key == "word":
            near = get_close_matches(_told(misfit.value), row.words, 1)
            values = (*values, ("known", ", ".join(near or row.words)))
        faults.append((f"law_terms.case_{misfit.key}", values))


class _Misfit(Exception):  # noqa: N818  never leaves this module
    def __init__(self, key: str, value: object) -> None:
        self.key, self.value = key, value
        super().__init__(key)


def _told(value: object) -> str:
    """A value as a fault names it, cut short; whatever it is, telling it never fails."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_TEXT else f"{value[:_LONGEST_TEXT]}..."
    try:
        return brief(value)
    except ValueError:  # a number of more digits than may be written
        return f"{type(value).__name__}, too long to show"


def _value(row: FactRow, value: object) -> FactValue:
    match row.type:
        case "count":
            return _count(value)
        case "number":
            return _number(value)
        case "list" if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            return tuple(_word(row, item) for item in value)
        case "word" | "text" if isinstance(value, str):
            return _word(row, value)
        case "truth" if isinstance(value, bool):
            return value
        case "date" if value is None or _date(value) is not None:
            return _date(value)
    raise _Misfit(row.type, value)


def _word(row: FactRow, value: str) -> str:
    if row.words and value not in row.words:
        raise _Misfit("word", value)
    return value


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value.bit_length() <= _MOST_BITS


def _number(value: object) -> Decimal:
    if _is_whole(value) or isinstance(value, float | Decimal):
        number = Decimal(str(value))
        if number.is_finite():
            return number
    raise _Misfit("number", value)


def _count(value: object) -> Interval:
    bounds = value if isinstance(value, list | tuple) else (value, value)
    if len(bounds) != _PAIR:
        raise _Misfit("count", value)
    low, high = bounds
    if not _is_whole(low) or not (high is None or _is_whole(high)):
        raise _Misfit("count", value)
    if low < 0 or (high is not None and high < low):
        raise _Misfit("count", value)
    return Interval(low, high)


def _date(value: object) -> date | None:
    if isinstance(value, date):
        return value if type(value) is date else None
    try:
        return (
            date.fromisoformat(value) if isinstance(value, str) and len(value) == len("2024-01-01") else None
        )
    except ValueError:
        return None


def _contradictions(facts: Mapping[str, FactValue]) -> list[Fault]:
    found: list[Fault] = []
    if facts.get("handler.ciio") is True and facts.get("handler.ciio_notified") is False:
        found.append(("law_terms.case_ciio_not_notified", ()))
    if facts.get("data.anonymised") is True and facts.get("data.personal") is not False:
        found.append(("law_terms.case_anonymised_personal", ()))
    return found
