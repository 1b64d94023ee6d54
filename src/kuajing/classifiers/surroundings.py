"""What a table is about: people or things, and the contexts that let ambiguous words be read."""

from dataclasses import dataclass
from enum import Enum

from kuajing.classifiers.comments import scan
from kuajing.classifiers.tokens import phrases, phrases_ending, words_of
from kuajing.classifiers.vocabulary import Role, Vocabulary

_ENOUGH_SIBLINGS = 2
_STRONG = frozenset({"sure", "free"})
_OF_PEOPLE = ("pi.basic.", "pi.identity.", "pi.biometric.", "pi.work.employee_no", "pi.edu.student_no")


class Subject(Enum):
    """Whom or what something is about."""

    PERSON = "person"
    THING = "thing"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class TableContext:
    """What is known of the table around a column: its name, its comment and the names of all its columns."""

    name: str
    comment: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A table read: its subject with the word for it, its contexts, and the word that says it is about children.

    `is_system` where the subject is something that programmes log in to, `is_definition` where it only defines what
    others refer to.
    """

    subject: Subject
    word: str
    is_system: bool
    is_definition: bool
    contexts: frozenset[str]
    minors: str
    columns: tuple[str, ...]


def read_table(table: TableContext, vocabulary: Vocabulary) -> Surroundings:
    """The surroundings that a table gives its columns; a comment counts beside the name."""
    words = words_of(table.name, vocabulary)
    comment = table.comment.strip().lower()
    subject, word = _subject(words, comment, vocabulary)
    if subject is Subject.NOBODY and _people_among(table.columns, vocabulary) >= _ENOUGH_SIBLINGS:
        subject, word = Subject.PERSON, "columns"
    return Surroundings(
        subject=subject,
        word=word,
        is_system=_plays(word, Role.SYSTEM, vocabulary),
        is_definition=_plays(word, Role.DEFINITION, vocabulary),
        contexts=contexts_of(words, comment, vocabulary),
        minors=_minors(words, comment, table.columns, vocabulary),
        columns=table.columns,
    )


def _people_among(columns: tuple[str, ...], vocabulary: Vocabulary) -> int:
    """How many columns name by themselves what only people have."""
    marks = (vocabulary.names.get("".join(words_of(column, vocabulary))) for column in columns)
    return sum(
        any(word.gate in _STRONG and word.category.startswith(_OF_PEOPLE) for word in mark.words)
        for mark in marks
        if mark
    )


def _plays(word: str, role: Role, vocabulary: Vocabulary) -> bool:
    mark = vocabulary.chinese.get(word) or vocabulary.names.get(word)
    return mark is not None and role in mark.roles


def contexts_of(words: tuple[str, ...], comment: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The contexts that words or a comment open."""
    return frozenset(vocabulary.contexts.found(phrases(words), comment))


def _subject(words: tuple[str, ...], comment: str, vocabulary: Vocabulary) -> tuple[Subject, str]:
    """The last word that is a person or a thing; a comment that is clear outranks the name."""
    from_comment = _comment_subject(comment.removesuffix("表"), vocabulary)
    from_name = _name_subject(words, vocabulary)
    return from_comment if from_comment[0] is not Subject.NOBODY else from_name


def _name_subject(words: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Subject, str]:
    """A thing counts only where no word of a context follows it: `product_order` is about orders."""
    in_context = False
    end = len(words)
    while end > 0:
        step = 1
        for start, text in phrases_ending(words, end):
            mark = vocabulary.names.get(text)
            roles = mark.roles if mark else frozenset()
            if Role.PERSON in roles:
                return Subject.PERSON, text
            if text in vocabulary.contexts.names:
                in_context = True
                step = end - start
                break
            if Role.THING in roles:
                if in_context:
                    step = end - start
                    break
                return Subject.THING, text
        end -= step
    return Subject.NOBODY, ""


def _comment_subject(comment: str, vocabulary: Vocabulary) -> tuple[Subject, str]:
    for hit in reversed(scan(comment, vocabulary)):
        if Role.PERSON in hit.mark.roles:
            return Subject.PERSON, hit.text
        if hit.text in vocabulary.contexts.chinese:
            return Subject.NOBODY, ""
        if Role.THING in hit.mark.roles:
            return Subject.THING, hit.text
    return Subject.NOBODY, ""


def _minors(words: tuple[str, ...], comment: str, columns: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """The word that says that the people are children under fourteen; empty where none does."""
    found = vocabulary.minors.found(phrases(words), comment)
    if found:
        return found["minors"]
    for column in columns:
        if "".join(words_of(column, vocabulary)) in vocabulary.minor_siblings:
            return column.lower()
    return ""
