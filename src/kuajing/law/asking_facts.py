"""Questions to single facts: words, counts, numbers, dates."""

from collections.abc import Mapping
from decimal import Decimal

from kuajing.law.shapes import day, fields, only, refuse, text, whole
from kuajing.law.situation import Condition, Open, Reply, Shape, Situation
from kuajing.law.values import Choice, Unknown, options
from kuajing.law.vocabulary import Leaf, Vocabulary, is_among, open_on, said
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.source.nodes import Node


def fact(words: Vocabulary, node: Node) -> Condition:
    """The fact has this value, or one of these."""
    key, value = only(node)
    path = words.path(key, "word", "truth")
    wanted = words.wanted(path, value)
    return Condition(lambda case: is_among(case, path, wanted), frozenset({path}))


def stated(words: Vocabulary, node: Node) -> Condition:
    """The fact is on record with this value; silence is no."""
    key, value = only(node)
    path = words.path(key, "word", "truth")
    wanted = words.wanted(path, value)

    def ask(case: Situation) -> Reply:
        had = options(case.given.get(path))
        return said(bool(had) and had <= wanted, path)

    return Condition(ask, frozenset({path}), frozenset({path}))


def purpose(words: Vocabulary, node: Node) -> Condition:
    """The purpose bears this mark in `purposes.yaml`."""
    mark = text(node)
    wanted = frozenset[str | bool](purpose for purpose, marks in words.purposes.items() if mark in marks)
    if not wanted:
        known = sorted({mark for marks in words.purposes.values() for mark in marks})
        refuse(node, "word", word=mark, known=", ".join(known))
    return Condition(lambda case: is_among(case, "flow.purpose", wanted), frozenset({"flow.purpose"}))


def at_least(words: Vocabulary, node: Node) -> Condition:
    """So many people or more 以上; where nothing is on record, no."""
    key, value = only(node)
    path, bound = words.path(key, "count"), whole(value)

    def ask(case: Situation) -> Reply:
        count = case.value(path)
        if not isinstance(count, Interval):
            return Reply(Truth.NO, (), (path,))
        truth = count.at_least(bound)
        if truth is not Truth.UNKNOWN:
            return Reply(truth, (), (path,))
        parts = (Interval(bound, count.high), Interval(count.low, bound - 1))
        return Reply(truth, (Open(path, parts),), (path,))

    return Condition(ask, frozenset({path}))


def above(words: Vocabulary, node: Node) -> Condition:
    """More than a number 超过; where nothing is on record, no."""
    key, value = only(node)
    path, bound = words.path(key, "number"), Decimal(whole(value))

    def ask(case: Situation) -> Reply:
        number = case.value(path)
        return said(isinstance(number, Decimal) and number > bound, path)

    return Condition(ask, frozenset({path}))


def known(words: Vocabulary, node: Node) -> Condition:
    """Something is on record; where silence leaves the fact unknown, so is the answer."""
    path = words.path(node)

    def ask(case: Situation) -> Reply:
        value = case.value(path)
        if isinstance(value, Unknown | Choice):
            return open_on(path, read=(path,))
        return said(value is not None, path)

    return Condition(ask, frozenset({path}))


def never(words: Vocabulary, node: Node) -> Condition:
    """The date is known not to have come."""
    path = words.path(node, "date")

    def ask(case: Situation) -> Reply:
        value = case.value(path)
        return open_on(path, read=(path,)) if value is Unknown.UNKNOWN else said(value is None, path)

    return Condition(ask, frozenset({path}))


def present(words: Vocabulary, node: Node) -> Condition:
    """The fact is spoken of at all."""
    path = words.path(node)
    return Condition(lambda case: said(path in case.given, path), frozenset({path}), frozenset({path}))


def later(words: Vocabulary, node: Node) -> Condition:
    """One date is later than another; a date that never came is later than none, and none is later than it."""
    given = fields(node, ("date", "than"))
    first, some = words.dates.compile(given["date"])
    second, more = words.dates.compile(given["than"])

    def ask(case: Situation) -> Reply:
        one, other = first(case), second(case)
        read = one.read + other.read
        if one.never or other.never or one.high <= other.low:
            return Reply(Truth.NO, (), read)
        if one.low > other.high:
            return Reply(Truth.YES, (), read)
        return Reply(Truth.UNKNOWN, one.opens + other.opens, read)

    return Condition(ask, some | more, shape=Shape("later", node, days=(first, second)))


def since(_: Vocabulary, node: Node) -> Condition:
    """The day in question is this day or later."""
    start = day(node)
    return Condition(lambda case: said(case.on >= start))


def before(_: Vocabulary, node: Node) -> Condition:
    """The day in question is earlier than this day."""
    end = day(node)
    return Condition(lambda case: said(case.on < end))


QUESTIONS: Mapping[str, Leaf] = {
    "fact": fact,
    "stated": stated,
    "purpose": purpose,
    "at_least": at_least,
    "above": above,
    "known": known,
    "never": never,
    "present": present,
    "later": later,
    "since": since,
    "before": before,
}
