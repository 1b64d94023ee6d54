"""Commands of database clients: they end with their line, no server sees them, and some send results to a file."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kuajing.lineage.text.dialects import Dialect

_SQLPLUS = (
    r"(?:SPOOL|SPO|PROMPT|PRO|COLUMN|COL|TTITLE|TTI|BTITLE|BTI|BREAK|BRE|COMPUTE|WHENEVER|CONNECT|CONN|DISCONNECT|DISC"
    r"|DEFINE|DEF|UNDEFINE|UNDEF|ACCEPT|ACC|VARIABLE|VAR|PRINT|HOST|EXIT|QUIT|REMARK|REM|CLEAR|CL|TIMING|PAUSE|STORE"
    r"|SET(?!\s+(?:ROLE|TRANSACTION|CONSTRAINTS?)\b)|SHOW|EXECUTE|EXEC)\b|@@?[\w./$-]+|[!$](?=\w)"
)
_PSQL = r"\\[A-Za-z!?]"
_MYSQL = (
    r"(?:TEE|NOTEE|PAGER|NOPAGER|SOURCE|SYSTEM)\b|\\[!.PTtnr]|USE[ \t]+[`\w$-]+[ \t]*;?[ \t]*(?=\r?\n|\Z)"
)
_DOTTED = r"\.[a-z]+"
_SQLCMD = r":(?:out|error|setvar|r|on|connect|list|help|perftrace|listvar|serverlist|reset|ed|xml)\b|!!"
_BEELINE = r"![a-z]+"

_OUTPUT = re.compile(
    r"(?:SPOOL|SPO|!spool|TEE|\\T|\\o|\\out|\.output|\.once|\.excel|:out)\b[ \t]*(?P<path>\"[^\"]*\"|'[^']*'|\S+)?(?P<more>[^\n]*)",
    re.IGNORECASE,
)
_ENDS_OUTPUT = re.compile(r"(?:NOTEE|\\t)\b", re.IGNORECASE)
_NOWHERE = frozenset({"", "off", "out", "stdout", "stderr"})
_SHELL = re.compile(
    r"(?:HOST\b|!!|!(?!spool|set|connect|quit|exit|run|source|define|variables|help)|\$|\\!|SYSTEM\b|\.(?:shell|system|import)\b)",
    re.IGNORECASE,
)
_SAID_TO_SERVER = re.compile(r"(?:EXEC(?:UTE)?|USE)\b", re.IGNORECASE)
_COPY = re.compile(r"\\copy\b", re.IGNORECASE)


_PROMPT = re.compile(r"^([ \t]*)(Flink SQL>)", re.MULTILINE)


def without_prompts(text: str, dialect: Dialect) -> str:
    """A text of what somebody typed at a client, blanks in the place of what the client put before each statement."""
    if dialect.name != "flink" or "Flink SQL>" not in text:
        return text
    return _PROMPT.sub(lambda found: found[1] + " " * len(found[2]), text)


@dataclass(frozen=True, slots=True)
class ClientCommand:
    """What a client's command does: `output` is the file that results go to from here on, empty where they go to nobody.

    `is_output` where it says anything of that, `is_shell` where it runs a program, `is_copy` where it copies a table or query.
    """

    output: str = ""
    is_output: bool = False
    is_shell: bool = False
    is_copy: bool = False


@lru_cache(maxsize=32)
def _pattern(dialect: Dialect) -> re.Pattern[str] | None:
    if dialect.block_declarations:
        form = _SQLPLUS
    elif dialect.conditional_comments:
        form = _MYSQL
    elif dialect.batch_separator:
        form = _SQLCMD
    elif dialect.name in {"duckdb", "sqlite"}:
        form = _DOTTED
    elif _is_psql(dialect):
        form = _PSQL
    elif dialect.partition_columns or dialect.name == "snowflake":
        form = _BEELINE
    else:
        return None
    return re.compile(rf"(?:{form})[^\n]*", re.IGNORECASE)


def client_line(text: str, start: int, dialect: Dialect) -> int | None:
    """Where the client's command that begins here ends; None where none does."""
    pattern = _pattern(dialect)
    match = pattern.match(text, start) if pattern is not None else None
    return None if match is None else match.end()


def client_command(text: str, dialect: Dialect) -> ClientCommand | None:
    """What a statement does that is a client's command; None for any other."""
    if client_line(text, 0, dialect) is None or "\n" in text.strip() or _SAID_TO_SERVER.match(text):
        return None
    output = _OUTPUT.match(text)
    if output is not None:
        path = (output["path"] or "").strip("'\";")
        if path.startswith("|"):
            return ClientCommand(is_shell=True)
        return ClientCommand("" if path.lower() in _NOWHERE else path, is_output=True)
    if _ENDS_OUTPUT.match(text):
        return ClientCommand(is_output=True)
    return ClientCommand(is_shell=_SHELL.match(text) is not None, is_copy=_COPY.match(text) is not None)


_SENT = re.compile(r"\\gx?(?:[ \t]*\([^()\n]*\))?[ \t]+(?P<path>[^\n]+?)[ \t;]*\Z")


def _is_psql(dialect: Dialect) -> bool:
    return dialect.dollar_quotes and dialect.grammar in {"postgres", "redshift"}


def sending_pattern(dialect: Dialect) -> str:
    r"""The regular expression of psql's `\g`, which ends a statement in the place of a semicolon; of nothing elsewhere."""
    return r"\\g(?:x|set|exec|desc)?(?![^\s;(])[^\n]*" if _is_psql(dialect) else r"(?!)"


def sent_once(text: str, dialect: Dialect) -> tuple[int, str] | None:
    r"""Where psql's `\g file` stands behind a statement, and the file or `|program` that gets its rows."""
    if "\\g" not in text or not _is_psql(dialect):
        return None
    found = _SENT.search(text)
    return (found.start(), found["path"].strip("'")) if found is not None else None
