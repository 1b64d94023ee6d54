"""A fault of a table that no condition reads fails the load of the law as well, with its place and the nearest name."""

import pytest
from tests.law.test_book import shipped, told

from kuajing.law import read_book
from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputErrors
from kuajing.source.packaged import packaged_text


def changed(path: str, old: str, new: str) -> list[str]:
    """What is said where one passage of a file reads otherwise: lines after where that begins, column and words."""
    text = packaged_text(path)
    assert text.count(old) == 1
    begins = text[: text.index(old)].count("\n") + 1
    found = (fault.removeprefix(f"rules/{path}:") for fault in told(path, text.replace(old, new)))
    return [f"+{int(line) - begins}:{rest}" for line, _, rest in (fault.partition(":") for fault in found)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "- CBDF-2024-A5.1.1\n",
            "- CBDF-2024-A5.1.11\n",
            "+0:5: No provision has the key `CBDF-2024-A5.1.11`; nearest: CBDF-2024-A5.1.1.",
        ),
        (
            "- AUTOG-2026\n",
            "- AUTOG-2062\n",
            "+0:5: No provision has the key `AUTOG-2062`; nearest: AUTOG-2026.",
        ),
        (
            "cites: CACQA-2024-03-Q11\n",
            "cites: CACQA-2024-03-Q111\n",
            "+0:8: No provision has the key `CACQA-2024-03-Q111`; nearest: CACQA-2024-03-Q11.",
        ),
        (
            "COUNT-FORECAST]",
            "COUNT-FORCAST]",
            "+0:29: No provision has the key `COUNT-FORCAST`; nearest: COUNT-FORECAST.",
        ),
        (
            "COUNT-UP]",
            "COUNT-UPP]",
            "+0:70: No provision has the key `COUNT-UPP`; nearest: COUNT-UP.",
        ),
        (
            "COUNT-GROUP]",
            "COUNT-GRUOP]",
            "+0:41: No provision has the key `COUNT-GRUOP`; nearest: COUNT-GROUP.",
        ),
        (
            "doubtful:\n",
            "doubtfull:\n",
            (
                "+0:1: `doubtfull` is no key here; nearest: doubtful; "
                "known: ahead, checked, cites, doubtful, from, group, outside."
            ),
        ),
        ("from: 2024-03-22", "from: 2024-02-30", "+0:7: This takes a date."),
        ("checked: 2026-11-23", "checked: lately", "+0:10: This takes a date."),
        (
            "- AUTOG-2026\n",
            "- CBDF-2024-A3\n",
            "+0:5: `CBDF-2024-A3` stands twice, first at rules/law/tally.yaml:7:5.",
        ),
    ],
)
def test_a_fault_of_the_count_fails_the_load(old: str, new: str, fault: str) -> None:
    assert [fault] == changed("law/tally.yaml", old, new)


