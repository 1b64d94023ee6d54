"""A catalogue that notes what a reader looks up in it, and what stood behind that as one digest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from kuajing.model.facts import DatasetMention
from kuajing.readers.catalogue import Catalogue, Columns, Path

COLUMNS, SCHEMA = "columns", "schema"
"""How something is looked up: the columns of one dataset, or all that SQL at a place may name."""

_DIGEST = 20


@dataclass(frozen=True, slots=True)
class Recorded(Catalogue):
    """The catalogue, with all that was looked up in it in order."""

    asked: dict[tuple[str, DatasetMention], None] = field(default_factory=dict)

    def columns(self, mention: DatasetMention) -> Columns | None:
        """As the catalogue says."""
        self.asked[COLUMNS, mention] = None
        return Catalogue.columns(self, mention)

    def schema_for(self, mention: DatasetMention, text: str) -> Mapping[Path, Columns]:
        """As the catalogue says."""
        self.asked[SCHEMA, mention] = None
        return Catalogue.schema_for(self, mention, text)


class Behind:
    """What stands behind lookups in one catalogue.

    Which words SQL holds is kept nowhere, as some may be secret: what it looked up is all that is known at its place.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._at: dict[str, bytes] = {}

    def digest(self, asked: Iterable[tuple[str, DatasetMention]]) -> bytes:
        """One digest over all answers; empty where nothing was looked up."""
        said = [self._said(how, mention) for how, mention in asked]
        return blake2b(b"\0".join(said), digest_size=_DIGEST).digest() if said else b""

    def _said(self, how: str, mention: DatasetMention) -> bytes:
        if how == COLUMNS:
            return repr(self.catalogue.columns(mention)).encode()
        place = self.catalogue.place(mention)
        found = self._at.get(place)
        if found is None:
            found = self._at[place] = self._all_at(place)
        return found

    def _all_at(self, place: str) -> bytes:
        """A digest of all tables that SQL at a place may name."""
        digest = blake2b(digest_size=_DIGEST)
        for other in ("", place) if place else sorted(self.catalogue.places):
            if other in self.catalogue.places:
                digest.update(repr((other, sorted(self.catalogue.places[other].whole.items()))).encode())
        return digest.digest()
