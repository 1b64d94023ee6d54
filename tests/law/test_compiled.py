from dataclasses import replace
from decimal import Decimal

import pytest

from kuajing.law.compiled import compiled, linked
from kuajing.law.shipped import compiled_lines, load_book, read_files

WORDS, READ = read_files()


def test_a_book_that_was_compiled_and_linked_compiles_to_the_same_lines() -> None:
    lines = compiled(WORDS, READ)
    assert lines == compiled(WORDS, linked(lines))


def test_the_law_is_shipped_compiled() -> None:
    assert compiled_lines() == compiled(WORDS, load_book())


def test_what_has_no_form_in_the_compiled_law_is_an_error() -> None:
    rows = {path: replace(row, words=(Decimal(1),)) for path, row in READ.rows.items()}
    with pytest.raises(TypeError, match="Decimal has no form"):
        compiled(WORDS, replace(READ, rows=rows))
