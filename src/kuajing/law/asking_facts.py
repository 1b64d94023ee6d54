"""Questions to single facts: words, counts, numbers, dates."""

from collections.abc import Mapping
from decimal import Decimal

from kuajing.law.dates import Span
from kuajing.law.shapes import day, fields, only, refuse_word, text, whole
from kuajing.law.situation import Condition, Open, Reply, Shape, Situation
from kuajing.law.values import UNTRIED, Choice, Unknown, options
from kuajing.law.vocabulary import Leaf, Vocabulary, is_among, question
from kuajing.model.interval import Interval
from kuajing.model.truth import NO, UNKNOWN, YES, Truth, truth
from kuajing.source.nodes import Node


def fact(words: Vocabulary, node: Node) -> Condition:
    """The fact has this value, or one of these."""
    key, value = only(node)
    path = words.path(key, "word", "truth")
    return is_among(path, words.wanted(path, value))


def stated(words: Vocabulary, node: Node) -> Condition:
    """The fact is on record with this value; silence is no."""
    key, value = only(node)
    path = words.path(key, "word", "truth")
    wanted = words.wanted(path, value)

    def holds(case: Situation) -> Truth:
        had = options(case.given.get(path))
        return truth(bool(had) and had <= wanted)

    return question(holds, (path,), silent=frozenset({path}))


def purpose(words: Vocabulary, node: Node) -> Condition:
    """The purpose bears this mark in `purposes.yaml`."""
    mark = text(node)
    wanted = frozenset[str | bool](purpose for purpose, marks in words.purposes.items() if mark in marks)
    if not wanted:
        known = {mark for marks in words.purposes.values() for mark in marks}
        refuse_word(node, "word", "word", known)
    return is_among("flow.purpose", wanted)


def at_least(words: Vocabulary, node: Node) -> Condition:
    """So many people or more 以上; where nothing is on record, no."""
    key, value = only(node)
    path, bound = words.path(key, "count"), whole(value)

    def holds(case: Situation) -> Truth:
        count = case[path]
        return count.at_least(bound) if isinstance(count, Interval) else NO

    def opens(case: Situation) -> tuple[Open, ...]:
        count = case[path]
        if not isinstance(count, Interval):
            return ()
        return (Open(path, (Interval(bound, count.high), Interval(count.low, bound - 1))),)

    return question(holds, (path,), opens)


def above(words: Vocabulary, node: Node) -> Condition:
    """More than a number 超过; where nothing is on record, no."""
    key, value = only(node)
    path, bound = words.path(key, "number"), Decimal(whole(value))

    def holds(case: Situation) -> Truth:
        number = case[path]
        return truth(isinstance(number, Decimal) and number > bound)

    return question(holds, (path,))


def known(words: Vocabulary, node: Node) -> Condition:
    """Something is on record; where silence leaves the fact unknown, so is the answer."""
    path = words.path(node)

    def holds(case: Situation) -> Truth:
        value = case[path]
        return UNKNOWN if isinstance(value, Unknown | Choice) else truth(value is not None)

    return question(holds, (path,), lambda _: (Open(path),))


def never(words: Vocabulary, node: Node) -> Condition:
    """The date is known not to have come."""
    path = words.path(node, "date")

    def holds(case: Situation) -> Truth:
        value = case[path]
        return UNKNOWN if value is UNTRIED else truth(value is None)

    return question(holds, (path,), lambda _: (Open(path),))


def present(words: Vocabulary, node: Node) -> Condition:
    """The fact is spoken of at all."""
    path = words.path(node)
    return question(lambda case: truth(path in case.given), (path,), silent=frozenset({path}))


def later(words: Vocabulary, node: Node) -> Condition:
    """One date is later than another; a date that never came is later than none, and none is later than it."""
    node = words.dates.spelt(node)
    given = fields(node, ("date", "than"))
    first, some = words.dates.compile(given["date"])
    second, more = words.dates.compile(given["than"])

    def ask(case: Situation) -> Reply:
        one, other = first(case), second(case)
        answer = _is_later(one, other)
        return Reply(answer, one.opens + other.opens if answer is UNKNOWN else (), one.read + other.read)

    def holds(case: Situation) -> Truth:
        return _is_later(first(case), second(case))

    return Condition(holds, ask, some | more, shape=Shape("later", node, days=(first, second)))


def _is_later(one: Span, other: Span) -> Truth:
    if one.never or other.never or one.high <= other.low:
        return NO
    return YES if one.low > other.high else UNKNOWN


def since(_: Vocabulary, node: Node) -> Condition:
    """The day in question is this day or later."""
    start = day(node)
    return question(lambda case: truth(case.on >= start))


def before(_: Vocabulary, node: Node) -> Condition:
    """The day in question is earlier than this day."""
    end = day(node)
    return question(lambda case: truth(case.on < end))


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
