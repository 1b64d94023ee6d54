"""What the engine must know of each SQL dialect before sqlglot reads it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a dialect quotes, comments and resolves names; `grammar` is the sqlglot dialect nearest to it.

    `lateral_aliases` where an alias may be used by later projections, `partition_columns` where PARTITION names
    columns, `pipes` where `|>` joins the steps of a query, `pivot_statements` where PIVOT is a query, `dotted_quotes`
    where one pair of quotes may hold database and table, `struct_columns` where a dotted name may be a field of a
    column, `row_values` where the name of a table may stand for its whole row, `where_aliases` where WHERE sees
    aliases, `positional_columns` where `$1` is one, `column_patterns` where a name
    in backquotes may be a pattern of names. `link_engine` is what is at the far end of `table@link` when nobody
    says; empty where there are no such names. `second_grammar` is that of a second mode.
    """

    name: str
    grammar: str | None
    backslash_escapes: bool = False
    double_quoted_strings: bool = False
    hash_comments: bool = False
    slash_comments: bool = False
    dollar_quotes: bool = False
    bracket_quotes: bool = False
    conditional_comments: bool = False
    triple_quotes: bool = False
    lateral_aliases: bool = False
    partition_columns: bool = False
    dotted_quotes: bool = False
    struct_columns: bool = True
    row_values: bool = True
    where_aliases: bool = False
    column_patterns: bool = False
    second_grammar: str | None = None
    positional_columns: bool = False
    implicit_recursion: bool = False
    block_declarations: bool = False
    batch_separator: bool = False
    pipes: bool = False
    pivot_statements: bool = False
    link_engine: str = ""

    @property
    def nested_comments(self) -> bool:
        """Whether a block comment may hold another one."""
        return self.dollar_quotes or self.bracket_quotes


def _mysql(name: str, grammar: str = "mysql") -> Dialect:
    return Dialect(
        name,
        grammar,
        backslash_escapes=True,
        double_quoted_strings=True,
        hash_comments=True,
        conditional_comments=True,
        struct_columns=grammar != "mysql",
        row_values=False,
    )


def _hive(name: str, grammar: str, *, lateral_aliases: bool = False) -> Dialect:
    return Dialect(
        name,
        grammar,
        backslash_escapes=True,
        double_quoted_strings=True,
        lateral_aliases=lateral_aliases,
        pipes=lateral_aliases,
        partition_columns=True,
        dotted_quotes=grammar != "flink",
        row_values=False,
        column_patterns=name not in {"flink", "impala"},
    )


def _postgres(name: str, *, link_engine: str = "") -> Dialect:
    return Dialect(name, "postgres", dollar_quotes=True, struct_columns=False, link_engine=link_engine)


def _oracle(name: str) -> Dialect:
    return Dialect(
        name,
        "oracle",
        implicit_recursion=True,
        block_declarations=True,
        struct_columns=False,
        link_engine=name,
    )


def _tsql(name: str) -> Dialect:
    return Dialect(
        name,
        "tsql",
        bracket_quotes=True,
        implicit_recursion=True,
        batch_separator=True,
        struct_columns=False,
        row_values=False,
    )


_GENERIC = Dialect("generic", None)
_DIALECTS = {
    dialect.name: dialect
    for dialect in (
        _mysql("mysql"),
        _mysql("mariadb"),
        _mysql("tidb"),
        replace(_mysql("oceanbase"), second_grammar="oracle", link_engine="oceanbase"),
        _mysql("polardb"),
        _mysql("doris", "doris"),
        _mysql("starrocks", "starrocks"),
        _hive("hive", "hive"),
        _hive("impala", "hive"),
        _hive("maxcompute", "hive"),
        _hive("odps", "hive"),
        _hive("spark", "spark", lateral_aliases=True),
        _hive("sparksql", "spark", lateral_aliases=True),
        _hive("databricks", "databricks", lateral_aliases=True),
        _hive("flink", "flink"),
        _postgres("postgres"),
        _postgres("postgresql"),
        _postgres("greenplum"),
        _postgres("gaussdb", link_engine="gaussdb"),
        _postgres("opengauss", link_engine="opengauss"),
        _postgres("kingbase", link_engine="kingbase"),
        _postgres("hologres"),
        _postgres("vertica"),
        Dialect(
            "redshift",
            "redshift",
            backslash_escapes=True,
            dollar_quotes=True,
            lateral_aliases=True,
        ),
        _oracle("oracle"),
        _oracle("dameng"),
        _tsql("tsql"),
        _tsql("mssql"),
        _tsql("sqlserver"),
        Dialect(
            "snowflake",
            "snowflake",
            backslash_escapes=True,
            slash_comments=True,
            dollar_quotes=True,
            lateral_aliases=True,
            positional_columns=True,
            implicit_recursion=True,
        ),
        Dialect(
            "bigquery",
            "bigquery",
            backslash_escapes=True,
            double_quoted_strings=True,
            hash_comments=True,
            triple_quotes=True,
            pipes=True,
        ),
        Dialect(
            "clickhouse",
            "clickhouse",
            backslash_escapes=True,
            hash_comments=True,
            lateral_aliases=True,
            row_values=False,
            where_aliases=True,
        ),
        Dialect("duckdb", "duckdb", dollar_quotes=True, lateral_aliases=True, pivot_statements=True),
        Dialect("trino", "trino"),
        Dialect("presto", "presto"),
        Dialect("athena", "athena"),
        Dialect("teradata", "teradata", lateral_aliases=True, implicit_recursion=True),
        Dialect("sqlite", "sqlite"),
        _GENERIC,
    )
}


def dialect_named(name: str | None) -> Dialect:
    """The dialect under a name, case apart; what nobody knows is read as plain SQL."""
    return _DIALECTS.get((name or "generic").lower(), _GENERIC)


def is_known(name: str | None) -> bool:
    """Whether the engine has a dialect of this name; no name at all counts as plain SQL."""
    return name is None or name.lower() in _DIALECTS


def dialect_names() -> tuple[str, ...]:
    """All names a dialect may be asked for by, sorted."""
    return tuple(sorted(_DIALECTS))
