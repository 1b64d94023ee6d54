"""Many findings that ask for the same are one block; few, or those with more to tell, stand alone."""

from dataclasses import replace

from tests.reports.sample import NAMES, QUIET

from kuajing.model.analysis import Analysis
from kuajing.model.facts import UnreadFact
from kuajing.model.findings import Finding, Level, Nature
from kuajing.reports.text import render_text
from kuajing.source.location import Location


def unlocated(number: int, *related: Location) -> Finding:
    host = f"db{number}"
    return Finding(
        check="unlocated-system",
        nature=Nature.UNKNOWN,
        level=Level.WARN,
        subject=host,
        location=Location("jobs.yaml", number),
        message="finding.unlocated_system",
        mend="mend.unlocated_system",
        values=(("system", host), ("why", "addresses_and_locations.bare_name"), ("host", host)),
        related=related,
    )


def told(analysis: Analysis) -> str:
    return render_text(analysis, "en", NAMES)


def test_four_findings_of_one_kind_are_one_block_that_says_what_to_do_once() -> None:
    text = told(replace(QUIET, findings=tuple(map(unlocated, range(1, 5)))))
    assert text.startswith(
        "Not known  4\n\nwarn  unlocated-system  4 alike\n  Nothing shows where db1 stands: "
    )
    assert [text.count(f"\n    jobs.yaml:{number}:1\n") for number in range(1, 5)] == [1, 1, 1, 1]
    assert 1 == text.count("Declare the system with")


def test_three_stand_alone() -> None:
    text = told(replace(QUIET, findings=tuple(map(unlocated, range(1, 4)))))
    assert "alike" not in text
    assert 3 == text.count("Declare the system with")


def test_one_of_a_transfer_is_never_put_together_with_others() -> None:
    findings = (*map(unlocated, range(1, 5)), replace(unlocated(5), transfer="a/b/c"))
    text = told(replace(QUIET, findings=findings))
    assert "4 alike" in text
    assert 2 == text.count("Declare the system with")


def test_of_many_places_some_are_shown_and_the_others_counted() -> None:
    places = tuple(Location("jobs.yaml", number) for number in range(10, 20))
    text = told(replace(QUIET, findings=(unlocated(1, *places), *map(unlocated, range(2, 5)))))
    assert "    jobs.yaml:13:1\n    and 6 more\n" in text


def test_reasons_that_differ_in_a_name_alone_are_told_once_with_the_name_at_each_place() -> None:
    unread = tuple(
        UnreadFact(
            Location("main.tf", line), "unread.infrastructure_no_region", "part", (("provider", provider),)
        )
        for line, provider in ((1, "alicloud"), (9, "aws"))
    )
    text = told(replace(QUIET, estate=replace(QUIET.estate, unread=unread)))
    start = text.index("Not read")
    assert text[start:].split("\n\n")[0].splitlines()[0] == "Not read  2"
    assert "main.tf:1:1  alicloud" in text
    assert "main.tf:9:1  aws" in text
    assert 1 == text.count("the region of …")
