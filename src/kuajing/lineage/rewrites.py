"""Spellings that sqlglot cannot read, put into ones it can, character for character where offsets matter."""

import re

_REPLACE = re.compile(r"(\s*)REPLACE(?=\s+(?:LOW_PRIORITY\s+|DELAYED\s+)?INTO\b)", re.IGNORECASE)
_VIEW_OPTIONS = re.compile(
    r"(?P<head>\s*CREATE\s+(?:OR\s+REPLACE\s+)?)"
    r"(?P<options>(?:ALGORITHM\s*=\s*\w+\s+|DEFINER\s*=\s*(?:[`'\"]?[\w%.-]+[`'\"]?(?:\s*@\s*[`'\"]?[\w%.-]*[`'\"]?)?|CURRENT_USER(?:\(\))?)\s+"
    r"|SQL\s+SECURITY\s+\w+\s+|EDITIONABLE\s+|NONEDITIONABLE\s+|(?:NO\s+)?FORCE\s+)+)(?=VIEW\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S")


def readable(text: str) -> str:
    """The statement in a spelling sqlglot reads, every character at its place."""
    match = _REPLACE.match(text)
    if match:
        start = match.end(1)
        return text[:start] + "INSERT " + text[match.end() :]
    match = _VIEW_OPTIONS.match(text)
    if match:
        return match.group("head") + _WORD.sub(" ", match.group("options")) + text[match.end() :]
    return text
