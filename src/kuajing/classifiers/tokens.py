"""Names cut into words: at case and separators, and glued names at words of the vocabulary."""

import re
from functools import lru_cache

from kuajing.classifiers.vocabulary import Vocabulary

LONGEST_NAME = 128
_MOST_WORDS = 24
_LONGEST_PHRASE = 5
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[\u3400-\u9fff]+")
_SHORTEST_GLUED = 6
_ENDINGS = ("id", "no", "ip", "nm")
_LONGEST_PIECE = 24


@lru_cache(maxsize=65_536)
def words_of(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The lower-case words of a name; only its first 128 signs are read."""
    found: list[str] = []
    for piece in _PIECES.findall(name[:LONGEST_NAME]):
        word = piece.lower()
        if len(word) < _SHORTEST_GLUED or word in vocabulary.names or not word.isascii():
            found.append(word)
        else:
            found += _cut(word, vocabulary.lexicon)
    return tuple(found[:_MOST_WORDS])


def phrase(words: tuple[str, ...], start: int, end: int) -> str:
    """The words from start up to end as one looked-up form."""
    return "".join(words[start:end])


def phrases_ending(words: tuple[str, ...], end: int) -> list[tuple[int, str]]:
    """Every phrase that ends at a place with its start, the longest first."""
    first = max(0, end - _LONGEST_PHRASE)
    return [(start, phrase(words, start, end)) for start in range(first, end)]


@lru_cache(maxsize=65_536)
def phrases(words: tuple[str, ...]) -> frozenset[str]:
    """Every phrase in a name."""
    return frozenset(text for end in range(1, len(words) + 1) for _, text in phrases_ending(words, end))


def _cut(word: str, lexicon: frozenset[str]) -> list[str]:
    """A glued word as the fewest words of the lexicon that it wholly consists of; else the word itself."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PIECE), end):
            before = best[start]
            if before is None or not _is_piece(word, start, end, lexicon):
                continue
            if best[end] is None or len(before) + 1 < len(best[end] or ()):
                best[end] = [*before, word[start:end]]
    return best[-1] or [word]


def _is_piece(word: str, start: int, end: int, lexicon: frozenset[str]) -> bool:
    piece = word[start:end]
    return piece in lexicon or (end == len(word) and start > 1 and piece in _ENDINGS)
