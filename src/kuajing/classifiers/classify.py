"""One column to a category: comment before name, negative evidence before positive, the type last."""

import re
from dataclasses import replace

from kuajing.classifiers.by_comment import lone_person, read_chinese, read_english
from kuajing.classifiers.by_initials import read_initials
from kuajing.classifiers.by_name import asks, head_of, own_subject, read_name
from kuajing.classifiers.comments import read_comment
from kuajing.classifiers.indicators import indicators
from kuajing.classifiers.readings import SILENT, Around, Reading, Says
from kuajing.classifiers.sensitivity import YES, sensitivity
from kuajing.classifiers.surroundings import Subject, Surroundings, TableContext, contexts_of, read_table
from kuajing.classifiers.tokens import phrases, words_of
from kuajing.classifiers.vocabulary import Category, Vocabulary
from kuajing.model.estate import Column
from kuajing.model.facts import Basis
from kuajing.model.labels import NO_CATEGORY, Classification, Outcome

_TYPE = re.compile(r"([a-z_]+[0-9]*)(?:\s*\(\s*(\d+))?")
_MONEY = frozenset(
    {
        "pay",
        "payment",
        "trade",
        "transaction",
        "trans",
        "bank",
        "card",
        "atm",
        "fund",
        "withdraw",
        "paypwd",
        "zhifu",
        "zfmm",
        "jymm",
        "wallet",
    }
)
_MONEY_CHINESE = ("支付", "交易", "银行", "取款", "资金", "提现", "查询密码")


def classify(column: Column, table: TableContext, vocabulary: Vocabulary) -> Classification:
    """What a column holds, by rules over its name, comment and type and the table around it."""
    return classify_in(column, read_table(table, vocabulary), vocabulary)


def classify_in(
    column: Column, table: Surroundings, vocabulary: Vocabulary, *, aggregated: bool = False
) -> Classification:
    """What a column of a table already read holds; `aggregated` where the table holds a mix to be judged again."""
    name, comment = column.name.column, column.comment
    words = words_of(name, vocabulary)
    reading = _reading(column, words, table, vocabulary)
    category = vocabulary.categories.get(reading.category) if reading.names_one else None
    if category is not None and not _fits_type(column.type, category, vocabulary):
        reading = Reading(Says.NO, evidence=(*reading.evidence, f"type:{_type(column.type)[0]}"))
        category = None
    signs = indicators(words, comment, vocabulary)
    important = tuple(sign for sign, _ in signs)
    evidence = (*reading.evidence, *(word for _, word in signs))
    if category is None:
        return Classification(NO_CATEGORY, Outcome.NONE, "no", "no", important, evidence, Basis.INFERRED)
    opens_account = _opens_account(words, comment)
    sensitive, strict, raised = sensitivity(
        category, table, opens_account=opens_account, aggregated=aggregated
    )
    return Classification(
        category=category.id,
        outcome=Outcome.SURE if reading.says is Says.YES else Outcome.CANDIDATE,
        sensitive=sensitive,
        sensitive_gbt35273=strict,
        important=important,
        evidence=(*evidence, *raised),
        basis=Basis.INFERRED,
        deidentified=reading.deidentified,
    )


def _reading(column: Column, words: tuple[str, ...], table: Surroundings, vocabulary: Vocabulary) -> Reading:
    by_name = read_name(words, table, vocabulary)
    if asks(words, vocabulary) and not _is_whole(by_name, words):
        by_name = Reading(Says.NO, evidence=(f"asks:{words[0]}",))
    read = read_comment(column.comment, vocabulary)
    if read.is_chinese:
        contexts = table.contexts | contexts_of(words[:-1], "", vocabulary)
        beside = Around(_named_subject(words, vocabulary), contexts, table)
        by_comment = read_chinese(read, beside, vocabulary)
    else:
        by_comment = read_english(read, table, vocabulary)
    if not by_name.names_one:
        by_name = _with_initials(by_name, column.name.column, words, table, vocabulary)
    if by_name.names_one and by_comment.names_one and not _fits(column, by_comment, vocabulary):
        by_comment = SILENT
    if Says.NOTHING is by_comment.says is by_name.says:
        return lone_person(read, table)
    if read.is_chinese and by_comment.says is Says.NOTHING:
        by_name = _doubted(by_name, words, table, vocabulary)
    return joined(by_comment, by_name, vocabulary)


