"""The locator alone: one question in, one answer out."""

from collections.abc import Mapping
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.locators.endpoint import locate_endpoint
from kuajing.locators.load import load_regions
from kuajing.locators.region import locate_region
from kuajing.messages import message


def answer(line: Mapping[str, object]) -> dict[str, object]:
    """The jurisdiction of `{id, endpoint}` or `{id, provider, region}`, with what it rests on.

    `provider` and `region` beside an endpoint count as stated there. A line that asks nothing is answered by an
    `error`.
    """
    table = load_regions()
    asked = {key: line[key] for key in ("endpoint", "provider", "region") if isinstance(line.get(key), str)}
    provider, region = str(asked.get("provider", "")), str(asked.get("region", ""))
    if "endpoint" in asked:
        endpoint = read_address(str(asked["endpoint"]))
        endpoint = replace(endpoint, provider=provider or endpoint.provider, region=region or endpoint.region)
        placement = locate_endpoint(endpoint, table)
    elif region:
        placement = locate_region(provider, region, table)
    else:
        return {"id": line.get("id"), "error": message("addresses_and_locations.nothing_asked", "en")}
    return {
        "id": line.get("id"),
        "jurisdiction": placement.jurisdiction or None,
        "mainland": placement.mainland.value,
        "evidence": placement.evidence,
        "why": message(placement.why, "en", placement.values),
    }
