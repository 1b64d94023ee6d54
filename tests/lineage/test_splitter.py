"""Texts parted into statements, whatever hides a semicolon."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.lineage.text.dialects import dialect_names
from kuajing.lineage.text.splitter import split
from kuajing.model.lineage import StatementText

_SCRIPTS = Path(__file__).parent / "scripts"


def texts(text: str, dialect: str | None) -> list[str]:
    return [statement.text for statement in split(text, dialect)]


def test_statements_carry_the_place_of_their_first_token() -> None:
    text = "-- head\n  select 1;\n\n/* x */ select\n 2 ;"

    assert split(text, "mysql") == (
        StatementText("select 1", 2, 3),
        StatementText("select\n 2", 4, 9),
    )


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("mysql", r"select 'it\'s; one'"),
        ("mysql", 'select "a;b"'),
        ("mysql", "select `a;b`"),
        ("mysql", "select 1 # not; here\n + 1"),
        ("hive", r"select '\\', 'a;b'"),
        ("postgres", "select 'it''s; one'"),
        ("postgres", r"select E'a\';b'"),
        ("postgres", "select $$a;b$$"),
        ("postgres", "select $x$a;$$;b$x$"),
        ("postgres", "select 1 /* a /* b; */ ; */ + 1"),
        ("oracle", "select q'[it's; one]' from dual"),
        ("tsql", "select [a;b]]c]"),
        ("bigquery", "select '''a;'b'''"),
        ("snowflake", "select 1 // not; here\n + 1"),
        (None, "select 'a;b' -- ;\n + 1"),
    ],
)
def test_a_semicolon_inside_quotes_or_comments_ends_nothing(dialect: str | None, text: str) -> None:
    assert texts(f"{text}; select 2", dialect) == [text, "select 2"]


def test_a_backslash_escapes_only_where_the_dialect_says_so() -> None:
    text = r"select 'a\'; select 'b'"

    assert texts(text, "postgres") == [r"select 'a\'", "select 'b'"]
    assert texts(text, "mysql") == [r"select 'a\'; select 'b'"]


@pytest.mark.parametrize(
    ("name", "dialect", "expected"),
    [
        ("delimiter.sql", "mysql", ["drop procedure", "create procedure", "create trigger", "call p()"]),
        (
            "slash.sql",
            "oracle",
            ["create or replace procedure", "create package body", "declare", "select 1"],
        ),
        ("go.sql", "tsql", ["create procedure", "insert into dbo.a", "select 1"]),
        (
            "statement_set.sql",
            "flink",
            ["create table", "execute statement set", "begin statement set", "select 1"],
        ),
    ],
)
def test_bodies_stay_whole(name: str, dialect: str, expected: list[str]) -> None:
    found = texts((_SCRIPTS / name).read_text(encoding="utf-8"), dialect)

    assert [text[: len(start)].lower() for text, start in zip(found, expected, strict=True)] == expected


def test_an_unclosed_quote_takes_the_rest() -> None:
    assert texts("select 1; select 'a; select 2", "postgres") == ["select 1", "select 'a; select 2"]


def test_a_control_tag_may_hold_a_semicolon() -> None:
    assert texts('{% set x = "a;b" %} select 1; select {{ x }}', "spark") == ["select 1", "select {{ x }}"]


@given(
    st.text(alphabet="ab'\"`;$/*-#\n\\[]{}%() ", max_size=60),
    st.sampled_from(dialect_names()),
)
def test_every_statement_stands_where_it_says(text: str, dialect: str) -> None:
    lines = text.split("\n")
    for statement in split(text, dialect):
        rest = "\n".join([lines[statement.line - 1][statement.column - 1 :], *lines[statement.line :]])

        assert rest.startswith(statement.text)
        assert statement.text.strip() == statement.text != ""


@given(
    st.lists(st.sampled_from(["select 1", "insert into a select 'x;y' from b", "select $$;$$"]), max_size=5)
)
def test_statements_joined_by_semicolons_come_back(parts: list[str]) -> None:
    assert texts(";\n".join(parts), "postgres") == parts


def test_what_a_client_puts_before_a_statement_is_no_part_of_it() -> None:
    text = "Flink SQL> SET 'a' = 'b';\n  Flink SQL> INSERT INTO t SELECT 'Flink SQL>' FROM s;"
    assert [("SET 'a' = 'b'", 1, 12), ("INSERT INTO t SELECT 'Flink SQL>' FROM s", 2, 14)] == [
        (one.text, one.line, one.column) for one in split(text, "flink")
    ]
    assert [1, 1] == [len(split("Flink SQL> SELECT 1", dialect)) for dialect in ("flink", "mysql")]
