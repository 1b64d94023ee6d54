"""`kuajing law` and `kuajing law diff`: instruments, what changed, and which verdicts flip with it."""

from pathlib import Path

import pytest
from tests.cli.conftest import Ran, Run, Saw

FLOWS = Path(__file__).parents[2] / "flows"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_changed_since_a_day_is_listed(run: Run, saw: Saw, tmp_path: Path, language: str) -> None:
    ran = run(
        "law", "--changed-since", "2025-05-01", "--on", "2025-06-01", "--lang", language, folder=tmp_path
    )
    assert (0, "") == (ran.code, ran.err)
    assert ran.out == saw(f"expected/law.changed_since.{language}.txt", ran.out)


def test_what_began_the_day_before_is_not_listed(run: Run, tmp_path: Path) -> None:
    out = run("law", "--changed-since", "2026-01-02", "--on", "2026-01-03", folder=tmp_path).out
    assert "No provision changed from 2026-01-02 to 2026-01-03.\n" == out


def test_a_law_that_ended_is_told(run: Run, tmp_path: Path) -> None:
    out = run("law", "--changed-since", "2026-01-01", "--on", "2026-01-01", folder=tmp_path).out
    assert "CSL-2016-A37    no longer in force since 2026-01-01" in out
    assert "CSL-2025-A39    in force since 2026-01-01" in out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_instrument_is_shown_with_its_articles(run: Run, saw: Saw, tmp_path: Path, language: str) -> None:
    ran = run("law", "RIDE-2016", "--on", "2026-11-30", "--lang", language, folder=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out == saw(f"expected/law.instrument.{language}.txt", ran.out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("CSL-2025-A39", "--on", "2025-12-31"),
            "CSL-2025-A39 stands only from 2026-01-01. To see it: `kuajing law CSL-2025-A39 --on 2026-01-01`.\n",
        ),
        (
            ("cbdf-2024-a77", "--on", "2026-11-30"),
            (
                "cbdf-2024-a77 is no article in force on 2026-11-30. "
                "The nearest: CBDF-2024-A7, CBDF-2024-A7.2, CBDF-2024-A9.\n"
            ),
        ),
        (
            ("--changed-since", "2026-12-01", "--on", "2026-11-30"),
            "2026-11-30 is not later than 2026-12-01. Name the earlier day first.\n",
        ),
        (
            ("diff", "2026-01-01", "2025-12-31"),
            "2025-12-31 is not later than 2026-01-01. Name the earlier day first.\n",
        ),
        (("diff", "2026-01-01", "soon"), "soon is no date. Write it as 2026-11-30.\n"),
    ],
)
def test_what_cannot_be_shown_is_told(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    assert Ran(2, "", said) == run("law", *words, folder=tmp_path)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_days_are_compared_with_the_verdicts_that_flip(run: Run, saw: Saw, language: str) -> None:
    ran = run("law", "diff", "2024-03-21", "2024-03-22", "--in", str(FLOWS / "shop"), "--lang", language)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out == saw(f"expected/law.diff.{language}.txt", ran.out)


def test_a_day_before_the_law_is_covered_compares_no_verdicts(run: Run) -> None:
    out = run("law", "diff", "2021-10-31", "2021-11-01", "--in", str(FLOWS / "shop")).out
    assert "PIPL-2021-A38" in out
    assert out.endswith(
        "Transfers are not compared: 2021-10-31 is before 2022-09-01, the first day whose law is covered whole.\n"
    )


def test_a_folder_without_an_estate_compares_the_law_alone(run: Run, tmp_path: Path) -> None:
    ran = run("law", "diff", "2026-06-01", "2026-06-02", folder=tmp_path)
    assert (0, "No provision changed from 2026-06-01 to 2026-06-02.\n") == (ran.code, ran.out)


def test_evidence_that_came_between_two_days_is_no_change_of_law(run: Run) -> None:
    """The notice of the shop is dated between these days, and no provision is."""
    out = run("law", "diff", "2026-01-05", "2026-01-20", "--in", str(FLOWS / "shop"), "--lang", "en").out
    assert [
        "Transfers judged otherwise on 2026-01-20 than on 2026-01-05: 0 of 6",
        "",
        "No provision changed from 2026-01-05 to 2026-01-20.",
    ] == out.splitlines()


@pytest.mark.parametrize(
    ("day", "code"), [("2022-08-31", 2), ("2022-09-01", 1), ("2099-12-31", 1), ("2100-01-01", 2)]
)
def test_a_day_outside_what_the_law_covers_is_refused(run: Run, day: str, code: int) -> None:
    ran = run("check", str(FLOWS / "shop"), "--on", day, "--lang", "en")
    told = (
        f"{day} is outside what the law held here covers: it begins on 2022-09-01 and ends with this century. "
        "Give a day in between with `--on`.\n"
    )
    assert (code, told if code == 2 else "") == (ran.code, ran.err)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_instrument_held_as_one_article_is_shown_once(
    run: Run, saw: Saw, tmp_path: Path, language: str
) -> None:
    ran = run("law", "SMALL-2026", "--on", "2026-11-25", "--lang", language, folder=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out == saw(f"expected/law.whole.{language}.txt", ran.out)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-11-25", "No article is due for review on 2026-11-25."),
        ("2099-12-31", "Articles due for review on 2099-12-31: "),
    ],
)
def test_what_is_due_for_review_is_called_so(run: Run, tmp_path: Path, on: str, said: str) -> None:
    out = run("law", "--stale", "--on", on, "--lang", "en", folder=tmp_path).out
    assert out.splitlines()[0].startswith(said)
    assert "in force on" not in out.splitlines()[0]


def test_the_last_day_in_force_is_told_and_not_the_day_after(run: Run, tmp_path: Path) -> None:
    out = run("law", "CSL-2016-A37", "--on", "2025-12-31", "--lang", "en", folder=tmp_path).out
    assert "  in force    from 2017-06-01 until 2025-12-31, the last day in force\n" in out


def test_what_commentary_alone_tells_says_that_it_clears_nothing_unmarked(run: Run, tmp_path: Path) -> None:
    out = run("law", "AUTOG-2026", "--on", "2026-11-25", "--lang", "en", folder=tmp_path).out
    told = " ".join(out.split())
    assert "an exemption that rests on it is always marked as contested" in told
    assert "known from commentary; it never clears a transfer without a mark of doubt" in told
