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
    if not words or not name.isascii():
        return None
    whole = "".join(words)
    for text in (whole, words[-1]):
        mark = vocabulary.initials.get(text)
        if mark is not None:
            return mark.words[0]
    return _of_person(whole, vocabulary)


def _of_person(text: str, vocabulary: Vocabulary) -> Word | None:
    """`skrzh` as `skr` and `zh`: together they are longer, and so surer, than each."""
    for end in range(len(text) - 2, 1, -1):
        mark = vocabulary.initials.get(text[end:])
        if mark is not None and text[:end] in vocabulary.initial_persons:
            return Word(text, mark.words[0].category, "long")
    return None


def _agrees(column: str, text: str, vocabulary: Vocabulary) -> bool:
    folded = column.lower().replace("_", "")
    return folded != text and folded in vocabulary.initials
