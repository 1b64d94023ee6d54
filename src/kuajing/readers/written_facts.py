"""Facts as bytes and back: plain lists of numbers and texts under a checksum, each shared thing once.

The path of the text that the facts are of is not written, and comments are written as their place in that text: what
people wrote there stays there. Bytes of any other shape give nothing.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from kuajing.lineage.written import sealed, unsealed
from kuajing.model.facts import DatasetMention, Fact
from kuajing.readers.facts_as_rows import NotWritten, Rows
from kuajing.readers.rows_as_facts import Found
from kuajing.source.text import SourceText

FORMAT = 2
"""Of the bytes; raised with every change of what they mean."""

T = TypeVar("T")
Written = tuple[bytes, set[str]]
"""The bytes, and every text in them."""


def written(
    reader: str, structure: Iterable[Fact], movement: Iterable[Fact], of: SourceText
) -> Written | None:
    """What a reader said of a text; None where something of it cannot be written so that it comes back the same."""
    rows = Rows(of)
    try:
        body = [[rows.of(fact) for fact in part] for part in (structure, movement)]
    except NotWritten:
        return None
    return _bytes([FORMAT, reader, *rows.shared(), *body]), rows.texts


def facts_in(data: bytes, of: SourceText) -> tuple[str, tuple[Fact, ...], tuple[Fact, ...]] | None:
    """The reader, its shapes and its movements; None where the bytes are not what `written` gives for the text."""

    def read(body: list[Any]) -> tuple[str, tuple[Fact, ...], tuple[Fact, ...]]:
        reader, paths, endpoints, mentions, manners, structure, movement = body
        found = Found(of, paths, endpoints, mentions, manners)
        if type(reader) is not str:
            raise TypeError
        return reader, tuple(map(found.fact, structure)), tuple(map(found.fact, movement))

    return _read(data, read)


Asked = tuple[tuple[str, DatasetMention], ...]
"""What was looked up, by the word for how."""


def written_asked(asked: Asked) -> Written:
    """What was looked up while reading."""
    rows = Rows(SourceText("", "", "", doubtful=False, digest=""))
    body = [[rows.word(how), rows.mention(mention)] for how, mention in asked]
    return _bytes([FORMAT, *rows.shared(), body]), rows.texts


def asked_in(data: bytes) -> Asked | None:
    """What was looked up; None where the bytes say nothing of the kind."""

    def read(body: list[Any]) -> Asked:
        paths, endpoints, mentions, manners, asked = body
        found = Found(SourceText("", "", "", doubtful=False, digest=""), paths, endpoints, mentions, manners)
        return tuple(_looked_up(how, found.mentions[number]) for how, number in asked)

    return _read(data, read)


def _looked_up(how: object, mention: DatasetMention) -> tuple[str, DatasetMention]:
    if not isinstance(how, str):
        raise TypeError
    return how, mention


def _bytes(body: list[Any]) -> bytes:
    return sealed(json.dumps(body, separators=(",", ":")).encode("ascii"))


def _read(data: bytes, read: Callable[[list[Any]], T]) -> T | None:
    try:
        body = unsealed(data)
        version, *rest = json.loads(bytes(body)) if body is not None else (None,)
        return read(rest) if version == FORMAT else None
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, RecursionError):
        return None
