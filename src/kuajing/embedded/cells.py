"""Cells of notebooks: which language each is in, and the blocks that stand in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kuajing.embedded.block import Draft, Drafts, Note
from kuajing.embedded.languages import language_of, named_language
from kuajing.embedded.markers import clause_notes
from kuajing.embedded.placed import Placed
from kuajing.embedded.python_code import literal_drafts, python_drafts
from kuajing.embedded.shell import shell_drafts
from kuajing.embedded.statement_shape import is_statement
from kuajing.embedded.within import through

_MAGIC = re.compile(
    r"(?:\s*#(?!!)[^\n]*\n)*\s*(?P<percent>%%?)(?P<word>[\w.]+)(?:\((?P<argument>[^()\n]*)\))?(?P<rest>[^\n]*)(?:\n|$)"
)
_LINE_MAGIC = re.compile(
    r"^(?P<lead>[ \t]*+(?:[\w, \[\]'\"]+=[ \t]*)?)%(?P<word>sql|bigquery|sparksql|hive)[ \t]+(?P<sql>[^\n]+)$",
    re.MULTILINE,
)
_NOT_PYTHON = re.compile(r"^[ \t]*+(?:[\w, ]+=[ \t]*)?[%!]|^[ \t]*+\?|\?[ \t]*$", re.MULTILINE)
_DIALECTS = {
    "bigquery": "bigquery", "bq": "bigquery", "sparksql": "spark", "spark.sql": "spark", "hive": "hive",
    "flink.ssql": "flink", "flink.bsql": "flink", "ssql": "flink", "bsql": "flink", "mysql": "mysql", "psql": "postgres",
    "postgres": "postgres", "presto": "presto", "trino": "trino", "clickhouse": "clickhouse", "impala": "impala",
    "athena": "athena", "redshift": "redshift", "snowflake": "snowflake", "duckdb": "duckdb", "sql": None, "jdbc": None,
    "spark_sql": "spark", "oracle": "oracle", "phoenix": None,
}  # fmt: skip
_PYTHON = frozenset(
    {
        "python",
        "python2",
        "python3",
        "ipython",
        "pyspark",
        "spark.pyspark",
        "spark.ipyspark",
        "ipyspark",
        "flink.pyflink",
    }
    | {"flink.ipyflink", "pyflink", "py", "python.ipython"}
)
_SHELLS = frozenset({"bash", "sh", "shell", "script", "system", "sx"})
_JVM = frozenset({"scala", "java", "kotlin", "spark.spark", "flink", "r", "sparkr", "spark.r", "spark.scala"})
_TEXTS = frozenset(
    {"md", "markdown", "html", "latex", "writefile", "javascript", "js", "angular", "run", "fs", "pip"}
)
_SQL_WORD = re.compile(
    r"[ \t]*(?:select|insert|with|create|merge|update|delete|drop|alter|set|use|show|describe|explain|copy|truncate)\b",
    re.IGNORECASE,
)


def cell_drafts(cell: Placed, language: str, name: str, *, has_single_magics: bool) -> Drafts:
    """The blocks of a cell in whose notebook `language` is spoken; a magic on its first line says another one."""
    magic = _MAGIC.match(cell.text)
    if magic is not None and (has_single_magics or magic["percent"] == "%%" or _is_alone(cell.text, magic)):
        word = magic["word"].lower()
        begin = magic.start("rest") if _SQL_WORD.match(magic["rest"]) else magic.end()
        return _in_language(
            cell.part(begin, len(cell.text)), _language(word, language), name, word, magic["argument"]
        )
    return _in_language(cell, language, name, language, None)


def _is_alone(text: str, magic: re.Match[str]) -> bool:
    """Whether a line magic speaks for all of its cell: no line but its own holds anything, or its own holds nothing."""
    is_sql = magic["word"].lower() in _DIALECTS
    return is_sql and (not text[magic.end() :].strip() or not magic["rest"].strip())


def _language(word: str, default: str) -> str:
    if word in _DIALECTS or word.endswith((".sql", "sql")):
        return "sql"
    if word in _SHELLS:
        return "shell"
    if word in _TEXTS:
        return "text"
    if word in _PYTHON:
        return "python"
    return "scala" if word in _JVM or word == "spark" else default


def _in_language(cell: Placed, language: str, name: str, word: str, argument: str | None) -> Drafts:
    if language == "sql":
        dialect = _DIALECTS.get(word) or _DIALECTS.get((argument or "").lower()) or named_language(word)[1]
        return Drafts(tuple(_sql(cell, dialect, name)))
    if language == "shell":
        return _nested(shell_drafts, cell, name)
    if language == "text":
        return Drafts()
    if language in _PYTHON:
        return _python(cell, name)
    return _nested(literal_drafts, cell, name)


def _sql(cell: Placed, dialect: str | None, name: str) -> Iterator[Draft]:
    placed = cell.stripped()
    if placed.text:
        yield Draft("sql", placed, dialect, name, notes=clause_notes(placed))


def _python(cell: Placed, name: str) -> Drafts:
    """A cell of Python: what only a notebook understands is passed over, the SQL of its line magics is taken."""
    if is_statement(cell.text):
        return Drafts(tuple(_sql(cell, None, name)))
    found = [
        draft
        for magic in _LINE_MAGIC.finditer(cell.text)
        if language_of(magic["sql"].strip("\"' ")) == "sql"
        for draft in _sql(cell.part(magic.start("sql"), magic.end("sql")), _DIALECTS.get(magic["word"]), name)
    ]
    bare = _NOT_PYTHON.sub(_as_comment, cell.text)
    nested = _nested(python_drafts, Placed(bare, cell.segments), name)
    drafts = [*found, *nested.drafts]
    return Drafts(tuple(sorted(drafts, key=lambda draft: draft.placed.offset(0))), nested.notes)


def _as_comment(match: re.Match[str]) -> str:
    """A line that is no Python as one that is, of the same length."""
    text = match.group()
    bare = text.lstrip(" \t")
    return text[: len(text) - len(bare)] + "#" * len(bare)


def _nested(read: Callable[[str], Drafts], cell: Placed, name: str) -> Drafts:
    found = read(cell.text)
    drafts = tuple(replace(draft, name=draft.name or name) for draft in through(found.drafts, cell))
    return Drafts(drafts, tuple(Note(cell.offset(note.at), note.reason, note.values) for note in found.notes))
