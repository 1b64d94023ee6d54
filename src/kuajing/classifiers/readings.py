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
    """What a name or a comment says: the category where it says one, and the words it rests on."""

    says: Says
    category: str = ""
    evidence: tuple[str, ...] = ()
    deidentified: bool = False

    @property
    def names_one(self) -> bool:
        """Whether a category is named."""
        return self.says in {Says.YES, Says.MAYBE}


SILENT = Reading(Says.NOTHING)


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds one word: the subject its own name or comment gives, the open contexts, and the table."""

    own: Subject
    contexts: frozenset[str]
    table: Surroundings

    @property
    def subject(self) -> Subject:
        """The nearest subject."""
        return self.table.subject if self.own is Subject.NOBODY else self.own


def opens(word: Word, around: Around) -> Says:
    """What a word says under its gate."""
    match word.gate:
        case "sure":
            return Says.MAYBE if around.own is Subject.THING else Says.YES
        case "free":
            return Says.NO if around.own is Subject.THING else Says.YES
        case "plain":
            return _PLAIN[around.subject]
        case "person":
            return Says.YES if around.subject is Subject.PERSON else Says.NOTHING
        case context:
            if context not in around.contexts:
                return Says.NOTHING
            return Says.NO if around.subject is Subject.THING else Says.YES


_PLAIN = {Subject.PERSON: Says.YES, Subject.THING: Says.NO, Subject.NOBODY: Says.MAYBE}


def best(words: tuple[Word, ...], around: Around) -> tuple[Says, Word | None]:
    """The strongest of what the words of one mark say; a word that needs a context is tried before one that does not."""
    found: tuple[Says, Word | None] = (Says.NOTHING, None)
    for word in sorted(words, key=lambda word: _ORDER.get(word.gate, 0)):
        says = opens(word, around)
        if _STRENGTH[says] > _STRENGTH[found[0]]:
            found = (says, word)
    return found


_ORDER = {"sure": 1, "free": 2, "plain": 3, "person": 4}
_STRENGTH = {Says.NOTHING: 0, Says.NO: 1, Says.MAYBE: 2, Says.YES: 3}
