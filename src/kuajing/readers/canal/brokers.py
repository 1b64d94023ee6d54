"""Brokers between a server of Canal and its adapters."""

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.readers.canal.settings import Settings
from kuajing.source.location import Location

_KINDS = {
    "kafka": ("kafka", "kafka.bootstrap.servers"),
    "rocketmq": ("rocketmq", "rocketmq.namesrv.addr"),
    "rabbitmq": ("rabbitmq", "rabbitmq.host"),
    "pulsarmq": ("pulsar", "pulsarmq.serverUrl"),
}


def is_broker(mode: str) -> bool:
    """Whether changes go through a broker in this mode, not from hand to hand."""
    return mode.lower() in _KINDS


def broker_at(mode: str, settings: Settings, prefix: str, other: str) -> tuple[Endpoint, Location] | None:
    """The broker of a mode and where it is named: under its own key behind `prefix`, or under `other`."""
    known = _KINDS.get(mode.lower())
    if known is None:
        return None
    scheme, key = known
    names = (f"{prefix}{key}", other)
    text = settings.said(*names)
    if not text:
        return Endpoint("connection", f"conn:{scheme}", placeholder=f"conn:{scheme}"), settings.place(*names)
    address = text if "://" in text else f"{scheme}://{text.replace(';', ',')}"
    return read_address(address), settings.place(*names)
