"""What the first letters of pinyin say: too ambiguous to stand alone."""

from kuajing.classifiers.readings import SILENT, Reading, Says
from kuajing.classifiers.surroundings import Subject, Surroundings
from kuajing.classifiers.vocabulary import Vocabulary, Word

_AGREEING = 2


def read_initials(name: str, words: tuple[str, ...], table: Surroundings, vocabulary: Vocabulary) -> Reading:
    """The reading of initials: sure where two other columns are initials of people too, else a candidate.

    Initials of two or three letters in a table about a thing say nothing.
    """
    found = _word(name, words, vocabulary)
    if found is None:
        return SILENT
    evidence = (f"initials:{found.text}",)
    if sum(_agrees(column, found.text, vocabulary) for column in table.columns) >= _AGREEING:
        return Reading(Says.YES, found.category, evidence)
    if table.subject is Subject.THING and found.gate == "short":
        return SILENT
    sure = found.gate == "long" and table.subject is Subject.PERSON
    return Reading(Says.YES if sure else Says.MAYBE, found.category, evidence)


def _word(name: str, words: tuple[str, ...], vocabulary: Vocabulary) -> Word | None:
    """The whole name, else what follows the initials of a person (`bbxr_xm`), read as initials."""
    for text in ("".join(words), words[-1] if words else ""):
        mark = vocabulary.initials.get(text)
        if mark is not None and name.isascii():
            return mark.words[0]
    return None


def _agrees(column: str, text: str, vocabulary: Vocabulary) -> bool:
    folded = column.lower().replace("_", "")
    return folded != text and folded in vocabulary.initials
