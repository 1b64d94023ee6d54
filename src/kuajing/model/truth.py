"""Yes, no and unknown, joined by Kleene's rules."""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """The answer to a question of fact; unknown is an answer, never a default."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__
    """By identity, as members are compared: that of their names is slow."""

    def __and__(self, other: "Truth") -> "Truth":
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.UNKNOWN if Truth.UNKNOWN in (self, other) else Truth.YES

    def __or__(self, other: "Truth") -> "Truth":
        if Truth.YES in (self, other):
            return Truth.YES
        return Truth.UNKNOWN if Truth.UNKNOWN in (self, other) else Truth.NO

    def __invert__(self) -> "Truth":
        if self is Truth.UNKNOWN:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> bool:
        raise TypeError("a Truth has three values: compare it with Truth.YES, Truth.NO or Truth.UNKNOWN")


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
"""The three by name alone, for where they are asked for many times: a member of an enumeration is slow to look up."""


def truth(value: bool | None) -> Truth:  # noqa: FBT001  the boolean is what is turned into a Truth
    """A boolean as a Truth; None is unknown."""
    if value is None:
        return Truth.UNKNOWN
    return Truth.YES if value else Truth.NO


def all_of(answers: Iterable[Truth]) -> Truth:
    """Yes when every answer is yes (also when there is none)."""
    result = Truth.YES
    for answer in answers:
        result = result & answer
    return result


def any_of(answers: Iterable[Truth]) -> Truth:
    """Yes when one answer is yes; no when there is none."""
    result = Truth.NO
    for answer in answers:
        result = result | answer
    return result
