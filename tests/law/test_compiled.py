from dataclasses import replace
from decimal import Decimal

import pytest
from tests.law.test_independent_cases import asked, cases

from kuajing.law import assess
from kuajing.law.compiled import compiled, linked
from kuajing.law.intake import read_case
from kuajing.law.shipped import compiled_lines, load_book, read_files

WORDS, READ = read_files()


def test_a_book_that_was_compiled_and_linked_compiles_to_the_same_lines() -> None:
    lines = compiled(WORDS, READ)
    assert lines == compiled(WORDS, linked(lines))


def test_the_law_is_shipped_compiled() -> None:
    assert compiled_lines() == compiled(WORDS, load_book())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_the_law_compiled_judges_as_the_law_read(case: dict[str, object]) -> None:
    line = asked(case)
    compiled_book = load_book()
    assert assess(read_case(line, READ), READ) == assess(read_case(line, compiled_book), compiled_book)


def test_what_has_no_form_in_the_compiled_law_is_an_error() -> None:
    wrong = (Decimal(1),)
    rows = {path: replace(row, words=wrong) for path, row in READ.rows.items()}  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Decimal has no form"):
        compiled(WORDS, replace(READ, rows=rows))
