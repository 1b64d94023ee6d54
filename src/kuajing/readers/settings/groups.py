"""Settings that belong together: those whose keys are the same but for their last words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kuajing.readers.settings.roles import Role, role_of
from kuajing.readers.settings.setting import Setting

_OFF = frozenset({"false", "no", "off", "0"})


@dataclass(frozen=True, slots=True)
class Group:
    """The settings of one store, by what they say of it; `words` are those that their keys share."""

    words: tuple[str, ...]
    parts: dict[Role, list[Setting]] = field(default_factory=dict)

    def first(self, role: Role) -> Setting | None:
        """The first setting of a role that is not blank."""
        return next((one for one in self.parts.get(role, ()) if one.text), None)

    def said(self, role: Role) -> str:
        """The text of that setting, empty where there is none."""
        found = self.first(role)
        return found.text if found is not None else ""

    @property
    def is_off(self) -> bool:
        """Whether a setting switches the store off."""
        return self.said(Role.ENABLED).lower() in _OFF


def grouped(settings: Iterable[Setting]) -> tuple[tuple[Group, ...], tuple[Setting, ...]]:
    """The groups in the order of their first setting, and the settings whose keys say nothing of their value."""
    found: dict[tuple[str, ...], Group] = {}
    others: list[Setting] = []
    for one in settings:
        role, words = role_of(one.words)
        if role is None:
            others.append(one)
        else:
            found.setdefault(words, Group(words)).parts.setdefault(role, []).append(one)
    return tuple(_with_names(group, found) for group in found.values()), tuple(others)


def _with_names(group: Group, found: dict[tuple[str, ...], Group]) -> Group:
    """`DB_NAME` names the database of `DB_HOST`, though its own last words are those of the database."""
    outer = found.get(group.words[:-1])
    if Role.DATABASE in group.parts or outer is None or group.words[-1:] not in {("db",), ("database",)}:
        return group
    named = [one for one in outer.parts.get(Role.DATABASE, ()) if one.words[-1] == "name"]
    return Group(group.words, group.parts | {Role.DATABASE: named}) if named else group
