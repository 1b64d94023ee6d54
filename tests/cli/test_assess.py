"""`kuajing assess` for people: cases in files, each with its answer; a bad case is told and the others go on."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import HERE, Ran, Run, Saw

CASES = HERE / "data" / "cases"


def assess(run: Run, *words: str, given: bytes = b"") -> Ran:
    return run("assess", *words, folder=CASES, given=given)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize(("name", "code"), [("planned", 3), ("live", 1), ("faulty", 2)])
def test_every_case_of_a_file_is_answered(run: Run, saw: Saw, name: str, code: int, language: str) -> None:
    ran = assess(run, f"{name}.yaml", "--lang", language)
    assert code == ran.code
    assert str(ran) == saw(f"expected/assess.{name}.{language}.txt", str(ran))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("option", ["--explain", "--full"])
def test_an_answer_is_explained_as_a_tree(run: Run, saw: Saw, option: str, language: str) -> None:
    ran = assess(run, "live.yaml", "--id", "late", option, "--lang", language)
    assert (1, "") == (ran.code, ran.err)
    assert ran.out == saw(f"expected/assess.late.{option.strip('-')}.{language}.txt", ran.out)


def test_answers_and_faults_are_told_as_json(run: Run, saw: Saw) -> None:
    ran = assess(run, "faulty.yaml", "--format", "json")
    assert 2 == ran.code
    assert ran.out == saw("expected/assess.faulty.json", ran.out)


def test_json_can_hold_the_explanation(run: Run) -> None:
    (case,) = json.loads(assess(run, "planned.yaml", "--id", "support", "--explain", "--format", "json").out)[
        "cases"
    ]
    assert {
        "words": None,
        "facts": [{"fact": "data.ytd_persons.non_sensitive", "now": "100,311", "then": "99,999"}],
        "people": 312,
        "route": "exempt",
        "possible": [],
        "gone": [],
        "added": [],
    } == case["explanation"]["lighter"][0]


def test_a_case_that_is_settled_and_in_order_leaves_with_nothing(run: Run) -> None:
    assert 0 == assess(run, "live.yaml", "--id", "employees").code


@pytest.mark.parametrize(("notice", "code"), [("notice_art39: true", 0), ("notice_art39: unknown", 3)])
def test_a_case_whose_duties_hang_on_what_is_not_said_is_open(run: Run, notice: str, code: int) -> None:
    case = f"""- id: few
  as_of: 2026-11-02
  facts:
    handler: {{base: mainland, ciio: false, state_organ: false, pi_handled_total: 5_000}}
    recipient: {{jurisdiction: US}}
    flow: {{mode: transfer, status: live, purpose: customer_support, necessary: true, started: 2026-02-02}}
    data: {{personal: true, ytd_persons: {{non_sensitive: 900, sensitive: 0}}, important: none}}
    legal_basis: contract
    compliance: {{{notice}, pipia_done: true, d790_contract_and_records: true}}
"""
    assert code == assess(run, "-", given=case.encode()).code


def test_cases_come_from_standard_input_too(run: Run) -> None:
    own = assess(run, "live.yaml")
    ran = assess(run, "-", given=(CASES / "live.yaml").read_bytes())
    assert own.out.replace("live.yaml:", "-:") == ran.out


def test_lines_of_json_are_cases_each_at_its_line(run: Run) -> None:
    lines = [b'{"id": "a", "as_of": "2026-06-30", "facts": {"flow": {"mode": "none"}}}', b"", b'{"id": "b"']
    ran = assess(run, "-", given=b"\n".join(lines))
    assert 2 == ran.code
    assert "  where    -:1:1\n" in ran.out
    assert ran.err.startswith("-:3:")


def test_several_files_are_read_in_their_order(run: Run) -> None:
    out = assess(run, "live.yaml", "planned.yaml").out
    assert ["late", "employees", "support", "newsletter"] == [
        line.split(":")[0] for line in out.splitlines()[:-1] if line and not line.startswith(" ")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            (),
            (
                "Name files of cases, or `-` for standard input; "
                "with `--jsonl` standard input is read line by line.\n"
            ),
        ),
        (("nowhere.yaml",), "There is no file or folder nowhere.yaml. Correct the path.\n"),
        (
            ("live.yaml", "--id", "early"),
            "No case has the id early. The first of those that are there: late, employees.\n",
        ),
        (
            ("--jsonl", "live.yaml", "planned.yaml"),
            "With `--jsonl` one file is read, or standard input. Name one, or none.\n",
        ),
    ],
)
def test_what_cannot_be_asked_is_told(run: Run, words: tuple[str, ...], said: str) -> None:
    assert Ran(2, "", said) == assess(run, *words)


def test_the_result_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answers.txt"
    own = assess(run, "live.yaml")
    assert "" == assess(run, "live.yaml", "-o", str(file)).out
    assert own.out == file.read_text("utf-8")


def test_facts_that_contradict_each_other_are_told_at_their_places(run: Run, saw: Saw) -> None:
    for language in ("en", "zh"):
        ran = assess(run, "at_odds.yaml", "--lang", language)
        assert str(ran) == saw(f"expected/assess.at_odds.{language}.txt", str(ran))
    (case,) = json.loads(assess(run, "at_odds.yaml", "--format", "json").out)["cases"]
    assert ["data.under_14", "data.ytd_persons.sensitive"] == [
        one["fact"] for one in case["at_odds"][0]["facts"]
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_words_and_keys_that_look_like_others_are_told(run: Run, saw: Saw, language: str) -> None:
    """A word of one's own is no slip; an id that stands twice and a key like one that lacks are faults."""
    ran = assess(run, "misspelt.yaml", "--lang", language)
    assert 2 == ran.code
    assert str(ran) == saw(f"expected/assess.misspelt.{language}.txt", str(ran))


def test_odd_words_stand_in_the_json_too(run: Run) -> None:
    first, own = json.loads(assess(run, "misspelt.yaml", "--format", "json").out)["cases"]
    assert [
        ("flow.purpose", "foreign_judicial_request"),
        ("handler.sector", "ride_hailing"),
        ("recipient.jurisdiction", "CN"),
    ] == [(one["fact"], one["nearest"]) for one in first["odd_words"]]
    assert [("recipient.jurisdiction", None)] == [(one["fact"], one["nearest"]) for one in own["odd_words"]]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            "2022-10-01",
            (
                "not there yet: standard contract (only from 2023-06-01); certification (only from 2022-11-04); "
                "there was: security assessment"
            ),
        ),
        (
            "2023-05-31",
            (
                "not there yet: standard contract (only from 2023-06-01); "
                "there was: certification; security assessment"
            ),
        ),
        ("2023-06-01", ""),
    ],
)
def test_a_verdict_says_which_mechanisms_stood_that_day(run: Run, on: str, said: str) -> None:
    case = f"""id: early
as_of: {on}
facts:
  handler: {{base: mainland, ciio: false, state_organ: false, pi_handled_total: 5_000}}
  recipient: {{jurisdiction: US}}
  flow: {{mode: transfer, status: live, purpose: customer_support, necessary: true, started: 2022-09-15}}
  data: {{personal: true, important: none, since_prev_jan1: {{total: 900, sensitive: 0}}}}
"""
    out = " ".join(assess(run, "-", given=case.encode()).out.split())
    assert ("that day " + said in out) if said else ("that day" not in out)
