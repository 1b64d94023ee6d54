"""Exports of DolphinScheduler: what each type of task moves, how it runs, and what is told instead."""

import os
import re
from pathlib import Path

import pytest
import yaml
from tests.readers.by_hand import pairs_of_tables
from tests.readers.conftest import Read, Tell, text_of

from kuajing.model.facts import DatasetMention, Fact, MoveFact, ReadFact, UnreadFact
from kuajing.readers.dolphinscheduler import DOLPHINSCHEDULER
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

HERE = Path(__file__).parent / "dolphinscheduler"
EXPECTED = yaml.safe_load((HERE / "expected/own.yaml").read_text("utf-8"))
NAMES = tuple(f"dolphinscheduler/{path.name}" for path in sorted(HERE.glob("*.json")))
CORPUS = os.environ.get("KUAJING_CORPUS", "")


def moves_of(facts: tuple[Fact, ...]) -> list[MoveFact]:
    return [fact for fact in facts if isinstance(fact, MoveFact)]


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_an_export_says_what_was_read_of_it_by_hand(case: dict[str, list[str]], read: Read) -> None:
    moves = moves_of(read(f"dolphinscheduler/{case['file']}"))
    assert {
        "sources": {shown(move.source) for move in moves},
        "sinks": {shown(move.target) for move in moves},
        "running": {f"({move.running.schedule}){' off' if move.running.disabled else ''}" for move in moves},
        "columns": {pair(move) for move in moves},
    } == {
        "sources": set(case["sources"]),
        "sinks": set(case["sinks"]),
        "running": set(case["running"]),
        "columns": {one for line in case["columns"] for one in pairs_of_tables(line)},
    }


def shown(mention: DatasetMention) -> str:
    return f"{mention.endpoint.address if mention.endpoint else '?'}/{'.'.join(mention.path)}"


def pair(move: MoveFact) -> str:
    ends = ".".join(move.source.path), ".".join(move.target.path)
    return f"{ends[0]}.{move.source_column} -> {ends[1]}.{move.target_column}"


def test_what_no_statement_tells_is_told_and_what_only_orders_tasks_is_not(tell: Tell) -> None:
    told = [line for line in tell("dolphinscheduler/others.json") if not re.search("->|sql_", line)]
    assert told == [
        "read dolphinscheduler: 2 1 2 3",
        "22:4 statement dolphinscheduler_program program=SPARK",
        "44:4 others.call uses http[https://hooks.example.com]/",
        "70:4 statement dolphinscheduler_program program=EMR",
    ]


def test_a_program_of_a_script_is_told_unless_its_task_is_off(read: Read) -> None:
    off = [fact for fact in read("dolphinscheduler/scripts.json") if isinstance(fact, UnreadFact)]
    text = text_of("dolphinscheduler/scripts.json")
    on = SourceText(text.path, text.text.replace('"NO"', '"YES"'), "utf-8", doubtful=False, digest="")
    told = [fact for fact in read_sources([on], (), {}) if isinstance(fact, UnreadFact)]
    assert off == []
    assert [(fact.reason, fact.values) for fact in told] == [
        ("unread.dolphinscheduler_program", (("program", "curl"),)),
        ("unread.sql_target_columns_unknown", (("table", "ods.a"),)),
    ]


def test_an_export_is_told_by_its_two_keys() -> None:
    assert all(DOLPHINSCHEDULER.recognises("x", text_of(name).text) for name in NAMES)
    assert not DOLPHINSCHEDULER.recognises("x.json", '{"taskDefinitionList": []}')
    assert not DOLPHINSCHEDULER.recognises("x.json", '{"processDefinition": {"job": {"content": []}}}')
    assert not DOLPHINSCHEDULER.recognises("x.md", '"processDefinition": {}, "taskDefinitionList": []')


def test_no_secret_and_no_person_is_in_any_fact(read: Read) -> None:
    shown_facts = repr(read(*NAMES))
    assert "Canary" not in shown_facts
    assert "zhang.san" not in shown_facts


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_export_is_read_or_told_and_shows_no_secret(name: str) -> None:
    whole = text_of(name).text
    step = max(len(whole) // 40, 1)
    damaged = [whole[:end] for end in range(0, len(whole), step)]
    damaged += [whole[:at] + sign + whole[at + 1 :] for at in range(0, len(whole), step) for sign in '"{1\\']
    for value in ("null", "[]", "{}", "3", '"x"', "true"):
        damaged += [whole.replace(f'"{key}":', f'"{key}": {value}, "was_{key}":') for key in KEYS]
    for text in damaged:
        source = SourceText(name, text, "utf-8", doubtful=False, digest="")
        facts = read_sources([source], (), {}, readers=(DOLPHINSCHEDULER,))
        assert not DOLPHINSCHEDULER.recognises(name, text) or any(
            isinstance(fact, ReadFact | UnreadFact) for fact in facts
        )
        assert "Canary" not in repr(facts)


KEYS = (
    "taskParams", "taskType", "flag", "globalParams", "schedule", "crontab", "releaseState", "json", "sql",
    "datasource", "dataSource", "sourceParams", "targetParams", "rawScript", "url", "localParams", "name",
)  # fmt: skip


@pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")
def test_the_export_of_the_corpus_is_read_and_moves_nothing() -> None:
    folder = Path(CORPUS) / "apache+dolphinscheduler"
    texts = [
        SourceText(path.name, path.read_text("utf-8"), "utf-8", doubtful=False, digest="")
        for path in sorted(folder.rglob("*.json"))
    ]
    known = [text for text in texts if DOLPHINSCHEDULER.recognises(text.path, text.text)]
    facts = read_sources(known, (), {}, readers=(DOLPHINSCHEDULER,))
    assert facts == (ReadFact("test.json", "dolphinscheduler", 0, 0, 0, 1),)
