"""How a row of the table of connectors is written: which way it moves data and the keys that say where."""

from dataclasses import dataclass, field
from enum import Enum

from kuajing.readers.seatunnel.connectors import Connector


class Way(Enum):
    """What a connector does with topics: fills them, reads them, copies them to another cluster, or nothing."""

    SOURCE = "source"
    SINK = "sink"
    COPY = "copy"
    MADE_UP = "made_up"


class Naming(Enum):
    """What a connector calls the topics it fills, or the tables."""

    CHANGES = "changes"
    TABLES = "tables"
    COLLECTIONS = "collections"
    GIVEN = "given"
    MATCHED = "matched"


@dataclass(frozen=True, slots=True)
class Row:
    """One family of connectors.

    `store` says where its data lies. `formats` are keys of what a sink calls its tables, `form` what holds where none
    is given; `maps` are keys of lists `topic:table`. A sink that is `flat` has underscores where a topic has dots.
    """

    way: Way
    store: Connector = field(default_factory=Connector)
    naming: Naming = Naming.GIVEN
    formats: tuple[str, ...] = ()
    form: str = "${topic}"
    maps: tuple[str, ...] = ()
    is_flat: bool = False
    is_host_alone: bool = False
