"""Signs that a column may hold important data; a person confirms or clears them."""

from kuajing.classifiers.tokens import phrases
from kuajing.classifiers.vocabulary import Vocabulary


def indicators(words: tuple[str, ...], comment: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Indicator ids with the word each rests on, sorted; a word may stand anywhere in the name or comment."""
    found = vocabulary.indicators.found(phrases(words), comment.lower())
    return tuple((name, f"indicator:{word}") for name, word in sorted(found.items()))
