"""What an explanation tries otherwise about a transfer, read from `rules/law/changes.yaml`."""

from dataclasses import dataclass, replace
from datetime import date

from kuajing.law.book import LawBook
from kuajing.law.shapes import fields, items, mapping, one_of, refuse, refuse_word, text, texts, yes_or_no
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
    given = fields(packaged_yaml(_FILE), ("demand", "counts", "lighter", "heavier"))
    return Trials(
        texts(given["demand"]),
        tuple(_row(item, book).path for item in items(given["counts"])),
        tuple(_trial(item, book) for item in items(given["lighter"])),
        tuple(_trial(item, book) for item in items(given["heavier"])),
    )


def _trial(node: Node, book: LawBook) -> Trial:
    given = fields(node, ("set",), ("name", "clear", "always"))
    facts: list[tuple[str, FactValue]] = []
    days: list[tuple[str, str]] = []
    for key, value in mapping(given["set"]).entries:
        row = _row(key, book)
        if row.type == "date":
            days.append((row.path, _row(value, book).path))
        else:
            facts.append((row.path, _value(row, value)))
    return Trial(
        text(given["name"]) if "name" in given else "",
        tuple(facts),
        tuple(days),
        text(given["clear"]) if "clear" in given else "",
        "always" in given and yes_or_no(given["always"]),
    )


def _value(row: FactRow, node: Node) -> FactValue:
    match row.type:
        case "truth":
            return yes_or_no(node)
        case "list":
            return texts(node)
        case "word":
            return one_of(node, row.words) if row.words else text(node)
        case _:
            return refuse(node, "type", expected="a word, a list, true or false")


def _row(node: Node, book: LawBook) -> FactRow:
    path = text(node) if isinstance(node, Scalar) else ""
    return row_of(path, book.rows) or refuse_word(node, "path", "path", book.rows)


def _day(case: Case, source: str) -> date:
    day = case.fact(source)
    return day if isinstance(day, date) else case.on
