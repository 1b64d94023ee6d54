from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.declaration import SourceRule
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Transform,
    UnreadFact,
)
from kuajing.readers.datax.jobs import recognises
from kuajing.source.location import Location

Read = Callable[..., tuple[Fact, ...]]
Tell = Callable[..., list[str]]

MEMBER = "mysql[crm.shop.example:3306/crm]/member"
COPY = "mysql[dw.shop.example:3306/dw]/copy"


def test_columns_pair_by_position_and_expressions_are_read_as_sql(read: Read) -> None:
    path = "datax/pairing.json"
    member = DatasetMention(
        ("member",),
        endpoint=Endpoint(
            "mysql", "crm.shop.example:3306/crm", hosts=("crm.shop.example",), port=3306, database="crm"
        ),
    )
    target = DatasetMention(
        ("public", "dim_member"),
        endpoint=Endpoint(
            "postgres", "dw.shop.example:5432/dw", hosts=("dw.shop.example",), port=5432, database="dw"
        ),
    )

    def move(line: int, source: str, column: str, transform: Transform, *functions: str) -> MoveFact:
        return MoveFact(
            member, source, target, column, transform, Location(path, line, 15), "datax", functions
        )

    expected = (
        ReadFact(path, "datax", resolved=1, partial=0, unread=0, idle=0),
        move(12, "id", "ID", Transform.IDENTITY),
        move(13, "name", "name", Transform.IDENTITY),
        move(14, "phone", "phone", Transform.MASKED, "CONCAT", "LEFT"),
        move(17, "city", "city", Transform.IDENTITY),
        InfluenceFact(member, "updated_at", target, Location(path, 19, 22), "datax"),
    )
    assert expected == read(path)


def test_every_table_of_every_connection_feeds_the_sink(tell: Tell) -> None:
    orders = "clickhouse[olap.shop.example:8123/ods]/orders"
    expected = [
        "read datax: 1 0 0 0",
        f"6:20 mysql[a.shop.example:3306/shop]/orders_00.id -> {orders}.id identity",
        f"6:20 mysql[a.shop.example:3306/shop]/orders_01.id -> {orders}.id identity",
        f"6:20 mysql[b.shop.example:3306/shop]/orders_02.id -> {orders}.id identity",
        f"6:20 mysql[b.shop.example:3306/shop]/orders_03.id -> {orders}.id identity",
        f"6:26 mysql[a.shop.example:3306/shop]/orders_00.phone -> {orders}.phone identity",
        f"6:26 mysql[a.shop.example:3306/shop]/orders_01.phone -> {orders}.phone identity",
        f"6:26 mysql[b.shop.example:3306/shop]/orders_02.phone -> {orders}.phone identity",
        f"6:26 mysql[b.shop.example:3306/shop]/orders_03.phone -> {orders}.phone identity",
    ]
    assert expected == tell("datax/shards.json")


def test_a_query_replaces_table_columns_and_condition(tell: Tell) -> None:
    place, target = "oracle[hr.shop.example:1521/HR]", "mysql[hq.shop.example/report]/staff_copy"
    expected = [
        "read datax: 1 0 0 0",
        f"10:21 {place}/staff.id -> {target}.id identity",
        f"10:33 {place}/staff.email -> {target}.email derived by LOWER",
        f"10:52 {place}/hr.dept.name -> {target}.dept identity",
        f"11:1 {place}/hr.dept.id decides {target}",
        f"11:1 {place}/staff.dept_id decides {target}",
        f"12:1 {place}/staff.status decides {target}",
    ]
    assert expected == tell("datax/query.json")


def test_places_inside_a_query_are_those_of_the_file(tell: Tell) -> None:
    target = "mysql[g.example/d]/copy"
    expected = [
        "read datax: 0 1 0 0",
        "5:20 part sql_template_column column=${y}",
        "5:20 part sql_unknown_columns table=member",
        f"5:48 mysql[h.example/d]/member.x -> {target}.n derived",
        f"5:50 mysql[h.example/d]/member.* -> {target}.n derived",
        f"5:61 mysql[h.example/d]/member.phone -> {target}.phone identity",
        f"5:70 mysql[h.example/d]/member.\N{GRINNING FACE} -> {target}.mood identity",
        f"5:106 mysql[h.example/d]/member.city -> {target}.city identity",
    ]
    assert expected == tell("datax/places.json")


