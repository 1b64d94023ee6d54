from kuajing.classifiers import classify_dataset, declared_classification, load_vocabulary
from kuajing.model.estate import Column, Dataset
from kuajing.model.facts import Basis
from kuajing.model.labels import Outcome
from kuajing.model.names import DatasetName


def _dataset(table: str, comment: str, *columns: tuple[str, str, str]) -> Dataset:
    name = DatasetName("crm", (table,))
    found = tuple(Column(name.column(column), kind, text, ()) for column, kind, text in columns)
    return Dataset(name, comment, found, complete=True, locations=())


_MEMBER = _dataset(
    "ums_member",
    "会员表",
    ("id", "bigint(20)", ""),
    ("username", "varchar(64)", "用户名"),
    ("password", "varchar(64)", "密码"),
    ("nickname", "varchar(64)", "昵称"),
    ("phone", "varchar(64)", "手机号码"),
    ("status", "int(1)", "帐号启用状态:0->禁用；1->启用"),
    ("icon", "varchar(500)", "头像"),
    ("gender", "int(1)", "性别：0->未知；1->男；2->女"),
    ("birthday", "date", "生日"),
    ("source_type", "int(1)", "用户来源"),
    ("growth", "int(11)", "成长值"),
    ("*", "", ""),
)


def test_a_member_table_shows_its_people_and_nothing_else() -> None:
    found = classify_dataset(_MEMBER, {}, load_vocabulary())
    assert {
        "username": "pi.netid.account",
        "password": "pi.auth.credential",
        "nickname": "pi.netid.nickname",
        "phone": "pi.basic.phone",
        "icon": "pi.netid.avatar",
        "gender": "pi.basic.gender",
        "birthday": "pi.basic.birthday",
    } == {name.column: label.category for name, label in found if label.category != "none"}
    assert [name for name, _ in found] == sorted(name for name, _ in found)
    assert "*" not in {name.column for name, _ in found}


def test_a_product_table_makes_no_noise() -> None:
    product = _dataset(
        "pms_product",
        "商品信息",
        ("name", "varchar(64)", ""),
        ("brand_name", "varchar(255)", "品牌名称"),
        ("weight", "decimal(10,2)", "商品重量，默认为克"),
        ("description", "text", "商品描述"),
        ("album_pics", "varchar(255)", "画册图片"),
        ("note", "varchar(255)", ""),
    )
    assert {"none"} == {label.category for _, label in classify_dataset(product, {}, load_vocabulary())}


def test_a_declared_category_outranks_the_classifier_and_keeps_its_finding() -> None:
    found = {
        name.column: label
        for name, label in classify_dataset(
            _MEMBER, {"PHONE": "none", "growth": "pi.tag.profile"}, load_vocabulary()
        )
    }
    assert ("none", Outcome.NONE, Basis.DECLARED, ("declared", "classifier:pi.basic.phone")) == (
        found["phone"].category,
        found["phone"].outcome,
        found["phone"].basis,
        found["phone"].evidence,
    )
    assert ("pi.tag.profile", Outcome.SURE) == (found["growth"].category, found["growth"].outcome)


def test_an_identity_number_beside_name_and_phone_is_to_be_judged_again() -> None:
    identity = ("id_card", "char(18)", "身份证号")
    alone = _dataset("kyc", "", identity)
    together = _dataset("kyc", "", identity, ("real_name", "varchar(30)", ""), ("mobile", "varchar(20)", ""))
    vocabulary = load_vocabulary()
    assert ["no"] == [label.sensitive for _, label in classify_dataset(alone, {}, vocabulary)]
    labels = {name.column: label.sensitive for name, label in classify_dataset(together, {}, vocabulary)}
    assert {"id_card": "conditional", "real_name": "no", "mobile": "no"} == labels


def test_a_declared_none_takes_a_column_out_of_the_mix() -> None:
    together = _dataset(
        "kyc",
        "",
        ("id_card", "char(18)", ""),
        ("real_name", "varchar(30)", ""),
        ("mobile", "varchar(20)", ""),
    )
    found = classify_dataset(together, {"real_name": "none"}, load_vocabulary())
    assert "no" == next(label.sensitive for name, label in found if name.column == "id_card")


def test_guardian_columns_say_that_the_people_are_children() -> None:
    table = _dataset("t_a1", "", ("real_name", "varchar(30)", ""), ("guardian_phone", "varchar(20)", ""))
    labels = {name.column: label.sensitive for name, label in classify_dataset(table, {}, load_vocabulary())}
    assert {"real_name": "yes", "guardian_phone": "yes"} == labels


def test_a_declared_group_is_as_sensitive_as_all_of_it() -> None:
    vocabulary = load_vocabulary()
    assert "yes" == declared_classification("pi.biometric", vocabulary).sensitive
    assert "conditional" == declared_classification("pi.finance", vocabulary).sensitive
    assert "no" == declared_classification("pi.basic.phone", vocabulary).sensitive
    assert ("none", "no") == (
        declared_classification("none", vocabulary).category,
        declared_classification("none", vocabulary).sensitive,
    )
