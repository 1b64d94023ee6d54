"""What a column's name says: its last word that is not a mere addition decides."""

from dataclasses import dataclass
from functools import lru_cache

from kuajing.classifiers.readings import SILENT, Around, Reading, Says, best
from kuajing.classifiers.surroundings import Subject, Surroundings, contexts_of
from kuajing.classifiers.tokens import phrase, phrases_ending
from kuajing.classifiers.vocabulary import Mark, Role, Vocabulary, Word

_NAMED = frozenset({"sure", "free", "plain"})
_BY_SUBJECT = frozenset({"plain", "person", "bare", "perhaps"})
_SKIPPED = frozenset({Role.NEUTRAL, Role.MEDIA, Role.DERIVED, Role.CODE})
RELATIVE = "pi.contact.related_person"
RELATIVE_OF = frozenset({"pi.basic.name", "pi.basic.phone"})
OF_OPERATORS = frozenset({"pi.netid.account", "pi.work.employee_no", "pi.basic.name"})
_BEFORE = frozenset({Role.NEUTRAL, Role.PERSON, Role.DERIVED})
_NOTHING = Mark()


@dataclass(frozen=True, slots=True)
class Stem:
    """A name without its additions: where it ends, and whether a hash or a link to a file was added."""

    end: int
    derived: str = ""
    media: bool = False
    coded: bool = False


def read_name(words: tuple[str, ...], table: Surroundings, vocabulary: Vocabulary) -> Reading:
    """The reading of a name's words in a table."""
    if not words:
        return SILENT
    whole = _mark(phrase(words, 0, len(words)), vocabulary)
    if Role.AUDIT in whole.roles:
        return Reading(Says.NO, evidence=(f"audit:{'_'.join(words)}",))
    for stem in _stems(words, vocabulary):
        found = _at(words, stem, table, vocabulary)
        if found is not None:
            return found
    return SILENT


@lru_cache(maxsize=65_536)
def own_subject(words: tuple[str, ...], end: int, vocabulary: Vocabulary, *, opening: bool = True) -> Subject:
    """The nearest person or thing among the words before a place; where not `opening`, no thing that opens a context."""
    for at in range(end, 0, -1):
        for _, text in phrases_ending(words, at):
            roles = _mark(text, vocabulary).roles
            if Role.PERSON in roles:
                return Subject.PERSON
            if Role.THING in roles and (opening or text not in vocabulary.contexts.names):
                return Subject.THING
    return Subject.NOBODY


def head_of(words: tuple[str, ...], vocabulary: Vocabulary) -> int:
    """Where the last words begin that together name a category (`bank_account`), at most the last word."""
    for start, text in phrases_ending(words, len(words)):
        if _mark(text, vocabulary).words:
            return start
    return len(words) - 1


def _stems(words: tuple[str, ...], vocabulary: Vocabulary) -> list[Stem]:
    """The name as it stands, then with one addition after another taken from its end."""
    found = [Stem(len(words))]
    while found[-1].end > 1:
        last = found[-1]
        step = _addition(words, last.end, vocabulary)
        if step is None:
            break
        start, roles = step
        found.append(
            Stem(
                end=start,
                derived=phrase(words, start, last.end) if Role.DERIVED in roles else last.derived,
                media=last.media or (Role.MEDIA in roles and Role.NEUTRAL not in roles),
                coded=last.coded or Role.CODE in roles,
            )
        )
    return found


def _addition(words: tuple[str, ...], end: int, vocabulary: Vocabulary) -> tuple[int, frozenset[Role]] | None:
    if words[end - 1].isdigit():
        text = phrase(words, end - 2, end)
        roles = _mark(text, vocabulary).roles
        if Role.DERIVED in roles and end > 2:  # noqa: PLR2004  `md5` is cut into a word and a number
            return end - 2, roles
        return end - 1, frozenset({Role.NEUTRAL})
    roles = _mark(words[end - 1], vocabulary).roles
    if Role.SURROGATE in roles and _is_token(words, end - 1, vocabulary):
        return end - 1, frozenset({Role.DERIVED})
    return (end - 1, roles) if roles & _SKIPPED else None


