"""How much a document may cost: depth, nodes, aliases and merges, counted before anything is built."""

from kuajing.source.location import Location

DEEPEST = 64
MOST_NODES = 500_000
MOST_EXPANDED = 1_000_000
MOST_MERGED = 10_000


class TooMuch(Exception):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """A limit is passed; `message` is a key of `kuajing.messages`."""

    def __init__(self, location: Location, message: str, limit: int) -> None:
        super().__init__(message)
        self.location = location
        self.message = message
        self.limit = limit


class Guard:
    """Counts what the events so far amount to; every method raises TooMuch past its limit."""

    def __init__(self) -> None:
        self._nodes = 0
        self._expanded = 0
        self._merged = 0

    def node(self, location: Location) -> None:
        """One more node."""
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooMuch(location, "input_errors.too_many_values", MOST_NODES)

    def depth(self, location: Location, depth: int) -> None:
        """A collection, or the contents of an alias, at this depth."""
        if depth > DEEPEST:
            raise TooMuch(location, "input_errors.too_deep", DEEPEST)

    def alias(self, location: Location, weight: int) -> None:
        """An alias that stands for `weight` nodes."""
        self._expanded += weight
        if self._expanded > MOST_EXPANDED:
            raise TooMuch(location, "input_errors.yaml_aliases", MOST_EXPANDED)

    def merge(self, location: Location, entries: int) -> None:
        """A merge key that brings in so many entries."""
        self._merged += entries
        if self._merged > MOST_MERGED:
            raise TooMuch(location, "input_errors.yaml_merges", MOST_MERGED)
