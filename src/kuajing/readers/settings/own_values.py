"""The values that settings give each other, looked up one by one: a file of many documents asks each for few."""

from collections.abc import Iterable, Iterator, Mapping

from kuajing.readers.placeholders import fill_address
from kuajing.readers.settings.setting import Setting

_ROUNDS = 3
_LONGEST = 8192
_OPEN = "${"


class OwnValues(Mapping[str, str]):
    """What each name stands for: `${db.host}` is what `db.host` says.

    What somebody gave as a value wins, as what is set outside of a file does where the application runs. A value in which
    a placeholder stays open stands for nothing.
    """

    def __init__(self, settings: Iterable[Setting], given: Mapping[str, str]) -> None:
        self._given = given
        self._own = _texts(settings)
        self._beneath: Mapping[str, str] = {}
        self._filled: dict[tuple[str, int], str | None] = {}

    def with_settings(self, settings: Iterable[Setting]) -> "OwnValues":
        """The values where these settings are said as well, after the others; they cost what they are, not what all are."""
        said = _texts(settings)
        if all(self._text(name) == text for name, text in said.items()):
            return self
        other = OwnValues((), self._given)
        other._own, other._beneath = said, self._own
        return other

    def __getitem__(self, name: str) -> str:
        """What a name stands for."""
        value = self._at(name, _ROUNDS)
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        """The names that stand for something."""
        every = dict.fromkeys((*self._given, *self._beneath, *self._own))
        return (name for name in every if self._at(name, _ROUNDS) is not None)

    def __len__(self) -> int:
        """How many names stand for something."""
        return sum(1 for _ in self)

    def _text(self, name: str) -> str | None:
        own = self._own.get(name)
        return own if own is not None else self._beneath.get(name)

    def _at(self, name: str, rounds: int) -> str | None:
        """What a name stands for after so many rounds of filling."""
        if name in self._given:
            return self._given[name]
        text = self._after(name, rounds)
        return text if text is not None and _OPEN not in text else None

    def _after(self, name: str, rounds: int) -> str | None:
        text = self._text(name)
        if text is None or _OPEN not in text or rounds == 0:
            return text
        if (name, rounds) not in self._filled:
            before = self._after(name, rounds - 1)
            if before is not None and _OPEN in before:
                before = fill_address(before, _Round(self, rounds - 1))[:_LONGEST]
            self._filled[name, rounds] = before
        return self._filled[name, rounds]


class _Round(Mapping[str, str]):
    """The values as they are after so many rounds."""

    def __init__(self, values: OwnValues, rounds: int) -> None:
        self._values = values
        self._rounds = rounds

    def __getitem__(self, name: str) -> str:
        value = self._values._at(name, self._rounds)  # noqa: SLF001  a view of it
        if value is None:
            raise KeyError(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._values)

    def __len__(self) -> int:
        return len(self._values)


def _texts(settings: Iterable[Setting]) -> dict[str, str]:
    return {one.name: one.text for one in settings if one.text}
