"""One peer behind the protocol of kuajing's lineage: JSON lines in, JSON lines out, with the engine's own seconds.

Runs in the environment of the peer, so it and its neighbours import nothing of kuajing.
"""

import json
import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Edge = tuple[str | None, str, str, str]
Lineage = tuple[Iterable[str], Iterable[str], Iterable[Edge]]
"""Tables read, tables written, column edges."""


class UnreadError(Exception):
    """The peer says that it cannot read the statement."""


def serve(ask: Callable[[Mapping[str, Any]], Lineage]) -> None:
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        case = json.loads(line)
        started = time.perf_counter()
        read, written, edges, error = _answered(ask, case)
        said = {
            "id": case["id"],
            "tables_in": read,
            "tables_out": written,
            "column_edges": edges,
            "seconds": time.perf_counter() - started,
            "error": error,
        }
        print(json.dumps(said, ensure_ascii=False), flush=True)


def _answered(
    ask: Callable[[Mapping[str, Any]], Lineage], case: Mapping[str, Any]
) -> tuple[list[str], list[str], list[Edge], str | None]:
    try:
        read, written, edges = ask(case)
        return sorted(set(read)), sorted(set(written)), sorted(set(edges), key=str), None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  a peer may fail as it likes, panics of Rust among them
        return [], [], [], f"{type(error).__name__}: {str(error)[:200]}"
