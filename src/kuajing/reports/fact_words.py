"""The facts that reasoning read, in the reader's words: what is asked, and what is on record."""

import re
from collections.abc import Iterable, Mapping

from kuajing.messages import is_key
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.words import Words

Facts = Iterable[tuple[str, str]]

_DECLARATION_KEY = re.compile(r"\s*[（(][^（()）]*`[^（()）]*[)）]$")
_OPEN_CHOICE = "unknown: "
_MOST_CHOICES = 4
_ANSWERS = frozenset(answer.value for answer in Truth)
_PLACES = frozenset({"recipient.jurisdiction"})
_PARTIES = frozenset(
    {
        "mechanism.annex1_third_parties",
        "mechanism.covers",
        "mechanism.recipients",
        "recipient.onward_to",
    }
)
_CATEGORIES = frozenset({"mechanism.exported", "mechanism.scope"})
_COUNTS = re.compile(r"(≥ )?[\d,]+(–[\d,]+)?")


def facts_said(read: Facts, words: Words, parties: Mapping[str, str]) -> str:
    """Facts with their values in one language, in the order they were read."""
    return words.joined(
        words.term(
            "report.fact",
            (("fact", fact_label(path, words)), ("value", fact_value(path, value, words, parties))),
        )
        for path, value in read
    )


def fact_label(path: str, words: Words) -> str:
    """What a fact is about, without the key of the declaration that settles it."""
    key = path if is_key(f"fact.{path}") else f"{path.rpartition('.')[0]}.*"
    if not is_key(f"fact.{key}"):
        return visible(path)
    return _DECLARATION_KEY.sub("", words.word("fact", key))


def fact_value(path: str, value: str, words: Words, parties: Mapping[str, str]) -> str:
    """What is on record for a fact; of an open choice the few words that are left."""
    if value in _ANSWERS:
        return words.truth(Truth(value))
    if value.startswith(_OPEN_CHOICE):
        left = value.removeprefix(_OPEN_CHOICE).split(" or ")
        unknown = words.truth(Truth.UNKNOWN)
        if len(left) > _MOST_CHOICES:
            return unknown
        said = words.listed(_word(path, word, words, parties) for word in left)
        return words.term("report.fact_open", (("unknown", unknown), ("left", said)))
    if _COUNTS.fullmatch(value) and not is_key(f"value.{path}.{value}"):
        return words.numbers(value)
    return words.listed(_word(path, word, words, parties) for word in value.split(", "))


def _word(path: str, word: str, words: Words, parties: Mapping[str, str]) -> str:
    if is_key(f"value.{path}.{word}"):
        return words.word(f"value.{path}", word)
    if path in _PLACES:
        return words.place(word)
    if path in _PARTIES and word in parties:
        return parties[word]
    if path in _CATEGORIES:
        return words.category(word)
    if is_key(f"value.{word.replace(' ', '_')}"):
        return words.word("value", word.replace(" ", "_"))
    return words.word("purpose" if path == "flow.purpose" else f"value.{path}", word)
