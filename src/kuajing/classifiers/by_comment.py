"""What a column's comment says: in Chinese the head noun stands last."""

import re
from dataclasses import replace

from kuajing.classifiers.by_name import OF_OPERATORS, RELATIVE, RELATIVE_OF, is_relative, read_name
from kuajing.classifiers.comments import Comment, Hit, scan
from kuajing.classifiers.readings import SILENT, Around, Reading, Says, best
from kuajing.classifiers.surroundings import Subject, Surroundings, contexts_of
from kuajing.classifiers.tokens import words_of
from kuajing.classifiers.vocabulary import Role, Vocabulary, Word

_CONTAINS = re.compile(r"(?:包含|含有|包括|含)(.{2,40})")
_ENGLISH_END = re.compile(r"\b(?:for|from|in|to|as|on|by|used|that|which|e\.?g)\b|[,.;:(]")
_ENGLISH_OF = re.compile(r"\bof\b(?:\s+(?:the|a|an|this|each|its)\b)?")
_ENGLISH_SHORT = re.compile(r"\b(no|num|acct|addr|tel|mob)\.")
_MOST_ENGLISH_WORDS = 6
_UNKNOWN_END = 2
_PEOPLE = frozenset({"pi.basic.name", "pi.contact.related_person"})
_NUMBER_ENDINGS = frozenset({"号", "号码"})
_QUESTIONS = frozenset("是有能可")
_SKIPPED = frozenset({Role.NEUTRAL, Role.DERIVED})
_BEFORE = frozenset({Role.NEUTRAL, Role.PERSON, Role.DERIVED})


def read_chinese(comment: Comment, beside: Around, vocabulary: Vocabulary) -> Reading:
    """The reading of a Chinese comment; `beside` is what the table and the column's name give."""
    hits = _without_additions(comment, vocabulary)
    if _asks(comment.hits):
        return Reading(Says.NO, evidence=(f"comment:{comment.hits[0].text}",))
    tokens = any(Role.SURROGATE in hit.mark.roles for hit in comment.hits[len(hits) :])
    deidentified = tokens or _is_derived(comment, vocabulary)
    reading = _head(hits, comment, beside, vocabulary)
    if not reading.names_one:
        reading = _contained(comment, reading, beside, vocabulary)
    if deidentified and reading.names_one:
        return replace(reading, evidence=(*reading.evidence, "derived:comment"), deidentified=True)
    return reading


def read_english(comment: Comment, table: Surroundings, vocabulary: Vocabulary) -> Reading:
    """The reading of a short English comment; it names a category or says nothing."""
    whole = _ENGLISH_SHORT.sub(r"\1", comment.tail or comment.head).replace("'s ", " ")
    text = _ENGLISH_END.split(whole, maxsplit=1)[0]
    # `phone of the borrower` is read as `borrower phone`.
    words = words_of(" ".join(reversed(_ENGLISH_OF.split(text))), vocabulary)
    if not words or len(words) > _MOST_ENGLISH_WORDS:
        return SILENT
    found = read_name(words, table, vocabulary)
    if not found.names_one:
        return SILENT
    evidence = tuple(word.replace("name:", "comment:") for word in found.evidence)
    return Reading(found.says, found.category, evidence, found.deidentified)


def lone_person(comment: Comment, table: Surroundings) -> Reading:
    """`买家` alone, where nothing else tells: perhaps the name of that person; `验货人` so too, but of a thing's table."""
    if len(comment.hits) != 1 or not comment.hits[0].mark.number:
        return SILENT
    person = comment.hits[0]
    ends = person.end == len(comment.head) and table.subject is not Subject.THING
    whole = person.text == comment.head or (len(person.text) == 1 and ends)
    return Reading(Says.MAYBE, "pi.basic.name", (f"comment:{person.text}",)) if whole else SILENT


