"""What a star of many columns through a chain of queries costs, which should grow as the columns do."""

import math
from pathlib import Path
from typing import Any

from benchmarks.lineage.engines import Running

_WIDTHS = (50, 100, 150, 300, 600)
_DEPTH = 4
_REPEATS = 7
_LINEAR = 1.15


def print_star(work: Path) -> bool:
    """The best milliseconds for every width and the exponent that fits them; whether that is about one."""
    engine = Running("kuajing", work)
    seconds = {}
    for width in (_WIDTHS[0], *_WIDTHS):  # the first time warms up
        found, _ = engine.ask([_wide(width)] * _REPEATS)
        assert all(len(one["column_edges"]) == width for one in found)
        seconds[width] = min(one["seconds"] for one in found)
    engine.stop()
    print(
        f"star through {_DEPTH} CTEs: "
        + ", ".join(f"{w} columns {1000 * s:.1f} ms" for w, s in seconds.items())
    )
    exponent = _slope([math.log(width) for width in seconds], [math.log(one) for one in seconds.values()])
    print(f"cost grows as columns to the power of {exponent:.2f}; wanted at most {_LINEAR}")
    return exponent <= _LINEAR


def _wide(width: int) -> dict[str, Any]:
    steps = ["c0 AS (SELECT * FROM base)"]
    steps += [f"c{number} AS (SELECT * FROM c{number - 1})" for number in range(1, _DEPTH)]  # noqa: S608  never run
    return {
        "id": f"star {width}",
        "dialect": "spark",
        "schema": {"base": [f"column_{number}" for number in range(width)]},
        "sql": f"WITH {', '.join(steps)} SELECT * FROM c{_DEPTH - 1}",  # noqa: S608  never run
    }


def _slope(across: list[float], up: list[float]) -> float:
    """The slope of the straight line of least squares."""
    middle, height = sum(across) / len(across), sum(up) / len(up)
    offsets = [one - middle for one in across]
    rise = sum(offset * (one - height) for offset, one in zip(offsets, up, strict=True))
    return rise / sum(offset * offset for offset in offsets)
