"""The law compiled: what strict reading of `rules/law` gave, as lines of JSON, and the same book from them.

Four lines: the words that conditions are checked against; the conditions, each once and after its parts; the instruments;
the book. A condition is kept as it is written, for the functions that read it from YAML to link it again. On the other
lines an object has one key, which says what it is: a class with its fields in order, or something that JSON has no form
for, or the number of a condition or an instrument. A list is a tuple.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import partial
from typing import Any

from kuajing.law.book import Alternative, DeadlineRule, Flag, Hypothesis, LawBook
from kuajing.law.clock import Calendar
from kuajing.law.dates import DateWords, WrittenDate
from kuajing.law.joining import link
from kuajing.law.procedure import Question, Yielding
from kuajing.law.provisions import Breach, Citing, Imposed, Instrument, Provision, Version
from kuajing.law.situation import Absence, Condition, FactRow, Shape
from kuajing.law.vocabulary import Vocabulary
from kuajing.model.articles import Clock, Content, Penalty, ZoneList
from kuajing.model.interval import Interval
from kuajing.source.nodes import Plain, from_plain

_CLASSES = (
    *(LawBook, Vocabulary, FactRow, Absence, DateWords, Calendar, Interval, Question, Yielding, Flag),
    *(Hypothesis, Alternative, Provision, Instrument, Version, Imposed, Breach, Citing),
    *(Clock, Content, DeadlineRule, Penalty, ZoneList),
)
_DATES = (date, date | None)
_Row = tuple[str, Plain, list[int], list[tuple[str, str | None, int | None]]]


def compiled(words: Vocabulary, book: LawBook) -> str:
    """A book and the words of its conditions as lines; raises TypeError for a value that has no form there."""
    writer = _Writer()
    vocabulary, law = writer.written(words), writer.written(book)
    lines = (vocabulary, writer.conditions, writer.instruments, law)
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)


def linked(lines: str) -> LawBook:
    """The book that was compiled to these lines."""
    reader = _Reader()
    vocabulary, conditions, instruments, law = lines.splitlines()
    words: Vocabulary = reader.read(vocabulary)
    reader.made["when"] = lambda written: words.dates.written(from_plain(json.loads(written)))
    reader.conditions += [_Unlinked(partial(reader.link, row, words)) for row in json.loads(conditions)]
    reader.instruments += reader.read(instruments)
    book: LawBook = reader.read(law)
    return book


@dataclass(slots=True)
class _Writer:
    conditions: list[object] = field(default_factory=list)
    instruments: list[object] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def written(self, value: object) -> object:
        if value is None or isinstance(value, bool | int | str):
            return value
        if isinstance(value, tuple):
            return [self._within(item) for item in value]
        name, content = self._named(value)
        return {name: content}

    def _named(  # noqa: PLR0911  one return for each form
        self, value: object
    ) -> tuple[str, object]:
        match value:
            case timedelta():
                return "days", value.days
            case frozenset():
                return "set", sorted(map(self._within, value), key=str)
            case Mapping():
                return "map", [[name, self._within(item)] for name, item in value.items()]
            case Condition():
                return "condition", self._condition(value)
            case WrittenDate():
                return "when", json.dumps(value.written.plain())
            case Instrument():
                return "instrument", self._number(self.instruments, {"Instrument": self._fields(value)})
            case _ if type(value) in _CLASSES:
                return type(value).__name__, self._fields(value)
        raise TypeError(f"{type(value).__name__} has no form in the compiled law")

    def _within(self, value: object) -> object:
        """A value below a field of its own: there what is no field of a class says what it is."""
        if isinstance(value, tuple):
            return {"list": self.written(value)}
        return {"date": value.isoformat()} if isinstance(value, date) else self.written(value)

    def _fields(self, value: Any) -> list[object]:  # noqa: ANN401  any of the classes above
        found = [getattr(value, one.name) for one in fields(value)]
        return [_iso(one) if isinstance(one, date) else self.written(one) for one in found]

    def _condition(self, condition: Condition | None) -> int | None:
        """The number of a condition, after those of its parts."""
        if condition is None or condition.shape is None:
            return None
        shape = condition.shape
        node = None if shape.node is None else shape.node.plain()
        parts = [self._condition(part) for part in shape.parts]
        spans = [(_iso(start), _iso(end), self._condition(part)) for start, end, part in shape.spans]
        return self._number(self.conditions, (shape.function, node, parts, spans))

    def _number(self, rows: list[object], row: object) -> int:
        key = json.dumps(row)
        if key not in self.numbers:
            self.numbers[key] = len(rows)
            rows.append(row)
        return self.numbers[key]


class _Unlinked(Condition):
    """A condition that is made when something of it is first asked for: most of the law is not asked for most cases."""

    __slots__ = ("_make",)
    _make: Callable[[], Condition]

    def __init__(self, make: Callable[[], Condition]) -> None:
        object.__setattr__(self, "_make", make)

    def __getattr__(self, name: str) -> object:
        made = self._make()
        for one in fields(made):
            object.__setattr__(self, one.name, getattr(made, one.name))
        return object.__getattribute__(self, name)


class _Reader:
    def __init__(self) -> None:
        self.conditions: list[Condition] = []
        self.instruments: list[Instrument] = []
        self.made: dict[str, Callable[[Any], object]] = {
            "days": timedelta,
            "set": frozenset,
            "map": dict,
            "list": tuple,
            "date": date.fromisoformat,
            "condition": self.conditions.__getitem__,
            "instrument": self.instruments.__getitem__,
            **{one.__name__: _maker(one) for one in _CLASSES},
        }

    def read(self, line: str) -> Any:  # noqa: ANN401  what stands in our own line
        return json.loads(line, object_pairs_hook=self._object)

    def _object(self, pairs: list[tuple[str, Any]]) -> object:
        ((name, value),) = pairs
        return self.made[name](value)

    def link(self, row: _Row, words: Vocabulary) -> Condition:
        """The condition of a row, which names its parts by number."""
        function, plain, parts, spans = row
        node = None if plain is None else from_plain(plain)
        part = self.conditions.__getitem__
        versions = [
            (date.fromisoformat(start), _day(end), None if n is None else part(n)) for start, end, n in spans
        ]
        return link(Shape(function, node, tuple([part(n) for n in parts]), tuple(versions)), words)


def _maker(one: type) -> Callable[[list[Any]], object]:
    """Makes a value of a class from its fields in order; those that are dates stand there as text."""
    dates = [number for number, part in enumerate(fields(one)) if part.type in _DATES]

    def make(values: list[Any]) -> object:
        for number in dates:
            values[number] = _day(values[number])
        return one(*[tuple(value) if isinstance(value, list) else value for value in values])

    return make


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
