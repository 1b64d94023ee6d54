"""Files of dbt: what a project moves, where it runs, whom it shows data, and what is told instead."""

import pytest
from tests.readers.conftest import Read, Rule, Tell, text_of

from kuajing.messages import message
from kuajing.model.facts import Fact, MoveFact, ReadFact, TableFact, UnreadFact, UseFact
from kuajing.readers.dbt import DBT
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

ALL = tuple(
    f"dbt/{name}"
    for name in ("manifest.json", "catalog.json", "profiles.yml", "dbt_project.yml", "schema.yml")
)
KEYS = (
    "metadata", "nodes", "sources", "exposures", "disabled", "columns", "depends_on", "config", "compiled_code",
    "relation_name", "refs", "meta", "tags", "url", "name", "alias", "index", "outputs", "type", "host", "database",
)  # fmt: skip


def test_a_manifest_alone_stands_at_a_connection_of_its_project(tell: Tell) -> None:
    assert [line for line in tell("dbt/manifest.json") if " table " not in line] == [
        "read dbt: 4 2 1 1",
        "53:29 connection[conn:shop]/wh.crm.member.id -> connection[conn:shop]/wh.marts.people.id identity",
        (
            "53:37 connection[conn:shop]/wh.crm.member.phone -> connection[conn:shop]/wh.marts.people.phone_md5"
            " hashed by MD5"
        ),
        "55:26 connection[conn:shop]/wh.crm.member.* -> connection[conn:shop]/wh.marts.raw_only.* identity",
        "55:26 connection[conn:shop]/wh.marts.people.* -> connection[conn:shop]/wh.marts.raw_only.* identity",
        "55:26 part dbt_uncompiled model=raw_only",
        "76:6 part dbt_hook model=raw_only",
        "105:25 connection[conn:shop]/wh.marts.people.* -> connection[conn:shop]/wh.marts.learned.* identity",
        "105:25 part dbt_python model=learned",
        "152:22 connection[conn:shop]/wh.marts.people.id decides connection[conn:shop]/wh.marts.kept",
        "152:29 connection[conn:shop]/wh.marts.people.id -> connection[conn:shop]/wh.marts.kept.id identity",
        "174:29 alias connection[conn:shop]/wh.crm.member = s3[s3://lake/member]/lake.member",
        "190:27 connection[conn:shop]/wh.marts.people.* -> http[https://bi.example.com]/weekly.* identity",
        "206:27 connection[conn:shop]/wh.marts.people.* -> connection[conn:scores]/scores.* identity",
        "215:26 statement dbt_exposure name=empty",
        (
            "235:4 connection[conn:shop]/wh.marts.people.* -> connection[conn:shop]/wh.marts.old.* identity"
            " (disabled)"
        ),
    ]


def test_tags_and_flags_of_a_column_are_its_comment(read: Read) -> None:
    described = next(
        fact for fact in read("dbt/manifest.json") if isinstance(fact, TableFact) and fact.location.line == 11
    )
    assert [(column.name, column.type, column.comment) for column in described.columns] == [
        ("id", "bigint", "member number, ask [internal]"),
        ("phone_md5", "", "[pii] [contains_pii] [data_class: restricted]"),
    ]
    assert not described.complete


def test_a_profile_says_where_the_project_beside_it_runs(read: Read) -> None:
    moves = [fact for fact in read(*ALL) if isinstance(fact, MoveFact)]
    assert {
        (move.source.endpoint.address, move.running.environment) for move in moves if move.source.endpoint
    } == {("${DBT_HOST}:5432/wh", "prod")}
    (host,) = {move.source.endpoint.hosts for move in moves if move.source.endpoint}
    assert host == ("dw.cn-north-1.example.com",)


def test_every_output_of_a_profile_is_a_store_that_is_opened(read: Read) -> None:
    facts = read("dbt/profiles.yml")
    found = [
        (fact.running.environment, fact.store.endpoint.kind, fact.store.endpoint.region)
        for fact in facts
        if isinstance(fact, UseFact) and fact.store.endpoint
    ]
    assert found == [
        ("prod", "postgres", None),
        ("cloud", "snowflake", None),
        ("query", "bigquery", "asia-east2"),
    ]
    assert [fact.values for fact in facts if isinstance(fact, UnreadFact)] == [(("output", "shop.nowhere"),)]


def test_a_rule_that_names_the_system_wins(read: Read, rule: Rule) -> None:
    facts = read("dbt/manifest.json", rules=(rule("dbt/**", system="warehouse"),))
    sources = {(move.source.system, move.source.endpoint) for move in facts if isinstance(move, MoveFact)}
    assert sources == {("warehouse", None)}


def test_properties_tell_tables_before_a_project_is_compiled(tell: Tell) -> None:
    assert tell("dbt/schema.yml") == [
        "read dbt: 1 0 0 0",
        "3:5 table ?/people (id bigint, phone  mobile number [pii] ...) members, by",
        "15:9 table ?/wh.crm_prod.t_member (id_card ...)",
        "15:9 alias ?/crm.member = ?/wh.crm_prod.t_member",
        "19:5 table connection[conn:weekly]/weekly ( ...) dashboard",
        "19:5 ?/crm.member.* -> connection[conn:weekly]/weekly.* identity",
        "19:5 ?/people.* -> connection[conn:weekly]/weekly.* identity",
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "manifest.json",
            '{"dbt_schema_version": {"default": "https://schemas.getdbt.com/dbt/manifest/v8.json"}}',
        ),
        ("manifest.json", '{"name": "app", "icons": [], "start_url": "/"}'),
        ("m.json", '{"nodes": {"model.a": 1}}'),
        ("kuajing.yaml", "version: 2\nsources:\n  - path: a.sql\n"),
        ("compose.yml", "version: '2'\nservices:\n  a: {image: b}\n"),
        ("profiles.yml", "spring:\n  profiles: dev\n"),
    ],
)
def test_what_only_looks_alike_is_no_file_of_dbt(path: str, text: str) -> None:
    assert not DBT.recognises(path, text)


def test_no_secret_and_no_person_is_in_any_fact_or_message(read: Read) -> None:
    facts = read(*ALL)
    shown = repr(facts) + "".join(
        message(fact.reason, "en", fact.values) for fact in facts if isinstance(fact, UnreadFact)
    )
    assert [word for word in ("Canary", "canary", "li.si", "Li Si") if word in shown] == []


@pytest.mark.parametrize("name", ALL)
def test_a_damaged_file_is_read_or_told_and_shows_no_secret(name: str) -> None:
    whole = text_of(name).text
    step = max(len(whole) // 16, 1)
    damaged = [whole[:end] for end in range(0, len(whole), step)]
    damaged += [whole[:at] + sign + whole[at + 1 :] for at in range(0, len(whole), step) for sign in '"{1\\']
    for value in ("null", "[]", "{}", "3", '"x"', "true", "[[1]]"):
        damaged += [whole.replace(f'"{key}":', f'"{key}": {value}, "was_{key}":') for key in KEYS]
        damaged += [whole.replace(f"{key}: ", f"{key}: {value}\n#") for key in KEYS]
    for text in damaged:
        facts: tuple[Fact, ...] = read_sources(
            [SourceText(name, text, "utf-8", doubtful=False, digest="")], (), {}, readers=(DBT,)
        )
        assert not DBT.recognises(name, text) or any(isinstance(one, ReadFact | UnreadFact) for one in facts)
        assert "Canary" not in repr(facts)
