"""`kuajing lineage --jsonl`: requests in, answers out, in order; many of them are read by workers."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, BinaryIO

from kuajing.cli.engines import LANGUAGE, Told, line_of, request_on
from kuajing.cli.pool import Limits, Pool
from kuajing.cli.printing import print_line
from kuajing.cli.sql_reading import MANY_BYTES, MANY_STATEMENTS
from kuajing.lineage.answers import moved, refused, request_of
from kuajing.lineage.movement import Answer, answered

Request = dict[str, Any] | str

_MOST_AHEAD = 2_000
"""Answers that may wait for one before them."""


@dataclass(slots=True)
class _Line:
    """A line that is being answered: what it asks, since when, and the answer once it is there."""

    request: Request
    since: float
    answer: Answer | None = None
    is_ready: bool = False


def answer_lines(file: BinaryIO, limits: Limits | None, *, at_once: bool) -> int:
    """Answer every line; `limits` are those of workers, which begin `at_once` or when there have been many lines.

    A line is answered before the next one is asked for as long as nobody sends more than one.
    """
    told, lines = Told(), _lines(file)
    number = length = 0
    while limits is None or not (at_once or number >= MANY_STATEMENTS or length >= MANY_BYTES):
        line = next(lines, None)
        if line is None:
            return told.code
        request = request_on(line, is_first=number == 0)
        if not _print(told, _Line(request, time.perf_counter(), None)):
            return told.code
        number, length = number + 1, length + len(line)
    _Lines(told, limits).answer(lines, is_first=number == 0)
    return told.code


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, read apart from whatever else holds it, so that a thread may wait for them to the end."""
    try:
        handle = os.dup(file.fileno())
    except (OSError, AttributeError):
        return iter(file)
    return iter(os.fdopen(handle, "rb"))


@dataclass(slots=True)
class _Lines:
    """Lines that workers answer, printed in the order they came."""

    told: Told
    limits: Limits
    waiting: dict[int, _Line] = field(default_factory=dict)
    given: int = 0
    printed: int = 0

    def answer(self, lines: Iterator[bytes], *, is_first: bool) -> None:
        """Answer all of them; ends early where nobody takes the answers any more."""
        ours, theirs = Pipe(duplex=False)
        Thread(target=_feed, args=(lines, theirs), daemon=True).start()
        is_open = True
        with Pool(self.limits) as pool:
            while is_open or self.waiting:
                takes = is_open and pool.is_free and len(self.waiting) < _MOST_AHEAD
                for number, answer in pool.wait(*([ours] if takes else [])):
                    self.waiting[number].answer, self.waiting[number].is_ready = answer, True
                if takes and ours.poll():
                    is_open = self._take(ours, pool, is_first=is_first and self.given == 0)
                if not self._print_ready():
                    return

    def _take(self, lines: Connection, pool: Pool, *, is_first: bool) -> bool:
        """Gives the next line to a worker; False where there is none."""
        try:
            request = request_on(lines.recv_bytes(), is_first=is_first)
        except EOFError:
            return False
        line = self.waiting[self.given] = _Line(request, time.perf_counter())
        asked = request_of(request) if isinstance(request, dict) else ""
        if isinstance(asked, str):
            line.is_ready = True
        else:
            pool.give(self.given, asked)
        self.given += 1
        return True

    def _print_ready(self) -> bool:
        """Prints what is ready and whose turn it is; False where nobody takes it."""
        while self.printed in self.waiting and self.waiting[self.printed].is_ready:
            if not _print(self.told, self.waiting.pop(self.printed)):
                return False
            self.printed += 1
        return True


def _feed(lines: Iterator[bytes], connection: Connection) -> None:
    """Hands on lines as they come, no faster than they are taken."""
    try:
        for line in lines:
            connection.send_bytes(line)
    except OSError:
        return
    connection.close()


def _print(told: Told, line: _Line) -> bool:
    def answer(request: dict[str, Any]) -> dict[str, Any]:
        asked = request_of(request)
        if isinstance(asked, str):
            return refused(request, asked)
        found = line.answer or answered(asked)
        return moved(request, found.statements, time.perf_counter() - line.since)

    try:
        print_line(line_of(told.answer(line.request, answer)), LANGUAGE)  # type: ignore[arg-type]
    except BrokenPipeError:
        return False
    return True
