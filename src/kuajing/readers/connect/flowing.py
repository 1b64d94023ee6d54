"""What a connector moves at one time: the columns of a table on their way to a topic or from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kuajing.readers.datax.records import Note
from kuajing.readers.seatunnel.streams import Table


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows on their way and the topic they go by; `certain` is False where they may go by another or not at all."""

    topic: str
    table: Table
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Flows:
    """All flows of a connector, and what of them was not read."""

    flows: tuple[Flow, ...] = ()
    notes: tuple[Note, ...] = ()

    def each(self, change: Callable[[Flow], Flow]) -> "Flows":
        """The flows, each changed."""
        return replace(self, flows=tuple(change(one) for one in self.flows))

    def tables(self, change: Callable[[Table], Table]) -> "Flows":
        """The flows, the rows of each changed."""
        return self.each(lambda one: replace(one, table=change(one.table)))

    def noted(self, *notes: Note) -> "Flows":
        """The flows with more that was not read."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *notes))))


def together(parts: Iterable[Flows]) -> Flows:
    """Several as one."""
    found = tuple(parts)
    return Flows(
        tuple(dict.fromkeys(flow for part in found for flow in part.flows)),
        tuple(dict.fromkeys(note for part in found for note in part.notes)),
    )
