import pytest

from kuajing.addresses import read_address
from kuajing.classifiers import Vocabulary, load_vocabulary
from kuajing.journey.labelling import label, place, unknown_words
from kuajing.locators import RegionTable, load_regions
from kuajing.model.declaration import (
    Acceptance,
    Approval,
    Covers,
    Declaration,
    DeclaredDataset,
    DeclaredFlow,
    Handler,
    Settings,
)
from kuajing.model.estate import Column, Dataset, Estate, System
from kuajing.model.facts import Basis
from kuajing.model.names import DatasetName
from kuajing.model.truth import Truth
from kuajing.source.location import Location

HERE = Location("flows.yaml", 3)
NAME = DatasetName("crm", ("user",))
SHANGHAI = "rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm"
BEIJING_BUCKET = "https://lake.oss-cn-beijing.aliyuncs.com/a"
HONG_KONG_BUCKET = "https://lake.oss-cn-hongkong.aliyuncs.com/a"
VIRGINIA = "db.c1a2b3c4d5e6.us-east-1.rds.amazonaws.com:5432/prod"
TOKYO = "db.c1a2b3c4d5e6.ap-northeast-1.rds.amazonaws.com:5432/prod"


@pytest.fixture(scope="module")
def regions() -> RegionTable:
    return load_regions()


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


def system(located: str | None, *addresses: str) -> System:
    endpoints = tuple(read_address(address) for address in addresses)
    return System("crm", "crm", True, "database", None, None, located, endpoints, (HERE,))  # noqa: FBT003  a value


@pytest.mark.parametrize(
    ("located", "addresses", "expected"),
    [
        ("alibaba/cn-shanghai", (), ("CN", Truth.YES, "declared")),
        ("US", (), ("US", Truth.NO, "declared")),
        ("HK", (), ("HK", Truth.NO, "declared")),
        ("aws/us-east-1", (VIRGINIA,), ("US", Truth.NO, "declared")),
        ("alibaba/cn-beijing", (HONG_KONG_BUCKET,), ("", Truth.UNKNOWN, "contradiction")),
        ("US", (BEIJING_BUCKET,), ("", Truth.UNKNOWN, "contradiction")),
        ("JP", (VIRGINIA,), ("", Truth.UNKNOWN, "contradiction")),
        (None, (HONG_KONG_BUCKET,), ("HK", Truth.NO, "host")),
        (None, (BEIJING_BUCKET,), ("CN", Truth.YES, "host")),
        (None, (BEIJING_BUCKET, HONG_KONG_BUCKET), ("", Truth.UNKNOWN, "contradiction")),
        (None, (VIRGINIA, TOKYO), ("OUTSIDE", Truth.NO, "host")),
        (None, ("10.0.0.1:3306",), ("", Truth.UNKNOWN, "none")),
        (None, (), ("", Truth.UNKNOWN, "none")),
        ("unknown", (), ("", Truth.UNKNOWN, "declared")),
        ("unknown", (HONG_KONG_BUCKET,), ("HK", Truth.NO, "host")),
        ("alibaba/cn-nowhere", (HONG_KONG_BUCKET,), ("HK", Truth.NO, "host")),
    ],
)
def test_a_system_stands_where_it_is_declared_unless_its_address_denies_it(
    regions: RegionTable, located: str | None, addresses: tuple[str, ...], expected: tuple[str, Truth, str]
) -> None:
    placement = place(system(located, *addresses), regions)
    assert expected == (placement.jurisdiction, placement.mainland, placement.evidence)


def test_a_contradiction_names_both_places(regions: RegionTable) -> None:
    placement = place(system("US", BEIJING_BUCKET), regions)
    assert ((("declared", "US"), ("shown", "CN")), Basis.DECLARED) == (placement.values, placement.basis)


def estate(*columns: str, declared: tuple[tuple[str, str], ...] = ()) -> Estate:
    known = tuple(Column(NAME.column(one), "varchar(64)", "", (HERE,)) for one in columns)
    overrides = tuple((column, category, HERE) for column, category in declared)
    return Estate(
        systems=(),
        datasets=(Dataset(NAME, "", known, complete=True, locations=(HERE,)),),
        moves=(),
        influences=(),
        accesses=(),
        unread=(),
        declared=((NAME, DeclaredDataset("crm.user", HERE, columns=overrides)),),
    )


def categories(vocabulary: Vocabulary, regions: RegionTable, one: Estate) -> list[tuple[str, str, Basis]]:
    labelled = label(one, vocabulary, regions).classifications
    return [(name.column, found.category, found.basis) for name, found in labelled]


