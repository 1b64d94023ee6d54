"""`docs/law/traps.md` is written from the docstrings of the tests of the traps. KUAJING_RENEW=1 writes it anew."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.journeys.estates import expected
from tests.rules.test_law_pages import folders

from kuajing.law import load_book

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests" / "law" / "test_traps.py"
PAGE = ROOT / "docs" / "law" / "traps.md"
NAME = re.compile(r"test_trap_(\d\d)_\w+")
ALSO = "Also: "
HEAD = """# The 25 traps 二十五个易错点

Each is a mistake that is easy to make with this law, and each has a test with a case that shows it and the nearest case that
does not. This page is written from those tests, [tests/law/test_traps.py](../../tests/law/test_traps.py), by
`KUAJING_RENEW=1 python -m pytest tests/rules/test_traps_page.py`. [All instruments](README.md)"""


@cache
def traps() -> tuple[tuple[int, str, str], ...]:
    """The number, the test and the docstring of each trap, in the order of the file."""
    found = []
    for node in ast.parse(TESTS.read_text(encoding="utf-8")).body:
        named = NAME.fullmatch(node.name) if isinstance(node, ast.FunctionDef) else None
        if isinstance(node, ast.FunctionDef) and named is not None:
            found.append((int(named[1]), node.name, ast.get_docstring(node) or ""))
    return tuple(found)


def page() -> str:
    return "\n\n".join([HEAD, *("\n\n".join(trap(*each)) for each in traps())]) + "\n"


def trap(number: int, test: str, told: str) -> Iterator[str]:
    title, _, rest = told.partition("\n")
    yield f"## {number}. {title}"
    said, _, also = rest.partition(ALSO)
    yield " ".join(said.split())
    others = ", ".join(map(linked, also.strip().split(", "))) if also else ""
    yield f"Test: `{test}`" + (f"; also {others}" if others else "")


def linked(what: str) -> str:
    """A file of the repository, or an article on its page."""
    if "/" in what:
        return f"[{what.removeprefix('rules/law/')}](../../{what})"
    return f"[{what}]({folders()[load_book().provisions[what].instrument.id]}.md)"


def test_the_page_of_the_traps_is_written_from_their_tests() -> None:
    assert expected(PAGE, page()) == page()


def test_there_is_a_test_for_each_of_the_25_traps_and_it_says_what_it_is_about() -> None:
    assert list(range(1, 26)) == [number for number, _, _ in traps()]
    assert [] == [test for _, test, told in traps() if len(told.splitlines()) < 3]
    assert [] == [test for _, test, told in traps() if not re.search("[\u4e00-\u9fff]", told.splitlines()[0])]


def test_every_link_of_the_page_leads_somewhere() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", page()) if "://" not in target]
    assert [] == [target for target in targets if not (PAGE.parent / target).exists()]
