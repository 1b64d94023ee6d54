"""Sets of words, written as they are read."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted at blanks."""
    return frozenset(text.split())
