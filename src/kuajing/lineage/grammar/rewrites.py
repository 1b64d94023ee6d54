"""Spellings that sqlglot cannot read, put into ones it can, character for character where offsets matter."""

import re

from kuajing.lineage.grammar.vendor_spellings import vendor_readable

_REPLACE = re.compile(r"(\s*)REPLACE(?=\s+(?:LOW_PRIORITY\s+|DELAYED\s+)?INTO\b)", re.IGNORECASE)
_MODIFIED = re.compile(r"\s*(?:INSERT|UPDATE|DELETE)\s+(?:LOW_|HIGH_|DELAYED|QUICK|IGNORE)", re.IGNORECASE)
_PRIORITY = re.compile(
    r"(?<=INSERT)\s+(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY)\b|(?<=UPDATE)(?:\s+(?:LOW_PRIORITY|IGNORE))+(?=\s)"
    r"|(?<=DELETE)(?:\s+(?:LOW_PRIORITY|QUICK|IGNORE))+(?=\s)",
    re.IGNORECASE,
)
_VIEW_OPTIONS = re.compile(
    r"(?P<head>\s*CREATE\s+(?:OR\s+REPLACE\s+)?)"
    r"(?P<options>(?:ALGORITHM\s*=\s*\w+\s+|DEFINER\s*=\s*(?:[`'\"]?[\w%.-]+[`'\"]?(?:\s*@\s*[`'\"]?[\w%.-]*[`'\"]?)?|CURRENT_USER(?:\(\))?)\s+"
    r"|SQL\s+SECURITY\s+\w+\s+|EDITIONABLE\s+|NONEDITIONABLE\s+|(?:NO\s+)?FORCE\s+)+)(?=VIEW\b)",
    re.IGNORECASE,
)
_INSERT = re.compile(r"\s*INSERT\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\bWITH\s+LABEL\s+(?!AS\b)[`\"]?[\w.-]+[`\"]?|(?<=\s)PROPERTIES\s*\([^()]*\)(?=\s*(?:\(|SELECT|WITH))"
    r"|\bTEMPORARY(?=\s+PARTITION)",
    re.IGNORECASE,
)
_DICTIONARY = re.compile(r"(?<=[\s,])dictionary(\s*\(\s*')([\w.]+)('\s*\))", re.IGNORECASE)
_MUTATION = re.compile(
    r"\s*ALTER(\s+TABLE\s+)([\w.`\"]+)(\s+(?:ON\s+CLUSTER\s+\S+\s+)?)UPDATE\b", re.IGNORECASE
)
_IN_PARTITION = re.compile(r"\bIN\s+PARTITION\s+(?:ID\s+)?(?:'[^']*'|\w+)(?=\s+WHERE\b)", re.IGNORECASE)
_LIMITS = re.compile(
    r"(\bLIMIT\s+\d+(?:\s*,\s*\d+|\s+OFFSET\s+\d+)?\s+BY\b(?:(?!\bSELECT\b|\bLIMIT\b)[^()]|\([^()]*\))*)"
    r"(\bLIMIT\s+\d+(?:\s*,\s*\d+|\s+OFFSET\s+\d+)?(?:\s+WITH\s+TIES)?)",
    re.IGNORECASE,
)
"""ClickHouse's LIMIT BY before a LIMIT of the whole, of which sqlglot reads one."""
_FILE = re.compile(r"(\b(?:FROM|JOIN)\s+|,\s*)FILE(?=\s*\(\s*[\"'])", re.IGNORECASE)
"""Doris's function of a file, which sqlglot takes for a keyword: it is read as the one of a URL."""
_SLICES = re.compile(
    r"@(?:incr|branch|tag)\s*\([^()]*\)|(?<=\s)(?:TABLET|PARTITIONS)\s*\([\w\s,`]*\)"
    r"|(?<=\s)SEPARATOR\s+(?:'[^']*'|\"[^\"]*\")(?=\s*\))"
    r"|(?<=\s)\[(?:_\w+_|shuffle|broadcast|bucket|colocate|unreorder|skew[^\]]*)\]",
    re.IGNORECASE,
)
"""Which slice of a table Doris and StarRocks read, how they join, and what stands between concatenated values."""
_KEY = re.compile(r"([,(]\s*)(KEY\s+[\w.]+)(?=\s*[),])", re.IGNORECASE)
"""Doris's name of a key to encrypt with, which is no column."""
_BULK = re.compile(r"(?<=OPENROWSET\()\s*BULK\b", re.IGNORECASE)
_WINDOWS = ("tumble", "hop", "cumulate", "session", "appends", "changes", "gap_fill")
_WINDOW_TABLE = re.compile(rf"(\b(?:{'|'.join(_WINDOWS)})\s*\()\s*(?:DATA\s*=>\s*)?TABLE\b", re.IGNORECASE)
_DESCRIPTOR = re.compile(r"\bDESCRIPTOR\s*\(\s*([\w`]+)\s*\)", re.IGNORECASE)
_WITHIN = re.compile(r"\bWITHIN\s+INTERVAL\s+'[^']*'\s+\w+", re.IGNORECASE)
_PATTERN = re.compile(r"\bMATCH_RECOGNIZE\b", re.IGNORECASE)
_COMPOUND = re.compile(r"(?<=[\w\]\s])[-+*/%&|^]=(?=\s)")
_TITLE = re.compile(r"\(\s*(?:TITLE|FORMAT|NAMED)\s+(?:'[^']*'|\w+)\s*\)", re.IGNORECASE)
_EQUALS = re.compile(r"(?<=[\w\])\"'] )EQ(?= ['\"\w(])", re.IGNORECASE)
_LIFECYCLE = re.compile(r"\bLIFECYCLE\s+\d+\b", re.IGNORECASE)
_UPDATE = re.compile(r"\s*UPDATE\b", re.IGNORECASE)
_WORD = re.compile(r"\S")


