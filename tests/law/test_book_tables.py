"""A fault of a table that no condition reads fails the load of the law as well, with its place and the nearest name."""

import pytest
from tests.law.test_book import told

from kuajing.source.packaged import packaged_text


def changed(path: str, old: str, new: str) -> list[str]:
    """What is said where one passage of a file reads otherwise: line, column and words."""
    text = packaged_text(path)
    assert text.count(old) == 1
    return [fault.removeprefix(f"rules/{path}:") for fault in told(path, text.replace(old, new))]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "- CBDF-2024-A5.1.1\n",
            "- CBDF-2024-A5.1.11\n",
            "9:5: No provision has the key `CBDF-2024-A5.1.11`; nearest: CBDF-2024-A5.1.1.",
        ),
        (
            "- AUTOG-2026\n",
            "- AUTOG-2062\n",
            "15:5: No provision has the key `AUTOG-2062`; nearest: AUTOG-2026.",
        ),
        (
            "cites: CACQA-2024-03-Q11\n",
            "cites: CACQA-2024-03-Q111\n",
            "4:8: No provision has the key `CACQA-2024-03-Q111`; nearest: CACQA-2024-03-Q11.",
        ),
        (
            "COUNT-FORECAST]",
            "COUNT-FORCAST]",
            "19:29: No provision has the key `COUNT-FORCAST`; nearest: COUNT-FORECAST.",
        ),
        (
            "COUNT-UP]",
            "COUNT-UPP]",
            "20:70: No provision has the key `COUNT-UPP`; nearest: COUNT-UP.",
        ),
        (
            "COUNT-GROUP]",
            "COUNT-GRUOP]",
            "22:41: No provision has the key `COUNT-GRUOP`; nearest: COUNT-GROUP.",
        ),
        (
            "doubtful:\n",
            "doubtfull:\n",
            (
                "13:1: `doubtfull` is no key here; nearest: doubtful; "
                "known: ahead, checked, cites, doubtful, from, group, outside."
            ),
        ),
        ("from: 2024-03-22", "from: 2024-02-30", "3:7: This takes a date."),
        ("checked: 2026-11-23", "checked: lately", "5:10: This takes a date."),
        (
            "- AUTOG-2026\n",
            "- CBDF-2024-A3\n",
            "15:5: `CBDF-2024-A3` stands twice, first at rules/law/tally.yaml:7:5.",
        ),
    ],
)
def test_a_fault_of_the_count_fails_the_load(old: str, new: str, fault: str) -> None:
    assert [fault] == changed("law/tally.yaml", old, new)


def test_a_route_of_the_count_is_one_of_the_law() -> None:
    (fault,) = changed("law/tally.yaml", "route: security_assessment", "route: security_assesment")
    assert fault.startswith(
        "20:23: `security_assesment` is no word here; nearest: security_assessment; known: "
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "forecast_before_line:\n",
            "forecast_before_lime:\n",
            "11:1: `forecast_before_lime` is no word here; nearest: forecast_before_line; known: ",
        ),
        (
            "cites: [COUNT-FORECAST]",
            "cites: [COUNT-FORCAST]",
            "14:11: No provision has the key `COUNT-FORCAST`; nearest: COUNT-FORECAST.",
        ),
        (
            "cites: [COUNT-FORECAST]",
            "cite: [COUNT-FORECAST]",
            "14:3: `cite` is no key here; nearest: cites; known: cites, default, other.",
        ),
        ("cites: [COUNT-FORECAST]", "cites: []", "14:10: This takes a list of at least one."),
    ],
)
def test_a_fault_of_a_reading_fails_the_load(old: str, new: str, fault: str) -> None:
    (said,) = changed("law/contested_readings.yaml", old, new)
    assert said.startswith(fault)
