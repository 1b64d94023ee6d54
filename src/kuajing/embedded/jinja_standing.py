"""What stands in SQL for the call of a macro that nobody knows, so that the rest of it can be read."""

import re

from kuajing.embedded.jinja_tags import Tag

_BEFORE_PART = re.compile(r"(?:\bwith|\)\s*,)\s*$", re.IGNORECASE)
_NEXT_PART = re.compile(r",(?:\s++|--[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+\w+\s+as\s*\(", re.IGNORECASE)
SIGNS_BEFORE = 240
"""How much of the text ahead of a call is looked at."""
_LONGEST_WORDS = 20
"""How much of the code decides."""
BEFORE_TABLE = re.compile(r"\b(?:from|join|into|table|update)\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"--[^\n]*+(?:\n|$)|/\*[^*]*+\*/")
_BEFORE_QUERY = re.compile(r"(?:^|[(;]|\bas|\ball|\bunion|\breturn)\s*$", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:\s++|--[^\n]*+|\{%[^%]*+%\}|\{#[^#]*+#\})*+")
_AFTER_QUERY = re.compile(
    r"$|[);]|(?:union|except|where|group|order|having|qualify|limit|join|left|inner)\b", re.IGNORECASE
)
_QUERY = re.compile(r"(?:with|select)\b", re.IGNORECASE)


def standing_for(  # noqa: PLR0911  one answer for each place
    text: str, tag: Tag, tables: tuple[str, ...], before: str
) -> str | None:
    """A query where a query must stand, a table where a table must, nothing ahead of a query; None for the marker.

    Ahead of the further parts of a WITH, the first ones stand.
    """
    before = _code(before)[-_LONGEST_WORDS:]
    if BEFORE_TABLE.search(before):
        return tables[0] if len(tables) == 1 else f"({union_of(tables)})" if tables else None
    behind = _SKIPPED.match(text, tag.end)
    at = behind.end() if behind is not None else tag.end
    if not before.strip():
        if _QUERY.match(text, at):
            return ""
        if _NEXT_PART.match(text, at):
            return f"with {_part(text, tag, tables)}"
        if text.startswith("{{", at):
            return union_of(tables or (text[tag.begin : tag.end],))
    if _NEXT_PART.match(text, at) and _BEFORE_PART.search(before):
        return _part(text, tag, tables)
    if not _BEFORE_QUERY.search(before) or not _AFTER_QUERY.match(text, at):
        return None
    return union_of(tables or (text[tag.begin : tag.end],))


def _part(text: str, tag: Tag, tables: tuple[str, ...]) -> str:
    """A part of a WITH that holds all that a call is given."""
    return f"macro_parts as ({union_of(tables or (text[tag.begin : tag.end],))})"


def _code(before: str) -> str:
    """The text without comments; of one that was cut, from its first whole line on."""
    whole = before if len(before) < SIGNS_BEFORE else before[before.find("\n") + 1 :]
    return _COMMENT.sub(" ", whole).rstrip() if "--" in whole or "/*" in whole else whole.rstrip()


def union_of(tables: tuple[str, ...]) -> str:
    """A query over all that is in some tables."""
    return " union all ".join(f"select * from {table}" for table in tables)  # noqa: S608  it is read, not run
