"""`rules/law/compiled.jsonl` is the law as strict reading gave it. KUAJING_RENEW=1 writes it anew from the YAML."""

from pathlib import Path

from tests.journeys.estates import expected

from kuajing.law.shipped import COMPILED, written_lines

FILE = Path(__file__).parents[2] / "rules" / COMPILED


def test_the_compiled_law_is_what_its_files_say() -> None:
    written = written_lines()
    assert expected(FILE, written) == written
