"""Jobs that nobody here wrote: what each says against what was read of it by hand, and no plugin lost or merged."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from benchmarks.seatunnel_plugins import counted as counted_plugins
from tests.readers.by_hand import pair, shown

from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, ReadFact, UnreadFact
from kuajing.readers.seatunnel import SEATUNNEL
from kuajing.readers.seatunnel.jobs import SECTIONS, job_of
from kuajing.readers.seatunnel.texts import recognises
from kuajing.readers.seatunnel.written import read_hocon
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
FOLDER = Path(CORPUS) / "apache+seatunnel"
EXPECTED = yaml.safe_load((Path(__file__).parent / "seatunnel/expected/corpus.yaml").read_text("utf-8"))
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def texts() -> Iterator[SourceText]:
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            name = path.relative_to(FOLDER).as_posix()
            yield SourceText(name, path.read_text("utf-8"), "utf-8", doubtful=False, digest="")


@pytest.fixture(scope="module")
def jobs() -> list[SourceText]:
    return [text for text in texts() if recognises(text.path, text.text)]


@pytest.fixture(scope="module")
def facts(jobs: list[SourceText]) -> tuple[Fact, ...]:
    return read_sources(jobs, (), {}, readers=(SEATUNNEL,))


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_a_job_says_what_was_read_of_it_by_hand(case: dict[str, object], facts: tuple[Fact, ...]) -> None:
    found = [
        fact for fact in facts if isinstance(fact, MoveFact) and Path(fact.location.path).name == case["file"]
    ]
    assert {
        "file": case["file"],
        "sources": sorted({shown(move.source) for move in found}),
        "sinks": sorted({shown(move.target) for move in found}),
        "columns": sorted({pair(move) for move in found}),
    } == {**case, "columns": sorted({one for line in case["columns"] for one in pairs(line)})}  # type: ignore[attr-defined]


def test_no_plugin_is_lost_or_merged(jobs: list[SourceText]) -> None:
    differing = {}
    for text in jobs:
        plugins = job_of(read_hocon(text.path, text.text)).plugins
        found = {section: len([one for one in plugins if one.section == section]) for section in SECTIONS}
        if found != counted(text.text):
            differing[text.path] = (found, counted(text.text))
    assert differing == {}
    assert len(jobs) == 635


def test_places_and_columns_are_found_as_often_as_they_must_be(jobs: list[SourceText]) -> None:
    counts = counted_plugins(jobs)
    assert counts["read"] >= 0.99 * counts["jobs"]
    assert counts["ends placed"] >= 0.95 * counts["ends"]
    assert counts["sources with columns"] >= 0.76 * counts["sources"]


def test_every_job_is_accounted_for_with_its_reasons(jobs: list[SourceText], facts: tuple[Fact, ...]) -> None:
    read = {fact.path for fact in facts if isinstance(fact, ReadFact)}
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    whole = {fact.location.path: fact.reason for fact in unread if fact.grain == "file"}
    assert {text.path for text in jobs} == read | whole.keys()
    assert set(whole.values()) <= {"unread.seatunnel_one_end"}
    assert all(message(fact.reason, "en", fact.values) for fact in unread)


def test_no_password_of_the_corpus_is_in_any_fact(facts: tuple[Fact, ...]) -> None:
    secrets = (
        "mysqlpw",
        "Abc!@#135_seatunnel",
        "A_Str0ng_Required_Password",
        "top_secret",
        "U2VhVHVubmVs",
        "sk-xxx",
    )
    assert [secret for secret in secrets if secret in repr(facts)] == []


def pairs(line: str) -> list[str]:
    if not line.endswith("->"):
        return [line]
    return [f"{name} -> {name}" for name in line.removesuffix("->").split()]


def counted(text: str) -> dict[str, int]:
    """The plugins of each section by the depth of brackets alone: one that opens one level inside a section."""
    counts = dict.fromkeys(SECTIONS, 0)
    stack: list[str] = []
    bare = re.sub(r'""".*?"""|"(?:[^"\\\n]|\\.)*"|\$\{[^}]*\}|#[^\n]*|//[^\n]*', _bare, text, flags=re.DOTALL)
    base = int(bare.lstrip().startswith("{"))
    for found in re.finditer(r"([^{}\[\],\n]*)([{}\[\]])", bare):
        if found[2] in "}]":
            stack.pop()
            continue
        if len(stack) == base + 1 and stack[base] in counts:
            counts[stack[base]] += 1
        stack.append(found[1].strip(" =:\t"))
    return counts


def _bare(found: re.Match[str]) -> str:
    """A string as a word without brackets, a comment as nothing."""
    if not found.group().startswith('"'):
        return ""
    return re.sub(r"[^\w-]", "", found.group()) or "_"
