from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kuajing.model.declaration import SourceRule
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import AliasFact, DatasetMention, Fact, MoveFact, UnreadFact
from kuajing.readers.placeholders import fill_name
from kuajing.readers.places import endpoint_at
from kuajing.readers.two_passes import read_sources
from kuajing.readers.values import given_for, values_files
from kuajing.source.location import Location
from kuajing.source.text import SourceText

HERE = Path(__file__).parent / "values"
CANARY = "canary-7f3a"
HONG_KONG = "crm.c1yz7ciq32gg.ap-east-1.rds.amazonaws.com"
CRM = Endpoint("mysql", f"{HONG_KONG}:3306/crm", hosts=(HONG_KONG,), port=3306, database="crm")
PLACE = Location("flows/estate.yaml", 4, 5)


def text_of(name: str) -> SourceText:
    return SourceText(name, (HERE / name).read_text("utf-8"), "utf-8", doubtful=False, digest="")


def written(path: str, words: str) -> SourceText:
    return SourceText(path, words, "utf-8", doubtful=False, digest="")


def rule(*values: str, **words: str | None) -> SourceRule:
    return SourceRule(("**",), PLACE, values=values, **words)


def unbound(placeholder: str) -> bool:
    del placeholder
    return False


def given_by(*files: SourceText, asked: str, bound: Callable[[str], bool] = unbound) -> dict[str, str]:
    paths = tuple(file.path for file in files)
    return dict(given_for(rule(*paths), values_files(files), [asked], bound).values)


def read(name: str, *values: SourceText, **words: str | None) -> tuple[Fact, ...]:
    paths = tuple(file.path for file in values)
    return read_sources([text_of(name)], (rule(*paths, **words),), {}, values=values)


def moves(facts: tuple[Fact, ...]) -> set[tuple[str, str, int, int]]:
    return {
        (
            ".".join((*fact.source.path, fact.source_column)),
            ".".join((*fact.target.path, fact.target_column)),
            fact.location.line,
            fact.location.column,
        )
        for fact in facts
        if isinstance(fact, MoveFact)
    }


def test_a_value_may_hold_placeholders_and_one_that_comes_back_to_itself_stays_open() -> None:
    file = written("a.env", "URL=jdbc:mysql://${HOST}/$DB\nHOST=h.example\nA=${B}\nB=${A}\nC=${C:-c}")
    expected = {
        "URL": "jdbc:mysql://h.example/$DB",
        "HOST": "h.example",
        "A": "${A}",
        "B": "${B}",
        "C": "${C:-c}",
    }
    assert expected == given_by(file, asked="${URL} ${A} ${B} ${C}")


def test_values_that_grow_without_end_are_left_as_they_are() -> None:
    lines = [f"A{n}={f'${{A{n + 1}}}' * 40}" for n in range(12)]
    values = given_by(written("a.env", "\n".join(lines)), asked="${A0}")
    assert all(len(value) <= 8192 for value in values.values())


def test_only_what_the_texts_ask_for_is_given() -> None:
    file = written("a.env", "A=1\nB=2\nC=${B}")
    assert {"C": "2", "B": "2"} == given_by(file, asked="SELECT ${C}, ${D}")


def test_files_that_contradict_each_other_leave_the_placeholder_open_and_named() -> None:
    files = [written("a.env", "DB=ods\nSAME=1\nX=1"), written("b.yaml", "DB: ods_test\nSAME: '1'\nX: 2")]
    values = given_for(rule("a.env", "b.yaml"), values_files(files), ["${DB:dwd}.${SAME}"], unbound)
    named = (("name", "DB"), ("files", "a.env, b.yaml"))
    assert {"DB": "${DB}", "SAME": "1"} == values.values
    assert (UnreadFact(PLACE, "unread.values_differ", "part", named),) == values.unread
    assert "${DB:dwd}.1" == fill_name("${DB:dwd}.${SAME}", values.values)


def test_documents_of_one_file_contradict_each_other_too() -> None:
    values = given_for(
        rule("app.properties"), values_files([text_of("app.properties")]), ["${ports.mysql}"], unbound
    )
    named = (("name", "ports.mysql"), ("files", "app.properties"))
    assert (UnreadFact(PLACE, "unread.values_differ", "part", named),) == values.unread


def test_lines_that_give_nothing_are_told_in_their_file() -> None:
    unread = [fact for fact in read("names.sql", text_of("prod.env")) if isinstance(fact, UnreadFact)]
    expected = UnreadFact(Location("prod.env", 16), "unread.values_lines", "part", (("count", "3"),))
    assert expected in unread


def test_the_environment_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODS_DB", "from_environment")
    assert read("names.sql", written("a.env", "OTHER=1")) == read("names.sql")


def test_names_in_sql_are_filled_and_places_stay_those_of_the_file() -> None:
    values = written("a.env", "ODS_DB=ods\nDWD_DB=dwd_prod\nSUFFIX=cn\nCRM_JDBC_URL=jdbc:mysql://h/d")
    expected = {
        ("ods.member.id", "dwd_prod.member_cn.id", 2, 24),
        ("ods.member.phone", "dwd_prod.member_cn.phone", 2, 24),
        ("ods.member.phone", "${UNKNOWN}.out.phone", 3, 35),
        ("ods.member.phone", "dwd_prod.late.phone", 4, 44),
    }
    assert expected == moves(read("names.sql", values, dialect="hive"))


