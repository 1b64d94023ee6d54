"""A system's address, region or declared place to a jurisdiction, with what it rests on."""

from kuajing.locators.compare import contradicts
from kuajing.locators.declared import locate_declared
from kuajing.locators.endpoint import locate_endpoint
from kuajing.locators.load import load_regions
from kuajing.locators.region import locate_region
from kuajing.locators.table import RegionTable

__all__ = [
    "RegionTable",
    "contradicts",
    "load_regions",
    "locate_declared",
    "locate_endpoint",
    "locate_region",
]
