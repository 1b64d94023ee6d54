"""What functions do to the values that pass through them."""

# ruff: noqa: S608  the SQL is read, never run

import pytest

from kuajing.lineage.movement import read_movement


def tags(expression: str, dialect: str = "mysql", functions: dict[str, str] | None = None) -> dict[str, str]:
    statements = read_movement(
        f"insert into t (a) select {expression} from s", dialect=dialect, schema={}, functions=functions
    )
    return {edge.source_column: edge.transform for statement in statements for edge in statement.edges}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x", "identity"),
        ("cast(x as char)", "identity"),
        ("(x)", "identity"),
        ("distinct x", "identity"),
        ("upper(x)", "derived"),
        ("concat(x, 'a')", "derived"),
        ("coalesce(x, 'a')", "derived"),
        ("case when 1 = 1 then x end", "derived"),
        ("hex(aes_encrypt(x, 'k'))", "derived"),
        ("to_base64(x)", "derived"),
        ("max(x)", "derived"),
        ("group_concat(x)", "derived"),
        ("bitmap_union(to_bitmap(x))", "derived"),
        ("substr(x, 1, 3)", "masked"),
        ("left(x, 3)", "masked"),
        ("concat(left(x, 3), '****', right(x, 4))", "masked"),
        ("regexp_replace(x, '[0-9]', '*')", "masked"),
        ("insert(x, 4, 4, '****')", "masked"),
        ("mask(x)", "masked"),
        ("md5(x)", "hashed"),
        ("sha2(x, 256)", "hashed"),
        ("hex(md5(upper(x)))", "hashed"),
        ("md5(left(x, 3))", "hashed"),
        ("sm3(x)", "hashed"),
        ("crc32(x)", "hashed"),
        ("sum(x)", "aggregated"),
        ("count(distinct x)", "aggregated"),
        ("avg(x) over ()", "aggregated"),
        ("count(md5(x))", "aggregated"),
    ],
)
def test_the_strongest_step_on_the_way_counts(expression: str, expected: str) -> None:
    assert tags(expression) == {"x": expected}


@pytest.mark.parametrize("expression", ["substr(x, 1, 20)", "substr(x, 1)", "left(x, 30)"])
def test_a_cut_that_keeps_a_whole_number_is_no_mask(expression: str) -> None:
    assert tags(expression) == {"x": "derived"}


def test_a_count_of_rows_has_no_source() -> None:
    assert tags("count(*)") == {}


def test_between_two_ways_the_weakest_counts() -> None:
    assert tags("concat(md5(x), upper(x))") == {"x": "derived"}


def test_a_declared_function_does_what_the_declaration_says() -> None:
    assert tags("mask_mobile(x)") == {"x": "masked"}
    assert tags("mask_mobile(x)", functions={"Mask_Mobile": "identity"}) == {"x": "identity"}
    assert tags("md5(x)", functions={"md5": "derived"}) == {"x": "derived"}
    assert tags("dw.hide(x)", "spark", {"hide": "hashed"}) == {"x": "hashed"}


def test_the_functions_on_the_way_are_kept() -> None:
    (statement,) = read_movement(
        "insert into t (a) select md5(concat(left(x, 3), y)) from s", dialect="mysql", schema={}
    )

    assert [(edge.source_column, edge.functions) for edge in statement.edges] == [
        ("x", ("CONCAT", "LEFT", "MD5")),
        ("y", ("CONCAT", "MD5")),
    ]
