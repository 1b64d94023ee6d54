"""What one SQL statement becomes as facts."""

import pytest

from kuajing.model.facts import InfluenceFact
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText


def influences(sql: str) -> list[tuple[str, str, str]]:
    facts = read_sources((SourceText("a.sql", sql, "utf-8", doubtful=False, digest=""),), (), {})
    return [
        (".".join(fact.source.path), fact.source_column, ".".join(fact.target.path))
        for fact in facts
        if isinstance(fact, InfluenceFact)
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("INSERT INTO t (x) SELECT a.x FROM a CROSS JOIN b", [("b", "*", "t")]),
        ("INSERT INTO t (x, y) SELECT a.x, b.y FROM a CROSS JOIN b", []),
        ("INSERT INTO t (x) SELECT a.x FROM a", []),
    ],
    ids=["joined without a condition", "joined for its value", "alone"],
)
def test_a_table_that_only_multiplies_rows_decides_over_them(
    sql: str, expected: list[tuple[str, str, str]]
) -> None:
    assert expected == influences(sql)