def test_names_in_sql_without_values_keep_the_placeholder_or_take_its_default() -> None:
    expected = {
        ("{{ ODS_DB }}.member.*", "dwd.member_${SUFFIX}.*", 2, 24),
        ("${ODS_DB}.member.phone", "${UNKNOWN}.out.phone", 3, 35),
        ("ods.member.phone", "${hiveconf:DWD_DB}.late.phone", 4, 44),
    }
    assert expected == moves(read("names.sql", dialect="hive"))


def test_the_default_database_of_a_rule_may_be_a_placeholder() -> None:
    sql = written("a.sql", "INSERT INTO a SELECT b FROM c")
    values = written("v.env", "db=ods")
    known = rule("v.env", dialect="hive", default_database="${db}")
    assert {("ods.c.b", "ods.a.b", 1, 22)} == moves(read_sources([sql], (known,), {}, values=[values]))
    assert {("${db}.c.b", "${db}.a.b", 1, 22)} == moves(read_sources([sql], (known,), {}))


@pytest.mark.parametrize(("words", "bucket"), [("BUCKET=hk-lake", "hk-lake"), ("OTHER=hk-lake", "${BUCKET}")])
def test_an_address_within_sql_is_filled(words: str, bucket: str) -> None:
    facts = read("lake.sql", written("v.env", words), dialect="spark")
    assert {(bucket, "member")} == {fact.dataset.path for fact in facts if isinstance(fact, AliasFact)}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("jdbc://${CRM_JDBC_URL}", CRM),
        ("${CRM_JDBC_URL}", CRM),
        ("jdbc://${OTHER}", Endpoint("placeholder", "${OTHER}", placeholder="${OTHER}")),
        ("kafka://${HK_HOST}:9092", Endpoint("kafka", f"{HONG_KONG}:9092", (HONG_KONG,), 9092)),
    ],
)
def test_an_address_that_a_table_is_bound_to_is_filled(address: str, expected: Endpoint) -> None:
    values = given_by(text_of("prod.env"), asked=address)
    assert expected == endpoint_at("jdbc", address, values=values)


def test_addresses_queries_and_tables_of_a_job_are_filled() -> None:
    values = written(
        "v.env",
        "CRM_DB=crm_cn\nNAME_COLUMN=real_name\nTARGET=dwd.customer\nDW_HOST=dw.example\nDW_DB=warehouse",
    )
    crm, dw = (
        text_of("prod.env"),
        Endpoint("mysql", "dw.example:3306/warehouse", ("dw.example",), 3306, "warehouse"),
    )
    source = DatasetMention(("crm_cn", "customer"), endpoint=CRM)
    found = [fact for fact in read("job.json", values, crm) if isinstance(fact, MoveFact)]
    assert {source} == {fact.source for fact in found}
    targets = {fact.target for fact in found}
    assert DatasetMention(("dwd", "customer"), endpoint=dw) in targets
    assert {("phone", "phone", 13, 38), ("real_name", "name", 13, 45)} == {
        (fact.source_column, fact.target_column, fact.location.line, fact.location.column) for fact in found
    }


def test_a_job_without_values_keeps_its_placeholders() -> None:
    source = DatasetMention(
        ("${CRM_DB}", "customer"),
        endpoint=Endpoint("placeholder", "${CRM_JDBC_URL}", placeholder="${CRM_JDBC_URL}"),
    )
    target = Endpoint("mysql", "${DW_HOST}:3306/dw", port=3306, database="dw", placeholder="${DW_HOST}")
    found = [fact for fact in read("job.json") if isinstance(fact, MoveFact)]
    assert {source} == {fact.source for fact in found}
    assert DatasetMention(("${TARGET}",), endpoint=target) in {fact.target for fact in found}


@pytest.mark.parametrize("name", ["job.json", "names.sql", "lake.sql"])
def test_no_secret_of_a_values_file_reaches_a_fact(name: str) -> None:
    files = [
        text_of(one) for one in ("prod.env", "app.properties", "values.yaml", "values.json", "broken.yaml")
    ]
    facts = read(name, *files)
    assert facts
    assert CANARY not in repr(facts)


def test_a_placeholder_that_a_system_is_declared_by_still_meets_it() -> None:
    values = given_by(
        text_of("prod.env"), asked="${CRM_JDBC_URL}", bound=lambda text: text == "${CRM_JDBC_URL}"
    )
    (source,) = {
        fact.source.endpoint
        for fact in read_sources(
            [text_of("job.json")],
            (rule("prod.env"),),
            {},
            system_at=lambda endpoint: "crm" if endpoint.placeholder == "${CRM_JDBC_URL}" else None,
            values=[text_of("prod.env")],
        )
        if isinstance(fact, MoveFact)
    }
    assert values["CRM_JDBC_URL"].startswith("${CRM_JDBC_URL:-jdbc:mysql://")
    assert replace(CRM, placeholder="${CRM_JDBC_URL}") == source


def test_a_placeholder_of_another_form_that_a_system_is_declared_by_keeps_its_text() -> None:
    assert {} == given_by(written("a.env", "A=1"), asked="@A@", bound=lambda text: text == "@A@")
