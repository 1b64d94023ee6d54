"""Placeholders inside an address: covered by one sign each while the rest is read, uncovered at the end."""

import re
from dataclasses import dataclass

_FORMS = re.compile(
    r"\$\{[^{}]*\}"  # shell, Spring, DataX, SeaTunnel, HOCON, Terraform
    r"|\{\{[^{}]*\}\}"  # Jinja, Helm
    r"|#\{[^{}]*\}"  # Spring expressions
    r"|\$\([^()]*\)"  # Kubernetes, Flink
    r"|\$[A-Za-z_][A-Za-z0-9_]*"
    r"|%\([A-Za-z0-9_]+\)s"
    r"|<[A-Za-z_](?:[A-Za-z0-9_ .-]|:\d)*>"
    r"|(?<![\w.])@[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*@(?![\w])"  # Maven
)
_FIRST = 0xE000
_MOST = 64
_COVER = re.compile("[\ue000-\ue03f]")
_DEFAULT = re.compile(r"\$\{\??([A-Za-z_][A-Za-z0-9_.\-]*)(?::-|:=|-|:)([^{}]*)\}")
_ROUNDS = 3
ASKED = frozenset(
    {
        *(
            "conf",
            "configmaps",
            "coord",
            "directory",
            "env",
            "file",
            "fs",
            "param",
            "secret",
            "secretManager",
        ),
        *("secrets", "secretsManager", "secretsmanager", "spark", "ssm", "strimzienv", "sys", "vault", "wf"),
    }
)
"""What stands before the colon of `${file:/path:key}` and its like: a place to ask, not a name with a default."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: its text without a default, and the default written inside it."""

    text: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Covered:
    """A text whose placeholders are covered by one private sign each."""

    text: str
    placeholders: tuple[Placeholder, ...]

    def uncover(self, text: str) -> str:
        """A piece of the covered text with its placeholders shown, without their defaults."""
        return _COVER.sub(lambda found: self._at(found.group()).text, text)

    def alone(self, text: str) -> Placeholder | None:
        """The placeholder that a piece of the covered text wholly consists of."""
        return self._at(text) if _COVER.fullmatch(text) else None

    def within(self, text: str) -> Placeholder | None:
        """The first placeholder in a piece of the covered text."""
        found = _COVER.search(text)
        return self._at(found.group()) if found else None

    def _at(self, sign: str) -> Placeholder:
        return self.placeholders[ord(sign) - _FIRST]


def cover(text: str) -> Covered:
    """The text with every placeholder covered; those nested in a default (`${A:${B}}`) belong to the outer one."""
    text = _COVER.sub("", text)
    found: list[Placeholder] = []

    def hide(match: re.Match[str]) -> str:
        if len(found) == _MOST:
            return match.group()
        inside = _COVER.sub(lambda sign: found[ord(sign.group()) - _FIRST].text, match.group())
        found.append(_read(inside))
        return chr(_FIRST + len(found) - 1)

    for _ in range(_ROUNDS):
        covered = _FORMS.sub(hide, text)
        if covered == text:
            break
        text = covered
    return Covered(text, tuple(found))


def _read(text: str) -> Placeholder:
    with_default = _DEFAULT.fullmatch(text)
    if with_default and with_default.group(1) not in ASKED:
        return Placeholder(f"${{{with_default.group(1)}}}", with_default.group(2))
    if re.fullmatch(r"\$[A-Za-z_][A-Za-z0-9_]*", text):
        return Placeholder(f"${{{text[1:]}}}", None)
    return Placeholder("".join(text.split()), None)