def test_sql_before_and_after_the_copy_moves_rows_too(tell: Tell) -> None:
    expected = [
        "read datax: 1 0 0 0",
        f"3:16 {MEMBER}.phone -> {COPY}.phone identity",
        f"7:41 {COPY}.day decides {COPY}",
        f"8:16 {COPY}.phone -> mysql[dw.shop.example:3306/dw]/far.copy.phone identity",
    ]
    assert expected == tell("datax/side_sql.json")


def test_a_star_takes_the_columns_that_another_file_defines(tell: Tell) -> None:
    expected = [
        f"4:18 {MEMBER}.city -> {COPY}.c identity",
        f"4:18 {MEMBER}.id -> {COPY}.a identity",
        f"4:18 {MEMBER}.phone -> {COPY}.b identity",
    ]
    assert expected == [line for line in tell("datax/star.json", "datax/crm.sql") if "->" in line]


def test_a_star_that_nobody_defines_may_reach_every_column_and_says_so(tell: Tell) -> None:
    expected = [
        "read datax: 0 1 0 0",
        f"4:18 {MEMBER}.* -> {COPY}.a identity perhaps",
        f"4:18 {MEMBER}.* -> {COPY}.b identity perhaps",
        f"4:18 {MEMBER}.* -> {COPY}.c identity perhaps",
        "4:18 part datax_unknown_columns table=member",
    ]
    assert expected == tell("datax/star.json")


def test_a_star_to_write_to_keeps_the_columns_that_are_read(tell: Tell) -> None:
    expected = [
        "read datax: 0 2 0 0",
        f"4:18 mysql[crm.shop.example:3306/crm]/unheard_of.* -> {COPY}.* identity",
        "4:18 part datax_unknown_columns table=unheard_of",
        "7:18 part datax_unknown_columns table=copy",
        f"12:18 {MEMBER}.id -> {COPY}.* identity",
        f"12:24 {MEMBER}.phone -> {COPY}.* identity",
        "15:18 part datax_unknown_columns table=copy",
    ]
    assert expected == tell("datax/star_to_star.json")


def test_lists_of_unequal_length_reach_the_whole_table(tell: Tell) -> None:
    expected = [
        "read datax: 0 1 0 0",
        f"3:16 {MEMBER}.id -> {COPY}.* identity",
        f"3:22 {MEMBER}.phone -> {COPY}.* identity",
        f"3:31 {MEMBER}.city -> {COPY}.* identity",
        "5:13 part datax_column_count read=3 written=2",
    ]
    assert expected == tell("datax/mismatch.json")


def test_transformers_count_fields_from_zero_and_the_strongest_wins(tell: Tell) -> None:
    expected = [
        "read datax: 1 0 0 0",
        f"3:16 {MEMBER}.id -> {COPY}.id identity",
        f"3:22 {MEMBER}.phone -> {COPY}.phone masked by dx_replace",
        f"3:31 {MEMBER}.name -> {COPY}.name derived by dx_pad",
        f"3:39 {MEMBER}.email -> {COPY}.email hashed by dx_digest",
        f"3:48 {MEMBER}.card -> {COPY}.card hashed by dx_substr, dx_digest",
        f"3:56 {MEMBER}.score -> {COPY}.score identity",
        f"14:56 {MEMBER}.score decides {COPY}",
    ]
    assert expected == tell("datax/transformers.json")


def test_code_and_unknown_transformers_change_values_and_are_named(tell: Tell) -> None:
    expected = [
        "read datax: 0 1 0 0",
        f"3:16 {MEMBER}.id -> {COPY}.id derived by dx_groovy",
        f"3:22 {MEMBER}.phone -> {COPY}.phone derived by dx_groovy, our_mask",
        "9:5 part datax_groovy",
        "10:55 part datax_transformer_unknown name=our_mask",
        "11:56 part datax_transformer_place name=dx_digest",
        "12:5 part datax_transformer_shape",
    ]
    assert expected == tell("datax/opaque_transformers.json")


def test_a_file_read_by_index_takes_the_columns_its_writer_named(tell: Tell) -> None:
    lines = tell("datax/files.json")
    lake = "hdfs[hdfs://lake.shop.example:8020]/warehouse/ods.db/member"
    assert f"8:15 table {lake} (id bigint, phone string)" in lines
    assert [line.partition(" -> ")[0] for line in lines if line.startswith("16:")] == [f"16:18 {lake}.phone"]


