"""Readers for workers that do what no statement should be able to do: named in a text, never in the product."""

import os
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.request import Request


def kills(request: Request, begins: Callable[[int], None], refused: Mapping[int, str]) -> Answer:
    """Reads as the engine does, but dies, hangs, fills the memory or fails at statements that name a table so."""
    pieces = request.text.split(";")

    def begun(number: int) -> None:
        begins(number)
        if number in refused:
            return
        piece = pieces[number]
        if "killer" in piece:
            os.kill(os.getpid(), signal.SIGKILL)
        if "glutton" in piece:
            bytearray(10**12)
        if "sleeper" in piece:
            time.sleep(60)
        if "once" in piece and not Path(request.dialect or "").exists():
            Path(request.dialect or "").touch()
            os.abort()
        if "faulty" in piece:
            raise ZeroDivisionError

    if "splitter" in request.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return answered(request, begun, refused)
