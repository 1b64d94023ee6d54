"""Facts, purposes and the calendar of working days, read from YAML."""

from collections.abc import Mapping
from datetime import date

from kuajing.law.clock import WEEKEND, Calendar
from kuajing.law.conditions import Linker, on_facts
from kuajing.law.shapes import day, fields, items, mapping, one_of, refuse, text, texts, whole, yes_or_no
from kuajing.law.situation import Absence, FactRow
from kuajing.law.values import Value
from kuajing.model.interval import Interval
from kuajing.source.nodes import Node, Scalar, Sequence

_TYPES = ("truth", "word", "count", "number", "date", "list", "text")
_KINDS = ("route", "duty", "default")


def fact_rows(node: Node) -> dict[str, FactRow]:
    """The facts with their types and words; what silence means is not linked yet."""
    return {key.text: _row(key.text, value) for key, value in mapping(node).entries}


def finished(node: Node, rows: Mapping[str, FactRow], linker: Linker) -> dict[str, FactRow]:
    """The same facts with what silence means for each."""
    return {path: _with_absence(rows[path], value, linker) for path, value in mapping(node)}


def _row(path: str, node: Node) -> FactRow:
    given = fields(node, ("type", "absent"), ("words", "open", "over", "value"))
    kind = one_of(given["type"], _TYPES)
    words = texts(given["words"]) if "words" in given else ()
    if kind == "word" and not words and "open" not in given:
        refuse(node, "missing", key="words")
    over = _words(given["over"], words) if "over" in given else words if kind == "word" else ()
    return FactRow(path, kind, words, "open" in given and yes_or_no(given["open"]), over, ())


def _with_absence(row: FactRow, node: Node, linker: Linker) -> FactRow:
    absent = mapping(node).get("absent")
    if isinstance(absent, Sequence):
        absences = tuple(_absence(row, item, linker) for item in absent.items)
    else:
        kind = one_of(absent or node, _KINDS)
        given = mapping(node).get("value")
        if kind == "default" and given is None:
            refuse(node, "missing", key="value")
        absences = (Absence(None, kind, None if given is None else _value(row, given)),)
    if absences[-1].when is not None:
        refuse(node, "missing", key="absent without when")
    return FactRow(row.path, row.type, row.words, row.is_open, row.over, absences)


def _absence(row: FactRow, node: Node, linker: Linker) -> Absence:
    given = fields(node, ("class",), ("when", "value"))
    kind = one_of(given["class"], _KINDS)
    value = _value(row, given["value"]) if "value" in given else None
    return Absence(
        on_facts(linker.compile(given["when"]), given["when"]) if "when" in given else None, kind, value
    )


def _value(row: FactRow, node: Node) -> Value:
    if isinstance(node, Scalar) and node.value is None:
        return None
    match row.type:
        case "truth":
            return yes_or_no(node)
        case "count":
            return Interval.exactly(whole(node))
        case "list":
            return _words(node, row.words)
        case "word":
            return one_of(node, row.words) if row.words else text(node)
        case _:
            return refuse(node, "type", expected="null")


def _words(node: Node, words: tuple[str, ...]) -> tuple[str, ...]:
    """A list of words, each one of the closed list where there is one."""
    return tuple(one_of(item, words) if words else text(item) for item in items(node))


def purposes(node: Node) -> dict[str, frozenset[str]]:
    """The marks of each purpose."""
    return {purpose: frozenset(texts(marks)) for purpose, marks in mapping(node)}


def calendar(node: Node) -> Calendar:
    """The working days of the years that are known."""
    seen: dict[date, Node] = {}
    holidays: set[date] = set()
    weekends: set[date] = set()
    years = set()
    for key, year in mapping(node).entries:
        if not key.text.isdecimal():
            refuse(key, "type", expected="a year")
        given = fields(year, ("notice", "confidence", "holidays", "working_weekends"), ("link",))
        years.add(int(key.text))
        holidays |= {_of_year(item, key.text, seen, is_weekend=False) for item in items(given["holidays"])}
        weekends |= {
            _of_year(item, key.text, seen, is_weekend=True) for item in items(given["working_weekends"])
        }
    return Calendar(frozenset(years), frozenset(holidays), frozenset(weekends))


def _of_year(node: Node, year: str, seen: dict[date, Node], *, is_weekend: bool) -> date:
    """A day of that year, a weekday or one of a weekend, which stands once among those seen."""
    stated = day(node)
    if stated.year != int(year):
        refuse(node, "type", expected=f"a date of {year}")
    if stated in seen:
        refuse(node, "twice", key=stated.isoformat(), place=str(seen[stated].location))
    if (stated.weekday() >= WEEKEND) is not is_weekend:
        refuse(node, "type", expected="a day of a weekend" if is_weekend else "a weekday")
    seen[stated] = node
    return stated
