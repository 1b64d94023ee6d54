import re
from typing import Any

from kuajing.addresses import read_address
from kuajing.locators import load_regions, locate_endpoint
from kuajing.locators.answers import answer
from kuajing.messages import keys
from kuajing.source.packaged import packaged_yaml


def test_every_code_of_iso_3166_has_its_names() -> None:
    table = load_regions()
    codes = [row for row in table.jurisdictions.values() if not row.is_marker]
    assert 249 == len(codes)
    assert all(row.zh and row.en for row in codes)
    assert ("台湾地区", "Hong Kong SAR", "中国内地（境内）") == (
        table.name("TW", "zh"),
        table.name("HK", "en"),
        table.name("CN", "zh"),
    )


def test_every_row_names_a_known_place_and_source() -> None:
    table = load_regions()
    sources: Any = packaged_yaml("regions/sources.yaml").plain()
    rows = [*table.regions.values(), *(row for family in table.families.values() for row in family)]
    assert {row.jurisdiction for row in rows} <= set(table.jurisdictions)
    named = {row.source for row in rows} | {row.source for row in table.hosts}
    named |= {row.source for row in table.services.values()}
    assert named <= set(sources["sources"])
    assert {row.jurisdiction for row in table.services.values()} <= {"", *table.jurisdictions}


def test_every_other_name_of_a_region_leads_to_one() -> None:
    table = load_regions()
    found = [
        (table.code_owners.get(under, under), region) for (under, _), region in table.region_names.items()
    ]
    assert [] == [name for name in found if name not in table.regions]


def test_no_pattern_repeats_a_repetition_and_all_stay_linear() -> None:
    for host in load_regions().hosts:
        assert not re.search(r"[+*]\)[+*{]", host.pattern)
    hostile = ["a." * 5_000 + end for end in ("amazonaws.com", "aliyuncs.com", "snowflakecomputing.com", "x")]
    table = load_regions()
    assert {"unknown"} == {locate_endpoint(read_address(host), table).mainland.value for host in hostile}


def test_every_reason_has_its_sentence() -> None:
    table = load_regions()
    hosts = [case["host"] for case in packaged_yaml("regions/hosts.cases.yaml").plain()["cases"]]  # type: ignore[index,call-overload,union-attr]
    whys = {locate_endpoint(read_address(str(host)), table).why for host in hosts}
    assert whys <= set(keys())


def test_an_answer_is_one_line() -> None:
    assert {
        "id": 7,
        "jurisdiction": "HK",
        "mainland": "no",
        "evidence": "host",
        "why": "bkt.oss-cn-hongkong.aliyuncs.com names cn-hongkong of alibaba, which is in Hong Kong",
    } == answer({"id": 7, "endpoint": "https://bkt.oss-cn-hongkong.aliyuncs.com/x?Signature=y"})
    assert {"id": None, "error": "a line needs an endpoint, or a provider and a region, as text"} == answer(
        {"provider": "aws"}
    )
    assert "SG" == answer({"id": 1, "provider": "aws", "region": "ap-southeast-1"})["jurisdiction"]
