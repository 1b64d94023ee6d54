"""Files that nobody here wrote: what their applications open, against what a person reads in them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kuajing.model.facts import Fact, ReadFact, UnreadFact, UseFact
from kuajing.readers import READERS
from kuajing.readers.compose import COMPOSE
from kuajing.readers.kubernetes import KUBERNETES
from kuajing.readers.seams import Reader
from kuajing.readers.spring import SPRING
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
HERE = Path(__file__).parent
STATED = re.compile(
    r"^(?!\s*[#!]).*(?:jdbc:|r2dbc:|mongodb(?:\+srv)?://|rediss?://|amqps?://|bootstrap[.-]?servers|connect-string)",
    re.MULTILINE,
)
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def expected(format_of: str) -> list[tuple[str, list[str]]]:
    rows = yaml.safe_load((HERE / format_of / "expected" / "stores.yaml").read_text("utf-8"))
    return [(row["file"], row["uses"]) for row in rows]


def text(path: Path) -> SourceText:
    name = path.relative_to(CORPUS).as_posix()
    content = path.read_text("utf-8").replace("\r\n", "\n")
    return SourceText(name, content, "utf-8", doubtful=False, digest="")


def texts_of(reader: Reader) -> Iterator[SourceText]:
    for path in sorted(Path(CORPUS).rglob("*")):
        if path.suffix in {".yml", ".yaml", ".properties"} and path.is_file():
            found = text(path)
            if reader is next((one for one in READERS if one.recognises(found.path, found.text)), None):
                yield found


def uses(found: SourceText) -> list[UseFact]:
    return [fact for fact in read_sources([found], (), {}) if isinstance(fact, UseFact)]


def told(use: UseFact) -> str:
    endpoint = use.store.endpoint
    assert endpoint is not None
    return f"{endpoint.kind} {endpoint.address} {use.running.environment}".strip()


def placed(use: UseFact) -> str:
    endpoint = use.store.endpoint
    assert endpoint is not None
    return f"{use.application} {endpoint.kind} {endpoint.address.rpartition('/')[2]}"


@pytest.mark.parametrize("row", expected("spring"), ids=lambda row: row[0])
def test_settings_open_what_a_person_reads_in_them(row: tuple[str, list[str]]) -> None:
    path, stores = row
    assert sorted(stores) == sorted(told(use) for use in uses(text(Path(CORPUS) / path)))


@pytest.mark.parametrize("row", expected("compose"), ids=lambda row: row[0])
def test_services_open_what_a_person_reads_in_them(row: tuple[str, list[str]]) -> None:
    path, stores = row
    assert sorted(stores) == sorted(placed(use) for use in uses(text(Path(CORPUS) / path)))


def unread(facts: tuple[Fact, ...]) -> list[UnreadFact]:
    return [fact for fact in facts if isinstance(fact, UnreadFact) and fact.grain == "file"]


def test_every_file_of_settings_that_states_a_store_gives_one() -> None:
    files = list(texts_of(SPRING))
    opening = {found.path for found in files if uses(found)}
    stating = {found.path for found in files if STATED.search(found.text)}
    assert set() == stating - opening
    assert len(opening) / len(files) >= 0.74


def test_every_file_of_compose_is_read() -> None:
    files = list(texts_of(COMPOSE))
    assert len(files) >= 100
    assert [] == [found.path for found in files if unread(read_sources([found], (), {}))]


def test_templates_of_helm_are_named_as_such() -> None:
    facts = read_sources(texts_of(KUBERNETES), (), {})
    assert {"unread.kubernetes_helm"} == {fact.reason for fact in unread(facts)}
    assert not any(isinstance(fact, ReadFact) for fact in facts)


def test_nothing_else_is_taken_for_settings() -> None:
    others = ("apache+flink-cdc", "apache+seatunnel", "apache+kafka", "OpenLineage+OpenLineage")
    taken = [found.path for reader in (SPRING, COMPOSE, KUBERNETES) for found in texts_of(reader)]
    assert [] == [path for path in taken if path.split("/")[0] in others]
