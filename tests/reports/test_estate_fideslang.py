"""An estate as YAML of fideslang 3, by its shape and, where it is installed, by fideslang itself."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.reports.expecting import expected

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.model.analysis import Analysis
from kuajing.model.estate import System
from kuajing.model.facts import CategoryFact
from kuajing.readers.fideslang import FIDESLANG
from kuajing.readers.two_passes import read_sources
from kuajing.reports import EXPORTS
from kuajing.reports.fideslang_names import keys_of
from kuajing.source.text import SourceText
from kuajing.taxonomies import fides_words

ROOT = Path(__file__).parents[2]
THEIRS = yaml.safe_load((ROOT / "tests/taxonomies/fideslang-3.1.yaml").read_text("utf-8"))
DAY = date(2026, 11, 30)
ESTATES = ("shop", "bank", "hr")
SYSTEM = {
    *("fides_key", "name", "system_type", "meta", "does_international_transfers"),
    *("dataset_references", "egress", "ingress", "privacy_declarations"),
}


def analysis(folder: Path) -> Analysis:
    return analyse(gather(folder), load_tables(), DAY).analysis


def exported(folder: Path) -> str:
    return EXPORTS["fideslang"](analysis(folder))


def hostile(folder: Path) -> Path:
    """An estate whose names are anything but keys of fideslang."""
    (folder / "flows.yaml").write_text(
        "kuajing: 1\nsystems:\n"
        "  members: {kind: database, located: CN}\n"
        "  orders: {kind: database, located: US}\n"
        "sources:\n  - {paths: ['*.sql'], system: members, dialect: mysql}\n",
        encoding="utf-8",
    )
    (folder / "t.sql").write_text(
        "CREATE TABLE `x: [y` (`e\"mail` varchar(40) COMMENT '# 邮箱: {a}', phone varchar(20));\n",
        encoding="utf-8",
    )
    return folder


def test_the_shop_is_told_whole() -> None:
    text = exported(ROOT / "flows" / "shop")
    assert expected("shop.fideslang.yml", text) == text


@pytest.mark.parametrize("estate", ESTATES)
def test_an_export_has_the_shape_and_the_words_of_fideslang(estate: str) -> None:
    told = yaml.safe_load(exported(ROOT / "flows" / estate))
    assert list(told) == ["dataset", "system"]
    keys = [one["fides_key"] for one in told["system"]]
    assert len(keys) == len(set(keys))
    for dataset in told["dataset"]:
        assert list(dataset) == ["fides_key", "name", "collections"]
        for collection in dataset["collections"]:
            assert set(collection) <= {"name", "description", "fields"}
            for field in collection["fields"]:
                assert set(field) <= {"name", "description", "data_categories"}
                assert set(field.get("data_categories", ())) <= set(THEIRS["categories"])
    for system in told["system"]:
        assert set(system) <= SYSTEM
        egress = [one["fides_key"] for one in system.get("egress", ())]
        for flow in (*system.get("egress", ()), *system.get("ingress", ())):
            assert flow["type"] == "system"
            assert flow["fides_key"] in keys
            assert set(flow.get("data_categories", ())) <= set(THEIRS["categories"])
        for one in system["privacy_declarations"]:
            assert one["data_use"] in THEIRS["uses"]
            assert set(one.get("data_subjects", ())) <= set(THEIRS["subjects"])
            assert set(one.get("egress", ())) <= set(egress)


@pytest.mark.parametrize("estate", [*ESTATES, "hostile"])
def test_fideslang_itself_takes_an_export(estate: str, tmp_path: Path) -> None:
    parse = pytest.importorskip("fideslang.parse", reason="fideslang is not installed")
    folder = hostile(tmp_path) if estate == "hostile" else ROOT / "flows" / estate
    told = yaml.safe_load(exported(folder))
    taxonomy = parse.load_manifests_into_taxonomy(told)
    assert [one.fides_key for one in taxonomy.system] == [one["fides_key"] for one in told["system"]]


def test_names_of_columns_stay_as_they_are_whatever_stands_in_them(tmp_path: Path) -> None:
    told = yaml.safe_load(exported(hostile(tmp_path)))
    ((table,),) = [one["collections"] for one in told["dataset"]]
    assert table["name"] == "x: [y"
    assert [(one["name"], one.get("description")) for one in table["fields"]] == [
        ('e"mail', "# 邮箱: {a}"),
        ("phone", None),
    ]


def test_systems_whose_names_are_no_keys_get_keys_of_their_own() -> None:
    names = ("会员库", "订单库", "conn:crm", "oss://a/b", "oss_a_b")
    systems = [
        System(
            name,
            name,
            declared=False,
            kind="",
            handler=None,
            recipient=None,
            located=None,
            endpoints=(),
            locations=(),
        )
        for name in names
    ]
    assert list(keys_of(systems).values()) == ["system", "system_2", "crm", "oss_a_b", "oss_a_b_2"]


def test_what_is_exported_is_read_back_with_the_same_data_categories() -> None:
    told = exported(ROOT / "flows" / "shop")
    text = SourceText("map.yml", told, "utf-8", doubtful=False, digest="")
    read = read_sources([text], (), {}, readers=(FIDESLANG,))
    back = {
        (
            (fact.dataset.endpoint.address if fact.dataset.endpoint else ""),
            *fact.dataset.path,
            fact.column,
            fact.word,
        )
        for fact in read
        if isinstance(fact, CategoryFact) and fact.dataset.path != ("data",)
    }
    shop = analysis(ROOT / "flows" / "shop")
    systems = {one["name"]: one["fides_key"] for one in yaml.safe_load(told)["system"]}
    sent = {
        (
            f"conn:{systems[name.dataset.system]}",
            ".".join(name.dataset.path),
            name.column,
            fides_words().key(one.category),
        )
        for name, one in shop.labelling.classifications
        if one.category.startswith("pi.") and name.dataset.path
    }
    assert back == sent
