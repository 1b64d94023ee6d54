from dataclasses import replace

import pytest

from kuajing.addresses import read_address
from kuajing.locators import load_regions, locate_endpoint
from kuajing.model.facts import Basis
from kuajing.model.truth import Truth


def _where(address: str, provider: str | None = None, region: str | None = None) -> tuple[str, Truth]:
    endpoint = replace(read_address(address), provider=provider, region=region)
    placement = locate_endpoint(endpoint, load_regions())
    return placement.jurisdiction, placement.mainland


@pytest.mark.parametrize(
    ("address", "provider", "region", "expected"),
    [
        ("s3://lake", None, "us-east-1", ("US", Truth.NO)),
        ("oss://lake", None, "cn-hongkong", ("HK", Truth.NO)),
        ("obs://lake", None, "ap-southeast-1", ("HK", Truth.NO)),
        ("cosn://lake", None, "ap-guangzhou", ("CN", Truth.YES)),
        ("rm-uf6abc.mysql.rds.aliyuncs.com", None, "cn-shanghai", ("CN", Truth.YES)),
        ("10.0.0.1", "alibaba", "cn-shanghai", ("CN", Truth.YES)),
        ("bucket.s3.amazonaws.com", None, "ap-east-1", ("HK", Truth.NO)),
        ("minio.example.com", None, "us-east-1", ("", Truth.UNKNOWN)),
        ("10.0.0.1", None, "us-east-1", ("", Truth.UNKNOWN)),
        ("10.0.0.1", "alibaba", "xx-nowhere", ("", Truth.UNKNOWN)),
        ("db.abc.us-east-1.rds.amazonaws.com", "aws", "xx-nowhere", ("US", Truth.NO)),
        ("db.abc.us-east-1.rds.amazonaws.com", "alibaba", "cn-shanghai", ("", Truth.UNKNOWN)),
    ],
)
def test_a_region_beside_an_endpoint_counts(
    address: str, provider: str | None, region: str | None, expected: tuple[str, Truth]
) -> None:
    assert expected == _where(address, provider, region)


def test_a_stated_region_is_observed_and_a_host_is_inferred() -> None:
    table = load_regions()
    stated = replace(read_address("s3://lake"), region="us-east-1")
    shown = read_address("db.abc.us-east-1.rds.amazonaws.com")
    assert (Basis.OBSERVED, Basis.INFERRED) == (
        locate_endpoint(stated, table).basis,
        locate_endpoint(shown, table).basis,
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a.x.us-east-1.rds.amazonaws.com,b.x.us-east-2.rds.amazonaws.com", ("US", Truth.NO)),
        ("a.x.eu-west-1.rds.amazonaws.com,b.x.eu-central-1.rds.amazonaws.com", ("EU", Truth.NO)),
        ("a.x.us-east-1.rds.amazonaws.com,b.x.eu-central-1.rds.amazonaws.com", ("OUTSIDE", Truth.NO)),
        ("a.x.us-east-1.rds.amazonaws.com,b.x.rds.cn-north-1.amazonaws.com.cn", ("", Truth.UNKNOWN)),
        ("a.x.rds.cn-north-1.amazonaws.com.cn,10.0.0.2", ("", Truth.UNKNOWN)),
    ],
)
def test_several_hosts_stand_where_all_of_them_stand(address: str, expected: tuple[str, Truth]) -> None:
    assert expected == _where(address)


def test_the_mainland_partition_of_a_resource_name_proves_the_mainland() -> None:
    table = load_regions()
    assert Truth.YES is locate_endpoint(read_address("arn:aws-cn:s3:::lake"), table).mainland
    assert Truth.UNKNOWN is locate_endpoint(read_address("arn:aws:s3:::lake"), table).mainland
