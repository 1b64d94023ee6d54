"""Notebooks of Databricks that are saved as source: cells parted by comments, other languages behind `MAGIC`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kuajing.embedded.block import Draft, Drafts
from kuajing.embedded.cells import cell_drafts
from kuajing.embedded.placed import Placed, joined, literal

_HEAD = re.compile(r"\ufeff?\s*(?:#|--|//) Databricks notebook source\b")
_CELL = re.compile(r"^(?:#|--|//) COMMAND ----------[^\n]*\n?", re.MULTILINE)
_MAGIC = re.compile(r"^(?:#|--|//) MAGIC[ \t]?", re.MULTILINE)


def is_databricks(text: str) -> bool:
    """Whether a text is a notebook of Databricks saved as source."""
    return _HEAD.match(text) is not None


def magic_drafts(text: str) -> Drafts:
    """The blocks of all cells that are in another language than the file."""
    found = [
        cell_drafts(cell, "text", f"cell {number}", has_single_magics=True)
        for number, cell in _magic_cells(text)
    ]
    return Drafts(
        tuple(_spoken_here(draft) for one in found for draft in one.drafts),
        tuple(note for one in found for note in one.notes),
    )


def _magic_cells(text: str) -> Iterator[tuple[int, Placed]]:
    """The numbers and texts of the cells that begin with a magic, the marks of their lines taken off."""
    begin = 0
    ends = [found.span() for found in _CELL.finditer(text)] + [(len(text), len(text))]
    for number, (end, following) in enumerate(ends, start=1):
        lines = []
        at = begin
        while (mark := _MAGIC.search(text, at, end)) is not None:
            line_end = text.find("\n", mark.end())
            at = end if line_end < 0 else min(line_end + 1, end)
            lines.append(literal(text, mark.end(), at))
        if lines:
            yield number, joined(lines)
        begin = following


def _spoken_here(draft: Draft) -> Draft:
    is_sql = draft.language == "sql" and draft.dialect_hint is None
    return replace(draft, dialect_hint="databricks") if is_sql else draft
