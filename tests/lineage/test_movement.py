"""What holds for every statement: a fate, no loss in silence, no harm from any text."""

# ruff: noqa: S608  the SQL is read, never run

import logging
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.lineage.grammar.parser import MOST_BRACKETS
from kuajing.lineage.movement import read_movement
from kuajing.lineage.text.dialects import dialect_named, dialect_names
from kuajing.lineage.text.lexer import Kind, tokens
from kuajing.lineage.text.splitter import split
from kuajing.model.lineage import Statement, TableName

_PLAIN = (
    "insert into t (a, b) select s.x, md5(s.y) from s where s.k = 1",
    "insert into t (a) select s.x from s join r on s.i = r.i group by s.x",
    "insert into t (a) select q.x from (select x from s where k = 1) q",
    "with c as (select x from s) insert into t (a) select x from c",
    "create table t as select x as a from s union all select z from r",
    "create view t as select max(x) as a from s",
)
_TEXT = """insert into t select a from s ( ) , ; with c as union all join on = case when then end update set
delete merge using values 'x' " ` * . create table view over partition by order begin ${x} {{ y }} @v 1 :="""
_WORDS = re.findall(r"\S+", _TEXT)
_NAMES = {"s", "r", "t", "q", "c"}


def pairs(statements: tuple[Statement, ...]) -> set[tuple[TableName, TableName]]:
    return {(edge.source_table, edge.target_table) for statement in statements for edge in statement.edges}


@pytest.mark.parametrize("dialect", [name for name in dialect_names() if name != "oracle"])
@pytest.mark.parametrize("sql", _PLAIN)
def test_plain_sql_means_the_same_in_every_dialect(sql: str, dialect: str) -> None:
    expected = [
        (edge.source_table, edge.source_column, edge.target_table, edge.target_column, edge.transform)
        for edge in read_movement(sql, dialect=None, schema={})[0].edges
    ]

    (statement,) = read_movement(sql, dialect=dialect, schema={})

    assert statement.fate != "no_movement"
    assert expected == [
        (edge.source_table, edge.source_column, edge.target_table, edge.target_column, edge.transform)
        for edge in statement.edges
    ]


@pytest.mark.parametrize("dialect", ["mysql", "postgres", "hive", "spark"])
@pytest.mark.parametrize("sql", _PLAIN)
def test_a_lost_token_never_loses_tables_in_silence(sql: str, dialect: str) -> None:
    whole = pairs(read_movement(sql, dialect=dialect, schema={}))
    for token in tokens(sql, dialect_named(dialect)):
        is_name = token.text in _NAMES or sql[token.start - 1] == "." or token.text == "."
        if is_name or token.word == "INTO":
            continue  # another name, not a broken statement

        broken = read_movement(sql[: token.start] + sql[token.end :], dialect=dialect, schema={})

        assert whole <= pairs(broken) or any(statement.reasons for statement in broken), token


def test_a_statement_nested_too_deeply_keeps_its_tables() -> None:
    depth = MOST_BRACKETS + 1
    sql = f"insert into t (a) select {'(' * depth}x{')' * depth} from s"

    (statement,) = read_movement(sql, dialect="mysql", schema={})

    assert (statement.fate, [reason.key for reason in statement.reasons]) == (
        "unread",
        ["unread.sql_too_deep"],
    )
    assert pairs((statement,)) == {(("s",), ("t",))}


def test_a_statement_nested_as_deeply_as_is_granted_is_read() -> None:
    depth = MOST_BRACKETS // 2
    sql = f"insert into t (a) select x from {'(select x from ' * depth}s{') q' * depth}"

    (statement,) = read_movement(sql, dialect="mysql", schema={})

    assert statement.fate == "resolved"


def test_a_statement_too_long_for_the_parser_keeps_its_tables() -> None:
    sql = f"insert into t (a) select x from s where k in ({', '.join(map(str, range(200_000)))})"

    (statement,) = read_movement(sql, dialect="mysql", schema={})

    assert [reason.key for reason in statement.reasons] == ["unread.sql_too_long"]
    assert pairs((statement,)) == {(("s",), ("t",))}


def test_aliases_that_double_each_other_cost_no_more_than_their_number() -> None:
    doubled = ", ".join(f"b{place} + b{place} as b{place + 1}" for place in range(80))

    (statement,) = read_movement(
        f"insert into t select a as b0, {doubled} from s", dialect="spark", schema={}
    )

    assert {edge.source_column for edge in statement.edges} == {"a"}


