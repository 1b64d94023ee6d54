"""Whole outputs compared with files; KUAJING_RENEW=1 writes them anew."""

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "expected"


def expected(name: str, actual: str) -> str:
    """The text that is expected under a name."""
    path = _FOLDER / name
    if os.environ.get("KUAJING_RENEW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    return path.read_text(encoding="utf-8")
