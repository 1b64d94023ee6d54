"""A column that nobody named is called by its expression, without what somebody wrote as a value."""

import pytest

from kuajing.lineage.movement import read_movement


@pytest.mark.parametrize(
    ("expression", "name"),
    [
        ("IF(pin = 13800138000, a, b)", "if(pin = '?', a, b)"),
        ("pin + 1000000", "pin + '?'"),
        ("pin + 999999", "pin + 999999"),
        ("pin * 0.12345678", "pin * '?'"),
        ("-13800138000 * pin", "-'?' * pin"),
        ("pin IN (110101199003074514, 5)", "pin in ('?', 5)"),
        ("CONCAT(pin, '13800138000', 12)", "concat(pin, '?', 12)"),
        ("UPPER(pin_13800138000)", "upper(pin_13800138000)"),
        ("UPPER(pin) AS c13800138000", "c13800138000"),
        ("pin13800138000", "pin13800138000"),
    ],
)
def test_the_name_of_an_unnamed_column_shows_no_string_and_no_long_number(expression: str, name: str) -> None:
    text = f"INSERT INTO t SELECT {expression} FROM s"  # noqa: S608  it is read, never run
    (statement,) = read_movement(text, dialect="mysql", schema={})
    assert {name} == {edge.target_column for edge in statement.edges}
