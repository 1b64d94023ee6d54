"""The first tokens of a text that may be SQL: enough to tell a statement from prose."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<blank>\s++|--[^\n]*+|\{%[^%]*+%\}|\{#[^#]*+#\})"
    r"|(?P<comment>/\*)"
    r"|(?P<quoted>'(?:[^'\\]|\\.|'')*'|\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`)"
    r"|(?P<marker>[$#]\{[^{}]*+\}|\$\[[^\[\]]*+\]|\{\{[^{}]*+\}\}|\{[\w.:]*+\}|%\(\w+\)s|%s|[@:$]\w+|\?)"
    r"|(?P<word>\w+(?:'\w+)?)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
MOST_TOKENS = 20_000


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a text: `kind` is quoted, marker, word or sign; `upper` is the word in upper case, else the sign."""

    kind: str
    text: str
    begin: int
    end: int

    @property
    def upper(self) -> str:
        """The token for a comparison with a keyword; nothing that is quoted is one."""
        return self.text.upper() if self.kind in {"word", "sign"} else ""

    @property
    def is_name(self) -> bool:
        """Whether the token may be a part of a name."""
        return self.kind in {"word", "marker"} or (self.kind == "quoted" and self.text[0] != "'")


def tokens(text: str, most: int = MOST_TOKENS) -> list[Token]:
    """The first tokens of a text without blanks and comments, up to a quote or comment that never closes."""
    found: list[Token] = []
    at = 0
    while len(found) < most and (match := _TOKEN.match(text, at)) is not None:
        kind, at = match.lastgroup or "sign", match.end()
        if kind == "comment":
            at = text.find("*/", at) + 2
            if at < 2:  # noqa: PLR2004  nothing was found
                break
        elif kind == "sign" and match.group() in {"'", '"', "`"}:
            break
        elif kind != "blank":
            found.append(Token(kind, match.group(), match.start(), at))
    return found
