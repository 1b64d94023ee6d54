"""What one piece of evidence says of a column, and the gates under which a word says it."""

from dataclasses import dataclass
from enum import Enum

from kuajing.classifiers.surroundings import Subject, Surroundings
from kuajing.classifiers.vocabulary import Word


class Says(Enum):
    """Personal, perhaps personal, not personal, or nothing either way."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name or a comment says: the category where it says one, and the words it rests on.

    `general` where the word is one (`地址`) that gives way to a narrower word elsewhere.
    """

    says: Says
    category: str = ""
    evidence: tuple[str, ...] = ()
    deidentified: bool = False
    general: bool = False

    @property
    def names_one(self) -> bool:
        """Whether a category is named."""
        return self.says is Says.YES or self.says is Says.MAYBE


SILENT = Reading(Says.NOTHING)


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds one word.

    `own` is the subject among the words of the same text before it, `owner` the same without words that open a
    context: the bank of a bank account does not own it. `beside` is the subject of the column's name where the word
    stands in the comment; `contexts` are open ones; `bare` says that no unknown word stands before it.
    """

    own: Subject
    contexts: frozenset[str]
    table: Surroundings
    beside: Subject = Subject.NOBODY
    bare: bool = True
    owner: Subject = Subject.NOBODY

    @property
    def near(self) -> Subject:
        """The subject that the column itself gives."""
        return self.beside if self.own is Subject.NOBODY else self.own

    @property
    def subject(self) -> Subject:
        """The nearest subject."""
        return self.table.subject if self.near is Subject.NOBODY else self.near


def opens(word: Word, around: Around) -> Says:  # noqa: PLR0911  one return for each gate
    """What a word says under its gate; in a table that only defines things, no more than that of a named person."""
    if around.table.is_definition and around.near is not Subject.PERSON:
        return Says.NO
    match word.gate:
        case "sure":
            return Says.MAYBE if around.own is Subject.THING else Says.YES
        case "free":
            return Says.NO if around.near is Subject.THING else Says.YES
        case "login":
            return Says.NO if around.near is Subject.THING or around.table.is_system else Says.YES
        case "plain":
            return _PLAIN[around.subject]
        case "person":
            return _of_a_person(around, needed=True)
        case "bare":
            return _of_a_person(around, needed=around.bare or around.own is Subject.PERSON)
        case "perhaps":
            return Says.NO if around.subject is Subject.THING else Says.MAYBE
        case context:
            return _in_context(context, around)


def _of_a_person(around: Around, *, needed: bool) -> Says:
    """Beside a thing named in the same text a bare word is that thing's; else only a person makes it personal."""
    if around.own is Subject.THING:
        return Says.NO
    return Says.YES if needed and around.subject is Subject.PERSON else Says.NOTHING


def _in_context(context: str, around: Around) -> Says:
    if context not in around.contexts:
        return Says.NOTHING
    subject = around.table.subject if around.owner is Subject.NOBODY else around.owner
    return Says.NO if subject is Subject.THING else Says.YES


_PLAIN = {Subject.PERSON: Says.YES, Subject.THING: Says.NO, Subject.NOBODY: Says.MAYBE}


def best(words: tuple[Word, ...], around: Around) -> tuple[Says, Word | None]:
    """The strongest of what the words of one mark say; a word that needs a context is tried before one that does not."""
    found: tuple[Says, Word | None] = (Says.NOTHING, None)
    for word in sorted(words, key=lambda word: _ORDER.get(word.gate, 0)):
        says = opens(word, around)
        if _STRENGTH[says] > _STRENGTH[found[0]]:
            found = (says, word)
    return found


_ORDER = {"sure": 1, "free": 2, "login": 2, "plain": 3, "person": 4, "bare": 5, "perhaps": 6}
_STRENGTH = {Says.NOTHING: 0, Says.NO: 1, Says.MAYBE: 2, Says.YES: 3}
