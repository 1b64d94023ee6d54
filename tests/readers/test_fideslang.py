"""A Fides map: what each of its files says, against what was read of it by hand."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import yaml

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import CategoryFact, DatasetMention, Fact, MoveFact, TableFact, UnreadFact, UseFact
from kuajing.readers.fideslang import FIDESLANG
from kuajing.readers.two_passes import read_sources
from kuajing.readers.written_facts import facts_in, written
from kuajing.source.location import Location
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
                at = fact.at.address if fact.at is not None else fact.system
                yield "uses", f"{fact.application} on {at} uses {named(fact.store)}"
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


DATASET = "dataset:\n- fides_key: {}\n  collections:\n  - name: t\n    fields:\n    - name: c\n"


def test_only_files_with_a_section_and_a_key_of_fides_are_its() -> None:
    mine = DATASET.format("crm")
    assert FIDESLANG.recognises(".fides/a.yml", mine)
    assert FIDESLANG.recognises("a.YAML", mine)
    assert not FIDESLANG.recognises("a.md", mine)
    assert not FIDESLANG.recognises("a.yml", mine.replace("fides_key", "name"))
    assert not FIDESLANG.recognises("a.yml", "saas_config:\n  fides_key: x\n")
    assert not FIDESLANG.recognises("a.yml", "# fides_key\nsources:\n  dataset: x\n")


def test_a_rule_that_names_a_system_places_the_tables_of_a_file() -> None:
    rule = SourceRule(("map.yml",), Location("kuajing.yaml"), system="crm")
    read = read_sources([text("map.yml", DATASET.format("any"))], (rule,), {}, readers=(FIDESLANG,))
    assert told(read)["tables"] == ["crm/t (c)"]
    assert told(read_sources([text("map.yml", DATASET.format("any"))], (), {}))["tables"] == [
        "conn:any/t (c)"
    ]


def test_a_system_at_an_address_runs_there() -> None:
    system = (
        "system:\n- fides_key: shop\n  fidesctl_meta: {endpoint_address: db.example.cn, endpoint_port: '3306'}\n"
        "  privacy_declarations: [{data_categories: [user.name], data_use: sales, dataset_references: [crm]}]\n"
    )
    assert said(system)["uses"] == ["shop on db.example.cn:3306 uses conn:crm/"]


def test_a_table_of_a_dataset_may_be_referred_to() -> None:
    system = "system: [{fides_key: shop, dataset_references: [crm.t, crm.other]}]\n"
    assert said(DATASET.format("crm") + system)["uses"] == [
        "shop on conn:shop uses conn:crm.other/",
        "shop on conn:shop uses conn:crm/t",
    ]


def test_a_flow_into_a_dataset_without_such_a_column_reaches_all_of_it() -> None:
    flow = "  egress: [{fides_key: crm, type: dataset, data_categories: [user.name]}]\n"
    system = "system:\n- fides_key: shop\n"
    assert said(DATASET.format("crm") + system + flow)["moves"] == ["conn:shop/data.* -> conn:crm/t.*"]
    known = DATASET.format("crm") + "      data_categories: [user.name.first]\n"
    assert said(known + system + flow)["moves"] == ["conn:shop/data.user.name -> conn:crm/t.c"]


def test_a_document_that_cannot_be_read_does_not_hide_the_others() -> None:
    found = said(DATASET.format("crm") + "---\n- [\n")
    assert found["tables"] == ["conn:crm/t (c)"]
    assert [line.split()[1] for line in found["told"]] == ["fides_yaml"]


def test_a_file_that_cannot_be_read_at_all_is_told() -> None:
    assert [line.split()[1] for line in said("dataset:\n- fides_key: [\n")["told"]] == ["fides_yaml"]


def test_no_text_however_damaged_is_an_error() -> None:
    every = "".join(
        (HERE / name).read_text("utf-8") + "---\n" for name in ("loyalty.yml", "systems.yml", "old.yml")
    )
    chance = Random(5)  # noqa: S311  damage, not secrets
    for end in range(0, len(every), 173):
        said(every[:end])
    for _ in range(150):
        at = chance.randrange(len(every))
        said(
            every[:at] + chance.choice("[]{}:-#\n\t'\"&*!|>%@\x00\u2028é") + every[at + chance.randrange(3) :]
        )
    lines = every.split("\n")
    for number, line in enumerate(lines):
        for value in ("[[]]", "{a: {b: c}}", "null", "'x y'"):
            key = line.partition(":")[0]
            said("\n".join([*lines[:number], f"{key}: {value}", *lines[number + 1 :]]))


def test_deep_and_long_maps_are_read_or_told() -> None:
    deep = "".join(f"{'  ' * level}    fields:\n{'  ' * level}    - name: f\n" for level in range(1, 60))
    assert said(DATASET.format("crm") + deep) != {}
    fields = "".join(
        f"    - name: f{number}\n      data_categories: [user.name]\n" for number in range(2_000)
    )
    assert len(said(DATASET.format("crm") + fields)["categories"]) == 2_000


CANARY = "kq7Xz-canary-5150"


def test_a_secret_stands_in_no_fact_wherever_it_is_planted() -> None:
    planted = f"""# {CANARY}
