"""Blocks of a text that itself stands in another one, placed in that other one."""

from collections.abc import Iterator
from dataclasses import replace

from kuajing.embedded.block import Draft
from kuajing.embedded.placed import Placed


def through(drafts: tuple[Draft, ...], outer: Placed) -> Iterator[Draft]:
    """The blocks with their places and notes in the host of `outer`."""
    for draft in drafts:
        notes = tuple(replace(note, at=outer.offset(note.at)) for note in draft.notes)
        yield replace(draft, placed=draft.placed.through(outer), notes=notes)
