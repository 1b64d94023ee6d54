"""How the entries of a Fides map are named as datasets: each is a place that a declaration calls `conn:KEY`."""

from collections.abc import Mapping

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention

HELD = ("data",)
"""The one dataset of a system: what it holds, by data categories."""


def place(key: str, address: str = "") -> Endpoint:
    """The place of an entry: its address where that can be read, else its key alone."""
    if address:
        found = read_address(address)
        if found.hosts or found.provider is not None:
            return found
    name = f"conn:{key}"
    return Endpoint("connection", name, placeholder=name)


def held_by(key: str, places: Mapping[str, Endpoint]) -> DatasetMention:
    """What a system holds."""
    return DatasetMention(HELD, endpoint=places.get(key) or place(key))