def test_a_folder_of_hives_warehouse_is_the_table_hive_knows(tell: Tell) -> None:
    lake = "hdfs[hdfs://lake.shop.example:8020]"
    aliases = [line for line in tell("datax/files.json") if "alias" in line]
    expected = [
        f"{place} alias {lake}/ods.member = {lake}/warehouse/ods.db/member" for place in ("8:15", "15:15")
    ]
    assert expected == aliases


def test_the_table_over_a_folder_names_the_columns_of_its_files(
    tell: Tell, rule: Callable[..., SourceRule]
) -> None:
    def system_at(endpoint: Endpoint) -> str | None:
        return "lake" if endpoint.kind == "hdfs" else None

    rules = (rule("datax/*.hql", dialect="hive", system="lake"),)
    lines = tell("datax/files.json", "datax/ods.hql", rules=rules, system_at=system_at)
    folder = "hdfs[hdfs://lake.shop.example:8020]/warehouse/ods.db/member"
    moves = [line for line in lines if "->" in line]
    assert f"4:24 {MEMBER}.phone -> {folder}.mobile identity" in moves
    assert [f"16:18 {folder}.mobile"] == [
        line.partition(" -> ")[0] for line in moves if line.startswith("16:")
    ]


def test_a_file_nobody_defined_is_read_as_a_whole(tell: Tell) -> None:
    sftp = "sftp[sftp://files.partner.example:22]/drop/people"
    expected = [
        f"28:18 local[worker-local]//data/in/a.csv.* -> {sftp}.* identity perhaps",
        "28:18 part datax_unknown_columns table=/data/in/a.csv",
    ]
    assert expected == [line for line in tell("datax/files.json") if line.startswith("28:")]


def test_stores_with_keys_and_documents_take_fields_by_index_or_id(tell: Tell) -> None:
    mongo = "mongodb[m1.shop.example:27017,m2.shop.example:27017/app]/user"
    hbase = "hbase[z1.shop.example,z2.shop.example]/user"
    search = "elasticsearch[http://search.shop.example:9200]/member-v1"
    expected = [
        "read datax: 2 0 0 0",
        f"7:27 {mongo}._id -> {hbase}.rowkey identity",
        f"7:62 {mongo}.profile.phone -> {hbase}.cf:phone identity",
        f"7:107 {mongo}.city -> {hbase}.cf:city identity",
        f"17:18 {MEMBER}.id -> {search}._id identity",
        f"17:24 {MEMBER}.phone -> {search}.phone identity",
    ]
    assert expected == tell("datax/indexes.json")


def test_hosts_that_rows_are_loaded_through_are_sinks_too(read: Read) -> None:
    targets = {
        (
            fact.target.endpoint.kind,
            fact.target.endpoint.hosts,
            fact.target.endpoint.database,
            fact.target.path,
        )
        for fact in read("datax/loads.json")
        if isinstance(fact, MoveFact) and fact.target.endpoint is not None
    }
    expected = {
        ("doris", ("fe0.abroad.example",), "mart", ("member",)),
        ("doris", ("fe1.abroad.example", "fe2.abroad.example"), "mart", ("member",)),
    }
    assert expected == targets


def test_a_job_that_lacks_an_end_is_unread_and_a_made_up_stream_is_idle(tell: Tell) -> None:
    expected = [
        "read datax: 0 0 4 1",
        "7:16 statement datax_no_source plugin=odpsreader of t",
        "11:16 statement datax_no_sink plugin=mysqlwriter",
        "12:5 statement datax_job_shape",
        "13:5 statement datax_job_shape",
    ]
    assert expected == tell("datax/shapes.json")


def test_placeholders_stay_and_an_unknown_plugin_is_named(tell: Tell) -> None:
    expected = [
        "read datax: 0 1 0 0",
        "2:13 part datax_plugin plugin=ourdbreader",
        "3:16 placeholder[${CRM_JDBC_URL}]/${db}.member.phone -> mysql[${DW_HOST}:3306/dw]/copy.phone identity",
    ]
    assert expected == tell("datax/unknown_plugin.json")


