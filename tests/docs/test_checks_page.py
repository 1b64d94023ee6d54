import os
from pathlib import Path

from kuajing.checks import all_pages

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_document_holds_the_pages_of_all_checks() -> None:
    if os.environ.get("KUAJING_RENEW"):
        PAGE.write_text(all_pages(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == all_pages()
