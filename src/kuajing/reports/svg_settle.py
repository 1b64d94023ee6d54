"""Things in a row put as near as can be to where each wants to be, without touching."""

from collections.abc import Sequence
from itertools import pairwise


def settled(wanted: Sequence[float], room: Sequence[float], low: float, high: float) -> list[float]:
    """Middles in the given order, each pair at least half of both rooms apart, within the bounds where they fit.

    The sum of squared distances from what is wanted is least (pools of neighbours share their mean); linear.
    """
    offsets = [0.0]
    for before, after in pairwise(room):
        offsets.append(offsets[-1] + (before + after) / 2)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        total, size = place - offset, 1
        while pools and pools[-1][0] * size > total * pools[-1][1]:
            earlier, count = pools.pop()
            total, size = total + earlier, size + count
        pools.append((total, size))
    least, most = low + room[0] / 2, high - offsets[-1] - room[-1] / 2
    means = [min(max(total / size, least), max(most, least)) for total, size in pools for _ in range(size)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
