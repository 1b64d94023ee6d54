"""What the engine says about SQL; the nouns themselves are of the model, so that reports may see them too."""

from kuajing.model.lineage import (
    ALL_COLUMNS,
    ColumnDefinition,
    ColumnEdge,
    Direction,
    EndpointMention,
    Fate,
    Influence,
    Reason,
    Statement,
    StatementText,
    TableDefinition,
    TableName,
)

__all__ = [
    "ALL_COLUMNS",
    "ColumnDefinition",
    "ColumnEdge",
    "Direction",
    "EndpointMention",
    "Fate",
    "Influence",
    "Reason",
    "Statement",
    "StatementText",
    "TableDefinition",
    "TableName",
]
