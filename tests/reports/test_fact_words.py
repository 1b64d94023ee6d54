"""Facts as reasoning tells them: every closed word of the law's facts has its words."""

from importlib.resources import files

import pytest
import yaml
from tests.reports.sample import NAMES

from kuajing.messages import is_key
from kuajing.reports.fact_words import fact_label, fact_value, facts_said
from kuajing.reports.words import words_for

FACTS = yaml.safe_load((files("kuajing.rules") / "law" / "facts.yaml").read_text(encoding="utf-8"))
PURPOSES = yaml.safe_load((files("kuajing.rules") / "law" / "purposes.yaml").read_text(encoding="utf-8"))
ENGLISH, CHINESE = words_for("en", NAMES), words_for("zh", NAMES)
PARTIES = {"shop-us": "Example Shop Inc."}


def test_every_word_that_a_fact_may_be_has_its_words() -> None:
    words = [(path, word) for path, row in FACTS.items() for word in row.get("words", ())]
    missing = [
        f"{path}.{word}"
        for path, word in words
        if not is_key(f"value.{path}.{word}") and not is_key(f"value.{word}")
    ]
    assert missing == []


def test_every_fact_has_its_words() -> None:
    assert [path for path in FACTS if not is_key(f"fact.{path}")] == []


def test_every_purpose_that_the_law_speaks_of_has_its_name() -> None:
    assert [purpose for purpose in PURPOSES if not is_key(f"purpose.{purpose}")] == []


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        ("flow.purpose", "the purpose", "目的"),
        ("recipient.physical_location", "where the people who open the data sit", "访问人员所在地"),
        ("data.key_location", "where the key lies", "密钥所在地"),
        ("data.per_recipient.shop-us", "people by recipient", "各接收方人数"),
        ("handler.shoe_size", "handler.shoe_size", "handler.shoe_size"),
    ],
)
def test_a_fact_is_named_without_the_key_of_the_declaration(path: str, english: str, chinese: str) -> None:
    assert (fact_label(path, ENGLISH), fact_label(path, CHINESE)) == (english, chinese)


@pytest.mark.parametrize(
    ("path", "value", "english", "chinese"),
    [
        ("handler.ciio", "no", "no", "否"),
        ("legal_basis", "consent", "consent", "同意"),
        (
            "claims",
            "contract, hr",
            "contract with the person, staff management",
            "个人作为一方当事人的合同、跨境人力资源管理",
        ),
        ("claims", "none", "none", "无"),
        ("recipient.jurisdiction", "FR", "France", "法国"),
        (
            "recipient.jurisdiction",
            "unknown: CN or HK",
            "unknown (Mainland China, Hong Kong SAR)",
            "未知（中国大陆、中国香港）",
        ),
        ("legal_basis", "unknown: a or b or c or d or e", "unknown", "未知"),
        (
            "mechanism.recipients",
            "shop-us, shop-fr",
            "Example Shop Inc., shop-fr",
            "Example Shop Inc.、shop-fr",
        ),
        ("mechanism.scope", "pi.basic.phone", "phone number", "电话号码"),
        ("mechanism.regime", "2026", "the scheme of 2026", "2026年认证办法"),
        ("mechanism.filed", "2026-03-10", "2026-03-10", "2026-03-10"),
        ("data.ytd_persons.sensitive", "0–1,280,000", "0 to 1,280,000", "0 至 1,280,000"),
        ("data.ytd_persons.sensitive", "≥ 5", "at least 5", "至少 5"),
        ("flow.purpose", "loyalty_of_members", "loyalty of members", "loyalty of members"),
        ("calendar.2027", "weekends only", "weekends only", "仅扣除周末"),
    ],
)
def test_what_is_on_record_is_said_in_the_language(path: str, value: str, english: str, chinese: str) -> None:
    said = (fact_value(path, value, ENGLISH, PARTIES), fact_value(path, value, CHINESE, PARTIES))
    assert said == (english, chinese)


def test_facts_stand_in_a_row_that_lists_do_not_break() -> None:
    read = (("claims", "contract, hr"), ("handler.ciio", "no"))
    assert facts_said(read, CHINESE, {}) == (
        "主张的豁免：个人作为一方当事人的合同、跨境人力资源管理；是否被通知为关键信息基础设施运营者：否"
    )
