"""Files that nobody here wrote: every job and script is read, or named as unread with its reason."""

import os
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, ReadFact, TableFact, UnreadFact
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

CORPUS = os.environ.get("KUAJING_CORPUS", "")
JOBS = ("alibaba+DataX", "wgzhao+Addax")
SCHEMAS = (
    "macrozheng+mall/document/sql/mall.sql",
    "elunez+eladmin/sql/eladmin.sql",
    "elunez+eladmin/sql/quartz.sql",
    "yangzongzhuan+RuoYi-Vue/sql/ry_20260417.sql",
    "yangzongzhuan+RuoYi-Vue/sql/quartz.sql",
)
pytestmark = pytest.mark.skipif(not CORPUS, reason="KUAJING_CORPUS does not name the corpus")


def text(path: Path) -> SourceText:
    return SourceText(
        path.relative_to(CORPUS).as_posix(), path.read_text("utf-8"), "utf-8", doubtful=False, digest=""
    )


def accounted(facts: tuple[Fact, ...]) -> set[str]:
    return {fact.path for fact in facts if isinstance(fact, ReadFact)} | {
        fact.location.path for fact in facts if isinstance(fact, UnreadFact) and fact.grain == "file"
    }


def test_every_job_is_read_or_named_with_its_reason() -> None:
    texts = [text(path) for folder in JOBS for path in sorted((Path(CORPUS) / folder).rglob("*.json"))]
    facts = read_sources(texts, (), {})
    unread = [fact for fact in facts if isinstance(fact, UnreadFact)]
    assert {item.path for item in texts} - accounted(facts) == {
        # A parameter alone, without the name of its plugin.
        "alibaba+DataX/neo4jwriter/src/main/resources/plugin_job_template.json"
    }
    assert all(message(fact.reason, "en", fact.values) for fact in unread)
    assert {fact.reason for fact in unread if fact.grain != "part"} == {
        "unread.datax_duplicate_key",
        "unread.datax_no_source",
        "unread.datax_one_end",
    }
    assert not any(secret in repr(facts) for secret in ("Test@12343", "redis@123", "influx123"))


def test_every_schema_gives_its_tables_with_comments() -> None:
    facts = read_sources([text(Path(CORPUS) / path) for path in SCHEMAS], (), {})
    tables = {fact.dataset.path[-1]: fact for fact in facts if isinstance(fact, TableFact)}
    member = {column.name: column.comment for column in tables["ums_member"].columns}
    assert accounted(facts) == set(SCHEMAS)
    assert not [fact for fact in facts if isinstance(fact, MoveFact)]
    assert ("手机号码", "生日") == (member["phone"], member["birthday"])
    assert len(tables) > 100


MAPPINGS = "terraform-aws-modules+terraform-aws-dms/examples"


def test_table_mappings_alone_say_which_tables_they_take() -> None:
    paths = {
        f"{MAPPINGS}/complete/configs/kafka_mappings.json": "hr.employee",
        f"{MAPPINGS}/complete/configs/table_mappings.json": "*",
        f"{MAPPINGS}/serverless/configs/table_mappings.json": "*",
    }
    facts = read_sources([text(path) for path in sorted((Path(CORPUS) / MAPPINGS).rglob("*.json"))], (), {})
    told = {fact.location.path: dict(fact.values)["tables"] for fact in facts if isinstance(fact, UnreadFact)}
    assert told == paths
    assert accounted(facts) == set(paths)
