from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import (
    AliasFact,
    CategoryFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    UnreadFact,
    UseFact,
)
from kuajing.readers.catalogue import SystemAt, no_system
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText

HERE = Path(__file__).parent


def text_of(name: str) -> SourceText:
    return SourceText(name, (HERE / name).read_text("utf-8"), "utf-8", doubtful=False, digest="")


Rule = Callable[..., SourceRule]
Read = Callable[..., tuple[Fact, ...]]
Tell = Callable[..., list[str]]


@pytest.fixture
def rule() -> Rule:
    def rule_at(
        *paths: str,
        dialect: str | None = None,
        system: str | None = None,
        default_database: str | None = None,
    ) -> SourceRule:
        return SourceRule(paths, Location("kuajing.yaml"), dialect, system, default_database)

    return rule_at


@pytest.fixture
def read() -> Read:
    def read_files(
        *names: str,
        rules: tuple[SourceRule, ...] = (),
        functions: Mapping[str, str] | None = None,
        system_at: SystemAt = no_system,
    ) -> tuple[Fact, ...]:
        return read_sources(map(text_of, names), rules, functions or {}, system_at=system_at)

    return read_files


@pytest.fixture
def tell(read: Read) -> Tell:
    """Facts in one line each, the folder left out."""

    def told(*names: str, **words: object) -> list[str]:
        return [_line(fact) for fact in read(*names, **words)]

    return told


def _line(fact: Fact) -> str:  # noqa: PLR0911  one return for each kind of fact
    match fact:
        case ReadFact():
            return f"read {fact.reader}: {fact.resolved} {fact.partial} {fact.unread} {fact.idle}"
        case TableFact():
            columns = ", ".join(
                f"{column.name} {column.type} {column.comment}".strip() for column in fact.columns
            )
            whole = "" if fact.complete else " ..."
            return (
                f"{_at(fact.location)} table {_named(fact.dataset)} ({columns}{whole}) {fact.comment}".strip()
            )
        case AliasFact():
            return f"{_at(fact.location)} alias {_named(fact.alias)} = {_named(fact.dataset)}"
        case MoveFact():
            functions = f" by {', '.join(fact.functions)}" if fact.functions else ""
            perhaps = "" if fact.certain else " perhaps"
            move = f"{_named(fact.source)}.{fact.source_column} -> {_named(fact.target)}.{fact.target_column}"
            runs = _runs(fact.running)
            return f"{_at(fact.location)} {move} {fact.transform.value}{functions}{perhaps}{runs}"
        case UseFact():
            on = f" on {fact.system}" if fact.system else ""
            return (
                f"{_at(fact.location)} {fact.application}{on} uses {_named(fact.store)}{_runs(fact.running)}"
            )
        case InfluenceFact():
            return f"{_at(fact.location)} {_named(fact.source)}.{fact.source_column} decides {_named(fact.target)}"
        case CategoryFact():
            return (
                f"{_at(fact.location)} {_named(fact.dataset)}.{fact.column} is {fact.category} ({fact.word})"
            )
        case UnreadFact():
            values = "".join(f" {name}={value}" for name, value in fact.values)
            tables = f" of {', '.join(fact.tables)}" if fact.tables else ""
            return f"{_at(fact.location)} {fact.grain} {fact.reason.removeprefix('unread.')}{values}{tables}"


def _runs(running: Running) -> str:
    said = ["disabled"] if running.disabled else []
    said += [f"in {running.environment}"] if running.environment else []
    said += [f"at {running.schedule}"] if running.schedule else []
    return "".join(f" ({word})" for word in said)


def _at(location: Location) -> str:
    return f"{location.line}:{location.column}"


def _named(mention: DatasetMention) -> str:
    endpoint = mention.endpoint
    place = mention.system or (f"{endpoint.kind}[{endpoint.address}]" if endpoint else "?")
    return f"{place}/{'.'.join(mention.path)}"
