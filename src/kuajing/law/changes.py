"""What an explanation tries otherwise about a transfer, read from `rules/law/changes.yaml`."""

from dataclasses import dataclass, replace
from datetime import date

from kuajing.law.book import LawBook
from kuajing.law.shapes import fields, items, mapping, one_of, refuse, refuse_word, text, yes_or_no
from kuajing.law.situation import FactRow, row_of
from kuajing.model.cases import Case, FactValue
from kuajing.source.nodes import Node, Scalar
from kuajing.source.packaged import packaged_yaml

_FILE = "law/changes.yaml"


@dataclass(frozen=True, slots=True)
class Trial:
    """Facts set together; `days` are dates set to the day of another fact, `clear` begins the paths forgotten first."""

    name: str
    facts: tuple[tuple[str, FactValue], ...]
    days: tuple[tuple[str, str], ...]
    clear: str
    always: bool

    @property
    def paths(self) -> tuple[str, ...]:
        """The facts that are set."""
        return tuple(path for path, _ in (*self.facts, *self.days))

    def on(self, case: Case) -> Case:
        """The case as it would be with this change."""
        kept = {path: value for path, value in case.facts if not (self.clear and path.startswith(self.clear))}
        changed = {**kept, **dict(self.facts), **{path: _day(case, source) for path, source in self.days}}
        return replace(case, facts=tuple(sorted(changed.items(), key=lambda fact: fact[0])))


@dataclass(frozen=True, slots=True)
class Trials:
    """The changes to try, the counts through which lines are drawn, and the routes from the least demanding on."""

    demand: tuple[str, ...]
    counts: tuple[str, ...]
    lighter: tuple[Trial, ...]
    heavier: tuple[Trial, ...]


def load_trials(book: LawBook) -> Trials:
    """The changes shipped with the package; raises InputErrors with the place of a fault."""
    return trials(packaged_yaml(_FILE), book)


def trials(node: Node, book: LawBook) -> Trials:
    """The changes of a file that are tried beside a book; raises InputErrors."""
    given = fields(node, ("demand", "counts", "lighter", "heavier"))
    return Trials(
        _demand(given["demand"], book),
        tuple(_row(item, book, "count").path for item in items(given["counts"])),
        tuple(_trial(item, book) for item in items(given["lighter"])),
        tuple(_trial(item, book) for item in items(given["heavier"])),
    )


def _demand(node: Node, book: LawBook) -> tuple[str, ...]:
    """All routes of the book, in the order of the file."""
    routes = sorted({question.route for question in book.questions})
    listed = tuple(one_of(item, routes) for item in items(node))
    missing = next((route for route in routes if route not in listed), None)
    return listed if missing is None else refuse(node, "missing", key=missing)


def _trial(node: Node, book: LawBook) -> Trial:
    given = fields(node, ("set",), ("name", "clear", "always"))
    facts: list[tuple[str, FactValue]] = []
    days: list[tuple[str, str]] = []
    for key, value in mapping(given["set"]).entries:
        row = _row(key, book)
        if row.type == "date":
            days.append((row.path, _row(value, book, "date").path))
        else:
            facts.append((row.path, _value(row, value)))
    return Trial(
        text(given["name"]) if "name" in given else "",
        tuple(facts),
        tuple(days),
        _start(given["clear"], book) if "clear" in given else "",
        "always" in given and yes_or_no(given["always"]),
    )


def _value(row: FactRow, node: Node) -> FactValue:
    match row.type:
        case "truth":
            return yes_or_no(node)
        case "list":
            return tuple(one_of(item, row.words) if row.words else text(item) for item in items(node))
        case "word":
            return one_of(node, row.words) if row.words else text(node)
        case _:
            return refuse(node, "type", expected="a word, a list, true or false")


def _row(node: Node, book: LawBook, *types: str) -> FactRow:
    """The fact of one of the types named; of any where none is."""
    row = row_of(text(node) if isinstance(node, Scalar) else "", book.rows)
    if row is not None and (not types or row.type in types):
        return row
    fitting = (path for path, other in book.rows.items() if not types or other.type in types)
    return refuse_word(node, "path", "path", fitting)


def _start(node: Node, book: LawBook) -> str:
    """What the paths of some facts begin with."""
    start = text(node)
    if any(path.startswith(start) for path in book.rows):
        return start
    return refuse_word(node, "path", "path", (f"{section}." for section in book.sections))


def _day(case: Case, source: str) -> date:
    day = case.fact(source)
    return day if isinstance(day, date) else case.on