def _named_subject(words: tuple[str, ...], vocabulary: Vocabulary) -> Subject:
    """Whom or what a name is about for its comment: last words that name a thing may be the very words explained."""
    whole = own_subject(words, len(words), vocabulary)
    return whole if whole is Subject.PERSON else own_subject(words, head_of(words, vocabulary), vocabulary)


def _with_initials(
    by_name: Reading, name: str, words: tuple[str, ...], table: Surroundings, vocabulary: Vocabulary
) -> Reading:
    initials = read_initials(name, words, table, vocabulary)
    return initials if initials.names_one else by_name


def joined(by_comment: Reading, by_name: Reading, vocabulary: Vocabulary) -> Reading:
    """What comment and name say together: a comment outranks a name, a narrower category a general one."""
    evidence = (*by_comment.evidence, *by_name.evidence)
    deidentified = by_comment.deidentified or by_name.deidentified
    if by_comment.names_one:
        agrees = by_name.names_one and by_name.category == by_comment.category
        if by_name.names_one and not agrees and _outranks(by_name, by_comment, vocabulary):
            return Reading(by_name.says, by_name.category, evidence, deidentified)
        says = Says.YES if agrees and Says.YES in {by_name.says, by_comment.says} else by_comment.says
        return Reading(says, by_comment.category, evidence if agrees else by_comment.evidence, deidentified)
    if by_comment.says is Says.NO:
        return by_comment
    return Reading(by_name.says, by_name.category, evidence, deidentified)


def _doubted(
    by_name: Reading, words: tuple[str, ...], table: Surroundings, vocabulary: Vocabulary
) -> Reading:
    """A name beside a Chinese comment that holds none of the words people use for it.

    Initials, and single words outside tables about people, then say nothing; longer names are candidates.
    """
    if not by_name.names_one:
        return by_name
    if by_name.evidence[0].startswith("initials:"):
        return SILENT
    near = own_subject(words, len(words), vocabulary)
    if Subject.PERSON in {table.subject, near} or len(by_name.evidence) > 1:
        return by_name
    return SILENT if len(words) == 1 else replace(by_name, says=Says.MAYBE)


def _outranks(by_name: Reading, by_comment: Reading, vocabulary: Vocabulary) -> bool:
    if by_name.says is not Says.YES and not (by_comment.general and by_name.evidence[0].startswith("name:")):
        return False
    named, commented = vocabulary.categories[by_name.category], vocabulary.categories[by_comment.category]
    sensitive = commented.gbt35273 == YES and by_comment.says is Says.YES
    if sensitive and "generic" in named.marks:
        return False
    narrower = (
        "generic" in commented.marks and "generic" not in named.marks and named.group == commented.group
    )
    return narrower or by_comment.general or by_comment.says is Says.MAYBE


def _is_whole(reading: Reading, words: tuple[str, ...]) -> bool:
    """Whether the reading rests on a word that covers the whole name (`is_married`)."""
    return reading.names_one and reading.evidence[0] == f"name:{''.join(words)}"


def _fits(column: Column, reading: Reading, vocabulary: Vocabulary) -> bool:
    return _fits_type(column.type, vocabulary.categories[reading.category], vocabulary)


def _type(text: str) -> tuple[str, int | None]:
    found = _TYPE.match(text.strip().lower())
    if found is None:
        return "", None
    return found.group(1), int(found.group(2)) if found.group(2) else None


def _fits_type(text: str, category: Category, vocabulary: Vocabulary) -> bool:
    """Whether values of a type can be of a category: no phone number is a boolean, no gender a long text."""
    name, length = _type(text)
    kind = vocabulary.types.get(name, "")
    if kind == "boolean" or (kind == "tiny" and length == 1):
        return "coded" in category.marks
    if kind == "tiny" or (length == 1 and kind in {"whole", ""} and name):
        return "coded" in category.marks
    if kind == "whole":
        return "worded" not in category.marks
    if kind in {"temporal", "fractional"}:
        return "text" not in category.marks or (kind == "fractional" and category.id == "pi.basic.phone")
    return True


def _opens_account(words: tuple[str, ...], comment: str) -> bool:
    return not _MONEY.isdisjoint(phrases(words)) or any(word in comment for word in _MONEY_CHINESE)
