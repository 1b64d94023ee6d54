"""Signs that a column may hold important data; a person confirms or clears them."""

from kuajing.classifiers.tokens import phrases
from kuajing.classifiers.vocabulary import Vocabulary


def indicators(words: tuple[str, ...], comment: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Indicator ids with the word each rests on, sorted; a word may stand anywhere in the name or comment."""
    own = phrases(words)
    folded = comment.lower()
    found: list[tuple[str, str]] = []
    for indicator in vocabulary.indicators:
        names = sorted(indicator.names & own)
        chinese = [word for word in indicator.chinese if word in folded]
        if names or chinese:
            found.append((indicator.id, f"indicator:{(names or chinese)[0]}"))
    return tuple(sorted(found))
