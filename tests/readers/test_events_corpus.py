"""Events and configurations that nobody here wrote, against what a person reads in them."""

import json
import os
from pathlib import Path

import pytest
import yaml

from kuajing.model.facts import DatasetMention, Fact, InfluenceFact, MoveFact, ReadFact, UnreadFact
from kuajing.readers.canal import CANAL
from kuajing.readers.openlineage import OPENLINEAGE
from kuajing.readers.seams import Reader
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")

Row = dict[str, object]


def expected(format_of: str) -> list[Row]:
    rows = yaml.safe_load((HERE / format_of / "expected" / "corpus.yaml").read_text("utf-8"))
    return list(rows)


def text(path: Path) -> SourceText:
    name = path.relative_to(CORPUS).as_posix()
    content = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    return SourceText(name, content, "utf-8", doubtful=False, digest="")


def texts_of(reader: Reader, folder: str) -> list[SourceText]:
    found = (text(path) for path in sorted((Path(CORPUS) / folder).rglob("*")) if path.is_file())
    return [one for one in found if reader.recognises(one.path, one.text)]


def named(mention: DatasetMention) -> str:
    assert mention.endpoint is not None
    return f"{mention.endpoint.kind} {mention.endpoint.address} {'.'.join(mention.path)}"


def told(facts: tuple[Fact, ...], path: str) -> Row:
    moves = [fact for fact in facts if isinstance(fact, MoveFact) and fact.location.path == path]
    return {
        "file": path,
        "sources": sorted({named(move.source) for move in moves}),
        "sinks": sorted({named(move.target) for move in moves}),
        "columns": sorted(
            {f"{move.source_column} -> {move.target_column} {move.transform.value}" for move in moves}
        ),
    }


def unread(facts: tuple[Fact, ...]) -> list[str]:
    return [f"{fact.location} {fact.reason}" for fact in facts if isinstance(fact, UnreadFact)]


@pytest.mark.parametrize("row", expected("openlineage"), ids=lambda row: str(row["file"]))
def test_events_move_what_a_person_reads_in_them(row: Row) -> None:
    path = str(row["file"])
    assert row == told(read_sources([text(Path(CORPUS) / path)], (), {}), path)


def test_every_file_of_events_is_read() -> None:
    files = texts_of(OPENLINEAGE, "OpenLineage+OpenLineage")
    facts = read_sources(files, (), {})
    assert len(files) >= 60
    assert [] == unread(facts)
    assert {file.path for file in files} == {fact.path for fact in facts if isinstance(fact, ReadFact)}


def events_in(value: object) -> list[dict[str, list[dict[str, str]]]]:
    """Events as a plain look at JSON finds them."""
    if isinstance(value, dict):
        if "eventType" in value or ("job" in value and "schemaURL" in value):
            return [value]
        return [event for inner in value.values() for event in events_in(inner)]
    return [event for inner in value for event in events_in(inner)] if isinstance(value, list) else []


def test_every_event_that_names_both_ends_moves_from_each_input_to_each_output() -> None:
    pairs = 0
    for file in texts_of(OPENLINEAGE, "OpenLineage+OpenLineage"):
        facts = read_sources([file], (), {})
        joined = {
            (fact.source.path[-1].rpartition("/")[2], fact.target.path[-1].rpartition("/")[2])
            for fact in facts
            if isinstance(fact, MoveFact | InfluenceFact)
        }
        for event in events_in(json.loads(file.text)):
            for source in event.get("inputs") or []:
                for target in event.get("outputs") or []:
                    ends = (source["name"].rpartition("/")[2], target["name"].rpartition("/")[2])
                    pairs += 1
                    assert (
                        any(one[0] in ends[0] and one[1] in ends[1] for one in joined) or ends[0] == ends[1]
                    )
    assert pairs >= 100


def test_every_file_that_holds_events_is_recognised() -> None:
    folder = Path(CORPUS) / "OpenLineage+OpenLineage"
    taken = {file.path for file in texts_of(OPENLINEAGE, folder.name)}
    others = [text(path) for path in sorted(folder.rglob("*.json"))]
    left = [one for one in others if one.path not in taken and one.text.strip()]
    assert [] == [one.path for one in left if events_in(json.loads(one.text))]


def test_nothing_else_is_taken_for_events() -> None:
    folders = [path for path in Path(CORPUS).iterdir() if path.is_dir() and not path.name.startswith("OpenL")]
    assert [] == [one.path for folder in folders for one in texts_of(OPENLINEAGE, folder.name)]


@pytest.mark.parametrize("row", expected("canal"), ids=lambda row: str(row["file"]))
def test_canal_moves_what_a_person_reads_in_its_files(row: Row) -> None:
    path = str(row["file"])
    facts = read_sources(texts_of(CANAL, "alibaba+canal"), (), {})
    found = told(facts, path)
    moves = [fact for fact in facts if isinstance(fact, MoveFact) and fact.location.path == path]
    columns = sorted({f"{move.source_column} -> {move.target_column}" for move in moves})
    decided = sorted(
        {
            fact.source_column
            for fact in facts
            if isinstance(fact, InfluenceFact) and fact.location.path == path
        }
    )
    assert row == {**found, "columns": columns, "decided_by": decided}


def test_every_file_of_canal_is_read() -> None:
    files = texts_of(CANAL, "alibaba+canal")
    facts = read_sources(files, (), {})
    assert len(files) == 24
    assert [] == [fact for fact in facts if isinstance(fact, UnreadFact) and fact.grain == "file"]
    assert {file.path for file in files} == {fact.path for fact in facts if isinstance(fact, ReadFact)}
