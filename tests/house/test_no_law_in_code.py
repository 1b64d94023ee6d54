"""The law is data under `rules/`: no threshold, date or article stands in Python."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "kuajing"
THRESHOLDS = frozenset(
    number + step for number in (10_000, 100_000, 1_000_000, 10_000_000, 50_000_000) for step in (-1, 0, 1)
)
YEARS = range(2016, 2027)
PATTERNS = {
    "a date": re.compile(r"\b20(?:1[6-9]|2[0-6])-[01]\d-[0-3]\d\b"),
    "an article": re.compile(
        r"\b[A-Z][A-Z0-9]*-20\d\d(?:-\d\d)?-(?:A|Q|C|S|ANX)\d|第[一二三四五六七八九十百]+条|\b[Aa]rticle \d"
    ),
    "an instrument": re.compile(
        r"\b(?:PIPL|DSL|CSL|CBDF|D790|SAM|SCCM|SCC|PICM|PICAM|CACQA|PIQA|GBAHK|GBAMO|AUTOG|FACE|HGR|SMALL)-20\d\d"
    ),
}
# The few numbers and dates that look like law and are not: where, what, and why.
ALLOWED = {
    ("addresses/kinds.py", "10000"): "the port of a database",
    ("addresses/matching.py", "1000000"): "the weight of a host pattern",
    ("law/intake.py", "2024-01-01"): "the shape of a date, for its length",
    ("lineage/grammar/parser.py", "1000000"): "the longest statement that is parsed, in characters",
    ("readers/declaration/counts.py", "10000"): "the unit 万 that people write counts with",
    ("readers/declaration/counts.py", "1000000"): "the unit 百万",
    ("readers/declaration/counts.py", "10000000"): "the unit 千万",
    (
        "readers/infrastructure/hcl.py",
        "1000000",
    ): "the longest file of Terraform that is parsed, in characters",
    ("readers/declaration/page.py", "2026-01-31"): "how a date is written, shown by an example",
    ("messages/command_line.py", "2026-11-30"): "how a date is written, shown by an example",
    ("messages/input_errors.py", "2026-01-31"): "how a date is written, shown by an example",
    ("source/guard.py", "1000000"): "the most nodes that aliases may unfold to",
    ("source/guard.py", "10000"): "the most keys that are merged",
    ("source/workspace.py", "50000000"): "bytes of the largest file that is read",
    ("source/workspace.py", "1000000"): "bytes of a megabyte",
}


def suspects(code: str) -> Iterator[str]:
    """What looks like a threshold, a date or an article among the constants of a module, docstrings aside."""
    tree = ast.parse(code)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in told:
            continue
        match node.value:
            case bool():
                continue
            case int() | float() as number if number in THRESHOLDS or number in YEARS:
                yield str(int(number))
            case str() as text:
                yield from (found.group() for what in PATTERNS.values() for found in what.finditer(text))


@cache
def found() -> frozenset[tuple[str, str]]:
    return frozenset(
        (path.relative_to(SOURCE).as_posix(), suspect)
        for path in SOURCE.rglob("*.py")
        for suspect in suspects(path.read_text(encoding="utf-8"))
    )


def test_no_threshold_date_or_article_stands_in_python() -> None:
    assert [] == sorted(found() - set(ALLOWED))


def test_every_leave_that_was_given_is_still_used() -> None:
    assert [] == sorted(set(ALLOWED) - found())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("if people >= 1_000_000: pass", ["1000000"]),
        ("if people < 1e5: pass", ["100000"]),
        ("if people > 9_999: pass", ["9999"]),
        ("since = date(2024, 3, 22)", ["2024"]),
        ("since = '2024-03-22'", ["2024-03-22"]),
        ("cites = ('CBDF-2024-A7.1.2',)", ["CBDF-2024-A7", "CBDF-2024"]),
        ("words = '第七条'", ["第七条"]),
        ('"""What CBDF-2024-A7.1.2 asks for, from 2024-03-22."""', []),
        ("port, bits, year = 5432, 4096, 1999", []),
    ],
)
def test_law_in_code_would_be_seen(code: str, expected: list[str]) -> None:
    assert expected == list(suspects(code))
