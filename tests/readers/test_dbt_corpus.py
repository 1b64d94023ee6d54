"""Manifests and catalogues that nobody here wrote: what each says against what was read of it by hand."""

import json
import os
from pathlib import Path

import pytest
import yaml
from tests.readers.by_hand import pairs_of_tables

from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, ReadFact, TableFact, UnreadFact
from kuajing.readers.dbt import DBT
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
FOLDER = Path(CORPUS) / "yu-iskw+dbt-artifacts-parser"
MADE = FOLDER / "tests/resources"
EXPECTED = yaml.safe_load((Path(__file__).parent / "dbt/expected/corpus.yaml").read_text("utf-8"))
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def text_at(path: Path) -> SourceText:
    name = path.relative_to(FOLDER).as_posix()
    return SourceText(name, path.read_text("utf-8"), "utf-8", doubtful=False, digest="")


def facts_of(*paths: Path) -> tuple[Fact, ...]:
    return read_sources(map(text_at, paths), (), {}, readers=(DBT,))


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_a_manifest_says_what_was_read_of_it_by_hand(case: dict[str, list[str]]) -> None:
    moves = [fact for fact in facts_of(MADE / "manifest" / str(case["file"])) if isinstance(fact, MoveFact)]
    assert {
        "sources": {move.source.path[-1] for move in moves},
        "sinks": {move.target.path[-1] for move in moves},
        "disabled": {move.target.path[-1] for move in moves if move.running.disabled},
        "columns": {pair(move) for move in moves},
    } == {
        "sources": {name for line in case["sources"] for name in line.split()},
        "sinks": {name for line in case["sinks"] for name in line.split()},
        "disabled": set(case.get("disabled", [])),
        "columns": {one for line in case["columns"] for one in pairs_of_tables(line)},
    }


def test_every_column_of_a_catalogue_is_known_in_its_order() -> None:
    for path in sorted((MADE / "catalog").rglob("*.json")):
        plain = json.loads(path.read_text("utf-8"))
        tables = {
            (fact.dataset.path, tuple(column.name for column in fact.columns))
            for fact in facts_of(path)
            if isinstance(fact, TableFact) and fact.complete
        }
        assert tables == {
            (
                tuple(one["metadata"][key] for key in ("database", "schema", "name")),
                tuple(sorted(one["columns"], key=lambda name: one["columns"][name]["index"])),
            )
            for one in (*plain["nodes"].values(), *plain["sources"].values())
        }


def test_every_file_is_accounted_for_and_schemas_of_the_format_are_none_of_it() -> None:
    found = sorted(FOLDER.rglob("*.json"))
    known = [path for path in found if DBT.recognises(path.name, path.read_text("utf-8"))]
    assert known == sorted(MADE.rglob("*.json"))
    facts = facts_of(*known)
    assert {fact.path for fact in facts if isinstance(fact, ReadFact)} == {
        text_at(path).path for path in known
    }
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    assert {fact.reason for fact in unread} == {"unread.dbt_uncompiled"}
    assert all(message(fact.reason, "en", fact.values) for fact in unread)


def pair(move: MoveFact) -> str:
    ends = f"{move.source.path[-1]}.{move.source_column} -> {move.target.path[-1]}.{move.target_column}"
    return ends if move.certain else f"{ends} ?"
