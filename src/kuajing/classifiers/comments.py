"""Comments cut into a head, which says what the column is, and a tail, and read by the longest known words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kuajing.classifiers.tokens import words_of
from kuajing.classifiers.vocabulary import Mark, Role, Vocabulary

_LONGEST = 256
_BRACKETS = re.compile(r"[(（\[［【<《{][^()（）\[\]［］【】<>《》{}]*[)）\]］】>》}]")
_CUT = re.compile(
    r"[\s,，.。;；:：、|/\\=+&?？!！~～（(【\[<《{\-—]|->|或|(?<=[\u3400-\u9fff])(?:\d|_(?=[\u3400-\u9fff]))"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SEPARATORS = re.compile(r"[\s\d,，:：、/_\-—]+")
# `卡号（持卡人）`, `电话-收货人`: whose it is stands behind.
_OWNER = re.compile(
    r"[(（\[【<《]([^()（）\[\]【】<>《》]+)[)）\]】>》]|[\s,，:：、/_\-—]([^\s,，:：、/_\-—]+)$"
)
# `用户 IP` is written for `用户IP`.
_SPACED = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[a-z0-9])|(?<=[a-z0-9]) +(?=[\u3400-\u9fff])")
# 提现人账号, 变电站地址, 买家号令牌: what one sign may end inside a comment.
_SUFFIXES = frozenset({Role.PERSON, Role.THING, Role.IDENTIFIER})
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
    """A comment read: the hits of its head, its whole text, and the person or thing that a bracket or end adds."""

    head: str
    hits: tuple[Hit, ...]
    tail: str
    is_chinese: bool
    owner: Hit | None = None


@lru_cache(maxsize=16_384)
def read_comment(text: str, vocabulary: Vocabulary) -> Comment:
    """The comment with its head scanned; only its first 256 signs are read."""
    folded = _SPACED.sub("", text[:_LONGEST].strip().lower())
    head, tail = _split(folded, vocabulary)
    hits = scan(head, vocabulary)
    owner = _owner(folded[len(head) :], vocabulary) if tail else None
    return Comment(head, hits, tail, _HAN.search(folded) is not None, owner)


def _owner(rest: str, vocabulary: Vocabulary) -> Hit | None:
    """The person or thing that the rest of a comment consists of; a thing counts only in brackets."""
    for found in _OWNER.finditer(rest):
        text = (found.group(1) or found.group(2)).strip()
        hits = scan(text, vocabulary)
        counted = {Role.PERSON, Role.THING} if found.group(1) else {Role.PERSON}
        if len(hits) == 1 and hits[0].text == text and hits[0].mark.roles & counted:
            return hits[0]
    return None


def _split(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if text in vocabulary.chinese:
        return text, ""
    bare = _BRACKETS.sub("", text).strip(" ,，;；:：.。") or text
    found = _CUT.search(bare)
    while found is not None and found.start() == 0:
        bare = bare[found.end() :]
        found = _CUT.search(bare)
    head = bare if found is None else bare[: found.start()]
    rest = bare[found.start() :] if found else "".join(_BRACKETS.findall(text)).strip("()（）[]【】")
    if rest and _is_person(head, vocabulary):
        head += _attribute(rest, vocabulary)
    if not _HAN.search(head) and _HAN.search(bare):  # a head such as `IP 地址` or `e-mail 地址`
        spaced = re.sub(r"[\s\-]+", "", bare)
        found = _CUT.search(spaced)
        head = spaced if found is None else spaced[: found.start()]
    return head, text


def _is_person(head: str, vocabulary: Vocabulary) -> bool:
    hits = scan(head, vocabulary)
    return len(hits) == 1 and Role.PERSON in hits[0].mark.roles and hits[0].end == len(head)


def _attribute(rest: str, vocabulary: Vocabulary) -> str:
    """What `收货人-电话` or `收货人（电话）` says of the person before: the next words, where they are known ones."""
    text = _SEPARATORS.sub("", rest, count=1)
    found = _CUT.search(text)
    head = text if found is None else text[: found.start()]
    hits = scan(head, vocabulary)
    known = hits and hits[0].start == 0 and (hits[0].mark.words or Role.IDENTIFIER in hits[0].mark.roles)
    return head if known else ""


def scan(text: str, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """The known words of a text, longest first from left to right, none overlapping.

    A word of one sign counts only at the end, where it is a head noun; elsewhere it may be part of any word, except
    that it ends a word for a person, thing or number (`提现人账号`) where a known word follows.
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
        if end - at == 1 and end != len(text) and not _stands_inside(text, at, mark, vocabulary):
            continue
        if _splits_latin(text, at, end):
            continue
        return Hit(text[at:end], at, end, mark)
    return None


def _stands_inside(text: str, at: int, mark: Mark, vocabulary: Vocabulary) -> bool:
    if Role.NEUTRAL in mark.roles:
        return True
    if at == 0 or not mark.roles & _SUFFIXES or not _HAN.match(text[at - 1]):
        return False
    after = text[at + 1 : at + 1 + vocabulary.longest_chinese]
    follows = any(after[:end] in vocabulary.chinese for end in range(2, len(after) + 1))
    return follows or (at + 2 == len(text) and after in vocabulary.chinese)


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
