"""A dbt model as the statement that its own text makes, and what of it stays unread."""

import pytest

from kuajing.embedded import blocks


def _told(text: str) -> list[str]:
    """Each block as one line, its doubts behind it."""
    found = blocks("models/m.sql", text)
    return [
        " ".join([*block.defining().text.split(), *(f"!{one.reason}" for one in block.reasons)])
        for block in found.blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "{% set days = ['mon', 'tue'] %}select {% for d in days %}{{ d }}_x{% if not loop.last %}, {% endif %}"
                "{% endfor %} from {{ ref ('a') }}"
            ),
            ["CREATE TABLE m AS select mon_x, tue_x from a"],
        ),
        (
            "select {% for d in var('days') %}{{ d }}{{ ', ' if not loop.last }}{% endfor %} from a",
            ["CREATE TABLE m AS select {{ d }} from a"],
        ),
        (
            "{% set x = 1 %}{% if x == 1 %}select a from b{% else %}select c from d{% endif %}",
            ["CREATE TABLE m AS select a from b"],
        ),
        (
            "{% set x = 1 %}{% if y %}{% set x = 2 %}{% endif %}select a from b where c = {{ x }}",
            ["CREATE TABLE m AS select a from b where c = {{ x }}"],
        ),
        (
            "{% set q %}a, b{% endset %}select {{ q }} from {{ ref('c') }}",
            ["CREATE TABLE m AS select a, b from c"],
        ),
        (
            "-- a remark\n{{ all_of(ref('a')) }}\nwhere b",
            ["CREATE TABLE m AS -- a remark select * from a where b !unread.embedded_macro"],
        ),
        (
            "{{ parts(ref('a')) }}, b as (select c from d) select c from b",
            [
                (
                    "CREATE TABLE m AS with macro_parts as (select * from a), b as (select c from d) select c from b"
                    " !unread.embedded_macro"
                )
            ],
        ),
        (
            "with b as (select c from d)\n{{ audit(cte='b') }}",
            ["CREATE TABLE m AS with b as (select c from d) select * from b !unread.embedded_macro"],
        ),
        (
            "select a {{ more() }} from b",
            ["CREATE TABLE m AS select a from b !unread.embedded_macro"],
        ),
        (
            "select a from {{ ref('b') if x else ref('c') }}",
            [
                "CREATE TABLE m AS select a from (select * from b union all select * from c) !unread.embedded_macro"
            ],
        ),
        (
            "with b as (select c from d) select c from {{ ref('b') }}",
            ["CREATE TABLE m AS with b as (select c from d) select c from {{ ref('b') }}"],
        ),
    ],
)
def test_a_model_is_the_statement_that_its_text_makes(text: str, expected: list[str]) -> None:
    assert _told(text) == expected


def test_an_alias_that_a_marker_may_be_is_left_alone() -> None:
    assert _told("select a {{ name }}, b from c") == ["CREATE TABLE m AS select a {{ name }}, b from c"]


def test_a_loop_past_every_limit_stands_once() -> None:
    text = "{% for a in range(50) %}" * 3 + "{{ a }} " + "{% endfor %}" * 3
    assert len(blocks("models/m.sql", f"select 1 {text}").blocks[0].text) < len(text) * 200


@pytest.mark.parametrize("path", ["macros/a.sql", "models/a.sql"])
def test_a_macro_is_a_definition_and_no_statement(path: str) -> None:
    assert not blocks(path, "{% macro a(b) %}select {{ b }} from c{% endmacro %}").blocks


def test_a_bare_query_among_models_becomes_a_table() -> None:
    assert _told("select a from b") == ["CREATE TABLE m AS select a from b"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("queries/m.sql", "select a from b"),
        ("models/m.sql", "select a from b; select c from d"),
        ("models.sql", "select a"),
    ],
)
def test_other_plain_sql_is_no_model(path: str, text: str) -> None:
    assert not blocks(path, text).blocks
