"""Comments cut into a head, which says what the column is, and a tail, and read by the longest known words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kuajing.classifiers.tokens import words_of
from kuajing.classifiers.vocabulary import Mark, Role, Vocabulary

_LONGEST = 256
_BRACKETS = re.compile(r"[(（\[［【<《{][^()（）\[\]［］【】<>《》{}]*[)）\]］】>》}]")
_CUT = re.compile(r"[\s,，.。;；:：、|/\\=+&?？!！~～（(【\[<《{\-—]|->|或|(?<=[\u3400-\u9fff])\d")
_HAN = re.compile(r"[\u3400-\u9fff]")
# `用户 IP` is written for `用户IP`.
_SPACED = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[a-z0-9])|(?<=[a-z0-9]) +(?=[\u3400-\u9fff])")
_LATIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A known word in a comment and all it may be."""

    text: str
    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment read: the hits of its head, and its whole text."""

    head: str
    hits: tuple[Hit, ...]
    tail: str
    is_chinese: bool


@lru_cache(maxsize=16_384)
def read_comment(text: str, vocabulary: Vocabulary) -> Comment:
    """The comment with its head scanned; only its first 256 signs are read."""
    folded = _SPACED.sub("", text[:_LONGEST].strip().lower())
    head, tail = _split(folded, vocabulary)
    hits = scan(head, vocabulary)
    return Comment(head, hits, tail, _HAN.search(folded) is not None)


def _split(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if text in vocabulary.chinese:
        return text, ""
    bare = _BRACKETS.sub("", text).strip(" ,，;；:：.。") or text
    found = _CUT.search(bare)
    while found is not None and found.start() == 0:
        bare = bare[found.end() :]
        found = _CUT.search(bare)
    head = bare if found is None else bare[: found.start()]
    if not _HAN.search(head) and _HAN.search(bare):  # a head such as `IP 地址` or `e-mail 地址`
        spaced = re.sub(r"[\s\-]+", "", bare)
        found = _CUT.search(spaced)
        head = spaced if found is None else spaced[: found.start()]
    return head, text


def scan(text: str, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """The known words of a text, longest first from left to right, none overlapping.

    A word of one sign counts only at the end, where it is a head noun; elsewhere it may be part of any word.
    """
    found: list[Hit] = []
    at = 0
    while at < len(text):
        hit = _chinese(text, at, vocabulary) or _latin(text, at, vocabulary)
        if hit is None:
            at += 1
            continue
        found.append(hit)
        at = hit.end
    return tuple(found)


def _chinese(text: str, at: int, vocabulary: Vocabulary) -> Hit | None:
    for end in range(min(len(text), at + vocabulary.longest_chinese), at, -1):
        mark = vocabulary.chinese.get(text[at:end])
        if mark is None:
            continue
        if end - at == 1 and end != len(text) and Role.NEUTRAL not in mark.roles:
            continue
        if _splits_latin(text, at, end):
            continue
        return Hit(text[at:end], at, end, mark)
    return None


def _splits_latin(text: str, at: int, end: int) -> bool:
    """Whether a cut would fall inside a Latin word: `ip` is no word of `ship`."""
    before = at > 0 and _is_latin(text[at - 1]) and _is_latin(text[at])
    after = end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end])
    return before or after


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _latin(text: str, at: int, vocabulary: Vocabulary) -> Hit | None:
    """A Latin word inside a Chinese comment, looked up as a name."""
    if not _is_latin(text[at]) or (at > 0 and _is_latin(text[at - 1])):
        return None
    found = _LATIN.match(text, at)
    if found is None:
        return None
    word = "".join(words_of(found.group(), vocabulary))
    mark = vocabulary.names.get(word, Mark())
    return Hit(found.group(), found.start(), found.end(), mark)
