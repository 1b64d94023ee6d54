"""One line `{id, as_of, facts}` to a case; what is wrong with it is told by message keys."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from kuajing.law.book import LawBook
from kuajing.law.situation import FactRow, row_of
from kuajing.model.cases import Case, FactValue
from kuajing.model.interval import Interval

Fault = tuple[str, tuple[tuple[str, str], ...]]
_UNKNOWN = "unknown"
_PAIR = 2


class CaseFaults(Exception):  # noqa: N818  a group of faults, told together
    """Everything wrong with one line, as message keys with their values."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"{len(faults)} faults in a case")


def read_case(line: Mapping[str, object], book: LawBook) -> Case:
    """The case of a line; raises CaseFaults. Facts that are said to be unknown are left out, as if not said."""
    faults: list[Fault] = []
    on = _as_of(line.get("as_of"), book, faults)
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
    return Case(str(line.get("id", "")), on, tuple(sorted(facts.items(), key=lambda fact: fact[0])))


def _as_of(value: object, book: LawBook, faults: list[Fault]) -> date | None:
    on = _date(value)
    if value is None:
        faults.append(("law_terms.case_no_date", ()))
    elif on is None:
        faults.append(("law_terms.case_date", (("path", "as_of"), ("value", str(value)))))
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
        elif not any(row.startswith(f"{path}.") for row in book.rows):
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
        values: tuple[tuple[str, str], ...] = (("path", path), ("value", str(value)))
        if misfit.key == "word":
            near = get_close_matches(str(value), row.words, 1)
            values = (*values, ("known", ", ".join(near or row.words)))
        faults.append((f"law_terms.case_{misfit.key}", values))


class _Misfit(Exception):  # noqa: N818  never leaves this module
    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


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
    raise _Misfit(row.type)


def _word(row: FactRow, value: str) -> str:
    if row.words and value not in row.words:
        raise _Misfit("word")
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite():
            return number
    raise _Misfit("number")


def _count(value: object) -> Interval:
    bounds = value if isinstance(value, list | tuple) else (value, value)
    if len(bounds) != _PAIR:
        raise _Misfit("count")
    low, high = bounds
    if not isinstance(low, int) or isinstance(low, bool) or not (high is None or isinstance(high, int)):
        raise _Misfit("count")
    if isinstance(high, bool) or low < 0 or (high is not None and high < low):
        raise _Misfit("count")
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