def test_an_unknown_plugin_without_an_address_is_a_system_of_its_own(tell: Tell, read: Read) -> None:
    expected = [
        "read datax: 0 3 1 0",
        "3:17 mysql[crm:3306/crm]/customer.mobile -> salesforce[salesforce:Lead]/Lead.* identity",
        "5:14 part datax_plugin plugin=salesforcewriter",
        "6:14 part datax_plugin plugin=hubspotreader",
        "6:53 hubspot[hubspot]/hubspot.* -> mysql[crm:3306/crm]/lead.city identity perhaps",
        "6:53 hubspot[hubspot]/hubspot.* -> mysql[crm:3306/crm]/lead.phone identity perhaps",
        "6:53 part datax_unknown_columns table=hubspot",
        "11:17 mysql[crm:3306/crm]/customer.mobile -> http[https://rest.braze.example/users]/users.* identity",
        "13:14 part datax_plugin plugin=brazewriter",
        "17:14 statement datax_no_sink plugin=mysqlwriter",
    ]
    assert expected == tell("datax/unknown_writer.json")
    assert "canary" not in repr(read("datax/unknown_writer.json"))


def test_a_query_nobody_can_read_takes_anything_of_its_connection(tell: Tell) -> None:
    anything = "mysql[crm:3306/crm]/(query).* -> mysql[dw:3306/dw]/copy.phone identity perhaps"
    table = "mysql[crm:3306/crm]/customer.* -> mysql[dw:3306/dw]/copy.phone derived perhaps"
    moved = [line for line in tell("datax/unread_queries.json") if " -> " in line]
    assert [f"3:35 {anything}", f"7:35 {anything}", f"11:36 {table}"] == moved


def test_a_query_of_constants_alone_is_read_and_one_that_cannot_be_is_not(tell: Tell) -> None:
    assert tell("datax/unread_queries.json")[0] == "read datax: 1 3 0 0"


@pytest.mark.parametrize(
    ("name", "place", "reason"),
    [
        ("datax/broken.json", (2, 74), "unread.datax_json"),
        ("datax/one_end.json", (1, 1), "unread.datax_one_end"),
    ],
)
def test_a_text_that_is_no_whole_job_is_one_unread_file(
    name: str, place: tuple[int, int], reason: str, read: Read
) -> None:
    assert (UnreadFact(Location(name, *place), reason, "file"),) == read(name)


def test_other_json_is_not_this_readers_to_judge(read: Read) -> None:
    assert read("datax/other.json") == ()


@pytest.mark.parametrize(
    ("text", "is_job"),
    [
        ('{"content": [{"reader": {"name": "mysqlreader"}}]}', True),
        ('// nightly\n/* by hand */ [{"job": {"content": {"writer": {"name": "MysqlWriter"}}}}]', True),
        ('{"name": "mysqlreader", "parameter": {}}', True),
        ('A page: {"content": [{"reader": {"name": "mysqlreader"}}]}', False),
        ('{% if day %}{"content": [{"reader": {"name": "mysqlreader"}}]}', False),
        ('{"content": [{"reader": {"name": "Anna"}}]}', False),
        ('{"content": "text", "reader": {"name": "mysqlreader"}}', False),
    ],
)
def test_a_job_is_recognised_by_its_shape(text: str, *, is_job: bool) -> None:
    assert is_job == recognises("any.name", text)


def test_no_planted_secret_is_in_any_fact(read: Read) -> None:
    names = ("pairing", "files", "indexes", "loads", "broken")
    facts = read(*(f"datax/{name}.json" for name in names))
    assert {fact.path for fact in facts if isinstance(fact, ReadFact)} >= {"datax/loads.json"}
    assert "canary" not in repr(facts)


def test_every_reason_has_a_sentence(read: Read) -> None:
    names = ("star", "star_to_star", "mismatch", "opaque_transformers", "shapes", "unknown_plugin", "broken")
    unread = [
        fact for fact in read(*(f"datax/{name}.json" for name in names)) if isinstance(fact, UnreadFact)
    ]
    said = {message(fact.reason, language, fact.values) for fact in unread for language in ("en", "zh")}
    assert len(said) >= 20


def test_every_plugin_says_by_its_own_keys_where_it_reads(tell: Tell) -> None:
    expected = (Path(__file__).parent / "datax" / "plugins.expected.txt").read_text("utf-8").splitlines()
    assert expected == tell("datax/plugins.json")


@pytest.mark.parametrize(
    ("path", "mechanism"), [("datax/pairing.json", "datax"), ("datax/shards.json", "addax")]
)
def test_a_content_that_stands_alone_is_a_job_of_addax(read: Read, path: str, mechanism: str) -> None:
    moved = [fact.mechanism for fact in read(path) if isinstance(fact, MoveFact | InfluenceFact)]
    assert set(moved) == {mechanism}
