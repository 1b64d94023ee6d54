from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.classifiers import TableContext, classify, load_vocabulary
from kuajing.model.estate import Column
from kuajing.model.facts import Basis
from kuajing.model.labels import Classification, Outcome
from kuajing.model.names import ColumnName, DatasetName


def _classified(
    table: str,
    column: str,
    *,
    type: str = "",  # noqa: A002
    comment: str = "",
    table_comment: str = "",
    columns: tuple[str, ...] = (),
) -> Classification:
    found = Column(ColumnName(DatasetName("s", (table,)), column), type, comment, ())
    return classify(found, TableContext(table, table_comment, columns), load_vocabulary())


def test_a_classification_tells_everything_at_once() -> None:
    assert Classification(
        category="pi.basic.phone",
        outcome=Outcome.SURE,
        sensitive="no",
        sensitive_gbt35273="no",
        important=(),
        evidence=("comment:手机号", "derived:comment", "name:phone", "table:user", "derived:md5"),
        basis=Basis.INFERRED,
        deidentified=True,
    ) == _classified("t_user", "phone_md5", type="char(32)", comment="手机号MD5")


def test_a_comment_outranks_a_name() -> None:
    assert "pi.finance.account" == _classified("member_pay", "address", comment="银行卡号").category
    assert "pi.basic.address" == _classified("member_pay", "address").category


def test_a_narrower_name_outranks_a_general_comment() -> None:
    assert "pi.identity.resident_id" == _classified("kyc", "id_card", comment="证件号码").category
    assert "pi.identity.cert_no" == _classified("kyc", "zjhm", comment="证件号码").category


@pytest.mark.parametrize(
    ("table", "comment", "category"),
    [
        ("crm_customer", "", "pi.basic.name"),
        ("pms_product", "", "none"),
        ("member_level", "", "none"),
        ("t_a1", "会员表", "pi.basic.name"),
        ("t_a1", "商品表", "none"),
        ("t_a1", "", "none"),
    ],
)
def test_a_bare_name_is_personal_only_where_the_table_is_about_people(
    table: str, comment: str, category: str
) -> None:
    assert category == _classified(table, "name", table_comment=comment).category


def test_columns_of_people_make_a_table_one_about_people() -> None:
    siblings = ("id", "name", "gender", "id_card")
    assert "pi.basic.name" == _classified("t_a1", "name", columns=siblings).category
    assert "none" == _classified("t_a1", "name", columns=("id", "name", "price")).category


def test_initials_need_a_comment_that_agrees_or_two_others_beside_them() -> None:
    assert Outcome.SURE is _classified("t_a1", "xm", comment="姓名").outcome
    assert Outcome.SURE is _classified("t_a1", "xm", columns=("xm", "xb", "sfzh", "lxdh")).outcome
    assert Outcome.CANDIDATE is _classified("t_a1", "xm").outcome
    assert Outcome.NONE is _classified("t_a1", "xm", comment="项目").outcome
    assert Outcome.NONE is _classified("pms_product", "xm").outcome


def test_a_card_number_in_a_table_about_nobody_is_a_candidate() -> None:
    assert Outcome.CANDIDATE is _classified("risk_card", "card_no").outcome
    assert Outcome.SURE is _classified("bank_card", "card_no").outcome
    assert Outcome.NONE is _classified("gift_card", "card_no").outcome


def test_a_token_of_what_is_named_before_it_is_that_in_another_form() -> None:
    found = _classified("crm_customer", "cust_token", comment="客户号令牌")
    assert ("pi.netid.account", True) == (found.category, found.deidentified)
    opens = _classified("crm_customer", "access_token", comment="访问令牌")
    assert ("pi.auth.credential", False) == (opens.category, opens.deidentified)


@pytest.mark.parametrize(
    ("column", "type", "category"),
    [
        ("mobile", "varchar(20)", "pi.basic.phone"),
        ("mobile", "bigint", "pi.basic.phone"),
        ("mobile", "tinyint(1)", "none"),
        ("mobile", "boolean", "none"),
        ("email", "datetime", "none"),
        ("gender", "tinyint(1)", "pi.basic.gender"),
        ("gender", "boolean", "pi.basic.gender"),
        ("real_name", "bigint", "none"),
        ("birthday", "date", "pi.basic.birthday"),
    ],
)
def test_a_type_that_cannot_hold_the_value_ends_it(column: str, type: str, category: str) -> None:  # noqa: A002
    assert category == _classified("t_user", column, type=type).category


@pytest.mark.parametrize(
    "column", ["mobile", "MOBILE", "userMobile", "usermobile", "user-mobile", "f_mobile_no", "mobile1"]
)
def test_spelling_does_not_hide_a_word(column: str) -> None:
    assert "pi.basic.phone" == _classified("t_user", column).category


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("t_user", "id_card", ("no", "yes")),
        ("t_user", "id_card_front", ("yes", "yes")),
        ("t_user", "password", ("no", "yes")),
        ("t_user", "pay_password", ("yes", "yes")),
        ("t_user", "mobile", ("no", "no")),
        ("kids_user", "mobile", ("yes", "yes")),
        ("bank_user", "bank_card_no", ("yes", "yes")),
        ("patient_visit", "height", ("yes", "yes")),
        ("t_user", "height", ("no", "yes")),
        ("t_user", "gps_lat", ("yes", "yes")),
    ],
)
def test_sensitivity_follows_both_lists(table: str, column: str, expected: tuple[str, str]) -> None:
    found = _classified(table, column)
    assert expected == (found.sensitive, found.sensitive_gbt35273)


def test_what_a_value_is_said_to_contain_is_in_it() -> None:
    found = _classified("adas_clip", "exterior_video_url", comment="车外摄像头视频(含人脸车牌)")
    assert ("pi.biometric.face", Outcome.CANDIDATE, "yes", ("id.auto.exterior_video",)) == (
        found.category,
        found.outcome,
        found.sensitive,
        found.important,
    )


@pytest.mark.parametrize(
    ("comment", "category"),
    [
        ("customer mobile number", "pi.basic.phone"),
        ("Email of the customer, unique", "pi.basic.email"),
        ("Name of the product", "none"),
        ("foreign key to t_user", "none"),
    ],
)
def test_a_short_english_comment_names_a_category(comment: str, category: str) -> None:
    assert category == _classified("t_a1", "col_7", comment=comment).category


def test_a_hidden_word_past_the_cap_is_not_read() -> None:
    assert "none" == _classified("t_user", "x" * 128 + "_mobile").category


_TEXT = st.text(max_size=140)


@given(_TEXT, _TEXT, _TEXT, _TEXT, st.lists(_TEXT, max_size=4))
def test_no_text_is_an_error(table: str, column: str, type: str, comment: str, columns: list[str]) -> None:  # noqa: A002
    found = _classified(
        table, column, type=type, comment=comment, table_comment=comment, columns=tuple(columns)
    )
    assert found.category == "none" or found.category in load_vocabulary().categories


def test_evidence_holds_only_words_of_the_vocabulary() -> None:
    found = _classified("t_user", "phone", comment="手机号，例如张三的 13800000000")
    assert ("comment:手机号", "name:phone", "table:user") == found.evidence


@pytest.mark.parametrize(
    "hostile", ["a_" * 60_000, "手机" * 50_000, "（" * 50_000, "a" * 100_000, "含" * 50_000]
)
def test_hostile_text_stays_linear(hostile: str) -> None:
    found: Any = _classified(hostile, hostile, type=hostile, comment=hostile, table_comment=hostile)
    assert isinstance(found, Classification)
