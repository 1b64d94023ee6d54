"""Connectors that nobody here wrote: what each says against what was read of it by hand."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from kuajing.model.facts import DatasetMention, Fact, MoveFact, ReadFact
from kuajing.readers.connect import CONNECT
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
EXPECTED = yaml.safe_load((Path(__file__).parent / "connect/expected/corpus.yaml").read_text("utf-8"))
FOLDERS = ("apache+kafka", "confluentinc+demo-scene", "debezium+debezium-examples")
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def facts_of(root: str) -> tuple[Fact, ...]:
    folder = Path(CORPUS) / root
    texts = [
        SourceText(
            path.relative_to(folder).as_posix(), path.read_text("utf-8"), "utf-8", doubtful=False, digest=""
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".json", ".properties", ".yaml", ".yml"}
    ]
    return read_sources(texts, (), {}, readers=(CONNECT,))


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: f"{case['root']}/{case['file']}")
def test_a_connector_says_what_was_read_of_it_by_hand(case: dict[str, Any]) -> None:
    moves = [
        one
        for one in facts_of(case["root"])
        if isinstance(one, MoveFact) and one.location.path == case["file"]
    ]
    assert {
        "sources": sorted({shown(one.source) for one in moves}),
        "sinks": sorted({shown(one.target) for one in moves}),
        "columns": sorted({f"{one.source_column} -> {one.target_column}" for one in moves}),
    } == {name: sorted(case[name]) for name in ("sources", "sinks", "columns")}


def shown(mention: DatasetMention) -> str:
    endpoint = mention.endpoint
    assert endpoint is not None
    host = ",".join(endpoint.hosts) or endpoint.placeholder or endpoint.address
    port = f":{endpoint.port}" if endpoint.port else ""
    return f"{endpoint.kind} {host}{port} {'.'.join(mention.path)}"


def test_ends_are_found_in_as_many_files_as_they_must_be() -> None:
    files: set[str] = set()
    moving: set[str] = set()
    for folder in FOLDERS:
        facts = facts_of(folder)
        read = (one.path for one in facts if isinstance(one, ReadFact))
        files |= {f"{folder}/{path}" for path in read if path.endswith(".json")}
        moving |= {f"{folder}/{one.location.path}" for one in facts if isinstance(one, MoveFact)}
    assert len(files) == 108
    assert len(files & moving) >= 0.9 * len(files)


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_password_of_the_corpus_is_in_any_fact(folder: str) -> None:
    secrets = (
        "passw0rd",
        "postgrespw",
        "mypassword",
        "in4mix",
        "vitess_password",
        "mystorepass",
        "Password!",
    )
    said = repr(facts_of(folder))
    assert [secret for secret in secrets if secret in said] == []
