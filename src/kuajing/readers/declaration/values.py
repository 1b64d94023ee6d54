"""The kinds of values a declaration holds, each with its reader and its JSON Schema."""

import codecs
import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from kuajing.model.declaration import Day
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.counts import read_count, read_whole
from kuajing.readers.declaration.days import read_date, read_day
from kuajing.readers.declaration.faults import fault, nearest, shown
from kuajing.readers.declaration.kinds import DATE, NULL, UNKNOWN, JsonSchema, Read
from kuajing.source.paths import inside


def _read_answer(value: object) -> Truth:
    match value:
        case True | "yes":
            return Truth.YES
        case False | "no":
            return Truth.NO
        case "unknown":
            return Truth.UNKNOWN
    raise fault("not_an_answer", found=shown(value))


def read_text(value: object) -> str | None:
    """A text, None for `unknown`."""
    if not isinstance(value, str):
        raise fault("not_a_text", found=shown(value))
    if not value.strip():
        raise fault("empty_text")
    return None if value == "unknown" else value


def _read_sector(value: object) -> str | None:
    """A sector in the word that sector rules know; one that merely resembles such a word is a fault, not another sector."""
    text = read_text(value)
    if text is None:
        return None
    word = re.sub(r"[\s-]+", "_", text.strip().casefold())
    word = words.SECTORS_CALLED.get(word, word)
    near = None if word in words.SECTORS else nearest(word, list(words.SECTORS))
    if near is not None:
        raise fault("unknown_word_nearest", found=shown(text), words=", ".join(words.SECTORS), nearest=near)
    return word


def _read_word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise fault("not_a_text", found=shown(value))
    return value


def _read_path(value: object) -> str | None:
    text = read_text(value)
    if text is not None and not (inside(text) and "\\" not in text and ".." not in text.split("/")):
        raise fault("path_leaves_root", found=shown(text))
    return text


_DURATION = re.compile(
    r"P(?=.)(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?)?"
)


def _read_duration(value: object) -> str | None:
    if value == "unknown":
        return None
    if isinstance(value, str) and _DURATION.fullmatch(value):
        return value
    raise fault("not_a_duration", found=shown(value))


_CATEGORY = re.compile(r"pi(?:\.[a-z0-9_]+)*")
_COVERED = re.compile(r"(?:pi|important)(?:\.[a-z0-9_]+)*")


def _category_reader(shape: re.Pattern[str]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and (value in {"none", "unknown"} or shape.fullmatch(value)):
            return value
        raise fault("not_a_category", found=shown(value))

    return read


def _read_encoding(value: object) -> str | None:
    if value == "unknown":
        return None
    try:
        # A codec that is no text encoding (zip, rot13) would turn the file into something else.
        is_text = isinstance(value, str) and codecs.lookup(value)._is_text_encoding  # noqa: SLF001  no public way
    except (LookupError, ValueError):
        is_text = False
    if not is_text:
        raise fault("not_an_encoding", found=shown(value))
    return str(value)


def _read_share(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise fault("not_a_share", found=shown(value))


def _read_overlap(value: object) -> str | int:
    if isinstance(value, str) and value in {*words.OVERLAPS, "unknown"}:
        return value
    if isinstance(value, str) and (near := nearest(value, [*words.OVERLAPS, "unknown"])):
        raise fault("unknown_word_nearest", found=shown(value), words=", ".join(words.OVERLAPS), nearest=near)
    return read_whole(value)


def _read_ceiling(value: object) -> int | None:
    return None if value == "unknown" else read_whole(value)


_WHOLE: JsonSchema = {"type": "integer", "minimum": 0, "maximum": 1_000_000_000_000}
_WHOLE_TEXT: JsonSchema = {
    "type": "string",
    "pattern": "^(0|[1-9][0-9]*(_[0-9]+)*)$|^[0-9]+(\\.[0-9]+)?(千|万|百万|千万|亿)$",
}
_TEXT: JsonSchema = {"type": "string", "minLength": 1}
_BOUND: JsonSchema = {"anyOf": [_WHOLE, _WHOLE_TEXT]}
_PAIR: JsonSchema = {
    "type": "array",
    "prefixItems": [_BOUND, {"anyOf": [_WHOLE, _WHOLE_TEXT, NULL]}],
    "items": False,
    "minItems": 2,
}

_PATH: JsonSchema = {**_TEXT, "not": {"pattern": r"^[/~\\]|://|\\|(^|/)\.\.(/|$)"}}


def _matching(pattern: re.Pattern[str], *listed: str) -> JsonSchema:
    return {"type": "string", "pattern": f"^({'|'.join((*listed, pattern.pattern))})$"}


Answer = Annotated[Truth, Read(_read_answer, ({"enum": [*words.ANSWERS, True, False]},), "answer")]
Text = Annotated[str | None, Read(read_text, (_TEXT,), "text")]
Sector = Annotated[str | None, Read(_read_sector, (_TEXT,), "text")]
Word = Annotated[str, Read(_read_word, (_TEXT,), "text")]
Path = Annotated[str | None, Read(_read_path, (_PATH,), "path")]
DayValue = Annotated[Day, Read(read_day, (DATE, UNKNOWN, NULL), "date")]
DateValue = Annotated[date, Read(read_date, (DATE,), "known date")]
Count = Annotated[Interval | None, Read(read_count, (_WHOLE, _WHOLE_TEXT, _PAIR, UNKNOWN), "count")]
Ceiling = Annotated[int | None, Read(_read_ceiling, (_WHOLE, _WHOLE_TEXT, UNKNOWN), "number")]
Overlap = Annotated[
    str | int,
    Read(_read_overlap, ({"enum": [*words.OVERLAPS, "unknown"]}, _WHOLE, _WHOLE_TEXT), "overlap"),
]
Duration = Annotated[str | None, Read(_read_duration, (_matching(_DURATION, "unknown"),), "duration")]
Category = Annotated[
    str, Read(_category_reader(_CATEGORY), (_matching(_CATEGORY, "none", "unknown"),), "category")
]
Covered = Annotated[
    str, Read(_category_reader(_COVERED), (_matching(_COVERED, "none", "unknown"),), "category prefix")
]
Encoding = Annotated[str | None, Read(_read_encoding, (_TEXT,), "encoding")]
Share = Annotated[float, Read(_read_share, ({"type": "number", "minimum": 0, "maximum": 1},), "share")]
