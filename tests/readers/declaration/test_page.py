"""The page of words is the one made from the models."""

from pathlib import Path

from kuajing.readers.declaration.page import declaration_page

PAGE = Path(__file__).parents[3] / "docs" / "declaration.md"


def test_the_page_is_the_generated_one() -> None:
    renew = "python -m kuajing.readers.declaration page > docs/declaration.md"
    assert PAGE.read_text(encoding="utf-8") == declaration_page(), renew