def _blanked(match: re.Match[str]) -> str:
    return _blanked_text(match.group())


def _blanked_text(text: str) -> str:
    return _WORD.sub(" ", text)


def _plain(text: str, grammar: str | None) -> str:
    """The statement without what only its own dialect says."""
    if grammar == "teradata":
        return _EQUALS.sub(" =", _TITLE.sub(_blanked, text))
    if grammar == "hive":
        return _LIFECYCLE.sub(_blanked, text) if "LIFECYCLE" in text.upper() else text
    if grammar == "clickhouse":
        match = _MUTATION.match(text)
        if match:
            text = f"{' ' * (match.start(1) - 6)}UPDATE{_blanked_text(match[1])}{match[2]}{_blanked_text(match[3])}SET   {text[match.end() :]}"
            text = _IN_PARTITION.sub(_blanked, text)
        text = _LIMITS.sub(lambda found: found[1] + _blanked_text(found[2]), text)
        return _DICTIONARY.sub(
            lambda found: f"{found[2]:>{found.end(2) - found.start()}}{_blanked_text(found[3])}", text
        )
    return _plain_doris(text) if grammar in {"doris", "starrocks"} else text


def _plain_doris(text: str) -> str:
    folded = text.upper()

    def says(*words: str) -> bool:
        return any(word in folded for word in words)

    if says("@", "TABLET", "PARTITIONS", "SEPARATOR", "["):
        text = _SLICES.sub(_blanked, text)
    if says("FILE"):
        text = _FILE.sub(r"\1URL_", text)
    if says("KEY"):
        text = _KEY.sub(lambda found: f"{found[1]}'{' ' * (len(found[2]) - 2)}'", text)
    is_labelled = says("LABEL", "PROPERTIES", "TEMPORARY") and _INSERT.match(text)
    return _LABEL.sub(_blanked, text) if is_labelled else text


def readable(text: str, grammar: str | None = None) -> str:
    """The statement in a spelling sqlglot reads, every character at its place."""
    text = vendor_readable(_plain(text, grammar), grammar)
    match = _REPLACE.match(text)
    if match:
        start = match.end(1)
        text = text[:start] + "INSERT " + text[match.end() :]
    if _MODIFIED.match(text):
        text = _PRIORITY.sub(_blanked, text)
    if match:
        return text
    if _UPDATE.match(text):
        text = _COMPOUND.sub(" =", text)
    text = _tables_readable(text)
    match = _VIEW_OPTIONS.match(text)
    if match:
        return match.group("head") + _WORD.sub(" ", match.group("options")) + text[match.end() :]
    return text


def _tables_readable(text: str) -> str:
    """What stands in FROM in a spelling sqlglot reads; to look for a word costs less than to look for a pattern."""
    folded = text.lower()
    if "match_recognize" in folded and _PATTERN.search(text):
        text = _WITHIN.sub(_blanked, text)
    if "openrowset(" in folded:
        text = _BULK.sub(_blanked, text)
    if "table" in folded and any(name in folded for name in _WINDOWS):
        text = _WINDOW_TABLE.sub(lambda found: found.group(1) + _blanked(found)[len(found.group(1)) :], text)
    if "descriptor" in folded:
        text = _DESCRIPTOR.sub(
            lambda found: " " * (len(found.group()) - len(found.group(1)) - 1) + found.group(1) + " ", text
        )
    return text
