"""Pipelines against what was read of them by hand before the reader first ran: those of the corpus, and our own."""

import os
from pathlib import Path

import pytest
import yaml

from kuajing.addresses.kinds import DEFAULT_PORTS
from kuajing.messages import message
from kuajing.model.facts import DatasetMention, Fact, MoveFact, ReadFact, Transform, UnreadFact
from kuajing.readers.flink_cdc import FLINK_CDC
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
FOLDER = Path(CORPUS) / "apache+flink-cdc"
HERE = Path(__file__).parent / "flink_cdc"
EXPECTED = yaml.safe_load((HERE / "expected/corpus.yaml").read_text("utf-8"))
NOT_HERE = "KUAJING_CORPUS does not name the corpus"


def text_of(path: Path, name: str) -> SourceText:
    return SourceText(name, path.read_text("utf-8"), "utf-8", doubtful=False, digest="")


def facts_of(name: str) -> tuple[Fact, ...]:
    if "/" not in name:
        return read_sources([text_of(HERE / name, name)], (), {})
    if not CORPUS:
        pytest.skip(NOT_HERE)
    path = next(path for path in sorted(FOLDER.rglob("*.yaml")) if path.as_posix().endswith(name))
    return read_sources([text_of(path, name)], (), {}, readers=(FLINK_CDC,))


def shown(mention: DatasetMention) -> str:
    endpoint = mention.endpoint
    assert endpoint is not None
    port = endpoint.port or DEFAULT_PORTS.get(endpoint.kind)
    place = endpoint.placeholder or endpoint.bucket or ",".join(endpoint.hosts)
    place = f"{place}:{port}" if port and endpoint.hosts else place
    return f"{endpoint.kind} {place} {'.'.join(mention.path)}"


def pair(move: MoveFact) -> str:
    effect = "" if move.transform is Transform.IDENTITY else f"{move.transform.value} "
    return f"{effect}{move.source_column} -> {move.target_column}"


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_a_pipeline_says_what_was_read_of_it_by_hand(case: dict[str, object]) -> None:
    found = [fact for fact in facts_of(str(case["file"])) if isinstance(fact, MoveFact)]
    assert {key: sorted(told) if isinstance(told, list) else told for key, told in case.items()} == {
        "file": case["file"],
        "sources": sorted({shown(move.source) for move in found}),
        "sinks": sorted({shown(move.target) for move in found}),
        "columns": sorted({pair(move) for move in found}),
    }


@pytest.mark.skipif(not CORPUS, reason=NOT_HERE)
def test_every_pipeline_of_the_corpus_is_accounted_for() -> None:
    texts = [text_of(path, path.relative_to(FOLDER).as_posix()) for path in sorted(FOLDER.rglob("*.yaml"))]
    pipelines = [text for text in texts if FLINK_CDC.recognises(text.path, text.text)]
    facts = read_sources(pipelines, (), {}, readers=(FLINK_CDC,))
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    read = {fact.path for fact in facts if isinstance(fact, ReadFact)}
    assert len(pipelines) == 9
    assert {text.path for text in pipelines} == read | {
        fact.location.path for fact in unread if fact.grain == "file"
    }
    assert all(message(fact.reason, "en", fact.values) for fact in unread)
