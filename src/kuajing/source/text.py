"""What comes off the disk: a file found, its text, or why it was not read."""

from dataclasses import dataclass

from kuajing.source.location import Location


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A regular file under the root: path relative to it with forward slashes, size in bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file, line ends as single line feeds.

    `encoding` is the codec that fitted, `digest` the SHA-256 of the bytes in hex. `doubtful` says that another
    encoding fits as well and reads more naturally, which deserves a notice.
    """

    path: str
    text: str
    encoding: str
    doubtful: bool
    digest: str


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """Something that was not read and why; `reason` is a key of `kuajing.messages`, `values` fill it."""

    location: Location
    reason: str
    values: tuple[tuple[str, str], ...] = ()
