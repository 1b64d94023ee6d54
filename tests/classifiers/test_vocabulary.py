from collections.abc import Mapping

from kuajing.classifiers import load_vocabulary
from kuajing.classifiers.answers import answer
from kuajing.classifiers.comments import read_comment
from kuajing.classifiers.tokens import words_of
from kuajing.classifiers.vocabulary import Mark, Role

_GATES = {"sure", "free", "login", "plain", "person", "bare", "perhaps"}


def test_every_word_names_a_category_of_the_tree_under_a_known_gate() -> None:
    vocabulary = load_vocabulary()
    contexts = {name for names in vocabulary.contexts.names.values() for name in names}
    for marks in (vocabulary.names, vocabulary.chinese):
        words = [word for mark in marks.values() for word in mark.words]
        assert {word.category for word in words} <= set(vocabulary.categories)
        assert {word.gate for word in words} <= _GATES | contexts
    assert {"long", "short"} == {word.gate for mark in vocabulary.initials.values() for word in mark.words}


def test_no_word_names_two_categories_under_one_gate() -> None:
    vocabulary = load_vocabulary()
    for marks in (vocabulary.names, vocabulary.chinese):
        assert [] == [text for text, mark in marks.items() if _is_ambiguous(mark)]


def _is_ambiguous(mark: Mark) -> bool:
    gates = [word.gate for word in mark.words]
    return len(gates) != len(set(gates)) or len(_strong(mark)) > 1


def _strong(mark: Mark) -> set[str]:
    return {word.gate for word in mark.words} & {"sure", "free", "login"}


def test_no_word_is_certain_and_at_once_a_thing_or_a_property() -> None:
    vocabulary = load_vocabulary()
    against = {Role.THING, Role.VETO, Role.NEUTRAL}
    for marks in (vocabulary.names, vocabulary.chinese):
        assert [] == _at_odds(marks, against)


def _at_odds(marks: Mapping[str, Mark], against: set[Role]) -> list[str]:
    return [text for text, mark in marks.items() if _strong(mark) and mark.roles & against]


def test_every_category_has_words_and_both_names() -> None:
    vocabulary = load_vocabulary()
    named = {word.category for mark in vocabulary.names.values() for word in mark.words}
    assert set(vocabulary.categories) == named
    assert all(row.zh and row.en for row in vocabulary.categories.values())
    assert {row.group for row in vocabulary.categories.values()} == set(vocabulary.groups)
    assert ("电话号码", "basic profile", "pi.x.y") == (
        vocabulary.name_of("pi.basic.phone", "zh"),
        vocabulary.name_of("pi.basic", "en"),
        vocabulary.name_of("pi.x.y", "en"),
    )


def test_names_are_cut_at_case_separators_and_known_words() -> None:
    vocabulary = load_vocabulary()
    assert {
        "receiverPhone": ("receiver", "phone"),
        "CUST_NM": ("cust", "nm"),
        "IDCardNo": ("id", "card", "no"),
        "buyermobile": ("buyer", "mobile"),
        "storetelephone": ("store", "telephone"),
        "package": ("package",),
        "translate": ("translate",),
        "platform": ("platform",),
        "phone2": ("phone", "2"),
    } == {
        name: words_of(name, vocabulary)
        for name in (
            "receiverPhone",
            "CUST_NM",
            "IDCardNo",
            "buyermobile",
            "storetelephone",
            "package",
            "translate",
            "platform",
            "phone2",
        )
    }


def test_the_head_of_a_comment_stands_before_its_explanations() -> None:
    vocabulary = load_vocabulary()
    heads = {
        "性别：0->未知；1->男": "性别",
        "用户性别（0男 1女）": "用户性别",
        "(必填)手机号": "手机号",
        "手机号 必填": "手机号",
        "用户 IP": "用户ip",
        "手机号或邮箱": "手机号",
        "手机号1": "手机号",
    }
    assert heads == {text: read_comment(text, vocabulary).head for text in heads}


def test_an_answer_is_one_line() -> None:
    assert {
        "id": 1,
        "category": "pi.basic.phone",
        "outcome": "sure",
        "sensitive": "no",
        "sensitive_gbt35273": "no",
        "important": [],
        "evidence": ["comment:手机号", "name:mobile"],
    } == answer(
        {"id": 1, "table": "t_user", "column": "mobile", "comment": "手机号", "columns": ["id", "mobile"]}
    )
    assert (
        "conditional"
        == answer({"table": "kyc", "column": "id_card", "columns": ["id_card", "real_name", "mobile"]})[
            "sensitive"
        ]
    )
    assert {"id": 2, "error": "a line needs a table and a column, as text"} == answer({"id": 2, "table": "t"})
