"""A text to be read, with all that its answer hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kuajing.model.lineage import TableName


@dataclass(frozen=True, slots=True)
class Request:
    """What `read_movement` is asked; two requests that are equal have the same answer."""

    text: str
    dialect: str | None = None
    schema: Mapping[TableName, tuple[str, ...]] = field(default_factory=dict)
    default_database: str | None = None
    default_schema: str | None = None
    functions: Mapping[str, str] = field(default_factory=dict)
    with_queries: bool = False
