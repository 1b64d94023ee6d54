"""How names and texts stand in the file that is proposed."""

import json
import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*")
_YAML_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "unknown"})


def word(text: str) -> str:
    """A name as a key or value: bare where YAML takes it for nothing else."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _YAML_WORDS else quoted(text)


def quoted(text: str) -> str:
    """A text in quotes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85")


def one_line(text: str) -> str:
    """A text that cannot end the comment it stands in."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
