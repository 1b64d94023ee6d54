import pytest

from kuajing.locators import contradicts, load_regions, locate_declared, locate_region
from kuajing.model.facts import Basis
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth


@pytest.mark.parametrize(
    ("provider", "region", "jurisdiction"),
    [
        ("alibaba", "cn-hongkong", "HK"),
        ("alibaba", "ap-southeast-1", "SG"),
        ("aws", "ap-southeast-1", "SG"),
        ("huawei", "ap-southeast-1", "HK"),
        ("byteplus", "ap-southeast-1", "MY"),
        ("alibaba", "eu-west-1", "GB"),
        ("aws", "eu-west-1", "IE"),
        ("alibaba", "me-central-1", "SA"),
        ("aws", "me-central-1", "AE"),
        ("tencent", "ap-beijing", "CN"),
        ("gcp", "asia-east1", "TW"),
        ("gcp", "asia", "MULTI-ASIA"),
        ("azure", "China North 2", "CN"),
        ("aliyun", "cn-north-2-gov-1", "CN"),
        ("alibaba", "cn-hangzhou-h", "CN"),
        ("aws", "us-east-1a", "US"),
        ("tencent", "ap-guangzhou-3", "CN"),
        ("mongodb-atlas", "US_EAST_1", "OUTSIDE"),
        ("salesforce", "CHN2S", "CN"),
        ("huawei", "eu-west-101", "IE"),
    ],
)
def test_a_region_is_looked_up_under_its_provider(provider: str, region: str, jurisdiction: str) -> None:
    assert jurisdiction == locate_region(provider, region, load_regions()).jurisdiction


@pytest.mark.parametrize(
    ("provider", "region"), [("aws", "cn-hangzhou"), ("nobody", "us-east-1"), ("", "us-east-1"), ("aws", "")]
)
def test_a_region_of_another_provider_is_unknown(provider: str, region: str) -> None:
    assert Truth.UNKNOWN is locate_region(provider, region, load_regions()).mainland


@pytest.mark.parametrize(
    ("text", "jurisdiction", "mainland"),
    [
        ("alibaba/cn-shanghai", "CN", Truth.YES),
        ("US", "US", Truth.NO),
        ("CN", "CN", Truth.YES),
        ("mainland", "CN", Truth.YES),
        ("境内", "CN", Truth.YES),
        ("hk", "HK", Truth.NO),
        ("MO", "MO", Truth.NO),
        ("台湾地区", "TW", Truth.NO),
        ("EU", "EU", Truth.NO),
        ("Germany", "DE", Truth.NO),
        ("unknown", "", Truth.UNKNOWN),
        ("", "", Truth.UNKNOWN),
        ("China", "", Truth.UNKNOWN),
        ("aws/xx-1", "", Truth.UNKNOWN),
    ],
)
def test_a_declared_place_is_understood(text: str, jurisdiction: str, mainland: Truth) -> None:
    placement = locate_declared(text, load_regions())
    assert (jurisdiction, mainland, "declared", Basis.DECLARED) == (
        placement.jurisdiction,
        placement.mainland,
        placement.evidence,
        placement.basis,
    )


def _declared(text: str) -> Placement:
    return locate_declared(text, load_regions())


@pytest.mark.parametrize(
    ("declared", "shown"),
    [("CN", "HK"), ("US", "CN"), ("US", "HK"), ("EU", "US"), ("alibaba/cn-shanghai", "SG")],
)
def test_two_places_contradict_each_other(declared: str, shown: str) -> None:
    assert contradicts(_declared(declared), _declared(shown))


@pytest.mark.parametrize(
    ("declared", "shown"),
    [("CN", "unknown"), ("unknown", "HK"), ("US", "US"), ("EU", "DE"), ("US", "abroad"), ("HK", "global")],
)
def test_what_may_both_be_true_is_no_contradiction(declared: str, shown: str) -> None:
    assert not contradicts(_declared(declared), _declared(shown))
