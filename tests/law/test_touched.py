"""Rules that facts fall under and that no verdict turns on are pointed to, and decide nothing."""

from datetime import date

import pytest
from tests.law.judging import judged, people

from kuajing.law import load_book
from kuajing.model.cases import Case, FactValue

NOW = date(2026, 11, 2)


def touched(facts: dict[str, FactValue], on: date = NOW) -> tuple[str, ...]:
    return load_book().touched(Case("t", on, tuple(facts.items())))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"handler.sector": "finance"}, ("FING-2025", "PBOC-2025")),
        ({"handler.sector": "health", "data.personal": True}, ("HEALTH-2014-A10", "HEALTH-2018-A30")),
        ({"handler.sector": "health", "data.personal": False}, ("HEALTH-2018-A30",)),
        ({"handler.sector": "internet_map"}, ("GEO-2022",)),
        (
            {"handler.sector": "automotive", "data.important": "declared"},
            ("AUTO-2021-A13", "AUTO-2021-A14", "GEO-2022", "NDRA-2026"),
        ),
        ({"data.securities_business": True}, ("AUDITDOC",)),
        ({"data.under_14": True}, ("MINOR-AUDIT-2025",)),
        ({"data.face": True}, ("FACE-2025-A15",)),
        ({"handler.sector": "retail", "data.important": "none"}, ()),
        ({"handler.sector": "finance_software"}, ()),
        ({}, ()),
    ],
)
def test_a_rule_is_touched_by_exact_words_and_by_nothing_unknown(
    facts: dict[str, FactValue], expected: tuple[str, ...]
) -> None:
    assert expected == touched(facts)


def test_a_rule_is_touched_from_its_first_day() -> None:
    assert () == touched({"handler.sector": "finance"}, date(2025, 4, 16))
    assert ("FING-2025",) == touched({"handler.sector": "finance"}, date(2025, 4, 17))


def test_what_is_touched_changes_no_verdict() -> None:
    bank, shop = (
        judged(handler={"sector": sector}, data=people(260_000)) for sector in ("finance", "retail")
    )
    assert {**bank, "reasoning": []} == {**shop, "reasoning": []}


def test_no_answer_turns_on_a_rule_that_is_only_pointed_to() -> None:
    for provision in load_book().provisions.values():
        for version in provision.versions:
            assert version.touches is None or not (version.duties or version.violations)
