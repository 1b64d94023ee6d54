"""What the specification of OpenLineage asks of an event, as far as our events go."""

FACET = {
    "type": "object",
    "required": ["_producer", "_schemaURL"],
    "properties": {
        "_producer": {"format": "uri"},
        "_schemaURL": {
            "pattern": "^https://openlineage.io/spec/facets/\\d-\\d-\\d/\\w+\\.json#/\\$defs/\\w+$"
        },
    },
}
FACETS = {"type": "object", "additionalProperties": FACET}
INPUT_FIELD = {
    "type": "object",
    "required": ["namespace", "name", "field", "transformations"],
    "properties": {
        "transformations": {
            "items": {
                "required": ["type", "masking"],
                "additionalProperties": False,
                "properties": {
                    "type": {"enum": ["DIRECT", "INDIRECT"]},
                    "subtype": {"enum": ["IDENTITY", "TRANSFORMATION", "AGGREGATION"]},
                    "description": {"type": "string"},
                    "masking": {"type": "boolean"},
                },
            }
        }
    },
}
LINEAGE = {
    "required": ["fields"],
    "properties": {
        "fields": {
            "additionalProperties": {
                "required": ["inputFields"],
                "properties": {"inputFields": {"items": INPUT_FIELD}},
            }
        },
        "dataset": {"items": INPUT_FIELD},
    },
}
DATASET = {
    "type": "object",
    "required": ["namespace", "name"],
    "additionalProperties": False,
    "properties": {
        "namespace": {"type": "string", "minLength": 1},
        "name": {"type": "string", "minLength": 1},
        "facets": {**FACETS, "properties": {"columnLineage": LINEAGE}},
    },
}
EVENT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["eventTime", "producer", "schemaURL", "run", "job"],
    "properties": {
        "eventType": {"const": "COMPLETE"},
        "eventTime": {"format": "date-time"},
        "producer": {"format": "uri"},
        "schemaURL": {"const": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"},
        "run": {"required": ["runId"], "properties": {"runId": {"format": "uuid"}, "facets": FACETS}},
        "job": {"required": ["namespace", "name"], "properties": {"facets": FACETS}},
        "inputs": {"items": DATASET},
        "outputs": {"items": DATASET},
    },
}
