"""The dialect of SQL that no rule names, by what only one family of dialects writes."""

import re


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


_IN_STRINGS = (
    ("flink", _sign(r"'connector'\s*=\s*'|\bEXECUTE\s+(?:STATEMENT\s+SET|CDCSOURCE)\b")),
    ("mysql", _sign(r"^[ \t]*DELIMITER[ \t]+\S")),
)
"""Signs that may hold a string, or stand on lines of their own."""
_SIGNS = (
    ("spark", _sign(r"\bUSING\s+(?:parquet|delta|orc|csv|json|iceberg)\b")),
    ("clickhouse", _sign(r"\bENGINE\s*=\s*\w*MergeTree\b")),
    ("doris", _sign(r"\bDISTRIBUTED\s+BY\s+HASH\s*\([^)]*\)\s*BUCKETS\b")),
    (
        "hive",
        _sign(
            r"\bSTORED\s+AS\b|\bPARTITIONED\s+BY\b|\bLATERAL\s+VIEW\b|\bINSERT\s+OVERWRITE\b|\bROW\s+FORMAT\b"
        ),
    ),
    (
        "oracle",
        _sign(
            r"\bN?VARCHAR2\b|\bPLS_INTEGER\b|%(?:ROW)?TYPE\b|\bDBMS_\w+|\bFROM\s+DUAL\b|^[ \t]*SPOOL\s"
            r"|\b(?:FROM|JOIN|INTO|UPDATE)\s+[\w$.]+@\w"
        ),
    ),
    (
        "tsql",
        _sign(
            r"^[ \t]*GO[ \t]*\r?$|\[\w+\]\.\[|\b(?:FROM|JOIN|INTO|TABLE)\s+##?\w|\bDECLARE\s+@\w|\bsp_executesql\b"
            r"|\bOPEN(?:QUERY|ROWSET|DATASOURCE)\s*\("
        ),
    ),
    ("snowflake", _sign(r"\bCOPY\s+INTO\s+@|\bFROM\s+@\w|\bCREATE\s+(?:OR\s+REPLACE\s+)?STAGE\b|\w:\w+::\w")),
    ("bigquery", _sign(r"`[\w-]+\.\w+\.[\w*]+`|\bEXPORT\s+DATA\s+(?:WITH|OPTIONS)\b|\bSAFE_CAST\s*\(")),
    ("trino", _sign(r"\bWITH\s*\(\s*(?:format|external_location|partitioned_by)\s*=|\bCAST\s*\(\s*ROW\s*\(")),
    ("postgres", _sign(r"\w::\s?[a-z_]\w*|\$\w*\$|\b(?:BIG|SMALL)?SERIAL\b")),
    ("mysql", _sign(r"`\w[^`\n]*`|\bENGINE\s*=")),
)
_HIDDEN = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.|'')*'", re.DOTALL)


def dialect_of(text: str) -> str | None:
    """The dialect that the text shows, None where it shows none; comments show nothing, string literals little."""
    shown = next((dialect for dialect, sign in _IN_STRINGS if sign.search(text)), None)
    if shown is not None:
        return shown
    bare = _HIDDEN.sub(" ", text)
    return next((dialect for dialect, sign in _SIGNS if sign.search(bare)), None)
