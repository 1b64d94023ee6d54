"""Approvals on record that contradict each other: one thing told twice and differently, a decision that was reversed."""

from collections.abc import Iterable, Iterator
from datetime import date

from kuajing.model.declaration import Approval
from kuajing.model.truth import Truth
from kuajing.transfers.approvals import STARTS, has_ended

_REFUSED = "fail"
_GRANTED = frozenset({"pass", None})
_FACTS = {"extension": "extension.applied", "result": "result_date"}
"""Dates whose fact has another name."""
_ANSWERS = ("text_altered", "body_listed", "redone")
_WORDS = ("result", "holder", "regime")
_SCOPE = {"persons": "persons", "categories": "category", "onward_to": "onward"}
"""What an approval covers, with the word of the respect."""


def contradicting(best: Approval, approvals: Iterable[Approval], on: date) -> tuple[Approval, ...]:
    """The approvals, none of them over, that contradict the best one."""
    return tuple(
        other
        for other in approvals
        if other.id != best.id and not has_ended(other, on) and any(differences(best, other))
    )


def differences(one: Approval, other: Approval) -> Iterator[str]:
    """What two approvals tell differently of the same thing, as keys of the message table; nothing where they agree.

    Two records are of the same thing where they bear one reference, or where one bears none and they cover the same. An
    assessment that was refused after it was passed, or nobody knows which came first, is contradicted whatever the reference.
    """
    if one.mechanism != other.mechanism:
        return
    if _is_same(one, other):
        yield from _dates(one, other)
        yield from _answers(one, other)
        if one.reference is not None and one.reference == other.reference:
            yield from _scope(one, other)
    elif _covers_same(one, other) and _is_reversed(one, other):
        yield "fact.mechanism.result"


def _is_same(one: Approval, other: Approval) -> bool:
    if one.reference is not None and other.reference is not None:
        return one.reference == other.reference
    return _covers_same(one, other) and _has_begun(one) and _has_begun(other) and not _is_replaced(one, other)


def _has_begun(approval: Approval) -> bool:
    """Whether the day is told from which it stands: what was only applied for is another matter."""
    return isinstance(approval.day(STARTS[approval.mechanism]), date)


def _covers_same(one: Approval, other: Approval) -> bool:
    first, second = one.covers, other.covers
    return (first.handler, first.recipients, first.purposes, first.categories) == (
        second.handler,
        second.recipients,
        second.purposes,
        second.categories,
    )


def _is_replaced(one: Approval, other: Approval) -> bool:
    """Whether a refusal came before what was granted then: a new decision, no contradiction."""
    return _came_first(one, other) or _came_first(other, one)


def _came_first(one: Approval, other: Approval) -> bool:
    first, second = one.day("result"), other.day("result")
    decided = one.result == _REFUSED and other.result in _GRANTED
    return decided and isinstance(first, date) and isinstance(second, date) and first < second


def _is_reversed(one: Approval, other: Approval) -> bool:
    """Whether one was refused and the other granted, and not after the refusal."""
    refused = [approval.result == _REFUSED for approval in (one, other)]
    granted = [approval.result in _GRANTED and _has_begun(approval) for approval in (one, other)]
    return any(refused) and any(granted) and not _is_replaced(one, other)


def _dates(one: Approval, other: Approval) -> Iterator[str]:
    first, second = dict(one.dates), dict(other.dates)
    for name in sorted(set(first) & set(second)):
        if first[name] != second[name]:
            fact = f"fact.mechanism.{_FACTS.get(name, name)}"
            yield "deadline.approval_expires" if name == "expires" else fact


def _answers(one: Approval, other: Approval) -> Iterator[str]:
    for name in _ANSWERS:
        if {getattr(one, name), getattr(other, name)} == {Truth.YES, Truth.NO}:
            yield f"fact.mechanism.{name}"
    for name in _WORDS:
        first, second = getattr(one, name), getattr(other, name)
        if None not in {first, second} and first != second:
            yield f"fact.mechanism.{name}"


def _scope(one: Approval, other: Approval) -> Iterator[str]:
    for name, respect in _SCOPE.items():
        first, second = getattr(one.covers, name), getattr(other.covers, name)
        if first is not None and second is not None and first != second:
            yield f"report.respect.{respect}"
