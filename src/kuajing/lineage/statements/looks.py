"""What a first look at a statement says: what kind it is, and what is to be done with it."""

from dataclasses import dataclass
from enum import Enum

from kuajing.model.lineage import TableName


class Task(Enum):
    """What is to be done with a statement."""

    PARSE = "parse"
    QUERY = "query"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Look:
    """What the first words say.

    `written` is a table that gets only literals; `reason` is why a statement is unknown.
    """

    kind: str
    task: Task
    written: TableName | None = None
    reason: str = "unread.sql_opaque"
