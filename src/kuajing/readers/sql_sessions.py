"""Blocks of one program that one session runs in turn: what a view of the session holds is known to those after it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from kuajing.embedded import Block
from kuajing.embedded.block import lines_of
from kuajing.embedded.placed import Placed, Segment, joined, standing
from kuajing.lineage.text.dialects import dialect_named
from kuajing.lineage.text.lexer import Kind, tokens

_HOSTS = frozenset({"python", "notebook", "zeppelin"})
_PASSING = re.compile(
    r"\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:GLOBAL\s+|LOCAL\s+)?TEMP(?:ORARY)?\s+VIEW\b", re.IGNORECASE
)


def in_sessions(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those of one dialect made one where any of them creates a view of the session."""
    if not any(block.host in _HOSTS and _PASSING.search(block.text) for block in blocks):
        return blocks
    alone = [block for block in blocks if not _may_be_joined(block)]
    together = sorted(
        (block for block in blocks if _may_be_joined(block)), key=lambda block: block.dialect_hint or ""
    )
    groups = [tuple(group) for _, group in groupby(together, key=lambda block: block.dialect_hint)]
    sessions = [one for group in groups for one in (_joined(group) if _has_view(group) else group)]
    return tuple(sorted((*alone, *sessions), key=lambda block: block.place(1, 1)))


def _has_view(group: Iterable[Block]) -> bool:
    return any(_PASSING.search(block.text) for block in group)


def _may_be_joined(block: Block) -> bool:
    """Whether a block is whole in itself, so that nothing open in it takes the next one along."""
    if block.host not in _HOSTS or block.alternative is not None or not block.text.strip():
        return False
    found = list(tokens(block.text, dialect_named(block.dialect_hint)))
    return bool(found) and found[-1].kind is not Kind.BROKEN


def _joined(group: tuple[Block, ...]) -> tuple[Block, ...]:
    pieces: list[Placed] = []
    for block in group:
        end = _end(block.segments)
        pieces += [Placed(block.text, block.segments), standing("\n;\n", end, end)]
    whole = joined(pieces)
    reasons = tuple(reason for block in group for reason in block.reasons)
    return (
        replace(
            group[0],
            text=whole.text,
            segments=whole.segments,
            lines=lines_of(whole.text),
            reasons=reasons,
        ),
    )


def _end(segments: tuple[Segment, ...]) -> int:
    return segments[-1].host_end if segments else 0
