"""The line an error shows: columns stay true, secrets and people do not show."""

import pytest

from kuajing.source.excerpts import excerpt, shown
from kuajing.source.location import Location

TEXT = """\
first line
password: hunter2
jdbc: "jdbc:mysql://root:hunter2@host/crm" # here
key:
  private_key: |
    hunter2 hunter2
  located: CN
insert into t values ('13812345678', '11010519491231002X', '6222021234567890123', 42, '2026-01-31');
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (1, "first line"),
        (2, "password: *******"),
        (3, 'jdbc: "jdbc:mysql://************@host/crm" # here'),
        (6, "    ***************"),
        (7, "  located: CN"),
        (
            8,
            "insert into t values ('***********', '******************', '*******************', 42, '2026-01-31');",
        ),
        (9, ""),
        (10, ""),
    ],
)
def test_a_line_is_shown_with_its_length_and_without_its_secrets(line: int, expected: str) -> None:
    assert expected == excerpt(TEXT, Location("f", line, 1))


def test_a_long_line_is_kept_as_far_as_a_little_beyond_the_column() -> None:
    assert excerpt("b" * 100_000, Location("f", 1, 10)) == "b" * 210
    assert excerpt("b" * 100_000, Location("f", 1, 50_000)) == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("located", "located"),
        ("13812345678", "***********"),
        ("LTAI5tAbCdEfGhIj", "****************"),
        ("a" * 100, "a" * 79 + "…"),
    ],
)
def test_a_quoted_value_is_starred_and_cut(value: str, expected: str) -> None:
    assert expected == shown(value)
