"""What a worker does: reads one request after the other for the command that started it, and nothing else.

Requests and answers go as bytes of JSON, so that nothing of what is read is ever taken for an object.
"""

import gc
import json
import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.request import Request
from kuajing.lineage.written import written
from kuajing.model.lineage import TableName

Read = Callable[[Request, Callable[[int], None], Mapping[int, str]], Answer]

BEGUN, DONE, FAILED = b"b", b"d", b"f"
"""What the first byte of a worker's message says: a statement was begun, a request is done, or our own fault met."""

OUT_OF_MEMORY = 86
"""The exit code of a worker that ran against its memory limit."""


def request_bytes(request: Request, refused: Mapping[int, str], *, with_schema: bool) -> bytes:
    """A request for a worker; the schema is left out where the worker has it from the request before."""
    schema = [[list(table), list(columns)] for table, columns in request.schema.items()]
    return json.dumps(
        {
            "text": request.text,
            "dialect": request.dialect,
            "schema": schema if with_schema else None,
            "defaults": [request.default_database, request.default_schema],
            "functions": dict(request.functions),
            "with_queries": request.with_queries,
            "refused": list(refused.items()),
        }
    ).encode()


def looked_up_in(line: bytes) -> tuple[TableName, ...]:
    """The tables that a worker says were looked up."""
    return tuple(map(tuple, json.loads(line)))


def serve(connection: Connection, memory: int, read: Read = answered) -> None:
    """Answer requests until the command goes away."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    gc.set_threshold(
        50_000, 20, 50
    )  # as the command does: a worker of a server of forks has not its thresholds
    gc.freeze()
    schema: Mapping[TableName, tuple[str, ...]] = {}
    while True:
        try:
            asked = json.loads(connection.recv_bytes())
        except EOFError:
            return
        request, refused = _request(asked, schema)
        schema = request.schema
        try:
            connection.send_bytes(_said(request, refused, connection, read))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except BrokenPipeError:
            return


def _said(request: Request, refused: Mapping[int, str], connection: Connection, read: Read) -> bytes:
    def begins(number: int) -> None:
        connection.send_bytes(BEGUN + b"%d" % number)

    try:
        answer = read(request, begins, refused)
    except (MemoryError, BrokenPipeError):
        raise
    except Exception:  # noqa: BLE001  the command meets the same fault where it can tell it
        return FAILED
    looked_up = json.dumps([list(table) for table in answer.looked_up]).encode()
    return DONE + looked_up + b"\n" + written(answer.statements)


def _request(
    asked: Mapping[str, Any], schema: Mapping[TableName, tuple[str, ...]]
) -> tuple[Request, dict[int, str]]:
    if asked["schema"] is not None:
        schema = {tuple(table): tuple(columns) for table, columns in asked["schema"]}
    default_database, default_schema = asked["defaults"]
    request = Request(
        asked["text"],
        asked["dialect"],
        schema,
        default_database,
        default_schema,
        asked["functions"],
        with_queries=asked["with_queries"],
    )
    return request, dict(asked["refused"])


def _limit_memory(most: int) -> None:
    """Let the system refuse a worker more memory than that, where it can."""
    try:
        import resource  # noqa: PLC0415  absent on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
