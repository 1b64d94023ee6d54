"""What a person read out of each module and template before the reader did."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kuajing.model.facts import DatasetMention, MoveFact, UnreadFact
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

HERE = Path(__file__).parent


def cases() -> list[tuple[str, Any]]:
    return [
        (folder, case)
        for folder in ("terraform", "cloudformation")
        for case in yaml.safe_load((HERE / folder / "expected.yaml").read_text("utf-8"))
    ]


def texts(folder: str, case: str) -> list[SourceText]:
    place = HERE / folder / "expected" / case
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
    root = HERE / folder / "expected"
    return [
        SourceText(
            path.relative_to(root).as_posix(), path.read_text("utf-8"), "utf-8", doubtful=False, digest=""
        )
        for path in files
    ]


def is_end(mention: DatasetMention, expected: list[str]) -> bool:
    kind, provider, region, name = expected
    endpoint = mention.endpoint
    return (
        endpoint is not None
        and endpoint.kind == kind
        and (endpoint.provider or "?") == provider
        and (endpoint.region or "?") == region
        and name in endpoint.address
    )


def is_move(fact: MoveFact, expected: dict[str, Any]) -> bool:
    return (
        is_end(fact.source, expected["from"])
        and is_end(fact.target, expected["to"])
        and expected["path"] in ".".join(fact.source.path)
        and fact.running.disabled is expected.get("disabled", False)
        and fact.running.environment == expected.get("environment", "")
    )


@pytest.mark.parametrize(
    ("folder", "case"), cases(), ids=lambda one: one["case"] if isinstance(one, dict) else one
)
def test_what_a_person_reads_is_told(folder: str, case: dict[str, Any]) -> None:
    facts = read_sources(texts(folder, case["case"]), (), {})
    moves = [fact for fact in facts if isinstance(fact, MoveFact)]
    gaps = {fact.reason.removeprefix("unread.") for fact in facts if isinstance(fact, UnreadFact)}
    missed = [expected for expected in case["moves"] if sum(is_move(fact, expected) for fact in moves) != 1]
    assert (missed, len(moves), sorted(gaps)) == ([], len(case["moves"]), case["gaps"])
    assert "canary" not in repr(facts)