def _without_additions(comment: Comment, vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """The hits up to the head noun; words that only say that a value is hashed or new are taken from the end."""
    hits = list(comment.hits)
    while len(hits) > 1 and _is_addition(hits[-2], hits[-1], vocabulary):
        hits.pop()
    return tuple(hits)


def _is_addition(before: Hit, hit: Hit, vocabulary: Vocabulary) -> bool:
    adjacent = before.end == hit.start and before.mark.words and not before.mark.number
    if adjacent and hit.text in _NUMBER_ENDINGS:
        return _any_marked(before, "text", vocabulary)
    if adjacent and Role.CODE in hit.mark.roles:
        return _any_marked(before, "coded", vocabulary)
    if Role.SURROGATE in hit.mark.roles:
        return bool(adjacent) or (before.end == hit.start and Role.IDENTIFIER in before.mark.roles)
    return bool(hit.mark.roles & _SKIPPED) and not hit.mark.words


def _any_marked(hit: Hit, mark: str, vocabulary: Vocabulary) -> bool:
    return any(mark in vocabulary.categories[word.category].marks for word in hit.mark.words)


def _asks(hits: tuple[Hit, ...]) -> bool:
    """Whether the comment asks (`是否`) or starts as a switch (`显示`); a longer word may hold these signs."""
    return any(Role.ASKS in hit.mark.roles and (hit.start == 0 or hit.text[0] in _QUESTIONS) for hit in hits)


def _is_derived(comment: Comment, vocabulary: Vocabulary) -> bool:
    everything = (*comment.hits, *scan(comment.tail, vocabulary))
    return any(Role.DERIVED in hit.mark.roles for hit in everything)


def _head(hits: tuple[Hit, ...], comment: Comment, beside: Around, vocabulary: Vocabulary) -> Reading:
    if not hits:
        return SILENT
    last = hits[-1]
    if Role.AUDIT in last.mark.roles:
        return Reading(Says.NO, evidence=(f"comment:{last.text}",))
    unknown_end = _unknown_end(hits, comment)
    if _is_of_kind(hits):
        return Reading(Says.NO, evidence=(f"comment:{hits[-2].text}{last.text}",))
    pointed = _pointed(hits, vocabulary)
    if pointed is not None:
        return pointed
    says, word = best(last.mark.words, _around(hits, comment, beside, vocabulary))
    if word is not None and says in {Says.YES, Says.MAYBE}:
        return _named(hits, says, word, unknown_end)
    return _number(hits, unknown_end) or _property(hits, says, word)


def _is_of_kind(hits: tuple[Hit, ...]) -> bool:
    """`客户类型名称`: a bare word behind a kind or rule is the name of that."""
    if len(hits) == 1 or hits[-2].end != hits[-1].start:
        return False
    bare = any(word.gate == "bare" for word in hits[-1].mark.words)
    return bare and Role.VETO in hits[-2].mark.roles and not hits[-2].mark.words


def _named(hits: tuple[Hit, ...], says: Says, word: Word, unknown_end: int) -> Reading:
    """A category named, as far as the unknown end of the comment and the words before let it stand."""
    last, evidence = hits[-1], (f"comment:{word.text}",)
    if word.category in OF_OPERATORS and any(Role.AUDIT in hit.mark.roles for hit in hits[:-1]):
        return Reading(Says.NO, evidence=evidence)
    if unknown_end >= _UNKNOWN_END and Role.NEUTRAL not in last.mark.roles:
        return Reading(Says.MAYBE, word.category, evidence) if _is_strong(word) else SILENT
    of_relative = word.category in RELATIVE_OF and any(is_relative(hit.mark) for hit in hits[:-1])
    category = RELATIVE if of_relative else word.category
    return Reading(says, category, evidence, general=Role.GENERAL in last.mark.roles)


def _unknown_end(hits: tuple[Hit, ...], comment: Comment) -> int:
    """How many signs after the last kept hit belong to no known word."""
    known = sum(hit.end - hit.start for hit in comment.hits[len(hits) :])
    return len(comment.head) - hits[-1].end - known


def _around(hits: tuple[Hit, ...], comment: Comment, beside: Around, vocabulary: Vocabulary) -> Around:
    before = comment.head[: hits[-1].start]
    behind = comment.owner.text if comment.owner else ""
    contexts = (
        beside.contexts | contexts_of((), before + behind, vocabulary) if before + behind else beside.contexts
    )
    known = sum(hit.end - hit.start for hit in hits[:-1] if hit.mark.roles & _BEFORE)
    described = (*((comment.owner,) if comment.owner else ()), *hits)
    return Around(
        own=_subject_before(described),
        contexts=contexts,
        table=beside.table,
        beside=beside.own,
        bare=known == len(before),
        owner=_subject_before(tuple(hit for hit in described if not _opens(hit, vocabulary))),
    )


def _opens(hit: Hit, vocabulary: Vocabulary) -> bool:
    """Whether a thing opens a context, which makes it no owner of what is read there."""
    return Role.THING in hit.mark.roles and hit.text in vocabulary.contexts.chinese


def _is_strong(word: Word) -> bool:
    return word.gate in {"sure", "free", "login"}


def _subject_before(hits: tuple[Hit, ...]) -> Subject:
    for hit in reversed(hits[:-1]):
        if Role.PERSON in hit.mark.roles or any(
            word.category in _PEOPLE and word.gate != "bare" for word in hit.mark.words
        ):
            return Subject.PERSON
        if Role.THING in hit.mark.roles:
            return Subject.THING
    return Subject.NOBODY


def _pointed(hits: tuple[Hit, ...], vocabulary: Vocabulary) -> Reading | None:
    """`人脸照片地址`: the address of a file is what the file is."""
    if len(hits) == 1 or Role.MEDIA not in hits[-1].mark.roles:
        return None
    for word in hits[-2].mark.words:
        if "media" in vocabulary.categories[word.category].marks and word.gate == "sure":
            return Reading(Says.YES, word.category, (f"comment:{word.text}",))
    return None


def _number(hits: tuple[Hit, ...], unknown_end: int) -> Reading | None:
    if len(hits) == 1 or unknown_end or Role.IDENTIFIER not in hits[-1].mark.roles:
        return None
    before = hits[-2]
    if not before.mark.number or before.end != hits[-1].start:
        return None
    return Reading(Says.YES, before.mark.number, (f"comment:{before.text}{hits[-1].text}",))


def _property(hits: tuple[Hit, ...], says: Says, word: Word | None) -> Reading:
    last = hits[-1]
    if says is Says.NO and word is not None:
        return Reading(Says.NO, evidence=(f"comment:{word.text}",))
    if last.mark.roles & {Role.VETO, Role.THING, Role.ASKS}:
        return Reading(Says.NO, evidence=(f"comment:{last.text}",))
    if Role.IDENTIFIER in last.mark.roles and _subject_before(hits) is Subject.THING:
        return Reading(Says.NO, evidence=(f"comment:{hits[-2].text}{last.text}",))
    return SILENT


def _contained(comment: Comment, reading: Reading, beside: Around, vocabulary: Vocabulary) -> Reading:
    """`（含人脸车牌）`: what a value is said to contain is in it, whatever else it is."""
    found = _CONTAINS.search(comment.tail)
    if found is None:
        return reading
    for hit in scan(found.group(1), vocabulary):
        says, word = best(hit.mark.words, Around(Subject.NOBODY, beside.contexts, beside.table))
        if word is not None and says is Says.YES and word.gate == "sure":
            return Reading(Says.MAYBE, word.category, (f"comment:{word.text}",))
    return reading
