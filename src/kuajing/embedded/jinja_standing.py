"""What stands in SQL for the call of a macro that nobody knows, so that the rest of it can be read."""

import re

from kuajing.embedded.jinja_tags import Tag

SIGNS_BEFORE = 400
"""How much of the text ahead of a call is looked at."""
BEFORE_TABLE = re.compile(r"\b(?:from|join|into|table|update)\s*$", re.IGNORECASE)
_COMMENT = re.compile(r"--[^\n]*+(?:\n|$)|/\*(?:[^*]|\*(?!/))*+\*/")
_BEFORE_QUERY = re.compile(r"(?:^|[(;]|\bas|\ball|\bunion|\breturn)\s*$", re.IGNORECASE)
_SKIPPED = re.compile(r"(?:\s++|--[^\n]*+|\{%[^%]*+%\}|\{#[^#]*+#\})*+")
_AFTER_QUERY = re.compile(
    r"$|[);]|(?:union|except|where|group|order|having|qualify|limit|join|left|inner)\b", re.IGNORECASE
)
_QUERY = re.compile(r"(?:with|select)\b", re.IGNORECASE)


def standing_for(text: str, tag: Tag, tables: tuple[str, ...], before: str) -> str | None:
    """A query where a query must stand, a table where a table must, nothing ahead of a query; None for the marker."""
    before = _code(before)
    if BEFORE_TABLE.search(before):
        return tables[0] if len(tables) == 1 else f"({_union(tables)})" if tables else None
    if not _BEFORE_QUERY.search(before):
        return None
    behind = _SKIPPED.match(text, tag.end)
    at = behind.end() if behind is not None else tag.end
    if _QUERY.match(text, at) and not before.strip():
        return ""
    return _union(tables or (text[tag.begin : tag.end],)) if _AFTER_QUERY.match(text, at) else None


def _code(before: str) -> str:
    """The text without comments; of one that was cut, from its first whole line on."""
    whole = before if len(before) < SIGNS_BEFORE else before[before.find("\n") + 1 :]
    return _COMMENT.sub(" ", whole)


def _union(tables: tuple[str, ...]) -> str:
    """A query over all that is in some tables."""
    return " union all ".join(f"select * from {table}" for table in tables)  # noqa: S608  it is read, not run
