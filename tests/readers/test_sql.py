from collections.abc import Callable

import pytest

from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    AliasFact,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    TableFact,
    Transform,
    UnreadFact,
)
from kuajing.readers.dialect_of_text import dialect_of
from kuajing.readers.sql import recognises
from kuajing.source.location import Location

Read = Callable[..., tuple[Fact, ...]]
Tell = Callable[..., list[str]]


def test_a_definition_tells_columns_types_comments_and_places(
    read: Read, rule: Callable[..., object]
) -> None:
    path = "sql/schema.sql"

    def column(line: int, name: str, kind: str, comment: str) -> ColumnFact:
        return ColumnFact(name, Location(path, line, 3), kind, comment)

    expected = TableFact(
        DatasetMention(("crm", "member"), "shop-crm"),
        (
            column(3, "id", "bigint(20)", "编号"),
            column(4, "phone", "varchar(20)", "手机号"),
            column(5, "id_card", "char(18)", "身份证号"),
        ),
        Location(path, 2, 1),
        complete=True,
        comment="会员表",
    )
    rules = (rule("sql/schema.sql", dialect="mysql", system="shop-crm", default_database="crm"),)
    tables = [fact for fact in read(path, rules=rules) if isinstance(fact, TableFact)]
    assert expected == tables[0]
    assert [table.dataset.path for table in tables] == [("crm", "member"), ("crm", "city_report")]


def test_every_statement_has_one_fate(read: Read) -> None:
    path = "sql/moves.sql"
    member, report = DatasetMention(("member",)), DatasetMention(("city_report",))
    copy, nowhere = DatasetMention(("member_copy",)), DatasetMention(("nowhere",))

    def move(
        place: tuple[int, int], source: str, target: DatasetMention, column: str, *how: object
    ) -> MoveFact:
        transform, *functions = how
        assert isinstance(transform, Transform)
        names = tuple(str(name) for name in functions)
        return MoveFact(member, source, target, column, transform, Location(path, *place), "sql", names)

    expected = {
        ReadFact(path, "sql", resolved=1, partial=1, unread=1, idle=1),
        move((2, 8), "city", report, "city", Transform.IDENTITY),
        move((2, 20), "id", report, "members", Transform.AGGREGATED, "COUNT"),
        InfluenceFact(member, "city", report, Location(path, 4), "sql"),
        InfluenceFact(member, "status", report, Location(path, 4), "sql"),
        move((6, 1), "*", copy, "*", Transform.IDENTITY),
        UnreadFact(
            Location(path, 6),
            "unread.sql_unknown_columns",
            "part",
            (("table", "member"),),
            ("member", "member_copy"),
        ),
        move((12, 1), "*", nowhere, "*", Transform.DERIVED),
    }
    facts = set(read(path))
    (unread,) = facts - expected
    assert expected <= facts
    assert isinstance(unread, UnreadFact)
    assert ("statement", ("member", "nowhere"), Location(path, 12)) == (
        unread.grain,
        unread.tables,
        unread.location,
    )


def test_a_star_takes_the_columns_of_the_schema_file(tell: Tell) -> None:
    lines = [line for line in tell("sql/moves.sql", "sql/schema.sql") if line.startswith("6:1 ?")]
    expected = [
        f"6:1 ?/member.{name} -> ?/member_copy.{name} identity" for name in ("id", "id_card", "phone")
    ]
    assert expected == lines


def test_views_and_made_tables_of_other_files_feed_later_stars(tell: Tell) -> None:
    lines = tell("sql/1_uses_view.sql", "sql/2_view.sql", "sql/3_uses_table.sql", "sql/schema.sql")
    last = [line for line in lines if "last_stop" in line]
    columns = (("id", "a"), ("id_card", "c"), ("origin", "d"), ("phone", "b"))
    assert [f"1:1 ?/abroad_members.{one} -> ?/last_stop.{other} identity" for one, other in columns] == last
    assert not [line for line in lines if "part" in line]


def test_a_doubtful_column_has_every_source_it_may_mean(tell: Tell) -> None:
    lines = [line for line in tell("sql/join.sql") if "->" in line]
    assert lines == ["3:26 ?/a.name -> ?/t.n identity perhaps", "3:26 ?/b.name -> ?/t.n identity perhaps"]


def test_temporary_tables_are_looked_through(tell: Tell, rule: Callable[..., object]) -> None:
    rules = (rule("sql/*.sql", dialect="mysql", system="dw"),)
    lines = [line for line in tell("sql/session.sql", rules=rules) if "->" in line]
    expected = [
        "3:42 dw/crm.member.id -> dw/dw.people.id identity",
        "3:52 dw/crm.member.phone -> dw/dw.people.phone derived by UPPER",
    ]
    assert expected == lines


