"""The closed list of questions that the law's YAML may ask of facts; `conditions.py` joins them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from kuajing.law.dates import DateWords
from kuajing.law.shapes import day, fields, items, mapping, only, refuse, text, texts, whole
from kuajing.law.situation import Condition, FactRow, Open, Reply, Situation, row_of
from kuajing.law.values import Choice, Unknown, Value, among, options
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.source.nodes import Node, Scalar

_PLACE = re.compile(r"[A-Z]{2}")
_OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class LeafWords:
    """What leaves are checked against: the facts, the purposes, the exemptions one may claim, the calendar."""

    rows: dict[str, FactRow]
    purposes: dict[str, frozenset[str]]
    dates: DateWords

    def compile(self, key: Scalar, node: Node) -> Condition | None:
        """The question under a function's name; None where no question has that name."""
        table: dict[str, Callable[[Node], Condition]] = {
            "fact": self._fact,
            "stated": self._stated,
            "at_least": self._at_least,
            "above": self._above,
            "claimed": self._claimed,
            "purpose": self._purpose,
            "known": self._known,
            "never": self._never,
            "present": self._present,
            "later": self._later,
            "since": self._since,
            "before": self._before,
            "lists_all": self._lists_all,
            "lists_beyond": self._lists_beyond,
            "places_beyond": self._places_beyond,
            "several": self._several,
            "route": self._route,
            "step": self._step,
            "exemption": self._exemption,
        }
        return table[key.text](node) if key.text in table else None

    def path(self, node: Node, *types: str) -> str:
        """A fact of one of the types named."""
        path = text(node)
        row = row_of(path, self.rows)
        if row is None or (types and row.type not in types):
            refuse(node, "path", path=path)
        return path

    def wanted(self, path: str, node: Node) -> frozenset[str | bool]:
        """The values asked for, each one that the fact may have."""
        row = self.rows[path]
        wanted: list[str | bool] = []
        for item in items(node) if not isinstance(node, Scalar) else (node,):
            value = item.value if isinstance(item, Scalar) else None
            fits = isinstance(value, bool) if row.type == "truth" else isinstance(value, str)
            if not fits or not isinstance(value, str | bool) or (row.words and value not in row.words):
                refuse(item, "word", word=str(value), known=", ".join(row.words) or "true, false")
            wanted.append(value)
        return frozenset(wanted)

    def _fact(self, node: Node) -> Condition:
        """The fact has this value, or one of these."""
        key, value = only(node)
        path = self.path(key, "word", "truth")
        wanted = self.wanted(path, value)
        return Condition(lambda case: _is(case, path, wanted), frozenset({path}))

    def _stated(self, node: Node) -> Condition:
        """The fact is on record with this value; silence is no."""
        key, value = only(node)
        path = self.path(key, "word", "truth")
        wanted = self.wanted(path, value)

        def ask(case: Situation) -> Reply:
            had = options(case.given.get(path))
            return _reply(bool(had) and had <= wanted, path)

        return Condition(ask, frozenset({path}), frozenset({path}))

    def _at_least(self, node: Node) -> Condition:
        """So many people, or more 以上."""
        key, value = only(node)
        path, bound = self.path(key, "count"), whole(value)

        def ask(case: Situation) -> Reply:
            count = case.value(path)
            if not isinstance(count, Interval):
                return _reply(False, path)  # noqa: FBT003  nothing on record reaches no bound
            truth = count.at_least(bound)
            if truth is not Truth.UNKNOWN:
                return Reply(truth, (), (path,))
            parts = (Interval(bound, count.high), Interval(count.low, bound - 1))
            return Reply(truth, (Open(path, parts),), (path,))

        return Condition(ask, frozenset({path}))

    def _above(self, node: Node) -> Condition:
        """More than a number 超过."""
        key, value = only(node)
        path, bound = self.path(key, "number"), Decimal(whole(value))

        def ask(case: Situation) -> Reply:
            number = case.value(path)
            return _reply(isinstance(number, Decimal) and number > bound, path)

        return Condition(ask, frozenset({path}))

    def _claimed(self, node: Node) -> Condition:
        """The exemption is relied on."""
        return self._holds("claims", self.wanted("claims", node))

    def _lists_all(self, node: Node) -> Condition:
        """All these words stand in the list."""
        key, value = only(node)
        path = self.path(key, "list")
        wanted = self.wanted(path, value)
        return self._holds(path, wanted)

    def _holds(self, path: str, wanted: frozenset[str | bool]) -> Condition:
        def ask(case: Situation) -> Reply:
            value = case.value(path)
            if value is Unknown.UNKNOWN:
                return Reply(Truth.UNKNOWN, (Open(path),), (path,))
            return _reply(isinstance(value, tuple) and wanted <= set(value), path)

        return Condition(ask, frozenset({path}))

    def _purpose(self, node: Node) -> Condition:
        """The purpose has this mark in `purposes.yaml`."""
        mark = text(node)
        words = frozenset(purpose for purpose, marks in self.purposes.items() if mark in marks)
        if not words:
            refuse(
                node,
                "word",
                word=mark,
                known=", ".join(sorted({m for ms in self.purposes.values() for m in ms})),
            )
        path = "flow.purpose"
        return Condition(lambda case: _is(case, path, frozenset[str | bool](words)), frozenset({path}))

    def _known(self, node: Node) -> Condition:
        """Something is on record; an absent date that silence leaves unknown is unknown."""
        path = self.path(node)

        def ask(case: Situation) -> Reply:
            value = case.value(path)
            if isinstance(value, Unknown | Choice):
                return Reply(Truth.UNKNOWN, (Open(path),), (path,))
            return _reply(value is not None, path)

        return Condition(ask, frozenset({path}))

    def _never(self, node: Node) -> Condition:
        """The date is known not to have come."""
        path = self.path(node, "date")

        def ask(case: Situation) -> Reply:
            value = case.value(path)
            if value is Unknown.UNKNOWN:
                return Reply(Truth.UNKNOWN, (Open(path),), (path,))
            return _reply(value is None, path)

        return Condition(ask, frozenset({path}))

    def _present(self, node: Node) -> Condition:
        """The fact is spoken of at all."""
        path = self.path(node)
        return Condition(lambda case: _reply(path in case.given, path), frozenset({path}), frozenset({path}))

    def _later(self, node: Node) -> Condition:
        """One date is later than another; a date that never came is later than none, and none is later than it."""
        given = fields(node, ("date", "than"))
        (first, some), (second, more) = (self.dates.compile(given[name]) for name in ("date", "than"))

        def ask(case: Situation) -> Reply:
            one, other = first(case), second(case)
            read = one.read + other.read
            if one.never or other.never or one.high <= other.low:
                return Reply(Truth.NO, (), read)
            if one.low > other.high:
                return Reply(Truth.YES, (), read)
            return Reply(Truth.UNKNOWN, one.opens + other.opens, read)

        return Condition(ask, some | more)

    def _since(self, node: Node) -> Condition:
        """The day in question is this day or later."""
        start = day(node)
        return Condition(lambda case: _reply(case.on >= start))

    def _before(self, node: Node) -> Condition:
        """The day in question is earlier than this day."""
        end = day(node)
        return Condition(lambda case: _reply(case.on < end))

    def _lists_beyond(self, node: Node) -> Condition:
        """The list names something outside the words, or outside the list that another fact gives."""
        given = fields(node, ("path",), ("words", "fact"))
        path = self.path(given["path"], "list")
        words = frozenset(texts(given["words"])) if "words" in given else frozenset[str]()
        other = self.path(given["fact"], "list") if "fact" in given else None

        def ask(case: Situation) -> Reply:
            named = case.value(path)
            if named is None or named == ():
                return _reply(False, path)  # noqa: FBT003
            limit = case.value(other) if other is not None else ()
            if limit is None:
                return _reply(False, path, other)  # noqa: FBT003
            opens = _unknown(path, named) + (_unknown(other, limit) if other is not None else ())
            read = (path,) if other is None else (path, other)
            if not isinstance(named, tuple) or not isinstance(limit, tuple):
                return Reply(Truth.UNKNOWN, opens, read)
            return _reply(not set(named) <= words | set(limit), *read)

        return Condition(ask, frozenset({path} if other is None else {path, other}))

    def _places_beyond(self, node: Node) -> Condition:
        """The list names a place outside the words and outside the place that a fact gives; a name is no place."""
        given = fields(node, ("path", "words", "fact"))
        path, other = self.path(given["path"], "list"), self.path(given["fact"], "word")
        words = frozenset(texts(given["words"]))

        def ask(case: Situation) -> Reply:
            named, place = case.value(path), options(case.value(other))
            listed = named if isinstance(named, tuple) else ()
            places = {item for item in listed if _PLACE.fullmatch(item)} - words
            if places - place:
                return _reply(True, path, other)  # noqa: FBT003
            if len(place) > 1 and places:
                return Reply(Truth.UNKNOWN, (Open(other),), (path, other))
            if any(not _PLACE.fullmatch(item) for item in listed):
                return Reply(Truth.UNKNOWN, (Open(path),), (path, other))
            return _reply(False, path, other)  # noqa: FBT003

        return Condition(ask, frozenset({path, other}))

    def _several(self, node: Node) -> Condition:
        """One of the lists, or of the sets of named counts, names two or more."""
        paths = texts(node)
        for path, item in zip(paths, items(node), strict=True):
            if path not in self.rows and f"{path}.*" not in self.rows:
                refuse(item, "path", path=path)

        def ask(case: Situation) -> Reply:
            return _reply(any(_names(case, path) > 1 for path in paths), *paths)

        return Condition(ask, frozenset(paths))

    def _route(self, node: Node) -> Condition:
        """The route found is one of these."""
        words = frozenset(texts(node))
        return Condition(lambda case: _reply(case.outcome is not None and case.outcome.route in words))

    def _step(self, node: Node) -> Condition:
        """The route was decided by one of these steps."""
        words = frozenset(texts(node))
        return Condition(lambda case: _reply(case.outcome is not None and case.outcome.step in words))

    def _exemption(self, node: Node) -> Condition:
        """The exemption relied on is one of these."""
        words = frozenset(texts(node))
        return Condition(lambda case: _reply(case.outcome is not None and case.outcome.exemption in words))


