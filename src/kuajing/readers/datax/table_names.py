"""Table names as jobs write them: parts, quotes, and ranges that stand for many tables."""

import re

_PART = re.compile(r'"([^"]*)"|`([^`]*)`|\[([^\[\]]*[^\[\]\d-][^\[\]]*)\]|((?:\$\{[^{}]*\}|[^.])+)')
_RANGE = re.compile(r"([^\[\]]*)\[\s*(\d{1,6})\s*-\s*(\d{1,6})\s*\]([^\[\]]*)")
_MOST = 4096


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a table's name, outermost first, quotes taken off; placeholders stay as they are."""
    return tuple(
        part for found in _PART.finditer(name.strip()) if (part := next(filter(None, found.groups()), ""))
    )


def expanded(text: str, *, numbered: bool) -> tuple[str, ...]:
    """The names that one entry of a table list stands for.

    Names are parted by commas. Where `numbered` holds, `t_[00-03]` stands for t_00, t_01, t_02 and t_03; a range
    that is longer than any real sharding stays as it is written.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not numbered:
        return tuple(names)
    return tuple(name for written in names for name in _numbered(written))


def _numbered(name: str) -> tuple[str, ...]:
    found = _RANGE.fullmatch(name)
    if found is None:
        return (name,)
    before, first, last, after = found.groups()
    low, high = sorted((int(first), int(last)))
    if high - low >= _MOST:
        return (name,)
    width = len(first) if first.startswith("0") else 0
    return tuple(f"{before}{number:0{width}d}{after}" for number in range(low, high + 1))