def test_columns_are_classified_by_name_unless_declared(vocabulary: Vocabulary, regions: RegionTable) -> None:
    one = estate("mobile", "remark", declared=(("Remark", "pi.basic.name"),))
    assert [
        ("mobile", "pi.basic.phone", Basis.INFERRED),
        ("remark", "pi.basic.name", Basis.DECLARED),
    ] == categories(vocabulary, regions, one)


def test_a_declared_none_holds_nothing(vocabulary: Vocabulary, regions: RegionTable) -> None:
    one = estate("mobile", declared=(("mobile", "none"),))
    assert [("mobile", "none", Basis.DECLARED)] == categories(vocabulary, regions, one)


def test_a_category_that_nothing_knows_leaves_the_column_its_own(
    vocabulary: Vocabulary, regions: RegionTable
) -> None:
    one = estate("mobile", declared=(("mobile", "pi.phone"),))
    assert [("mobile", "pi.basic.phone", Basis.INFERRED)] == categories(vocabulary, regions, one)


@pytest.mark.parametrize("standard", ["gbt45574", "gbt35273"])
def test_what_is_sensitive_is_so_by_the_standard_that_is_set(
    vocabulary: Vocabulary, regions: RegionTable, standard: str
) -> None:
    one = estate("mobile", "id_card_no", "face_feature", "religion")
    plain = dict(label(one, vocabulary, regions).classifications)
    found = label(one, vocabulary, regions, standard).classifications
    newer = standard == "gbt45574"
    assert [(name, plain[name].sensitive if newer else plain[name].sensitive_gbt35273) for name in plain] == [
        (name, said.sensitive) for name, said in found
    ]
    assert {one.sensitive for _, one in found} > {"no"}


def words(vocabulary: Vocabulary, declaration: Declaration) -> list[str]:
    return [text for text, _ in unknown_words(declaration, vocabulary, ("unmet-duty",))]


def test_words_that_no_table_knows_are_gathered_with_their_places(vocabulary: Vocabulary) -> None:
    covers = Covers(None, None, None, ("pi.bas", "pi.basic"), None, None)
    declaration = Declaration(
        handlers=(Handler("a", HERE, zone_list="suzhou-2025"), Handler("b", HERE, zone_list="shanghai-2025")),
        datasets=(DeclaredDataset("crm.user", HERE, columns=(("a", "pi.phone", HERE), ("b", "none", HERE))),),
        flows=(DeclaredFlow("f", Location("flows.yaml", 9), "crm.user", "us.dim"),),
        approvals=(Approval("scc", HERE, "standard_contract", covers),),
        acceptances=(Acceptance("unmet-dutty", "x", HERE), Acceptance("unmet-duty", "x", HERE)),
        settings=Settings(checks=(("unmet-duty", "warn"), ("unmett", "warn"))),
    )
    assert (
        ("category:pi.bas", HERE),
        ("category:pi.phone", HERE),
        ("check:unmet-dutty", HERE),
        ("check:unmett", Location("flows.yaml")),
        ("zone:suzhou-2025", HERE),
    ) == unknown_words(declaration, vocabulary, ("unmet-duty",))


def test_words_that_are_known_are_none_of_them(vocabulary: Vocabulary) -> None:
    assert [] == words(vocabulary, Declaration(handlers=(Handler("a", HERE, zone_list="none"),)))


@pytest.mark.parametrize(
    ("name", "type_name", "comment", "expected"),
    [
        ("payload", "json", "", "unknown"),
        ("payload", "map<string,string>", "", "unknown"),
        ("payload", "varchar(20)", "", "none"),
        ("mobile_list", "json", "手机号", "pi.basic.phone"),
        ("attachment_body", "LONGBLOB", "", "unknown"),
    ],
)
def test_a_column_of_whole_documents_may_hold_anything_unless_it_is_told(
    vocabulary: Vocabulary, regions: RegionTable, name: str, type_name: str, comment: str, expected: str
) -> None:
    column = Column(NAME.column(name), type_name, comment, (HERE,))
    estate = Estate((), (Dataset(NAME, "", (column,), complete=True, locations=(HERE,)),), (), (), (), ())
    ((_, found),) = label(estate, vocabulary, regions).classifications
    assert found.category == expected


def test_a_declared_word_settles_what_a_document_holds(vocabulary: Vocabulary, regions: RegionTable) -> None:
    column = Column(NAME.column("payload"), "json", "", (HERE,))
    declared = DeclaredDataset("crm.user", HERE, columns=(("payload", "none", HERE),))
    estate = Estate(
        (),
        (Dataset(NAME, "", (column,), complete=True, locations=(HERE,)),),
        (),
        (),
        (),
        (),
        (),
        ((NAME, declared),),
    )
    ((_, found),) = label(estate, vocabulary, regions).classifications
    assert found.category == "none"
