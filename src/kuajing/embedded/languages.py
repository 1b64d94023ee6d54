"""Which language a text is in, by its own shape or by the word that names it."""

import re

from kuajing.embedded.statement_shape import is_statement

_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"\n]+\"\s*:")
_DIALECTS = {
    "bigquery": "bigquery", "clickhouse": "clickhouse", "databricks": "databricks", "doris": "doris",
    "duckdb": "duckdb", "flink": "flink", "flinksql": "flink", "hive": "hive", "hiveql": "hive", "hql": "hive",
    "impala": "impala", "maxcompute": "maxcompute", "mysql": "mysql", "odps": "odps", "oracle": "oracle",
    "pgsql": "postgres", "plpgsql": "postgres", "plsql": "oracle", "postgres": "postgres", "postgresql": "postgres",
    "presto": "presto", "redshift": "redshift", "snowflake": "snowflake", "spark": "spark", "sparksql": "spark",
    "sqlite": "sqlite", "sqlite3": "sqlite", "sqlserver": "tsql", "starrocks": "starrocks", "trino": "trino",
    "tsql": "tsql",
}  # fmt: skip
_LANGUAGES = {
    "bash": "shell", "conf": "conf", "console": "shell", "hocon": "conf", "ini": "properties", "ipython": "python",
    "js": "javascript", "json": "json", "json5": "json", "jsonc": "json", "ksh": "shell", "properties": "properties",
    "py": "python", "python": "python", "python3": "python", "sh": "shell", "shell": "shell", "toml": "toml",
    "xml": "xml", "yaml": "yaml", "yml": "yaml", "zsh": "shell",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """`sql` or `json` where the text shows that it is, else None."""
    if is_statement(text):
        return "sql"
    return "json" if _JSON.match(text) else None


def named_language(word: str) -> tuple[str, str | None]:
    """The language and dialect that the word of a code fence names; an unknown word names itself."""
    word = word.lower().strip("{}.")
    bare = re.sub(r"[-_ ]", "", word)
    if bare == "sql":
        return "sql", None
    dialect = _DIALECTS.get(bare) or _DIALECTS.get(bare.removesuffix("sql"))
    if dialect is not None:
        return "sql", dialect
    return _LANGUAGES.get(bare, bare or "text"), None
