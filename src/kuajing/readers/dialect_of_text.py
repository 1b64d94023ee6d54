"""The dialect of SQL that no rule names, by what only one family of dialects writes."""

import re

_SIGNS = (
    ("spark", re.compile(r"\bUSING\s+(?:parquet|delta|orc|csv|json|iceberg)\b", re.IGNORECASE)),
    (
        "hive",
        re.compile(
            r"\bSTORED\s+AS\b|\bPARTITIONED\s+BY\b|\bLATERAL\s+VIEW\b|\bINSERT\s+OVERWRITE\b|\bROW\s+FORMAT\b",
            re.IGNORECASE,
        ),
    ),
    ("postgres", re.compile(r"\w::\s?[a-z_]\w*|\$\w*\$|\b(?:BIG|SMALL)?SERIAL\b", re.IGNORECASE)),
    ("mysql", re.compile(r"`\w[^`\n]*`|\bENGINE\s*=", re.IGNORECASE)),
)
_HIDDEN = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.|'')*'", re.DOTALL)


def dialect_of(text: str) -> str | None:
    """The dialect that the text shows, None where it shows none; comments and string literals show nothing."""
    bare = _HIDDEN.sub(" ", text)
    return next((dialect for dialect, sign in _SIGNS if sign.search(bare)), None)
