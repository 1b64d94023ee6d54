"""Paths as they may be shown: without options, and without segments that look like keys."""

import re

_END = re.compile(r"[?#]")
_PARTS = re.compile(r"[-_:]")
_LEAST_SEGMENT = 20
_LEAST_PART = 16
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


def without_options(path: str) -> str:
    """The path up to a query or fragment."""
    return _END.split(path, maxsplit=1)[0]


def shown(path: str) -> str:
    """The path with what looks like a key (a webhook's token, a bot's secret) replaced by `***`."""
    return "/".join("***" if _is_key(part) else part for part in without_options(path).split("/"))


def _is_key(segment: str) -> bool:
    """Words joined by dashes are names; letters and digits by turns are keys."""
    if _UUID.search(segment):
        return True
    if len(segment) < _LEAST_SEGMENT or any(sign in segment for sign in "${}.="):
        return False
    return any(
        len(part) >= _LEAST_PART and part.isalnum() and not part.isalpha() and not part.isdigit()
        for part in _PARTS.split(segment)
    )