dataset:
- fides_key: crm
  meta: {{password: {CANARY}, {CANARY}: 1}}
  {CANARY}: x
  fidesctl_meta: {{resource_id: "mysql://root:{CANARY}@db.example.cn/crm"}}
  collections:
  - name: t
    fides_meta: {{secret: {CANARY}}}
    fields:
    - name: c
      fides_meta: {{data_type: string, token: {CANARY}}}
      data_categories: ["pass word={CANARY}"]
system:
- fides_key: shop
  fidesctl_meta: {{endpoint_address: "root:{CANARY}@db.example.cn", endpoint_port: 3306}}
  privacy_policy: https://u:{CANARY}@example.com
  egress: [{{fides_key: "a b {CANARY}", type: system}}]
"""
    for content in (planted, planted + "x: [", planted.replace("collections:", "collections: [")):
        assert CANARY not in repr(read_sources([text("map.yml", content)], (), {}))


def moves_of_sql(*beside: SourceText) -> list[tuple[str, str]]:
    filled = text("load.sql", "INSERT INTO t SELECT b, a FROM s;")
    rule = SourceRule(("*",), Location("kuajing.yaml"), system="crm")
    read = read_sources([filled, *beside], (rule,), {})
    return [(one.source_column, one.target_column) for one in read if isinstance(one, MoveFact)]


def test_a_map_tells_sql_no_order_of_columns() -> None:
    listed = "dataset:\n- fides_key: crm\n  collections:\n  - {name: t, fields: [{name: a}, {name: b}]}\n"
    assert moves_of_sql(text("map.yml", listed)) == moves_of_sql() == [("b", "b"), ("a", "a")]
    assert moves_of_sql(text("t.sql", "CREATE TABLE t (a INT, b INT);")) == [("b", "a"), ("a", "b")]


def test_a_resource_that_is_no_address_is_no_place() -> None:
    named_by = DATASET.format("crm") + "  fides_meta: {{resource_id: {}}}\n"
    assert said(named_by.format("shop.project-55.crm"))["tables"] == ["conn:crm/t (c)"]
    assert said(named_by.format("mysql://db.example.cn/crm"))["tables"] == ["mysql[db.example.cn/crm]/t (c)"]


def test_what_a_map_says_comes_back_from_what_is_kept() -> None:
    source = text("systems.yml")
    told = tuple(facts("systems.yml"))
    assert {CategoryFact, UseFact} <= {type(fact) for fact in told}
    assert any(isinstance(fact, UseFact) and fact.at is not None for fact in told)
    kept = written("fideslang", (), told, source)
    assert kept is not None
    assert ("fideslang", (), told) == facts_in(kept[0], source)
