"""Datasets at addresses: what of an address names the dataset, so that all formats name one place alike."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kuajing.addresses import read_address
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import DatasetMention
from kuajing.readers.placeholders import fill_address, fill_name

WORKER = "worker-local"
"""The address of the disk of whatever machine runs a job."""

_TRAILING = re.compile(r"(?:/[\w${}]+=[^/]*)*(?:/?\*|/)*$")
_WAREHOUSE = re.compile(r"(?:^|/)([^/]+)\.db/([^/]+)$")
# A table bound to JDBC or to a bucket has its kind put before an address that may be whole by itself.
_DOUBLED = re.compile(r"^(?:[a-z][\w+.-]*://(?=[a-z][\w+.:-]*://)|jdbc://(?=\$\{[^{}]*\}$))", re.IGNORECASE)
_LINK = re.compile(r"\w[\w$#-]*")
# Kinds that say nothing of the store, or whose addresses are whole without a scheme.
_WHOLE = frozenset({"file", "stage", "program", "unknown", "jdbc"})
_LINKED = frozenset({"server", "oracle", "connection", "external_query", "share", "link", "dblink"})


def trimmed(path: str) -> str:
    """A path without trailing wildcards and partition folders, so that who writes and who reads one place meet."""
    return _TRAILING.sub("", path) or path


def on_worker(path: str) -> DatasetMention:
    """A file on the disk of the machine that runs the job."""
    shown = trimmed(path)
    return DatasetMention((shown,), endpoint=Endpoint("local", WORKER, path=shown))


def endpoint_at(kind: str, address: str, region: str | None = None, *, values: Mapping[str, str]) -> Endpoint:
    """The endpoint of an address that a statement gives with the kind of its place, `values` in its placeholders.

    A link, share or connection is known by its name alone, as `conn:name`.
    """
    address = _DOUBLED.sub("", fill_address(address, values))
    if "://" not in address and kind in _LINKED and _LINK.fullmatch(address):
        endpoint = read_address(f"conn:{address}")
    elif "://" in address or kind in _WHOLE:
        endpoint = read_address(address)
    else:
        endpoint = read_address(f"{kind}://{address}")
    return replace(endpoint, region=region) if region else endpoint


def dataset_at(endpoint: Endpoint, inside: tuple[str, ...]) -> DatasetMention:
    """The dataset at an endpoint: its bucket and path where it has them, else the table named inside it."""
    if endpoint.bucket or endpoint.path:
        parts = (endpoint.bucket, trimmed(endpoint.path) if endpoint.path else None)
        return DatasetMention(tuple(part for part in parts if part), endpoint=endpoint)
    return DatasetMention(inside or (endpoint.address,), endpoint=endpoint)


def endpoint_below(endpoint: Endpoint, table: tuple[str, ...], engine: str = "") -> Endpoint:
    """The endpoint of a table of a lake: a folder below the warehouse, named as the format of the lake names it."""
    with_ending = engine in {"paimon", "hive"}
    folders = (*(f"{one}.db" if with_ending else one for one in table[:-1]), *table[-1:])
    return replace(
        endpoint, path="/".join(part for part in ((endpoint.path or "").rstrip("/"), *folders) if part)
    )


def hive_table(mention: DatasetMention) -> DatasetMention | None:
    """The table whose rows Hive keeps at a path such as `/user/hive/warehouse/ods.db/member`; None for other paths."""
    found = _WAREHOUSE.search(mention.path[-1]) if mention.path else None
    return DatasetMention(found.groups(), mention.system, mention.endpoint) if found else None


def named(table: tuple[str, ...], values: Mapping[str, str]) -> tuple[str, ...]:
    """The parts of a name, with values in their placeholders."""
    return tuple(fill_name(part, values) for part in table)


def beside(mention: DatasetMention, table: tuple[str, ...], values: Mapping[str, str]) -> DatasetMention:
    """The dataset that SQL run where the mention stands means by a name: a table there, or a whole address."""
    if len(table) == 1 and "://" in table[0]:
        address = fill_address(table[0], values)
        tail = address.rpartition("/")[2]
        return dataset_at(read_address(address), tuple(part for part in tail.split(".") if part))
    return DatasetMention(named(table, values), mention.system, mention.endpoint)


def without_keys(text: str) -> str:
    """A value of a reason as it may be shown: an address without its credentials, anything else as it is."""
    return read_address(text).address if "://" in text else text
