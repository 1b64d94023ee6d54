"""Two facts of a case that cannot both hold."""

from typing import NamedTuple


class Clash(NamedTuple):
    """The fact at `path` holds, so the one at `other` cannot be what it says; `taken` is what it was read as."""

    path: str
    other: str
    said: str
    taken: str
