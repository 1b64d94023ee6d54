"""Things that are created and hold no rows: policies, formats, roles, indexes."""

from kuajing.lineage.text.cursor import Cursor

_HOLDS_NO_ROWS = (
    ("MASKING", "POLICY"),
    ("AGGREGATION", "POLICY"),
    ("PROJECTION", "POLICY"),
    ("NETWORK", "POLICY"),
    ("FILE", "FORMAT"),
    ("SECRET",),
    ("TAG",),
    ("ROLE",),
    ("USER",),
    ("WAREHOUSE",),
    ("SHARE",),
    ("SEARCH", "INDEX"),
    ("VECTOR", "INDEX"),
    ("CAPACITY",),
    ("ASSIGNMENT",),
    ("RESERVATION",),
    ("MACRO",),
    ("ROW", "ACCESS", "POLICY"),
)
"""Kinds of things that are created and hold no rows, whatever stands behind their AS."""


_MODIFIERS = ("OR", "REPLACE", "TEMP", "TEMPORARY", "PERSISTENT")


def holds_no_rows(cursor: Cursor) -> bool:
    """Whether a CREATE is of such a thing, whatever stands behind its AS."""
    ahead = Cursor(cursor.tokens, 1)
    while ahead.take_any(*_MODIFIERS):
        continue
    return any(ahead.at(*kind) for kind in _HOLDS_NO_ROWS)
