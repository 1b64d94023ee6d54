from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kuajing.checks import CHECKS, LEAVES_OPEN, NAMES, findings
from kuajing.checks.acceptances import accept
from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Acceptance, Settings
from kuajing.model.findings import Level
from kuajing.source.location import Location

Told = Callable[[Analysis], list[str]]
FOUND = (
    "block violation unmet-duty at job.json:4:1: shop/acme/support: people were not told about the export. "
    "[LAW-no_notice_art39]"
)


@pytest.fixture
def all_findings(all_findings: Told) -> Told:
    """All findings but those of days that come: acceptances that end today are a matter of their own check."""
    return lambda one: [line for line in all_findings(one) if " date-ahead " not in line]


@pytest.fixture
def accepting(analysed: Callable[..., Analysis], judgement: Callable[..., Any]) -> Callable[..., Analysis]:
    """One unmet duty, with acceptances of (check, at, expires)."""

    def of(*accepted: tuple[str, str, date], checks: tuple[tuple[str, str], ...] = ()) -> Analysis:
        one = analysed(judgement(route="exempt", violations=("no_notice_art39",)))
        acceptances = tuple(
            Acceptance(check, at, Location("flows.yaml", line), "known", "dpo", expires)
            for line, (check, at, expires) in enumerate(accepted, 40)
        )
        declaration = replace(one.declaration, acceptances=acceptances, settings=Settings(checks=checks))
        return replace(one, declaration=declaration)

    return of


ALWAYS, TODAY, BEFORE = date(2027, 1, 1), date(2026, 6, 15), date(2026, 6, 14)


@pytest.mark.parametrize(
    "at", ["shop/acme/support", "shop/acme/*", "job.json", "job.json:4", "job.json:4:1", "job.*"]
)
def test_an_acceptance_meets_by_subject_path_line_or_pattern(
    accepting: Callable[..., Analysis], all_findings: Told, at: str
) -> None:
    assert [f"{FOUND} (accepted: known)"] == all_findings(accepting(("unmet-duty", at, TODAY)))


@pytest.mark.parametrize(
    ("check", "at"),
    [
        ("unmet-duty", "job.json:5"),
        ("unmet-duty", "job.json:4:2"),
        ("unmet-duty", "shop/acme"),
        ("missing-mechanism", "job.json"),
    ],
    ids=["another line", "another column", "another subject", "another check"],
)
def test_an_acceptance_that_meets_nothing_is_unused(
    accepting: Callable[..., Analysis], all_findings: Told, check: str, at: str
) -> None:
    assert [
        FOUND,
        f"warn notice unused-acceptance at flows.yaml:40:1: The acceptance of {check} at {at} meets no finding.",
    ] == all_findings(accepting((check, at, ALWAYS)))


@pytest.mark.parametrize("at", ["*", "**"])
def test_an_acceptance_of_everything_is_told_beside_what_it_hides(
    accepting: Callable[..., Analysis], all_findings: Told, at: str
) -> None:
    assert [
        (
            f"warn notice broad-acceptance at flows.yaml:40:1: The acceptance of unmet-duty at {at} hides findings nobody "
            "named one by one: 1."
        ),
        f"{FOUND} (accepted: known)",
    ] == all_findings(accepting(("unmet-duty", at, ALWAYS)))


@pytest.mark.parametrize(("number", "broad"), [(6, 1), (5, 0)])
@pytest.mark.parametrize(("at", "is_pattern"), [("job.*", True), ("job.json", False)])
def test_a_pattern_that_meets_many_findings_is_broad(
    analysed: Callable[..., Analysis],
    judgement: Callable[..., Any],
    number: int,
    broad: int,
    at: str,
    is_pattern: bool,  # noqa: FBT001  a label
) -> None:
    names = [f"duty_{index}" for index in range(number)]
    one = analysed(judgement(route="exempt", violations=tuple(names)))
    unmet = [finding for finding in findings(one) if finding.check == "unmet-duty"]
    acceptance = Acceptance("unmet-duty", at, Location("flows.yaml", 40), "known", "dpo", ALWAYS)
    told = accept(unmet, (acceptance,), one.on)
    assert (broad if is_pattern else 0) == sum(finding.check == "broad-acceptance" for finding in told)
    assert number == sum(bool(finding.accepted) for finding in told)


def test_an_acceptance_that_is_over_accepts_nothing(
    accepting: Callable[..., Analysis], all_findings: Told
) -> None:
    assert [
        FOUND,
        (
            "warn notice expired-acceptance at flows.yaml:40:1: The acceptance of unmet-duty at job.json expired on "
            "2026-06-14; the finding counts again."
        ),
    ] == all_findings(accepting(("unmet-duty", "job.json", BEFORE)))


@pytest.mark.parametrize("reverse", [False, True])
def test_an_acceptance_of_an_acceptance_is_laid_over_last(
    accepting: Callable[..., Analysis],
    all_findings: Told,
    reverse: bool,  # noqa: FBT001  an order
) -> None:
    accepted = [
        ("unused-acceptance", "missing-mechanism *", ALWAYS),
        ("missing-mechanism", "job.json", ALWAYS),
    ]
    lines = all_findings(accepting(*(reversed(accepted) if reverse else accepted)))
    assert [("unmet-duty", ""), ("unused-acceptance", "known)")] == [
        (line.split()[2], line.partition("(accepted: ")[2]) for line in lines
    ]


@pytest.mark.parametrize("level", list(Level))
def test_the_declaration_sets_the_level_of_a_check(
    accepting: Callable[..., Analysis], all_findings: Told, level: Level
) -> None:
    lines = all_findings(accepting(checks=(("unmet-duty", level.value), ("low-coverage", "block"))))
    assert [FOUND.replace("block", level.value, 1)] == lines


def test_every_check_has_a_name_of_its_own() -> None:
    assert len(CHECKS) == len({check.name for check in CHECKS})
    assert {check.name for check in CHECKS} | {
        "broad-acceptance",
        "expired-acceptance",
        "unused-acceptance",
    } == set(NAMES)
    assert LEAVES_OPEN <= set(NAMES)
