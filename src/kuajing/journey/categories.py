"""The category tree as the journey asks it: what exists, what it is called, what a person may mean by a word."""

from collections.abc import Mapping

from kuajing.classifiers import Vocabulary
from kuajing.model.labels import NO_CATEGORY

ROOT = "pi"


def category_names(vocabulary: Vocabulary) -> Mapping[str, tuple[str, str]]:
    """Every category and group with its name, English and Chinese."""
    ids = (*vocabulary.groups, *vocabulary.categories)
    return {one: (vocabulary.name_of(one, "en"), vocabulary.name_of(one, "zh")) for one in sorted(ids)}


def is_category(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a column can be declared to be of this category."""
    return word == NO_CATEGORY or word in vocabulary.categories


def is_prefix(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a category or stands above some."""
    return any(one == word or one.startswith(word + ".") for one in vocabulary.categories)


def categories_called(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The categories a person means: an id, the beginning of ids, or a name in either language."""
    if is_prefix(word, vocabulary):
        return (word,)
    names = category_names(vocabulary)
    return tuple(one for one, said in names.items() if word.casefold() in {name.casefold() for name in said})
