"""The four engines over JSON lines: one line in, one line out, in the same order, whatever the line holds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import ALONE, Ran, Run, Start

GOOD: dict[str, dict[str, object]] = {
    "lineage": {"dialect": "mysql", "sql": "INSERT INTO t (b) SELECT a FROM s"},
    "classify": {"table": "customer", "column": "mobile"},
    "locate": {"provider": "aws", "region": "us-east-1"},
    "assess": {"as_of": "2026-11-30", "facts": {}},
}
ENGINES = sorted(GOOD)


def answers(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.split("\n") if line]


def line(engine: str, number: object) -> bytes:
    return json.dumps({"id": number, **GOOD[engine]}).encode() + b"\n"


@pytest.mark.parametrize("engine", ENGINES)
def test_every_line_is_answered_in_its_place(run: Run, engine: str) -> None:
    bad = [b"\n", b'{"id": \n', b"[1, 2]\n", b"3\n", b"null\n", b'{"id": "\xff\xfe"}\n', b'{"id": NaN}\n']
    given = b"".join(part for number, other in enumerate(bad) for part in (line(engine, number), other))
    ran = run(engine, "--jsonl", given=given + line(engine, "last").rstrip(b"\n"))
    assert (0, "") == (ran.code, ran.err)
    found = answers(ran)
    assert [*(part for number in range(len(bad)) for part in (number, None)), "last"] == [
        answer["id"] for answer in found
    ]
    assert all(answer["error"] for answer in found if answer["id"] is None)
    assert not any(answer.get("error") for answer in found if answer["id"] is not None)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_rerun_answers_the_same_but_for_the_seconds(start: Start, engine: str) -> None:
    given = b"".join(line(engine, number) for number in range(3))
    first, second = (
        answers(start(engine, "--jsonl", given=given, environment={"PYTHONHASHSEED": seed})) for seed in "12"
    )
    for answer in (*first, *second):
        answer.pop("seconds", None)
    assert json.dumps(first) == json.dumps(second)
    assert [0, 1, 2] == [answer["id"] for answer in first]


@pytest.mark.parametrize("engine", ENGINES)
def test_each_answer_is_flushed_before_the_next_line_is_asked_for(engine: str) -> None:
    words = [sys.executable, "-c", ALONE, engine, "--jsonl"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  our own command
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(line(engine, number))
            process.stdin.flush()
            assert number == json.loads(process.stdout.readline())["id"]
        process.stdin.close()
        assert b"" == process.stdout.read()
        assert 0 == process.wait()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_line_nested_without_end_is_answered_by_an_error(run: Run, engine: str) -> None:
    deep = b'{"id": 1, "facts": ' + b"[" * 200_000 + b"]" * 200_000 + b"}\n"
    found = answers(run(engine, "--jsonl", given=deep + line(engine, 2)))
    assert [None, 2] == [answer["id"] for answer in found]
    assert "This line is not JSON: nested too deeply." == found[0]["error"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_number_without_end_is_answered_by_an_error(run: Run, engine: str) -> None:
    found = answers(run(engine, "--jsonl", given=b'{"id": ' + b"9" * 5_000 + b"}\n" + line(engine, 2)))
    assert [None, 2] == [answer["id"] for answer in found]


def test_half_a_character_comes_back_as_it_was_sent(run: Run) -> None:
    ran = run("classify", "--jsonl", given=b'{"id": "\\ud800", "table": "t", "column": "mobile"}\n')
    assert ran.out.startswith('{"id": "\\ud800", ')
    assert "\ud800" == answers(ran)[0]["id"]


def test_chinese_comes_back_as_chinese(run: Run) -> None:
    request = {"id": "甲", "table": "t", "column": "a", "comment": "手机号"}
    ran = run("classify", "--jsonl", given=json.dumps(request, ensure_ascii=False).encode())
    assert ran.out.startswith('{"id": "甲", "category": "pi.basic.phone"')


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_part_of_a_line(run: Run) -> None:
    given = b"\xef\xbb\xbf" + b"".join(line("locate", number).replace(b"\n", b"\r\n") for number in (1, 2))
    assert [1, 2] == [answer["id"] for answer in answers(run("locate", "--jsonl", given=given))]


def test_signs_that_only_some_take_for_line_ends_stay_within_a_line(run: Run) -> None:
    request = json.dumps({"id": "a\u0085b\u2028c", **GOOD["locate"]}, ensure_ascii=False).encode() + b"\n"
    assert ["a\u0085b\u2028c"] == [
        answer["id"] for answer in answers(run("locate", "--jsonl", given=request))
    ]


@pytest.mark.parametrize("engine", ["assess", "classify", "locate"])
def test_values_of_the_wrong_kind_are_no_fault_of_ours(run: Run, engine: str) -> None:
    odd: tuple[object, ...] = (None, True, 1, 1.5, "", "x", [], [None], {}, {"a": []})
    requests = [{"id": 0, **GOOD[engine], key: value} for key in GOOD[engine] for value in odd]
    ran = run(engine, "--jsonl", given=b"".join(json.dumps(request).encode() + b"\n" for request in requests))
    assert (0, "") == (ran.code, ran.err)
    assert len(requests) == len(answers(ran))


def test_lines_can_come_from_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    file.write_bytes(line("locate", 1))
    assert run("locate", "--jsonl", given=line("locate", 1)) == run("locate", "--jsonl", str(file))


def test_no_lines_are_no_answers(run: Run) -> None:
    assert Ran(0, "", "") == run("locate", "--jsonl")


def test_a_fault_of_ours_costs_one_answer_and_is_told_once(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def answer(request: dict[str, Any]) -> dict[str, Any]:
        if request["id"] != 2:
            raise ZeroDivisionError
        return {"id": 2}

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kuajing.locators.answers.answer", answer)
    ran = run("locate", "--jsonl", given=b"".join(line("locate", number) for number in (1, 2, 3)))
    assert 4 == ran.code
    assert [
        {"id": 1, "error": "ZeroDivisionError"},
        {"id": 2},
        {"id": 3, "error": "ZeroDivisionError"},
    ] == answers(ran)
    assert 1 == ran.err.count("kuajing failed")
    assert 1 == len(list(tmp_path.iterdir()))


def test_an_engine_without_jsonl_says_what_it_takes(run: Run) -> None:
    ran = run("locate")
    assert 2 == ran.code
    assert "--jsonl" in ran.err


RULES = str(Path(__file__).parents[1] / "journeys" / "policies" / "estate" / "policies")


def test_assess_answers_own_rules_beside_the_law(run: Run) -> None:
    own = {"received_in": ["US"], "sent_to": "shop-us", "passed_on_to": []}
    facts = {"data": {"personal": True}, "flow": {"status": "planned"}}
    given = {"id": 1, "as_of": "2026-06-30", "facts": facts}
    (free,) = answers(run("assess", "--jsonl", given=json.dumps(given).encode()))
    ruled = {**given, "facts": {**facts, "transfer": own}}
    (told,) = answers(run("assess", "--jsonl", "--rules", RULES, given=json.dumps(ruled).encode()))
    demands = told.pop("demands")
    assert free == told
    assert [("assessed", "unknown"), ("singapore_and_japan", "no")] == [
        (one["id"], one["met"]) for one in demands
    ]


def test_a_fact_of_own_rules_is_no_fact_without_them(run: Run) -> None:
    line_of = {"id": 1, "as_of": "2026-06-30", "facts": {"transfer": {"sent_to": "shop-us"}}}
    (told,) = answers(run("assess", "--jsonl", given=json.dumps(line_of).encode()))
    assert "demands" not in told
    assert "ask.unread_fact" in [step["asked"] for step in told["reasoning"]]


def test_a_folder_without_rules_is_refused_before_any_line(run: Run, tmp_path: Path) -> None:
    ran = run("assess", "--jsonl", "--rules", str(tmp_path), given=b"{}\n")
    assert (2, "") == (ran.code, ran.out)
    assert f"No rule was found in `{tmp_path.as_posix()}`" in ran.err
