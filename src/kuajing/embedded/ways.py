"""The readings of a text of which some branches exclude others, so that each branch stands in one of them."""

from collections.abc import Iterable, Mapping
from itertools import product
from math import prod

MOST_WAYS = 8
Way = Mapping[int, int]
"""Which branch is taken of each choice, by the identity of the choice."""


def ways(choices: Mapping[int, int]) -> tuple[tuple[Way, ...], bool]:
    """The readings of a text, and whether every combination of its branches is among them.

    `choices` gives the number of branches of each choice. Where all combinations are few, these are all of them. Else
    the first branches are taken together, then the second ones, and so on.
    """
    if prod(choices.values()) <= MOST_WAYS:
        return tuple(_pairs(choices, numbers) for numbers in product(*map(range, choices.values()))), True
    most = min(max(choices.values()), MOST_WAYS)
    return (
        tuple(
            _pairs(choices, [min(number, count - 1) for count in choices.values()]) for number in range(most)
        ),
        False,
    )


def _pairs(choices: Mapping[int, int], numbers: Iterable[int]) -> Way:
    return dict(zip(choices, numbers, strict=True))
