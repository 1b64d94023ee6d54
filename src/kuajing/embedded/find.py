"""Which host format a text is of, and its blocks with places as lines and columns."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from kuajing.embedded.block import Block, Draft, Drafts, Found, Note, line_and_column, lines_of
from kuajing.embedded.databricks import is_databricks, magic_drafts
from kuajing.embedded.jinja import is_jinja_sql, jinja_drafts
from kuajing.embedded.mapper import is_mapper, mapper_drafts
from kuajing.embedded.markdown import markdown_drafts, restructured_drafts
from kuajing.embedded.notebooks import is_zeppelin, notebook_drafts, zeppelin_drafts
from kuajing.embedded.python_code import python_drafts
from kuajing.embedded.shell import shell_drafts
from kuajing.source.location import Location
from kuajing.source.text import Unread

_SHEBANG = re.compile(r"#![^\n]*\b(?:ba|z|k|da)?sh\b")
Host = Callable[[str, str], Drafts]
"""Path and text to what stands in it."""


def blocks(path: str, text: str) -> Found:
    """The blocks of other languages that stand in a text, and what of it could not be looked through."""
    found = host_of(path, text)
    if found is None:
        return Found()
    name, host = found
    drafts = host(path, text)
    lines = lines_of(text)
    return Found(
        tuple(_block(name, path, lines, draft) for draft in drafts.drafts),
        tuple(_unread(path, lines, note) for note in drafts.notes),
    )


def may_hold_blocks(path: str, text: str) -> bool:
    """Whether a text is of a format that holds blocks."""
    return host_of(path, text) is not None


def host_of(path: str, text: str) -> tuple[str, Host] | None:
    """The format of a text and what reads it; None where it is of none."""
    if is_jinja_sql(path, text):
        return "jinja", jinja_drafts
    name = PurePosixPath(path.lower())
    if name.name == "note.json" and is_zeppelin(text):
        return "zeppelin", zeppelin_drafts
    if name.suffix == ".xml" and not is_mapper(text):
        return None
    return _HOSTS.get(name.suffix) or (("shell", _shell) if _SHEBANG.match(text) else None)


def _python(_: str, text: str) -> Drafts:
    """A program, and the cells in other languages where it is a saved notebook."""
    found = python_drafts(text)
    if not is_databricks(text):
        return found
    cells = magic_drafts(text)
    drafts = sorted((*found.drafts, *cells.drafts), key=lambda draft: draft.placed.offset(0))
    return Drafts(tuple(drafts), (*found.notes, *cells.notes))


def _shell(_: str, text: str) -> Drafts:
    return shell_drafts(text)


def _mapper(_: str, text: str) -> Drafts:
    return mapper_drafts(text)


def _markdown(_: str, text: str) -> Drafts:
    return markdown_drafts(text)


def _restructured(_: str, text: str) -> Drafts:
    return restructured_drafts(text)


_HOSTS: dict[str, tuple[str, Host]] = {
    ".bash": ("shell", _shell),
    ".ipynb": ("notebook", notebook_drafts),
    ".ksh": ("shell", _shell),
    ".markdown": ("markdown", _markdown),
    ".md": ("markdown", _markdown),
    ".mdx": ("markdown", _markdown),
    ".py": ("python", _python),
    ".pyw": ("python", _python),
    ".rst": ("restructured", _restructured),
    ".sh": ("shell", _shell),
    ".xml": ("mapper", _mapper),
    ".zpln": ("zeppelin", zeppelin_drafts),
    ".zsh": ("shell", _shell),
}


def _block(host: str, path: str, lines: tuple[int, ...], draft: Draft) -> Block:
    return Block(
        host,
        draft.language,
        draft.placed.text,
        draft.placed.segments,
        path,
        lines_of(draft.placed.text),
        lines,
        draft.dialect_hint,
        draft.name,
        draft.is_documentation,
        draft.target,
        draft.alternative,
        tuple(_unread(path, lines, note) for note in draft.notes),
    )


def _unread(path: str, lines: tuple[int, ...], note: Note) -> Unread:
    return Unread(Location(path, *line_and_column(lines, note.at)), note.reason, note.values)
