"""`kuajing lineage --jsonl`: requests in, answers out, in order; many of them are read by workers."""

import os
import time
from collections.abc import Iterator, Mapping
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
from kuajing.lineage.remembering import Remembered
from kuajing.lineage.request import Request as Asked
from kuajing.model.lineage import Statement

Request = dict[str, Any] | str

_MOST_AHEAD = 2_000
"""Answers that may wait for one before them."""


@dataclass(slots=True)
class _Line:
    """A line that is being answered: what it asks, since when, and the answer once it is there."""

    request: Request
    since: float
    statements: tuple[Statement, ...] | None = None
    is_ready: bool = False


def answer_lines(
    file: BinaryIO, limits: Limits | None, remembered: Remembered | None, *, at_once: bool
) -> int:
    """Answer every line; `limits` are those of workers, which begin `at_once` or when there have been many lines.

    A line is answered before the next one is asked for as long as nobody sends more than one.
    """
    teller, lines = _Teller(remembered), _lines(file)
    number = length = 0
    while limits is None or not (at_once or number >= MANY_STATEMENTS or length >= MANY_BYTES):
        line = next(lines, None)
        if line is None:
            return teller.told.code
        request = request_on(line, is_first=number == 0)
        if not teller.tells(_Line(request, time.perf_counter())):
            return teller.told.code
        number, length = number + 1, length + len(line)
    _Lines(teller, limits).answer(lines, is_first=number == 0)
    return teller.told.code


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

    teller: "_Teller"
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
                    self.teller.take(self.waiting[number], answer)
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
        if not isinstance(asked, str):
            line.statements = self.teller.find(asked)
        line.is_ready = line.statements is not None or isinstance(asked, str)
        if not line.is_ready and not isinstance(asked, str):
            pool.give(self.given, asked)
        self.given += 1
        return True

    def _print_ready(self) -> bool:
        """Prints what is ready and whose turn it is; False where nobody takes it."""
        while self.printed in self.waiting and self.waiting[self.printed].is_ready:
            if not self.teller.tells(self.waiting.pop(self.printed)):
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


@dataclass(slots=True)
class _Teller:
    """Prints answers, each read here where it is not there yet, and keeps what was read for later runs."""

    remembered: Remembered | None
    told: Told = field(default_factory=Told)

    def find(self, asked: Asked) -> tuple[Statement, ...] | None:
        """The answer of an earlier run."""
        return self.remembered.find(asked) if self.remembered else None

    def take(self, line: _Line, answer: Answer | None) -> None:
        """Puts the answer that a worker gave to its line, and keeps it."""
        line.is_ready = True
        if answer is None:
            return
        line.statements = answer.statements
        asked = request_of(line.request) if isinstance(line.request, dict) else ""
        if self.remembered and not isinstance(asked, str):
            self.remembered.keep(asked, answer)

    def _read(self, asked: Asked) -> tuple[Statement, ...]:
        return self.remembered.statements(asked) if self.remembered else answered(asked).statements

    def tells(self, line: _Line) -> bool:
        """Prints the answer to a line; False where nobody takes it."""

        def answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
            asked = request_of(request)
            if isinstance(asked, str):
                return refused(request, asked)
            found = line.statements if line.statements is not None else self._read(asked)
            return moved(request, found, time.perf_counter() - line.since)

        try:
            print_line(line_of(self.told.answer(line.request, answer)), LANGUAGE)
        except BrokenPipeError:
            return False
        return True
