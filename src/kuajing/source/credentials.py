"""Secrets in settings and statements: which names stand for one, and text with the values taken out."""

from kuajing.source.secret_names import is_secret_name
from kuajing.source.secret_spans import secret_spans

__all__ = ["is_secret_name", "without_credentials"]

_MASK = "***"


def without_credentials(text: str) -> str:
    """The text with each secret value replaced by `***`; names, hosts, ports and placeholders stay."""
    parts: list[str] = []
    end = 0
    for begin, following in secret_spans(text):
        parts += [text[end:begin], _MASK]
        end = following
    return "".join([*parts, text[end:]])
