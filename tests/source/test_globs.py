"""Patterns over paths."""

import pytest

from kuajing.source.globs import matches, matches_any


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a.sql", "*.sql", True),
        ("sql/a.sql", "*.sql", False),
        ("sql/a.sql", "sql/*.sql", True),
        ("sql/dw/a.sql", "sql/*.sql", False),
        ("sql/a.sql", "sql/**/*.sql", True),
        ("sql/dw/ods/a.sql", "sql/**/*.sql", True),
        ("sql/dw/ods/a.hql", "sql/**/*.sql", False),
        ("a/b/c/d", "**", True),
        ("a/b/c/d", "**/c/**", True),
        ("a/b/c", "**/c/**", True),
        ("a/b/x/d", "**/c/**", False),
        ("a/b/a/c", "a/**/a/c", True),
        ("sql/a.sql", "sql/", True),
        ("sql/dw/a.sql", "./sql/", True),
        ("sqls/a.sql", "sql/", False),
        ("job_1.json", "job_[0-9].json", True),
        ("job_x.json", "job_[0-9].json", False),
        ("作业一.json", "作业?.json", True),
        (".hidden.sql", "*.sql", True),
        ("A.SQL", "*.sql", False),
        ("../a.sql", "../*.sql", True),
    ],
)
def test_a_pattern_fits_or_does_not(path: str, pattern: str, *, fits: bool) -> None:
    assert fits == matches(path, pattern)


def test_one_fitting_pattern_is_enough() -> None:
    assert matches_any("sql/a.sql", ("*.json", "sql/*"))
    assert not matches_any("sql/a.sql", ())


def test_a_pattern_of_many_stars_does_not_take_for_ever() -> None:
    assert not matches("a/" * 200 + "b", "**/a/" * 100 + "c")
    assert not matches("a" * 5_000, "*a" * 30 + "b")
