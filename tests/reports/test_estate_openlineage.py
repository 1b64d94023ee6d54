"""A whole estate as OpenLineage events: of the specification's shape, whole, and read back as the same movement."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from tests.reports.openlineage_shapes import EVENT
from tests.reports.sample import ANALYSIS

from kuajing.binding.bind import bind
from kuajing.model.declaration import Declaration
from kuajing.model.endpoints import Endpoint
from kuajing.model.estate import Estate, Labelling, System
from kuajing.model.facts import Running
from kuajing.model.names import DatasetName
from kuajing.readers.two_passes import read_sources
from kuajing.reports.estate_openlineage import estate_openlineage
from kuajing.reports.openlineage_names import place_of
from kuajing.source.text import SourceText

READERS = Path(__file__).parents[1] / "readers"
SOURCES = (
    "openlineage/spark.json",
    "openlineage/start.json",
    "openlineage/complete.json",
    "canal/adapter/application.yml",
    "canal/adapter/rdb/member.yml",
    "canal/adapter/es7/member.yml",
    "maxwell/topics.properties",
    "maxwell/cache.properties",
    "datax/query.json",
)


def text_of(content: str, path: str) -> SourceText:
    return SourceText(path, content, "utf-8", doubtful=False, digest="")


def estate_of(*texts: SourceText) -> Estate:
    return bind(Declaration(), read_sources(texts, (), {}))


def exported(estate: Estate) -> str:
    return estate_openlineage(replace(ANALYSIS, estate=estate, labelling=Labelling((), ())))


def of_sources() -> Estate:
    return estate_of(*(text_of((READERS / name).read_text("utf-8"), name) for name in SOURCES))


def movement(estate: Estate) -> set[str]:
    return {f"{move.source} -> {move.target} {move.transform.value}" for move in estate.moves}


def test_events_have_the_shape_of_the_specification() -> None:
    validator = jsonschema.Draft202012Validator(EVENT, format_checker=jsonschema.FormatChecker())
    lines = [json.loads(line) for line in exported(of_sources()).splitlines()]
    assert len(lines) >= len(SOURCES) - 3
    assert [] == [error.message for line in lines for error in validator.iter_errors(line)]


def test_what_is_written_is_read_back_as_the_same_movement() -> None:
    estate = of_sources()
    again = estate_of(text_of(exported(estate), "estate.jsonl"))
    assert movement(estate) == movement(again)
    influences = {(str(one.source), str(one.target)) for one in estate.influences}
    assert influences == {(str(one.source), str(one.target)) for one in again.influences}


def test_no_secret_is_in_it_and_a_rerun_says_the_same() -> None:
    written = exported(of_sources())
    assert "canary" not in written
    assert written == exported(of_sources())


def test_a_job_that_is_switched_off_is_no_event() -> None:
    estate = of_sources()
    off = replace(estate.moves[0], running=Running(disabled=True))
    assert "" == exported(replace(estate, moves=(), idle=(off,)))


def test_categories_and_jurisdictions_are_tags() -> None:
    lines = [json.loads(line) for line in estate_openlineage(ANALYSIS).splitlines()]
    tags = {
        (tag["key"], tag["value"])
        for line in lines
        for end in (*line["inputs"], *line["outputs"])
        for tag in end["facets"]["tags"]["tags"]
    }
    assert date(2026, 11, 23).isoformat() == lines[0]["eventTime"][:10]
    assert ("kuajing.jurisdiction", "US") in tags


def system(*endpoints: Endpoint) -> System:
    return System("x", "x", True, "database", None, None, None, endpoints, ())  # noqa: FBT003


@pytest.mark.parametrize(
    ("endpoints", "path", "place"),
    [
        (
            (Endpoint("postgres", "h:5432/db", ("h",), 5432, "db"),),
            ("db", "s", "t"),
            ("postgres://h:5432", "db.s.t"),
        ),
        ((Endpoint("server", "h:3306", ("h",), 3306),), ("db", "t"), ("mysql://h:3306", "db.t")),
        ((Endpoint("server", "h", ("h",)),), ("db", "t"), ("server://h", "db.t")),
        ((Endpoint("oss", "oss://b/x", bucket="b", path="x"),), ("b", "x"), ("oss://b", "x")),
        (
            (Endpoint("s3", "s3://a", bucket="a"), Endpoint("s3", "s3://b", bucket="b")),
            ("b", "x/y"),
            ("s3://b", "x/y"),
        ),
        ((Endpoint("bigquery", "p", database="p"),), ("p", "d", "t"), ("bigquery", "p.d.t")),
        ((Endpoint("placeholder", "${X}", placeholder="${X}"),), ("t",), ("${X}", "t")),
        ((Endpoint("local", "worker-local", path="/x"),), ("/x",), ("file", "/x")),
        ((), ("t",), ("x", "t")),
    ],
)
def test_a_dataset_goes_by_the_names_that_others_give_it(
    endpoints: tuple[Endpoint, ...], path: tuple[str, ...], place: tuple[str, str]
) -> None:
    assert place == place_of(DatasetName("x", path), system(*endpoints))
