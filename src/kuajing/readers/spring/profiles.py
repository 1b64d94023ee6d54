"""The documents of a file of settings, each with the profile that it is for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuajing.readers.settings.setting import Setting, setting

_PROFILE_KEYS = frozenset(
    {"spring.config.activate.on-profile", "spring.config.activate.onprofile", "spring.profiles"}
)
_SHOWN = re.compile(r"[\w.\-!&|(), ]{1,100}")
_QUARKUS = re.compile(r"\"?%(?P<profile>[\w,\-]+)\"?\.(?P<name>.+)")
_SAFE_NAME = re.compile(r"[\w.\-]{1,80}")
_NAMES = ("spring.application.name", "quarkus.application.name", "dubbo.application.name")


@dataclass(frozen=True, slots=True)
class Part:
    """Settings that hold together under one profile; an empty profile is no profile."""

    profile: str
    settings: tuple[Setting, ...]


def parts_of(documents: Iterable[tuple[Setting, ...]], profile: str) -> Iterator[Part]:
    """The parts of a file: its documents, and in them the keys that Quarkus gives a profile of their own."""
    for document in documents:
        said = next((one.text for one in document if one.name.lower() in _PROFILE_KEYS and one.text), "")
        # A document of a file for one profile holds only where its own profile is active as well.
        own = " & ".join(one for one in (profile, said if _SHOWN.fullmatch(said) else "") if one)
        apart: dict[str, list[Setting]] = defaultdict(list)
        for one in document:
            found = _QUARKUS.fullmatch(one.name)
            if found is None:
                apart[own].append(one)
            else:
                apart[found["profile"]].append(setting(found["name"], one.text, one.location))
        for name, settings in apart.items():
            yield Part(name, tuple(settings))


def application_named(documents: Iterable[tuple[Setting, ...]], module: str) -> str:
    """The name that the settings give the application, else that of its module."""
    found = (one.text for document in documents for one in document if one.name in _NAMES)
    return next((name for name in found if _SAFE_NAME.fullmatch(name)), module)
