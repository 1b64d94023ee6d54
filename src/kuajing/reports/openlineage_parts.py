"""What all OpenLineage events that we write have in common: their frame, their facets, and what is done to a value."""

import json
import uuid

from kuajing import __version__
from kuajing.source.nodes import Plain

NO_DAY = "1970-01-01"
"""The day of events for which nobody named one: a rerun says the same."""

SPEC = "https://openlineage.io/spec"
COLUMN_LINEAGE = f"{SPEC}/facets/1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet"
SCHEMA = f"{SPEC}/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet"

_PRODUCER = f"https://pypi.org/project/kuajing/{__version__}"
_EVENT = f"{SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent"
_RUNS = uuid.UUID("6f3b7a52-3f0c-5c55-9d0e-0d4b7f1c2a61")
"""The name space of our run ids: each is made of what its event says."""
_SUBTYPES = {"identity": "IDENTITY", "aggregated": "AGGREGATION"}
_MASKING = frozenset({"masked", "hashed"})

Table = dict[str, Plain]


def facet(schema: str, **values: Plain) -> Table:
    """A facet of a schema."""
    return {"_producer": _PRODUCER, "_schemaURL": schema, **values}


def event(job: Table, inputs: list[Plain], outputs: list[Plain], facets: dict[str, Plain], day: str) -> Plain:
    """The event of a run that is over; `facets` are those of the run."""
    said = json.dumps([job, inputs, outputs, facets, day], sort_keys=True)
    return {
        "eventType": "COMPLETE",
        "eventTime": f"{day}T00:00:00Z",
        "producer": _PRODUCER,
        "schemaURL": _EVENT,
        "run": {"runId": str(uuid.uuid5(_RUNS, said)), "facets": facets},
        "job": job,
        "inputs": inputs,
        "outputs": outputs,
    }


def direct(transform: str, description: str) -> Plain:
    """What is done to a value on its way; masked and hashed say that the value itself does not go on."""
    return {
        "type": "DIRECT",
        "subtype": _SUBTYPES.get(transform, "TRANSFORMATION"),
        "description": description,
        "masking": transform in _MASKING,
    }


def indirect(description: str) -> Plain:
    """A column decides the rows, and its value does not go there."""
    return {"type": "INDIRECT", "description": description, "masking": False}
