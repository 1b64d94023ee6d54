"""A Fides map: what each of its files says, against what was read of it by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kuajing.model.facts import CategoryFact, DatasetMention, Fact, MoveFact, TableFact, UnreadFact, UseFact
from kuajing.readers.fideslang import FIDESLANG
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

HERE = Path(__file__).parent / "fideslang"
EXPECTED = yaml.safe_load((HERE / "expected" / "facts.yaml").read_text("utf-8"))


def text(name: str, content: str | None = None) -> SourceText:
    read = (HERE / name).read_text("utf-8") if content is None else content
    return SourceText(name, read, "utf-8", doubtful=False, digest="")


def facts(*names: str) -> tuple[Fact, ...]:
    return read_sources(map(text, names), (), {}, readers=(FIDESLANG,))


def said(content: str) -> dict[str, list[str]]:
    return told(read_sources([text("map.yml", content)], (), {}, readers=(FIDESLANG,)))


def named(mention: DatasetMention) -> str:
    endpoint = mention.endpoint
    at = mention.system or ("?" if endpoint is None else endpoint.address)
    kind = "" if endpoint is None or endpoint.kind == "connection" else endpoint.kind
    return f"{kind}[{at}]/{'.'.join(mention.path)}" if kind else f"{at}/{'.'.join(mention.path)}"


def lines(found: tuple[Fact, ...]) -> Iterator[tuple[str, str]]:
    for fact in found:
        match fact:
            case TableFact():
                columns = "; ".join(
                    f"{one.name} {one.type} {one.comment}".replace("  ", " ").strip() for one in fact.columns
                )
                yield "tables", f"{named(fact.dataset)} ({columns}) {fact.comment}".strip()
            case CategoryFact():
                yield "categories", f"{fact.dataset.path[-1]}.{fact.column} {fact.word} {fact.category}"
            case MoveFact():
                source, target = named(fact.source), named(fact.target)
                yield "moves", f"{source}.{fact.source_column} -> {target}.{fact.target_column}"
            case UseFact():
                yield "uses", f"{fact.application} on {fact.system} uses {named(fact.store)}"
            case UnreadFact():
                values = "".join(f" {name}={value}" for name, value in fact.values)
                yield "told", f"{fact.location} {fact.reason.removeprefix('unread.')}{values}"
            case _:
                pass


def told(found: tuple[Fact, ...]) -> dict[str, list[str]]:
    answer: dict[str, list[str]] = {"tables": [], "categories": [], "moves": [], "uses": [], "told": []}
    for kind, line in lines(found):
        answer[kind].append(line.partition(":")[2] if kind == "told" else line)
    return {kind: sorted(set(rows)) for kind, rows in answer.items()}


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: "+".join(case["files"]))
def test_files_of_a_map_say_what_was_read_of_them_by_hand(case: dict[str, list[str]]) -> None:
    expected = {kind: sorted(set(rows)) for kind, rows in case.items() if kind != "files"}
    assert expected == told(facts(*case["files"]))