def _is_token(words: tuple[str, ...], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a token stands for what is named before it (`card_no_token`) and opens nothing by itself."""
    marks = [_mark(text, vocabulary) for _, text in phrases_ending(words, start)]
    return any(mark.number or any(word.gate == "sure" for word in mark.words) for mark in marks)


def _at(words: tuple[str, ...], stem: Stem, table: Surroundings, vocabulary: Vocabulary) -> Reading | None:
    """What the words that end where a stem ends say; None where nothing known ends there."""
    derived = bool(stem.derived)
    for start, text in phrases_ending(words, stem.end):
        mark = _mark(text, vocabulary)
        if not mark.words or (Role.SURROGATE in mark.roles and _is_token(words, start, vocabulary)):
            continue
        around = _around(words, start, stem.end, table, vocabulary)
        says, word = best(mark.words, around)
        if word is not None and word.gate == "bare" and _is_kind(words, start, vocabulary):
            return Reading(Says.NO, evidence=(f"veto:{words[start - 1]}",))
        if word is None or not _fits(stem, word, vocabulary):
            continue
        evidence = (f"name:{text}", *_subject_evidence(word, around))
        if _is_audit(words, start, word.category, vocabulary):
            return Reading(Says.NO, evidence=(f"audit:{words[0]}",))
        if says is Says.NO:
            return Reading(Says.NO, evidence=evidence)
        category = _of_relative(words[:start], word.category, vocabulary)
        if derived:
            evidence = (*evidence, f"derived:{stem.derived}")
        return Reading(says, category, evidence, derived)
    return _number(words, stem, vocabulary) or _property(words, stem, vocabulary)


def _around(
    words: tuple[str, ...], start: int, end: int, table: Surroundings, vocabulary: Vocabulary
) -> Around:
    before = words[:start]
    contexts = table.contexts | contexts_of(before, "", vocabulary) if before else table.contexts
    bare = all(len(word) == 1 or _mark(word, vocabulary).roles & _BEFORE for word in before)
    # A person inside the phrase itself (`buyer_name`) outranks whatever stands before it.
    inside = any(Role.PERSON in _mark(word, vocabulary).roles for word in words[start : end - 1])
    own = Subject.PERSON if inside else own_subject(words, start, vocabulary)
    owner = Subject.PERSON if inside else own_subject(words, start, vocabulary, opening=False)
    return Around(own, contexts, table, bare=bare, owner=owner)


def _is_kind(words: tuple[str, ...], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a kind or rule stands before (`cust_type_name`), whose name it then is."""
    before = _mark(words[start - 1], vocabulary) if start else _NOTHING
    return Role.VETO in before.roles and Role.PERSON not in before.roles and not before.words


def _number(words: tuple[str, ...], stem: Stem, vocabulary: Vocabulary) -> Reading | None:
    """A person followed by a word for a number, or hashed: a number given to that person."""
    if Role.IDENTIFIER in _mark(words[stem.end - 1], vocabulary).roles:
        end = stem.end - 1
    elif stem.derived:
        end = stem.end
    else:
        return None
    for start, text in phrases_ending(words, end):
        number = _mark(text, vocabulary).number
        if number and _is_audit(words, start, number, vocabulary):
            return Reading(Says.NO, evidence=(f"audit:{words[0]}",))
        if number:
            evidence = (f"name:{phrase(words, start, stem.end)}",)
            return Reading(Says.YES, number, evidence, bool(stem.derived))
    return None


def _of_relative(before: tuple[str, ...], category: str, vocabulary: Vocabulary) -> str:
    """A name or number of somebody's relative is that of a related person."""
    if category not in RELATIVE_OF:
        return category
    for end in range(1, len(before) + 1):
        for _, text in phrases_ending(before, end):
            if is_relative(_mark(text, vocabulary)):
                return RELATIVE
    return category


def is_relative(mark: Mark) -> bool:
    """Whether a word names a related person by itself."""
    return any(word.category == RELATIVE and word.gate == "sure" for word in mark.words)


def _is_audit(words: tuple[str, ...], start: int, category: str, vocabulary: Vocabulary) -> bool:
    """Whether a number or name is that of whoever wrote the row (`create_staff_id`)."""
    return start > 0 and category in OF_OPERATORS and Role.AUDITS in _mark(words[0], vocabulary).roles


def _property(words: tuple[str, ...], stem: Stem, vocabulary: Vocabulary) -> Reading | None:
    """A last word that makes the name a kind, state, number or rule of something, or names a thing."""
    last = words[stem.end - 1]
    roles = _mark(last, vocabulary).roles
    if Role.VETO in roles:
        return Reading(Says.NO, evidence=(f"veto:{last}",))
    if Role.THING in roles and stem.end > 1:
        return Reading(Says.NO, evidence=(f"thing:{last}",))
    return None


def asks(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether a name starts as a question or switch (`is_`, `has_`, `show_`); `no1` does not."""
    if not words:
        return False
    return Role.ASKS in _mark(words[0], vocabulary).roles and not all(word.isdigit() for word in words[1:])


def _fits(stem: Stem, word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a link to a file, or a code, can stand for what the word names."""
    marks = vocabulary.categories[word.category].marks
    if stem.media and "media" not in marks:
        return False
    return not stem.coded or ("coded" in marks and word.gate in _NAMED)


def _subject_evidence(word: Word, around: Around) -> tuple[str, ...]:
    if word.gate in _BY_SUBJECT and around.own is Subject.NOBODY and around.table.word:
        return (f"table:{around.table.word}",)
    return () if word.gate in _BY_SUBJECT | {"sure", "free", "login"} else (f"context:{word.gate}",)


def _mark(text: str, vocabulary: Vocabulary) -> Mark:
    return vocabulary.names.get(text, _NOTHING)
