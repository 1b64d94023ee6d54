"""Names of tables as pipelines write them, in regular expressions parted by dots, as patterns of `fnmatch`.

An expression is never run. What stands here means the same tables or more of them, never fewer.
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache, lru_cache
from itertools import islice, product

Path = tuple[str, ...]
EVERYTHING: Path = ("*",)
"""The pattern of all tables of a place."""

_LONGEST = 1 << 18
_MOST = 64
_MOST_PATTERNS = 1 << 13
_PIECE = re.compile(
    r"(?P<set>\[[^\]]*\])|(?P<group>\((?:\?:)?(?P<inside>[^()]*)\))|\\(?P<escaped>.)|(?P<plain>.)", re.DOTALL
)
_TIMES = re.compile(r"[*+?]|\{(?P<low>\d{0,3})(?P<more>,\d{0,3})?\}")
_SETS = {"d": "[0-9]", "w": "?", "s": "?", "S": "?", "D": "?", "W": "?"}
_SIGNS = frozenset("*?[")
_PLAIN = re.compile(
    r"(?:[\w$-]|\\?\.[*+]?|\\d\+?|\[[^\]^]+\]\+?|\((?:\?:)?[\w$-]+(?:\|[\w$-]+)*+\)(?![*+?{]))*+"
)
"""Expressions of which a pattern says the same, or nearly: `[0-9]+` ends where digits end, its pattern with the name."""
_BARE_WHOLE = re.compile(r"([\w$-]+)\.\*")


def patterns_of(text: str) -> tuple[Path, ...]:
    """The patterns that a list of tables stands for, each in its parts, database first; a list beyond measure means all."""
    found: dict[Path, None] = {}
    for written in _listed(text[:_LONGEST]):
        parts = [_globs(part) for part in _parts(written)]
        found |= dict.fromkeys(islice(product(*parts), _MOST_PATTERNS))
        if len(found) >= _MOST_PATTERNS:
            return (EVERYTHING,)
    return tuple(found) if len(text) <= _LONGEST else (EVERYTHING,)


def sure_patterns_of(text: str) -> tuple[Path, ...]:
    """Those patterns of a list that mean no more than what is written: what they take away is surely away."""
    entries = (entry for entry in _listed(text[:_LONGEST]) if _PLAIN.fullmatch(entry))
    found = (path for entry in entries for path in patterns_of(entry))
    return tuple(dict.fromkeys(islice(found, _MOST_PATTERNS)))


def is_pattern(path: Iterable[str]) -> bool:
    """Whether a name may mean several tables."""
    return any(sign in _SIGNS for part in path for sign in part)


def covers(wide: Path, narrow: Path) -> bool:
    """Whether every table of a pattern is one of the other."""
    if wide == EVERYTHING:
        return True
    return len(wide) == len(narrow) and all(map(_fits, narrow, wide))


def met(first: Path, second: Path) -> Path | None:
    """The pattern of the tables that both mean; None where there are none, the narrower where they overlap."""
    if EVERYTHING in (first, second):
        return second if first == EVERYTHING else first
    width = min(len(first), len(second))
    found = tuple(map(_met, first[-width:], second[-width:]))
    if any(part is None for part in found):
        return None
    outer = first[:-width] or second[:-width]
    return (*outer, *(part for part in found if part is not None))


def _met(first: str, second: str) -> str | None:
    if _fits(first, second):
        return first
    if _fits(second, first):
        return second
    if not _overlap(_signs(first), _signs(second)):
        return None
    return max(first, second, key=lambda one: (sum(sign not in _SIGNS for sign in one), one))


def _fits(narrow: str, wide: str) -> bool:
    narrow, wide = narrow.lower(), wide.lower()
    return narrow == wide or fnmatchcase(narrow, wide)


_SIGN = re.compile(r"\[[^\]]+\]|.", re.DOTALL)


def _signs(part: str) -> Path:
    """The signs of a pattern; a set of signs may be any one."""
    return tuple("?" if len(sign) > 1 else sign for sign in _SIGN.findall(part.lower()))


def _overlap(first: Path, second: Path) -> bool:
    """Whether some name fits both patterns."""

    @cache
    def meet(one: int, other: int) -> bool:
        if one == len(first) or other == len(second):
            rest = (*first[one:], *second[other:])
            return all(sign == "*" for sign in rest)
        here, there = first[one], second[other]
        if here == "*" or there == "*":
            return meet(one + 1, other) or meet(one, other + 1)
        return (here == there or "?" in {here, there}) and meet(one + 1, other + 1)

    # A name of a table is short: what is longer counts as one that may overlap.
    return len(first) + len(second) > 400 or meet(0, 0)  # noqa: PLR2004


def _listed(text: str) -> Iterator[str]:
    """The entries of a list, parted by commas outside of brackets."""
    depth, entry = 0, ""
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth <= 0:
            yield entry.strip()
            entry, depth = "", 0
        else:
            entry += sign
    if entry.strip():
        yield entry.strip()


def _parts(written: str) -> tuple[str, ...]:
    r"""The expressions of database, schema and table: a dot parts them, `\.` is the dot of an expression.

    Who forgets the backslash before the last `.*` of a name means it all the same.
    """
    parts, at = [""], 0
    while at < len(written):
        found = _PIECE.match(written, at)
        if found is None:
            break
        at = found.end()
        if found["plain"] == ".":
            is_forgotten = len(parts) > 1 and parts[-1] and written[at:] in {"*", "+"}
            parts[-1] += "." if is_forgotten else ""
            parts += [] if is_forgotten else [""]
        elif found["escaped"] == ".":
            parts[-1] += "."
        elif found["group"] is not None:
            parts[-1] += found[0].replace("\\.", ".")
        else:
            parts[-1] += found[0]
    alone = _BARE_WHOLE.fullmatch(parts[0]) if len(parts) == 1 else None
    return (alone[1], ".*") if alone is not None else tuple(part for part in parts if part) or EVERYTHING


@lru_cache(maxsize=4_096)
def _globs(expression: str) -> tuple[str, ...]:
    """The patterns of one part; several where it lists alternatives."""
    found = tuple(dict.fromkeys(glob for one in _alternatives(expression) for glob in _of_alternative(one)))
    return found if len(found) <= _MOST else EVERYTHING


def _alternatives(expression: str) -> list[str]:
    parts, depth = [""], 0
    for sign in expression:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _of_alternative(expression: str) -> Iterator[str]:
    pieces: list[tuple[str, ...]] = []
    at = 0
    while at < len(expression):
        found = _PIECE.match(expression, at)
        if found is None:
            break
        times = _TIMES.match(expression, found.end())
        at = times.end() if times is not None else found.end()
        pieces.append(_repeated(_piece(found), times))
    several = 1
    for piece in pieces:
        several *= len(piece)
        if several > _MOST:
            yield "*"
            return
    for one in product(*pieces):
        yield re.sub(r"\*{2,}", "*", "".join(one)) or "*"


def _piece(found: re.Match[str]) -> tuple[str, ...]:
    if found["set"] is not None:
        inside = found["set"][1:-1]
        return (f"[!{inside[1:]}]" if inside.startswith("^") else f"[{inside}]" if inside else "?",)
    if found["group"] is not None:
        return _globs(found["inside"])
    if found["escaped"] is not None:
        return (_SETS.get(found["escaped"], found["escaped"]),)
    plain = found["plain"]
    return ("?",) if plain == "." else ("*",) if plain in "*+" else () if plain in "^$" else (plain,)


def _repeated(piece: tuple[str, ...], times: re.Match[str] | None) -> tuple[str, ...]:
    if times is None or not piece:
        return piece or ("",)
    exact = times["low"] if times["low"] and times["more"] is None else None
    if exact is not None and 0 < int(exact) <= 32:  # noqa: PLR2004  no name is longer
        return tuple(one * int(exact) for one in piece)
    at_least_once = times[0] == "+" or (times["low"] or "0") != "0"
    if at_least_once and len(piece) == 1 and piece[0].startswith("["):
        return (f"{piece[0]}*",)
    return ("*",)
