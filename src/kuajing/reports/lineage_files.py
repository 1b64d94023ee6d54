"""The statements and open places of a report file by file, as far as a person wants to see them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kuajing.model.lineage import LineageReport, Statement
from kuajing.source.text import Unread


@dataclass(slots=True)
class FileRead:
    """All that was read of one file: the dialects of its texts, its statements in order, the places left open."""

    path: str
    dialects: dict[str, None] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    parts: list[Unread] = field(default_factory=list)


def files_of(report: LineageReport, *, whole: bool) -> Iterator[FileRead]:
    """Each file that has something to show; `whole` shows statements that move nothing and leave nothing open too."""
    files: dict[str, FileRead] = {}
    for text in report.texts:
        file = files.setdefault(text.path, FileRead(text.path))
        shown = [one for one in text.statements if whole or _tells(one)]
        file.statements += shown
        if shown and text.dialect is not None:
            file.dialects[text.dialect] = None
    for part in report.parts:
        files.setdefault(part.location.path, FileRead(part.location.path)).parts.append(part)
    return (file for file in files.values() if file.statements or file.parts)


def _tells(statement: Statement) -> bool:
    return bool(
        statement.fate != "no_movement" or statement.reasons or statement.edges or statement.endpoints
    )
