"""Full-width signs where YAML wants the narrow ones: they look right and mean nothing to it."""

import re
from collections.abc import Iterator

NARROW = {
    "：": ":",
    "﹕": ":",
    "，": ",",
    "、": ",",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "＂": '"',
    "＇": "'",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
    "－": "-",
    "＃": "#",
    "\u3000": " ",
    "\u00a0": " ",
}
"""The sign to type instead of each full-width one."""

_ANY = re.compile(f"[{''.join(NARROW)}]")
_WORD = r"[A-Za-z_][A-Za-z0-9_.\-]*"
# `residency：CN`, `kind:　database`: an entry of a mapping in all but its colon or space.
_ENTRY = re.compile(
    rf"[ ]*(?P<indent>[\u3000\u00a0])|[ ]*{_WORD}[ ]*(?:(?P<colon>[：﹕])\s*\S|:(?P<space>[\u3000\u00a0]))"
)
# `｛kind：database｝` as a whole value; `［a，b］` may be plain text, so it is left to whoever wants a list.
_BRACED = re.compile(r"(?P<bracket>｛).*[:：].*｝", re.DOTALL)
# `[name，mobile]` holds one item, not two.
_LISTED = re.compile(rf"{_WORD}[ ]*(?P<comma>[，、])[ ]*{_WORD}(?:[ ]*[，、][ ]*{_WORD})*")
_SUSPECT = re.compile(
    r"""^[ ]*(?:-[ ])?[ ]*(?P<indent>[\u3000\u00a0])
    | (?:^|[\s{,\[])["']?[\w.\-]+["']?[ ]*(?P<colon>[：﹕])
    | (?P<comma>[，、])[ ]*["']?[\w.\-]+["']?[ ]*[:：]
    | (?P<bracket>[［］｛｝])
    | (?:[:\[{,]|-[ ])[ ]*(?P<quote>[“”‘’＂＇])
    | :(?P<space>[\u3000\u00a0])
    | ^[ ]*(?P<dash>－)""",
    re.VERBOSE,
)


def has_any(text: str) -> bool:
    """Whether a text holds a full-width sign at all."""
    return _ANY.search(text) is not None


def in_entry(line: str) -> int | None:
    """Where the full-width sign stands in a line that would be an entry of a mapping without it."""
    return _at(_ENTRY.match(line))


def in_braces(text: str) -> int | None:
    """Where the bracket stands in a value that would be a mapping without full-width signs."""
    return _at(_BRACED.fullmatch(text))


def in_list_item(text: str) -> int | None:
    """Where the comma stands in an item of a list that would be several items without it."""
    return _at(_LISTED.fullmatch(text))


def in_faulty_line(line: str) -> int | None:
    """Where a full-width sign stands that may be why a line cannot be read."""
    return _at(_SUSPECT.search(line))


def look_alike(text: str) -> str | None:
    """The first full-width sign of a text that was read as a string where a mapping or list was wanted.

    For readers that know what they wanted; None where no sign explains it.
    """
    at = in_entry(text)
    if at is None:
        at = in_faulty_line(text)
    if at is None and (found := _ANY.search(text)):
        at = found.start()
    return None if at is None else text[at]


def message(sign: str) -> str:
    """The message that fits a full-width sign."""
    if NARROW[sign] == ":":
        return "input_errors.full_width_colon"
    return "input_errors.full_width_space" if NARROW[sign] == " " else "input_errors.full_width"


def signs(text: str, at: int) -> tuple[tuple[str, str], ...]:
    """What a message says of the sign at a place: the sign, how Unicode numbers it, and what to type."""
    sign = text[at]
    return (("sign", sign), ("number", f"U+{ord(sign):04X}"), ("narrow", NARROW[sign]))


def entries(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Line and offset of each full-width sign, for lines that all would be entries of a mapping."""
    for number, line in enumerate(lines):
        at = in_entry(line)
        if at is not None:
            yield number, at


def _at(found: re.Match[str] | None) -> int | None:
    return None if found is None or found.lastgroup is None else found.start(found.lastgroup)