def test_a_route_of_the_count_is_one_of_the_law() -> None:
    (fault,) = changed("law/tally.yaml", "route: security_assessment", "route: security_assesment")
    assert fault.startswith(
        "+0:23: `security_assesment` is no word here; nearest: security_assessment; known: "
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "forecast_before_line:\n",
            "forecast_before_lime:\n",
            "+0:1: `forecast_before_lime` is no word here; nearest: forecast_before_line; known: ",
        ),
        (
            "cites: [COUNT-FORECAST]",
            "cites: [COUNT-FORCAST]",
            "+0:11: No provision has the key `COUNT-FORCAST`; nearest: COUNT-FORECAST.",
        ),
        (
            "cites: [COUNT-FORECAST]",
            "cite: [COUNT-FORECAST]",
            "+0:3: `cite` is no key here; nearest: cites; known: cites, default, other.",
        ),
        ("cites: [COUNT-FORECAST]", "cites: []", "+0:10: This takes a list of at least one."),
    ],
)
def test_a_fault_of_a_reading_fails_the_load(old: str, new: str, fault: str) -> None:
    (said,) = changed("law/contested_readings.yaml", old, new)
    assert fault == said[: len(fault)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "demand: [not_an_export,",
            "demand: [not_an_exprt,",
            "+0:10: `not_an_exprt` is no word here; nearest: not_an_export; known: ",
        ),
        ("demand: [not_an_export, ", "demand: [", "+0:9: `not_an_export` is missing."),
        (
            "  - handler.pi_handled_total\n",
            "  - handler.pipo_filed\n",
            "+0:5: `handler.pipo_filed` is no fact that fits here; nearest: handler.pi_deleted.",
        ),
        (
            "set: {compliance.guardian_consent: true}",
            "set: {compliance.gardian_consent: true}",
            "+0:11: `compliance.gardian_consent` is no fact that fits here; nearest: compliance.guardian_consent.",
        ),
        (
            "set: {compliance.guardian_consent: true}",
            "sets: {compliance.guardian_consent: true}",
            "+0:5: `sets` is no key here; nearest: set; known: always, clear, name, set.",
        ),
        (
            "set: {data.hr.subjects: employees}",
            "set: {data.hr.subjects: employes}",
            "+0:29: `employes` is no word here; nearest: employees; known: ",
        ),
        (
            "set: {compliance.notice_missing: []}",
            "set: {compliance.notice_missing: [purposes]}",
            "+0:39: `purposes` is no word here; nearest: purpose; known: ",
        ),
        (
            "set: {mechanism.pipia_completed: mechanism.filed}",
            "set: {mechanism.pipia_completed: mechanism.holder}",
            "+0:38: `mechanism.holder` is no fact that fits here; nearest: mechanism.",
        ),
        (
            "clear: mechanism.\n    set: {mechanism.type: scc,",
            "clear: mechanisms.\n    set: {mechanism.type: scc,",
            "+0:12: `mechanisms.` is no fact that fits here; nearest: mechanism.",
        ),
    ],
)
def test_a_fault_of_what_is_tried_otherwise_fails_the_load(old: str, new: str, fault: str) -> None:
    (said,) = changed("law/changes.yaml", old, new)
    assert fault == said[: len(fault)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "以上: {asks: at_least,",
            "以上: {asks: at_leest,",
            "+0:12: No question is called `at_leest`; nearest: at_least.",
        ),
        (
            "不满: {asks: not at_least,",
            "不满: {asks: nor at_least,",
            "+0:12: No question is called `nor at_least`; nearest: not at_least.",
        ),
        (
            "by: [CIVIL-2020-A1259, CIVIL-2020-A201]",
            "by: [CIVIL-2020-A1259, CIVIL-2020-A210]",
            "+0:62: No provision has the key `CIVIL-2020-A210`; nearest: CIVIL-2020-A201.",
        ),
        (
            "includes: true, by: [PIQA-2026-04-Q1]",
            "includes: maybe, by: [PIQA-2026-04-Q1]",
            "+0:92: This takes true or false.",
        ),
        ("by: [PIQA-2026-04-Q1]}}", "bye: [PIQA-2026-04-Q1]}}", "+0:98: `bye` is no key here; nearest: by"),
        ("by: [PIQA-2026-04-Q1]}}", "by: []}}", "+0:102: This takes a list of at least one."),
    ],
)
def test_a_fault_of_a_word_that_draws_a_line_fails_the_load(old: str, new: str, fault: str) -> None:
    (said,) = changed("law/boundary_words.yaml", old, new)
    assert fault == said[: len(fault)]


def test_a_table_that_the_law_does_not_know_is_an_error() -> None:
    (said,) = told("law/talley.yaml", "from: 2024-03-22\n")
    start = "rules/law/talley.yaml:1:1: The law has no table `talley.yaml`; nearest: tally.yaml; known: "
    assert start == said[: len(start)]


@pytest.mark.parametrize("name", ["tally.yaml", "clocks.yaml", "boundary_words.yaml", "procedure.yaml"])
def test_a_table_that_is_missing_is_an_error(name: str) -> None:
    files = {path: node for path, node in shipped().items() if path != f"law/{name}"}
    with pytest.raises(InputErrors) as found:
        read_book(files)
    assert [f"rules/law/{name}:1:1: The table `{name}` of the law is missing."] == [
        error_text(error, "en") for error in found.value.errors
    ]


def test_every_table_that_is_missing_is_told() -> None:
    with pytest.raises(InputErrors) as found:
        read_book({})
    tables = sorted(path for path in shipped() if path.count("/") == 1)
    assert [f"rules/{path}" for path in tables] == [error.location.path for error in found.value.errors]
