"""Which rows each plugin takes: those of the names it gives, else those of the plugin before it."""

from dataclasses import dataclass, replace

from kuajing.readers.datax.records import Note
from kuajing.readers.seatunnel.jobs import Plugin
from kuajing.readers.seatunnel.streams import Stream


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a plugin and whether any other took them; `name` is None where it gives them none."""

    name: str | None
    stream: Stream
    plugin: Plugin
    is_taken: bool = False


@dataclass(slots=True)
class Wires:
    """The rows made so far, in the order of the text."""

    made: tuple[Made, ...] = ()

    def add(self, plugin: Plugin, stream: Stream) -> None:
        """The rows of one more plugin."""
        self.made = (*self.made, Made(plugin.output, stream, plugin))

    def taken_by(self, plugin: Plugin) -> Stream:
        """The rows that a plugin takes; where it names none, those before it, and perhaps others nobody names."""
        if plugin.inputs:
            missing = set(plugin.inputs) - {one.name for one in self.made}
            found = Stream.of(one.stream for one in self.made if one.name in plugin.inputs)
            self.made = tuple(
                replace(one, is_taken=one.is_taken or one.name in plugin.inputs) for one in self.made
            )
            if not missing:
                return found
            note = Note("unread.seatunnel_wire", plugin.location, (("plugin", plugin.name),))
            return found.noted(note) if missing < set(plugin.inputs) else self._before().doubted().noted(note)
        return self._before()

    def _before(self) -> Stream:
        if not self.made:
            return Stream()
        *others, last = self.made
        loose = [
            one
            for one in others
            if one.name is None and not one.is_taken and one.plugin.section == last.plugin.section
        ]
        stream = Stream.of((last.stream, *(one.stream.doubted() for one in loose)))
        taken = (last, *loose)
        self.made = tuple(replace(one, is_taken=True) if one in taken else one for one in self.made)
        return stream

    def idle(self) -> tuple[Note, ...]:
        """Says of every plugin with rows of somebody that no other takes them."""
        return tuple(
            Note("unread.seatunnel_loose", one.plugin.location, (("plugin", one.plugin.name),))
            for one in self.made
            if not one.is_taken and not all(table.is_made_up for table in one.stream.tables)
        )
