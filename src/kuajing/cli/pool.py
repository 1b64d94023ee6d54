"""Processes that read SQL, and what happens to a statement that kills its reader or takes too long."""

import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kuajing.cli.worker import BEGUN, DONE, Read, looked_up_in, request_bytes, serve
from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.written_back import statements_in
from kuajing.model.lineage import Reason, Statement

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

    from kuajing.lineage.request import Request

DIED, TOO_SLOW = "unread.sql_reader_died", "unread.sql_too_slow"
MEMORY = 2_000_000_000
"""Bytes of address space that a worker may have."""

_WHOLE = -1
"""The number of what comes before the first statement: cutting the text into statements."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers there may be, how many seconds a statement may take, and how many bytes a worker may have."""

    jobs: int
    seconds: float
    memory: int = MEMORY


@dataclass(slots=True)
class _Task:
    """A request on its way; `refused` are its statements that are not to be read again, `deaths` those that killed."""

    ticket: int
    request: "Request"
    refused: dict[int, str] = field(default_factory=dict)
    deaths: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Worker:
    process: "BaseProcess"
    connection: Connection
    task: _Task | None = None
    statement: int = _WHOLE
    since: float = 0.0
    schema: object = None


class Pool:
    """Workers that each read one request at a time; answers come as they are ready, under the ticket of their request."""

    def __init__(self, limits: Limits, read: Read = answered) -> None:
        self._limits = limits
        self._read = read
        self._context = _context()
        self._workers: list[_Worker] = []
        self._ready: list[tuple[int, Answer | None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    @property
    def is_free(self) -> bool:
        """Whether another request can be given away at once."""
        return len(self._workers) < self._limits.jobs or any(one.task is None for one in self._workers)

    @property
    def is_busy(self) -> bool:
        """Whether answers are still to come."""
        return bool(self._ready) or any(one.task is not None for one in self._workers)

    def give(self, ticket: int, request: "Request") -> None:
        """Have a request read by a free worker."""
        self._start(_Task(ticket, request))

    def wait(self, *others: Connection) -> Iterator[tuple[int, Answer | None]]:
        """The answers that are ready, after waiting for at least one thing to happen, in the `others` too.

        None is a fault of our own, which whoever gave the request meets again, and can tell, by reading it.
        """
        if not self._ready:
            busy = {id(one.connection): one for one in self._workers if one.task is not None}
            heard = [one.connection for one in busy.values()]
            for connection in wait([*heard, *others], self._patience()):
                if id(connection) in busy:
                    self._hear(busy[id(connection)])
            self._end_the_slow()
        ready, self._ready = self._ready, []
        yield from ready

    def _patience(self) -> float | None:
        """Seconds until the first of the statements at hand has taken too long."""
        ends = [one.since + self._limits.seconds for one in self._workers if one.task is not None]
        return max(0.0, min(ends) - time.monotonic()) if ends else None

    def _start(self, task: _Task) -> None:
        worker = next((one for one in self._workers if one.task is None), None) or self._new()
        worker.task, worker.statement, worker.since = task, _WHOLE, time.monotonic()
        is_known = worker.schema is task.request.schema
        worker.schema = task.request.schema
        try:
            worker.connection.send_bytes(request_bytes(task.request, task.refused, with_schema=not is_known))
        except OSError:
            self._lost(worker, DIED)

    def _new(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self._limits.memory, self._read), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker) -> None:
        """One message of a worker, or that it is no more."""
        assert worker.task is not None  # noqa: S101  only the busy ones are heard
        try:
            said = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._lost(worker, DIED)
            return
        if said[:1] == BEGUN:
            worker.statement, worker.since = int(said[1:]), time.monotonic()
            return
        task, worker.task = worker.task, None
        self._ready.append((task.ticket, _answer(said, task)))

    def _end_the_slow(self) -> None:
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.task is not None and now - worker.since >= self._limits.seconds:
                self._lost(worker, TOO_SLOW)

    def _lost(self, worker: _Worker, why: str) -> None:
        """Goes on without a worker: what it read is tried once more where it died, or left out where it was too slow."""
        _end(worker)
        self._workers.remove(worker)
        task, at = worker.task, worker.statement
        assert task is not None  # noqa: S101  only the busy ones are lost
        if why == DIED and at not in task.deaths:
            task.deaths.add(at)
        elif at == _WHOLE or at in task.refused:
            self._ready.append((task.ticket, _nothing_but(why)))
            return
        else:
            task.refused[at] = why
        self._start(task)


def _answer(said: bytes, task: _Task) -> Answer | None:
    """The answer in a worker's last message; a text that has cost a worker is not given to whoever waits for it."""
    if said[:1] == DONE:
        line, _, data = said[1:].partition(b"\n")
        statements = statements_in(data)
        if statements is not None:
            return Answer(statements, looked_up_in(line))
    return _nothing_but(DIED) if task.deaths or task.refused else None


def _nothing_but(why: str) -> Answer:
    return Answer((Statement(1, 1, "unknown", "unread", (Reason(why),)),), ())


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()


def _context() -> "ForkServerContext | SpawnContext":
    """Where the system can, workers are copies of one process that has loaded the engine; never of this one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kuajing.cli.worker"])
    return context
