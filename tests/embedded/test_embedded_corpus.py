"""Files that nobody here wrote: none breaks a reader, and every block stands where it says."""

import os
from pathlib import Path

import pytest
from tests.embedded.rendering import stands_where_it_says

from kuajing.embedded import blocks, may_hold_blocks

CORPUS = os.environ.get("KUAJING_CORPUS", "")

pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def test_every_file_of_the_corpus_is_looked_through() -> None:
    wrong: list[str] = []
    for path in sorted(Path(CORPUS).rglob("*")):
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        if not may_hold_blocks(path.name, text):
            continue
        found = blocks(path.name, text)
        wrong += [path.name for block in found.blocks if not stands_where_it_says(block.defining(), text)]
    assert [] == wrong
