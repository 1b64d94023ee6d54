"""What Maxwell is told, by the names of its options: in a file, or behind its name in a command."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.placeholders import fill_address
from kuajing.readers.settings.properties import properties_of
from kuajing.readers.settings.setting import Setting, setting
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar
from kuajing.source.shell_words import ShellWord, programs, shell_words
from kuajing.source.text import SourceText

_OPTION = re.compile(r"--(?P<name>[A-Za-z][\w.\-]*)(?:=(?P<value>.*))?", re.DOTALL)
_PROGRAM = re.compile(r"(?:.*/)?maxwell(?:[:@][\w.\-]+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """Options by name; what is left blank counts as not said."""

    by_name: Mapping[str, Setting]
    values: Mapping[str, str]
    location: Location

    def said(self, *names: str) -> str:
        """The text of the first of the options that has one, placeholders filled."""
        found = self._first(*names)
        return fill_address(found.text, self.values).strip() if found is not None else ""

    def place(self, *names: str) -> Location:
        """Where the first of the options stands, else all of them."""
        found = self._first(*names)
        return found.location if found is not None else self.location

    def _first(self, *names: str) -> Setting | None:
        return next((one for name in names if (one := self.by_name.get(name)) is not None and one.text), None)


def in_settings(text: SourceText, values: Mapping[str, str]) -> Told:
    """What a file of settings tells."""
    found = {one.name: one for document in properties_of(text.path, text.text) for one in document}
    return Told(found, values, Location(text.path))


def in_command(command: Scalar, values: Mapping[str, str]) -> Iterator[Told]:
    """What a command tells that another file gives as one text; all of it stands at the place of that text."""
    words = [word for word in shell_words(str(command.value)) if not word.is_operator]
    if any(word.value.startswith("--producer") for word in words):
        found = {name: setting(name, value, command.location) for name, value, _ in _options(words)}
        yield Told(found, values, command.location)


def in_commands(text: SourceText, values: Mapping[str, str]) -> Iterator[Told]:
    """What each command that starts Maxwell tells."""
    starts = (0, *(found.end() for found in re.finditer("\n", text.text)))

    def place(word: ShellWord) -> Location:
        line = sum(1 for start in starts if start <= word.start)
        return Location(text.path, line, word.start - starts[line - 1] + 1)

    for words in programs(_without_comments(text.text)):
        begins = [number for number, word in enumerate(words) if _PROGRAM.fullmatch(word.value.strip())]
        if begins and any(word.value.startswith("--producer") for word in words):
            options = _options(words[begins[0] + 1 :])
            found = {word[0]: setting(word[0], word[1], place(word[2])) for word in options}
            yield Told(found, values, place(words[begins[-1]]))


def _without_comments(text: str) -> list[ShellWord]:
    """The words of a script; what stands behind `#` at the beginning of a line is blank, places stay."""
    return shell_words(
        re.sub(r"^[ \t]*#[^\n]*", lambda found: " " * len(found.group()), text, flags=re.MULTILINE)
    )


def _options(words: list[ShellWord]) -> Iterator[tuple[str, str, ShellWord]]:
    """Each option with its value: behind an equals sign, or the next word."""
    kept = [word for word in words if word.value.strip()]
    for number, word in enumerate(kept):
        found = _OPTION.fullmatch(word.value.strip())
        if found is None:
            continue
        following = kept[number + 1].value.strip() if number + 1 < len(kept) else ""
        if found["value"] is not None:
            yield found["name"], found["value"], word
        elif not following.startswith("--"):
            yield found["name"], following.removeprefix("=").strip(), word
