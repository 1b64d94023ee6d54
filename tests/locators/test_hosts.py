from typing import Any

import pytest

from kuajing.addresses import read_address
from kuajing.locators import load_regions, locate_endpoint
from kuajing.locators.host import match_host
from kuajing.model.truth import Truth
from kuajing.source.packaged import packaged_yaml


def _cases() -> list[Any]:
    document: Any = packaged_yaml("regions/hosts.cases.yaml").plain()
    return [pytest.param(case, id=case["host"]) for case in document["cases"]]


@pytest.mark.parametrize("case", _cases())
def test_a_host_fits_its_pattern_and_stands_where_it_says(case: dict[str, Any]) -> None:
    table = load_regions()
    found = match_host(case["host"], table)
    assert found is not None
    assert case["pattern"] == found.pattern.id
    assert case["region"] in {None, found.named}
    placement = locate_endpoint(read_address(f"https://{case['host']}/x"), table)
    assert case["jurisdiction"] in {None, placement.jurisdiction}


def _where(address: str) -> tuple[str, Truth]:
    placement = locate_endpoint(read_address(address), load_regions())
    return placement.jurisdiction, placement.mainland


@pytest.mark.parametrize(
    ("address", "jurisdiction"),
    [
        ("bkt.oss-cn-hongkong.aliyuncs.com", "HK"),
        ("rm-8vb1.mysql.zhangbei.rds.aliyuncs.com", "CN"),
        ("rds.ap-southeast-1.myhuaweicloud.com", "HK"),
        ("db.abc.ap-southeast-1.rds.amazonaws.com", "SG"),
        ("db.abc.ap-east-2.rds.amazonaws.com", "TW"),
        ("vm1.eastasia.cloudapp.azure.com", "HK"),
        ("hk-cdb-abc123.sql.tencentcdb.com", "HK"),
        ("b.ks3-cn-hk-1.ksyuncs.com", "HK"),
        ("ab1.us-east-1.snowflakecomputing.com", "US"),
        ("ab1.east-us-2.azure.snowflakecomputing.com", "US"),
        ("acct.cn-northwest-1.aws.snowflakecomputing.cn", "CN"),
        ("pkc-1.us-east-1.aws.confluent.cloud:9092", "US"),
        ("p-rtdb.asia-southeast1.firebasedatabase.app", "SG"),
        ("dashscope-intl.aliyuncs.com", "SG"),
        ("cn-hongkong.dashscope.aliyuncs.com", "HK"),
        ("x.us3.datadoghq.com", "US"),
        ("ap1.datadoghq.com", "JP"),
        ("eu.api.openai.com", "EU"),
        ("hk.api.mch.weixin.qq.com", "HK"),
        ("open.feishu.cn", "CN"),
        ("fcm.googleapis.com", "US"),
    ],
)
def test_a_trap_of_the_region_table_is_not_fallen_into(address: str, jurisdiction: str) -> None:
    assert (jurisdiction, Truth.YES if jurisdiction == "CN" else Truth.NO) == _where(address)


@pytest.mark.parametrize(
    "address",
    [
        "rm-uf6abc.mysql.rds.aliyuncs.com:3306/crm",
        "ecs-cn-hangzhou.aliyuncs.com",
        "dbs-api.cn-hangzhou.aliyuncs.com",
        "b.oss-accelerate.aliyuncs.com",
        "cdb.ap-guangzhou.tencentcloudapi.com",
        "app.adjust.cn",
        "api.appsflyer-cn.com",
        "api.weixin.qq.com",
        "oapi.dingtalk.com",
        "api.deepseek.com",
        "www.example.cn",
        "db.internal.example.com",
        "10.0.0.1",
        "8.8.8.8",
        "localhost",
        "mysql-master",
        "crm.default.svc.cluster.local",
        "s3://lake/dw",
        "${CRM_URL}",
        "${CRM_URL:jdbc:mysql://x.rds.cn-north-1.amazonaws.com.cn/d}",
        "conn:crm",
        "/data/x.csv",
        "jdbc:h2:mem:x",
        f"{'a.' * 200}amazonaws.com.cn",
    ],
)
def test_what_proves_nothing_stays_unknown(address: str) -> None:
    assert ("", Truth.UNKNOWN) == _where(address)


@pytest.mark.parametrize(
    "address",
    [
        "bucket.s3.amazonaws.com",
        "x.database.windows.net",
        "gs://lake/dw",
        "org-acct.snowflakecomputing.com",
        "mongodb+srv://u:p@c0.abcde.mongodb.net/db",
        "company.my.salesforce.com",
    ],
)
def test_a_cloud_without_a_mainland_region_is_outside(address: str) -> None:
    assert ("OUTSIDE", Truth.NO) == _where(address)


def test_a_service_that_is_not_verified_is_named_as_a_suggestion() -> None:
    placement = locate_endpoint(read_address("https://api.weixin.qq.com"), load_regions())
    assert ("addresses_and_locations.service_suggested", "CN") == (
        placement.why,
        dict(placement.values)["suggested"],
    )


def test_the_start_of_an_instance_id_is_only_a_suggestion() -> None:
    placement = locate_endpoint(read_address("rm-j6cabc.mysql.rds.aliyuncs.com"), load_regions())
    assert ("addresses_and_locations.host_suggested", "cn-hongkong", Truth.UNKNOWN) == (
        placement.why,
        dict(placement.values)["suggested"],
        placement.mainland,
    )
