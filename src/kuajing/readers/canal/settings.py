"""The settings of one file of Canal's by name, with values in their placeholders."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.placeholders import fill_address
from kuajing.readers.settings.documents import Document, Fault, documents_of
from kuajing.readers.settings.properties import properties_of
from kuajing.readers.settings.setting import Setting, joined, settings_in
from kuajing.readers.settings.uses import with_own_values
from kuajing.source.location import Location
from kuajing.source.text import SourceText

_INDEX = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings by name; what a file leaves blank counts as not said."""

    path: str
    by_name: Mapping[str, Setting]
    values: Mapping[str, str]

    @property
    def folder(self) -> str:
        """The folder that holds the file."""
        return self.path.rpartition("/")[0]

    def said(self, *names: str) -> str:
        """The text under the first of the names that has one, placeholders filled."""
        found = self.first(*names)
        return fill_address(found.text, self.values).strip() if found is not None else ""

    def first(self, *names: str) -> Setting | None:
        """The first of the names that is said, for its place."""
        return next((one for name in names if (one := self.by_name.get(name)) is not None and one.text), None)

    def place(self, *names: str) -> Location:
        """Where the first of the names stands, else the file."""
        found = self.first(*names)
        return found.location if found is not None else Location(self.path)

    def over(self, others: "Settings") -> "Settings":
        """These settings, with others for what they leave out."""
        kept = {name: one for name, one in self.by_name.items() if one.text or name not in others.by_name}
        return Settings(self.path, {**others.by_name, **kept}, {**others.values, **self.values})


def settings_of(text: SourceText, values: Mapping[str, str]) -> Settings | Fault:
    """The settings of a text; where a document of it cannot be read, that place."""
    found: dict[str, Setting] = {}
    for document in _documents(text):
        if isinstance(document, Fault):
            return document
        found |= {_INDEX.sub(r".\1", one.name): one for one in document}
    return Settings(text.path, found, with_own_values(found.values(), values))


def _documents(text: SourceText) -> Iterator[tuple[Setting, ...] | Fault]:
    if ".properties" in text.path.lower().rpartition("/")[2]:
        yield from properties_of(text.path, text.text)
        return
    for found in documents_of(text.path, text.text):
        yield joined(settings_in(found.node)) if isinstance(found, Document) else found
