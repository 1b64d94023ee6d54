"""What readers make of all their texts at once, made when the first of them is asked for."""

from collections.abc import Callable, Iterator, Mapping

from kuajing.model.facts import Fact
from kuajing.readers.catalogue import Catalogue

Say = Callable[[Catalogue], Iterator[Fact]]


class MadeTogether(Mapping[str, Say]):
    """By the path of each text a function from the shapes to its movements; nothing is read before one is asked for."""

    def __init__(self, make: Callable[[], Mapping[str, Say]]) -> None:
        self._make = make
        self._made: Mapping[str, Say] | None = None

    def __getitem__(self, path: str) -> Say:
        """What a text says."""
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        """The paths of the texts."""
        return iter(self._all())

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._all())

    def _all(self) -> Mapping[str, Say]:
        if self._made is None:
            self._made = self._make()
        return self._made
