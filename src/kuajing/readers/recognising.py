"""Which reader a text is for: the first that recognises it."""

from collections.abc import Iterable

from kuajing.readers import READERS
from kuajing.readers.remembering import RememberedFacts
from kuajing.readers.seams import Reader


def reader_of(
    path: str, text: str, remembered: RememberedFacts | None = None, readers: Iterable[Reader] = READERS
) -> Reader | None:
    """The first reader that recognises a text, None where none does; `remembered` are answers of earlier runs."""
    for reader in readers:
        is_of = reader.recognises(path, text) if remembered is None else remembered.is_of(reader, path, text)
        if is_of:
            return reader
    return None
