"""The words of a shell command with where each stands, so that parts of them can be judged or taken out."""

import re
from dataclasses import dataclass

_PIECE = re.compile(
    r"""(?P<operator>&&|\|\|?|;|&>>?|[0-9]?>>?(?:&[0-9])?|<|&|\n)
    | (?P<word>(?:'[^']*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z)|\\.|[^\s'"\\|;&<>])+)""",
    re.VERBOSE | re.DOTALL,
)
_QUOTING = re.compile(r"""'([^']*)(?:'|\Z)|"((?:\\.|[^"\\])*)(?:"|\Z)|\\(.)""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ShellWord:
    """A word or an operator: its value without quotes, its text as written and where that begins."""

    value: str
    raw: str
    start: int
    is_operator: bool = False

    @property
    def end(self) -> int:
        """Where the word as written ends."""
        return self.start + len(self.raw)


def shell_words(command: str) -> list[ShellWord]:
    """The words and operators of a command, in order; nothing is expanded."""
    return [
        ShellWord(_unquoted(found.group()), found.group(), found.start(), found["operator"] is not None)
        for found in _PIECE.finditer(command)
    ]


def programs(words: list[ShellWord]) -> list[list[ShellWord]]:
    """The words of each program that a command runs: pipes, `;` and `&&` part them, redirections end with theirs."""
    found: list[list[ShellWord]] = [[]]
    is_target = False
    for word in words:
        if word.is_operator:
            is_target = ">" in word.raw or "<" in word.raw
            if not is_target:
                found.append([])
        elif is_target:
            is_target = False
        else:
            found[-1].append(word)
    return [part for part in found if part]


def _unquoted(raw: str) -> str:
    return _QUOTING.sub(lambda found: next((part for part in found.groups() if part is not None), ""), raw)
