"""`rules/law/compiled.jsonl` is the law as strict reading gave it. KUAJING_RENEW=1 writes it anew from the YAML."""

from pathlib import Path

from tests.journeys.estates import expected

from kuajing.law.book_reading import COMPILED, digest_with, read_shipped
from kuajing.law.compiled import compiled

FILE = Path(__file__).parents[2] / "rules" / COMPILED


def test_the_compiled_law_is_what_its_files_say() -> None:
    lines = compiled(*read_shipped())
    written = f"{digest_with(lines)}\n{lines}"
    assert expected(FILE, written) == written
