"""Jobs of Addax that nobody here wrote: what each says against what was read of it by hand."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from tests.readers.by_hand import pair, shown

from kuajing.model.facts import MoveFact
from kuajing.readers.datax import DATAX
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
FOLDER = Path(CORPUS) / "wgzhao+Addax" / "core" / "src" / "main" / "job"
EXPECTED = yaml.safe_load((Path(__file__).parent / "datax/expected/addax.yaml").read_text("utf-8"))
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_a_job_says_what_was_read_of_it_by_hand(case: Mapping[str, object]) -> None:
    name = str(case["file"])
    text = SourceText(name, (FOLDER / name).read_text("utf-8"), "utf-8", doubtful=False, digest="")
    assert DATAX.recognises(text.path, text.text)
    moves = [fact for fact in read_sources([text], (), {}, readers=(DATAX,)) if isinstance(fact, MoveFact)]
    assert {
        "file": name,
        "sources": sorted({shown(move.source) for move in moves}),
        "sinks": sorted({shown(move.target) for move in moves}),
        "columns": sorted({pair(move) for move in moves}),
    } == {**case, "columns": sorted(case["columns"])}  # type: ignore[call-overload]
