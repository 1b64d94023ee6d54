"""Spellings of Oracle, T-SQL and Redshift that sqlglot cannot read, put into ones it can, sign for sign."""

import re

_CHANGED_ROW = re.compile(r":(?=(?:new|old)\s*\.)", re.IGNORECASE)
_BOUND = re.compile(r"(?<=[\s(,=<>|]):(\d+)\b")
_MERGE = re.compile(r"\s*MERGE\b", re.IGNORECASE)
_DELETE = re.compile(r"\bDELETE(\s+)WHERE\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(WHERE|SET|INSERT)\b", re.IGNORECASE)
_HINTED = re.compile(
    r"(\s*INSERT\s+)((?:TOP\s*\([^()]*\)\s*(?:PERCENT\s+)?)?)((?:INTO\s+)?[^\s()]+\s+)(WITH\s*\((?:[^()]|\([^()]*\))*\))",
    re.IGNORECASE,
)
_OPENED_OBJECT = re.compile(r"\bUNPIVOT(?=\s+\w+(?:\.\w+)+\s+AS\s)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?<=\s)AT\s+\w+(?=\s*(?:,|$|\)|\b(?:WHERE|JOIN|LEFT|GROUP|ORDER|ON)\b))", re.IGNORECASE
)
_QUOTED_LINK = re.compile(
    r"(?P<before>\b(?:FROM|JOIN|INTO|UPDATE|DELETE|USING)\s+|[,.(]\s*)(?P<open>\"?)(?P<table>[\w$#]+)(?P=open)@\"(?P<link>[^\"\n]*)\"",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\S")


def _blank(match: re.Match[str]) -> str:
    return _SIGN.sub(" ", match.group())


def vendor_readable(text: str, grammar: str | None) -> str:
    """The statement without the spellings of its vendor that sqlglot lacks, every other sign at its place."""
    if grammar == "oracle":
        text = _CHANGED_ROW.sub(" ", text) if ":" in text else text
        text = _QUOTED_LINK.sub(_with_link_inside, text) if '@"' in text else text
        text = _BOUND.sub(lambda found: "?" + " " * len(found[1]), text) if ":" in text else text
        return _with_deleting(text) if _MERGE.match(text) else text
    if grammar == "tsql":
        return _HINTED.sub(_without_hint, text, count=1)
    if grammar == "redshift":
        text = _COUNTED.sub(_blank, text) if " at " in text.lower() else text
        return _OPENED_OBJECT.sub(_blank, text)
    return text


def _with_link_inside(match: re.Match[str]) -> str:
    """`table@"link"` as one quoted name; what stands behind the slash of a user is no part of any link's name."""
    user, slash, _ = match["link"].partition("/")
    whole = f'{match["before"]}"{match["table"]}@{user}{slash and "/***"}"'
    return (
        whole.ljust(len(match.group())) if len(whole) <= len(match.group()) else whole.replace("/***", "/*")
    )


def _with_deleting(text: str) -> str:
    """MERGE whose UPDATE ... DELETE WHERE names the rows to go: one more condition of the update."""
    match = _DELETE.search(text)
    if match is None:
        return text
    before = [found.group(1).upper() for found in _CLAUSE.finditer(text, 0, match.start())]
    word = "AND" if before and before[-1] == "WHERE" else "WHERE"
    return text[: match.start()] + word.ljust(match.end() - match.start()) + text[match.end() :]


def _without_hint(match: re.Match[str]) -> str:
    """INSERT TOP (n) INTO table WITH (TABLOCK) without its count and its hint."""
    head, top, table, hint = match.groups()
    return head + _SIGN.sub(" ", top) + table + _SIGN.sub(" ", hint)
