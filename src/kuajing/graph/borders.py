"""Where datasets stand, as numbers that Kleene's rules work on."""

from collections.abc import Mapping

import numpy as np

from kuajing.graph.arrays import Bytes
from kuajing.graph.flow_graph import FlowGraph
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth

NO, UNKNOWN, YES = 0, 1, 2

_NUMBERS = {Truth.NO: NO, Truth.UNKNOWN: UNKNOWN, Truth.YES: YES}


def mainland_of(placements: Mapping[str, Placement], system: str) -> Truth:
    """Whether a system stands on the mainland; unknown where nothing is said of it."""
    placement = placements.get(system)
    return Truth.UNKNOWN if placement is None else placement.mainland


def mainland_numbers(graph: FlowGraph, placements: Mapping[str, Placement]) -> Bytes:
    """u8[datasets]: whether each dataset's system stands on the mainland."""
    return np.array(
        [_NUMBERS[mainland_of(placements, dataset.system)] for dataset in graph.datasets], np.uint8
    )


def leaving(source: Bytes, target: Bytes) -> Bytes:
    """Whether data leaves: the source is on the mainland and the target is not, the lesser of both truths."""
    return np.asarray(np.minimum(source, YES - target), np.uint8)


def truth_of(number: int) -> Truth:
    """The truth that a number stands for."""
    return next(truth for truth, other in _NUMBERS.items() if other == number)
