"""Connectors cut, damaged, swollen or of the wrong types: always facts, never an exception and never a secret."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.facts import Fact, UnreadFact
from kuajing.readers.connect import CONNECT
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

HERE = Path(__file__).parent / "connect"
FILES = sorted(path.name for path in HERE.iterdir() if path.is_file() and path.suffix != ".sql")
CANARY = "kanarienvogel4711"
OTHERS: tuple[object, ...] = (
    None,
    1,
    True,
    [],
    {},
    "",
    [["a"]],
    {"a": {"b": 1}},
    "${x}",
    "*",
    "((((",
    "[",
    ".*" * 50,
    "\\",
)
SOURCE = {"connector.class": "io.debezium.connector.mysql.MySqlConnector", "database.hostname": "h"}
ROUTED = {"transforms": "a", "transforms.a.type": "RegexRouter", "transforms.a.replacement": "$1"}
MANY = ",".join(f"a.b{number}.c_d_e" for number in range(500))


def read(name: str, content: str) -> tuple[Fact, ...]:
    text = SourceText(name, content, "utf-8", doubtful=False, digest="")
    return read_sources([text], (), {}, readers=(CONNECT,))


def said(facts: tuple[Fact, ...]) -> str:
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    return repr(facts) + "".join(
        message(fact.reason, language, fact.values) for fact in unread for language in ("en", "zh")
    )


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_text_gives_facts_and_no_secret(name: str) -> None:
    whole = (HERE / name).read_text("utf-8")
    chance = random.Random(name)  # noqa: S311  damage, no secret
    assert CANARY not in said(read(name, whole))
    for _ in range(40):
        at = chance.randrange(len(whole))
        sign = chance.choice("{}[]\"=,\n$#:\\x0*.()|'")
        damaged = chance.choice(
            [whole[:at], whole[:at] + sign + whole[at + 1 :], whole[:at] + sign + whole[at:]]
        )
        facts = read(name, damaged)
        assert CANARY not in said(facts)
        assert facts or not CONNECT.recognises(name, damaged)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".json")])
def test_a_value_of_any_type_may_stand_anywhere(name: str) -> None:
    for changed in variants(json.loads((HERE / name).read_text("utf-8"))):
        read(name, json.dumps(changed))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps([{**SOURCE, "connector.class": "x" * 5_000_000}])),
        ("a.json", json.dumps({**SOURCE, "table.include.list": "db.t," * 200_000})),
        ("a.json", '{"connector.class":"x",' * 5_000),
        ("a.json", "[" * 100_000 + '{"connector.class":"x"}'),
        ("a.json", json.dumps({"connector.class": "x", "topics": "a," * 500_000})),
        ("a.json", json.dumps([{**SOURCE, **ROUTED, "transforms.a.regex": "((([^.]+){1,60}){1,60})*"}] * 50)),
        (
            "a.json",
            json.dumps([SOURCE] * 100 + [{"connector.class": "HttpSink", "url": "h", "topics": MANY}]),
        ),
        ("a.properties", "connector.class=x\n" * 100_000),
        ("a.sh", 'curl -d \'{"connector.class": "x"}\'\n' * 2_000),
        ("a.md", '```bash\ncurl -d \'{"connector.class": "x"}\'\n```\n' * 500),
        ("a.yaml", "apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec: {class: x}\n---\n" * 500),
        (
            "a.properties",
            f"clusters = {' '.join(f'c{number}' for number in range(3_000))}\nc1.bootstrap.servers = h:9092\n",
        ),
    ],
)
def test_what_is_too_large_is_read_in_time(name: str, content: str) -> None:
    began = time.monotonic()
    assert read(name, content)
    assert time.monotonic() - began < 20


def variants(node: object) -> Iterator[object]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from ({**node, key: other} for other in OTHERS)
            yield from ({**node, key: changed} for changed in variants(value))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from ([*node[:index], changed, *node[index + 1 :]] for changed in variants(value))
