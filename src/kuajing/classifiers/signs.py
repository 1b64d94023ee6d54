"""Words that stand for something wherever they are in a name or comment."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Signs:
    """Latin phrases and Chinese words, each with the names that it is a sign of."""

    names: Mapping[str, tuple[str, ...]]
    chinese: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]

    def found(self, phrases: frozenset[str], comment: str) -> dict[str, str]:
        """The names that phrases and a comment are signs of, each with the first word that says so."""
        result: dict[str, str] = {}
        for phrase in sorted(phrases & self.names.keys()):
            for name in self.names[phrase]:
                result.setdefault(name, phrase)
        if comment:
            for match in self.pattern.finditer(comment):
                for name in self.chinese[match.group(1)]:
                    result.setdefault(name, match.group(1))
        return result


def signs(listed: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> Signs:
    """The signs of names, each given with its Latin phrases and its Chinese words."""
    names: dict[str, tuple[str, ...]] = {}
    chinese: dict[str, tuple[str, ...]] = {}
    for name, phrases, words in listed:
        for phrase in phrases:
            names[phrase] = (*names.get(phrase, ()), name)
        for word in words:
            chinese[word] = (*chinese.get(word, ()), name)
    # The look-ahead finds a word at every place, also inside another; the longest comes first.
    alternatives = "|".join(re.escape(word) for word in sorted(chinese, key=lambda word: (-len(word), word)))
    return Signs(MappingProxyType(names), MappingProxyType(chinese), re.compile(f"(?=({alternatives}))"))
