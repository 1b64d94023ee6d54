"""The words of a report: sentences, terms, categories and places in the languages that were asked for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kuajing.messages import LANGUAGES, message
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible

Values: TypeAlias = tuple[tuple[str, str], ...]
Names: TypeAlias = Mapping[str, tuple[str, str]]
"""Ids of categories and of an organisation's own demands with their names, English and Chinese."""

BOTH = "both"
_KINDS = frozenset({"pi", "unknown"})
"""Categories that are no leaf of the tree: personal information of a kind nobody named, and columns nobody named."""

_SEPARATORS = {"en": ", ", "zh": "、"}
_CLAUSES = {"en": "; ", "zh": "；"}
_CATEGORY_VALUES = frozenset({"categories", "category", "demand", "grown_categories", "sensitive_categories"})
_PLACE_VALUES = frozenset({"declared", "jurisdiction", "shown"})
_WORD_VALUES = {
    "mechanism": "mechanism",
    "missing": "value.compliance.notice_missing",
    "purpose": "purpose",
    "purposes": "purpose",
}
"""Values of messages that hold identifiers of this kind; keys in values are resolved by the messages themselves."""
_FREE_AREAS = frozenset({"purpose", "value.handler.sector"})
"""Vocabularies in which people choose their own words."""
_COUNT_VALUES = frozenset({"ordinary", "people", "sensitive"})
_BETWEEN = re.compile(r"([\d,]+)–([\d,]+)")
_AT_LEAST = re.compile(r"≥ ([\d,]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks one language or both.

    What no table names is shown as it stands: a report never loses a fact for want of a word.
    """

    languages: tuple[str, ...]
    names: Names

    def apart(self) -> "tuple[Words, ...]":
        """The words of each language alone."""
        return tuple(Words((language,), self.names) for language in self.languages)

    def sentences(self, key: str, values: Values = ()) -> tuple[str, ...]:
        """The sentence under a key, once in each language."""
        return tuple(self._said(key, language, values) for language in self.languages)

    def term(self, key: str, values: Values = ()) -> str:
        """A short term under a key, the languages beside each other."""
        return " ".join(dict.fromkeys(self.sentences(key, values)))

    def word(self, area: str, word: str) -> str:
        """A word of a vocabulary that may be open: its name, or the word itself."""
        return " ".join(dict.fromkeys(self._word(area, word, language) for language in self.languages))

    def words(self, area: str, words: Iterable[str]) -> str:
        """Several such words in a row."""
        return self.listed(self.word(area, word) for word in words)

    def category(self, category: str) -> str:
        """A category of data."""
        return " ".join(dict.fromkeys(self._category(category, language) for language in self.languages))

    def categories(self, categories: Iterable[str]) -> str:
        """Several categories of data in a row."""
        return self.listed(map(self.category, categories))

    def place(self, jurisdiction: str) -> str:
        """A jurisdiction."""
        return self.word("report.place", jurisdiction or "unknown")

    def truth(self, answer: Truth) -> str:
        """Yes, no or unknown."""
        return self.term(f"report.truth.{answer.value}")

    def pair(self, both: tuple[str, str]) -> str:
        """Text that is there in English and Chinese."""
        return " ".join(dict.fromkeys(self.each(both)))

    def each(self, both: tuple[str, str]) -> tuple[str, ...]:
        """Text that is there in English and Chinese, once in each language."""
        return tuple(visible(both[LANGUAGES.index(language)]) for language in self.languages)

    def numbers(self, count_shown: str) -> str:
        """A count as an interval shows it, between two bounds or at least one, in words."""
        return " ".join(dict.fromkeys(_count_said(count_shown, language) for language in self.languages))

    def joined(self, clauses: Iterable[str]) -> str:
        """Clauses in a row, each of which may itself be a list."""
        return _CLAUSES[self.languages[0]].join(clauses)

    def placed(self, name: str, place: str) -> str:
        """A name with where it is, or what of it, in the marks of the language."""
        return message("report.placed", self.languages[0], (("name", name), ("place", place)))

    def listed(self, things: Iterable[str]) -> str:
        """Things in a row, with the mark that the language puts between them."""
        return _SEPARATORS[self.languages[0]].join(things)

    def _said(self, key: str, language: str, values: Values) -> str:
        spoken = tuple((name, self._value(name, value, language)) for name, value in values)
        try:
            return message(key, language, spoken)
        except KeyError:
            return " ".join((visible(key), *(f"{name}={value}" for name, value in spoken)))

    def _value(self, name: str, value: str, language: str) -> str:
        parts = value.split(", ")
        if name in _CATEGORY_VALUES:
            spoken = [self._category(part, language) for part in parts]
        elif name in _PLACE_VALUES:
            spoken = [self._word("report.place", part, language) for part in parts]
        elif name in _WORD_VALUES:
            spoken = [self._word(_WORD_VALUES[name], part, language) for part in parts]
        elif name in _COUNT_VALUES:
            return _count_said(value, language)
        else:
            return visible(value)
        return _SEPARATORS[language].join(spoken)

    def _word(self, area: str, word: str, language: str) -> str:
        try:
            return message(f"{area}.{word}", language)
        except KeyError:
            return visible(word.replace("_", " ") if area in _FREE_AREAS else word)

    def _category(self, category: str, language: str) -> str:
        pair = self.names.get(category)
        if pair is None and category in _KINDS:
            return message(f"report.category.{category}", language)
        return visible(category if pair is None else pair[LANGUAGES.index(language)])


def _count_said(shown: str, language: str) -> str:
    if found := _BETWEEN.fullmatch(shown):
        return message("report.people.between", language, (("low", found[1]), ("high", found[2])))
    if found := _AT_LEAST.fullmatch(shown):
        return message("report.people.at_least", language, (("low", found[1]),))
    return visible(shown)


def words_for(language: str, names: Names) -> Words:
    """The words of `en`, `zh` or `both`."""
    return Words(LANGUAGES if language == BOTH else (language,), names)


def count(number: int) -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}"
