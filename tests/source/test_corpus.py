"""Files that nobody here wrote: every one decodes, every YAML and JSON is read or refused by name."""

import os
from collections import Counter
from pathlib import Path

import pytest

from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace
from kuajing.source.yaml_text import parse_yaml

CORPUS = os.environ.get("KUAJING_CORPUS", "")
REFUSED = Path(__file__).parent / "data" / "corpus_refused.txt"
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def test_every_file_decodes() -> None:
    workspace = Workspace(Path(CORPUS))
    survey = workspace.survey()
    texts = [workspace.read(file.path) for file in survey.files]
    print(Counter(text.encoding if isinstance(text, SourceText) else text.reason for text in texts))  # noqa: T201  the counts are for whoever runs it
    assert survey.unread == ()
    assert [text for text in texts if not isinstance(text, SourceText) or text.doubtful] == []


def test_every_yaml_and_json_is_read_or_refused_for_a_known_reason() -> None:
    workspace = Workspace(Path(CORPUS))
    refused: list[str] = []
    counts: Counter[str] = Counter()
    for file in workspace.glob(["**/*.yaml", "**/*.yml", "**/*.json"]):
        text = workspace.read(file.path)
        assert isinstance(text, SourceText)
        kind = file.path.rpartition(".")[2]
        try:
            (parse_json if kind == "json" else parse_yaml)(file.path, text.text)
        except InputErrors as refusal:
            reasons = sorted({error.message for error in refusal.errors})
            refused.append(f"{file.path} {' '.join(reasons)}\n")
            counts[f"{kind} refused"] += 1
        else:
            counts[f"{kind} read"] += 1
    print(dict(sorted(counts.items())))  # noqa: T201  the counts are for whoever runs it
    assert REFUSED.read_text(encoding="utf-8") == "".join(refused)