def test_a_table_bound_to_a_bucket_is_the_thing_in_the_bucket(
    read: Read, rule: Callable[..., object]
) -> None:
    path = "sql/multi.hql"
    facts = read(path, rules=(rule("sql/*.hql", dialect="hive", system="hive-cn"),))
    alias = DatasetMention(("ods", "member_file"), "hive-cn")
    endpoint = Endpoint(
        "oss",
        "oss://lake-sg/ods/member",
        hosts=("lake-sg.oss-ap-southeast-1.aliyuncs.com",),
        bucket="lake-sg",
        path="ods/member",
    )
    dataset = DatasetMention(("lake-sg", "ods/member"), endpoint=endpoint)
    assert AliasFact(alias, dataset, Location(path, 1)) in facts


def test_user_functions_do_what_is_declared(tell: Tell, rule: Callable[..., object]) -> None:
    rules = (rule("sql/*.hql", dialect="hive", system="hive-cn"),)
    moves = [
        line
        for line in tell("sql/multi.hql", rules=rules, functions={"mask_mobile": "hashed"})
        if "7:91" in line
    ]
    assert moves == ["7:91 hive-cn/crm.member.phone -> hive-cn/ods.member_file.phone hashed by MASK_MOBILE"]


def test_a_literal_address_is_a_dataset_there_without_its_keys(read: Read, tell: Tell) -> None:
    assert (
        "10:83 ?/crm.member.phone -> oss[oss://lake-sg/export/member]/lake-sg.export/member.phone identity"
        in tell("sql/multi.hql")
    )
    assert "canary" not in repr(read("sql/multi.hql"))


def test_no_literal_and_no_secret_is_in_any_fact(read: Read) -> None:
    facts = read("sql/secrets.sql", "sql/secrets_of_redshift.sql")
    assert [3, 3] == [
        len(
            {
                fact.location.line
                for fact in facts
                if isinstance(fact, MoveFact) and fact.location.path == path
            }
        )
        for path in ("sql/secrets.sql", "sql/secrets_of_redshift.sql")
    ]
    assert "canary" not in repr(facts)
    assert "13800138000" not in repr(facts)


def test_a_linked_table_stands_at_the_link(tell: Tell, rule: Callable[..., object]) -> None:
    rules = (rule("sql/*.sql", dialect="oracle", system="hr-cn"),)
    expected = [
        "1:49 hr-cn/staff.id -> connection[conn:hq_link]/hq.staff.id identity",
        "1:53 hr-cn/staff.email -> connection[conn:hq_link]/hq.staff.email identity",
    ]
    assert expected == [line for line in tell("sql/links.sql", rules=rules) if "->" in line]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("CREATE TABLE t (a int) ENGINE=InnoDB", "mysql"),
        ("SELECT `a` FROM t", "mysql"),
        ("INSERT OVERWRITE TABLE `t` SELECT 1", "hive"),
        ("SELECT x FROM t LATERAL VIEW explode(y) z AS x", "hive"),
        ("SELECT a::text FROM t", "postgres"),
        ("CREATE TABLE t (id SERIAL)", "postgres"),
        ("CREATE TABLE t (a int) USING delta PARTITIONED BY (a)", "spark"),
        ("SELECT a FROM t -- `quoted` a::text", None),
        ("SELECT 'ENGINE=x' FROM t", None),
    ],
)
def test_a_dialect_shows_by_what_only_it_writes(text: str, dialect: str | None) -> None:
    assert dialect == dialect_of(text)


@pytest.mark.parametrize(
    ("path", "is_sql"), [("a/B.SQL", True), ("x.hql", True), ("x.sql.bak", False), ("sql", False)]
)
def test_a_file_is_sql_by_its_name(path: str, *, is_sql: bool) -> None:
    assert is_sql == recognises(path, "SELECT 1")


def test_a_catalog_that_is_not_the_engines_own_is_a_system_by_its_name(
    read: Read, rule: Callable[..., object]
) -> None:
    rules = (rule("sql/catalogs.sql", dialect="trino", system="dw", default_database="hive"),)
    there = Endpoint("connection", "conn:uscat", placeholder="conn:uscat")

    (move,) = [fact for fact in read("sql/catalogs.sql", rules=rules) if isinstance(fact, MoveFact)]

    assert (
        DatasetMention(("hive", "ods", "member"), "dw"),
        DatasetMention(("crm", "member"), endpoint=there),
    ) == (move.source, move.target)