def test_a_chain_of_thousands_is_read() -> None:
    chain = " || ".join(f"c{place}" for place in range(3000))
    unions = " union all ".join(f"select x from s{place}" for place in range(1000))

    one, two = read_movement(
        f"insert into t (a) select {chain} from s; insert into u (a) {unions}", dialect="postgres", schema={}
    )

    assert (len(one.edges), len(two.edges)) == (3000, 1000)


def test_the_parser_says_nothing_on_any_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_movement("alter system flush; create server x; select from", dialect="mysql", schema={})

    assert caplog.records == []


def test_the_limit_of_frames_is_left_as_it_was() -> None:
    before = sys.getrecursionlimit()

    read_movement("insert into t select a from s", dialect="mysql", schema={})

    assert sys.getrecursionlimit() == before


def test_no_literal_value_leaves_the_engine() -> None:
    sql = (
        "insert into t values ('13800138000'); create table u as select concat('13800138000', a) from s;"
        " insert into v select * from s where phone = '13800138000'; insert into w selct '13800138000' from s"
    )

    assert "13800138000" not in repr(read_movement(sql, dialect="mysql", schema={}))


def test_no_password_leaves_the_engine() -> None:
    sql = (
        "create table f (a int) engine=federated connection='mysql://user:s3cret@db.example:3306/shop/t';"
        "insert into f select a from s;"
        "insert into t select d.a from dblink('host=h user=u password=s3cret', 'select a from x') as d(a int)"
    )

    assert "s3cret" not in repr(read_movement(sql, dialect="postgres", schema={}))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "insert",
                "into",
                "t",
                "select",
                "a",
                "from",
                "s",
                "(",
                ")",
                ",",
                ";",
                "with",
                "c",
                "as",
                "union",
                "all",
                "join",
                "on",
                "=",
                "case",
                "when",
                "then",
                "end",
                "update",
                "set",
                "delete",
                "merge",
                "using",
                "values",
                "'x'",
                '"',
                "`",
                "*",
                ".",
                "create",
                "table",
                "view",
                "over",
                "partition",
                "by",
                "order",
                "begin",
                "${x}",
                "{{",
                "y",
                "}}",
                "@v",
                "1",
                ":=",
            ]
        ),
        max_size=25,
    ),
    st.sampled_from(dialect_names()),
)
def test_any_words_get_a_fate_and_do_no_harm(words: list[str], dialect: str) -> None:
    text = " ".join(words)

    statements = read_movement(text, dialect=dialect, schema={}, with_queries=True)

    assert bool(statements) == bool(split(text, dialect))
    for statement in statements:
        assert (statement.fate in {"partial", "unread"}) == bool(statement.reasons)


@pytest.mark.skipif("KUAJING_CORPUS" not in os.environ, reason="KUAJING_CORPUS names no folder of real files")
def test_real_dumps_move_nothing_and_are_read_whole() -> None:
    for path in sorted(Path(os.environ["KUAJING_CORPUS"]).rglob("*.sql")):
        statements = read_movement(path.read_text(encoding="utf-8"), dialect="mysql", schema={})

        assert {statement.fate for statement in statements} == {"no_movement"}, path


def test_broken_tokens_are_the_rest_of_the_text() -> None:
    found = list(tokens("select 'a", dialect_named("mysql")))

    assert [(token.kind, token.text) for token in found] == [(Kind.WORD, "select"), (Kind.BROKEN, "'a")]


def test_an_unclosed_quote_hides_no_statement_behind_it() -> None:
    statements = read_movement(
        "insert into a values ('x); insert into t select y from s", dialect="mysql", schema={}
    )

    assert [reason.key for statement in statements for reason in statement.reasons] == [
        "unread.sql_unclosed_quote"
    ]
    assert (("s",), ("t",)) in pairs(statements)


def test_a_grammar_that_tries_in_vain_is_given_up() -> None:
    nested = "SELECT " + "STRUCT(" * 30 + "a" + " AS x)" * 30 + " AS z FROM t"

    (statement,) = read_movement(nested, dialect="bigquery", schema={}, with_queries=True)

    assert ("unread", ("unread.sql_too_deep",)) == (
        statement.fate,
        tuple(reason.key for reason in statement.reasons),
    )
