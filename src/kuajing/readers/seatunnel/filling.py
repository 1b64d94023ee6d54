"""A job with values in its placeholders: addresses and paths by any value, all else by what can be a name."""

from collections.abc import Mapping as Map
from dataclasses import replace

from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.seatunnel.jobs import Job
from kuajing.readers.seatunnel.keys import Keys
from kuajing.source.nodes import Scalar

_LATER = frozenset({"query", "sql", "cql"})
"""SQL is filled where it is read, so that the places of its columns can be told."""
_WHOLE = (
    *(
        "url",
        "uri",
        "uris",
        "hosts",
        "host",
        "hostname",
        "servers",
        "endpoint",
        "warehouse",
        "path",
        "quorum",
    ),
    *("fenodes", "nodeUrls", "node_urls", "bucket", "defaultFS", "defaultfs", "masters", "addr", "api_path"),
)
"""How keys of addresses end."""


def filled(job: Job, values: Map[str, str]) -> Job:
    """The job with what is known put in; what has no value stays as it is written."""

    def put(key: str, scalar: Scalar) -> Scalar:
        text = scalar.value
        if not isinstance(text, str) or key in _LATER or "$" not in text:
            return scalar
        fill = fill_address if key.endswith(_WHOLE) else fill_name
        return replace(scalar, value=fill(text, values))

    plugins = tuple(replace(one, keys=Keys(one.keys.node.with_values(put))) for one in job.plugins)
    return replace(job, plugins=plugins)