def _names(case: Situation, path: str) -> int:
    listed = case.given.get(path)
    if isinstance(listed, tuple):
        return len(set(listed))
    return sum(given.startswith(f"{path}.") and given != f"{path}.{_OVERLAP}" for given in case.given)


def _reply(answer: bool, *read: str | None) -> Reply:  # noqa: FBT001  the answer is the argument
    return Reply(Truth.YES if answer else Truth.NO, (), tuple(path for path in read if path is not None))


def _unknown(path: str, value: Value) -> tuple[Open, ...]:
    return (Open(path),) if value is Unknown.UNKNOWN else ()


def _is(case: Situation, path: str, wanted: frozenset[str | bool]) -> Reply:
    value = case.value(path)
    if isinstance(value, Unknown):
        return Reply(Truth.UNKNOWN, (Open(path),), (path,))
    had = options(value)
    inside, outside = had & wanted, had - wanted
    if not inside or not outside:
        return _reply(bool(inside), path)
    return Reply(Truth.UNKNOWN, (Open(path, (among(inside), among(outside))),), (path,))


def mentioned(conditions: Iterable[Condition]) -> frozenset[str]:
    """All facts that some conditions may read."""
    return frozenset[str]().union(*(condition.paths for condition in conditions))


__all__ = ["LeafWords", "mapping", "mentioned"]
