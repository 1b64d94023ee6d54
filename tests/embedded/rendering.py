"""Blocks as the files beside the data expect them, and the claim that every block must bear out."""

from kuajing.embedded import Block, Found
from kuajing.source.text import Unread


def rendered(found: Found) -> str:
    return "\n".join([*map(_block, found.blocks), *(f"unread {_unread(one)}" for one in found.unread)]) + "\n"


def _block(block: Block) -> str:
    line, column = block.place(1, 1)
    marks = [
        f"{line}:{column}",
        block.host,
        block.language,
        *filter(None, [block.dialect_hint]),
        *([f"name={block.name}"] if block.name else []),
        *(["documentation"] if block.is_documentation else []),
        *([f"alternative={block.alternative[0]}/{block.alternative[1]}"] if block.alternative else []),
        *([f"target={block.target}"] if block.target else []),
    ]
    lines = [f"   | {line}" for line in block.text.split("\n")]
    return "\n".join([" ".join(marks), *lines, *(f"   ! {_unread(one)}" for one in block.reasons)])


def _unread(unread: Unread) -> str:
    values = " ".join(f"{name}={value}" for name, value in unread.values)
    return f"{unread.location.line}:{unread.location.column} {unread.reason} {values}".rstrip()


def stands_where_it_says(block: Block, host: str) -> bool:
    """Whether the segments cover the block, and each literal sign is the sign of the host at its place."""
    ends = [segment.end for segment in block.segments]
    if [segment.begin for segment in block.segments] != [0, *ends][: len(ends)]:
        return False
    if (ends or [0])[-1] != len(block.text):
        return False
    return all(
        block.text[segment.begin : segment.end] == host[segment.host_begin : segment.host_end]
        and _place(block, segment.end - 1) == _of_offset(host, segment.host_end - 1)
        for segment in block.segments
        if segment.is_literal
    )


def _place(block: Block, at: int) -> tuple[int, int]:
    return block.place(*_of_offset(block.text, at))


def _of_offset(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
