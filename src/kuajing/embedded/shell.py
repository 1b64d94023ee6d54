"""Shell scripts to the blocks in their quoted words, assignments and heredocs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePosixPath

from kuajing.embedded.block import Draft, Drafts, Note
from kuajing.embedded.languages import language_of, named_language
from kuajing.embedded.markers import clause_notes
from kuajing.embedded.placed import Placed
from kuajing.embedded.shell_clients import SQL_OPTION, client_dialect, is_client
from kuajing.embedded.shell_words import Command, ShellReader, TooDeep, Word
from kuajing.embedded.within import through

_ASSIGNMENT = re.compile(r"(?P<name>[A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=")
_ONLY_NAMES = re.compile(r"(?:\s|;|\$\{\w+\})*")
_NAMES = re.compile(r"\$\{(\w+)\}")
_BARE = re.compile(r"(?<![\w$])\$([A-Za-z_]\w*)(?![\w$])")
_LITERAL_WORD = re.compile(r"\w")
_FILE_NAME = re.compile(r"[\w./${}~-]+\.(?:sql|hql|ddl)")
_HANDS_ON = frozenset(
    {"ssh", "su", "sudo", "bash", "sh", "ksh", "zsh", "eval", "nohup", "docker", "kubectl", "timeout"}
)
"""Commands that run a command they are given as one word."""
_NESTED = re.compile(
    r"(?:hive|beeline|sql|impala-shell|clickhouse-client|presto|trino|odpscmd)\S{0,80}\s[^\n]{0,2000}?-"
)
_QUERYING = frozenset({"bq", "sqlite3", "duckdb"})
"""Clients that take a query as a bare argument."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a script does with a text: whether some client runs it, and the dialect of that client."""

    is_sql: bool = False
    dialect: str | None = None


def shell_drafts(text: str, depth: int = 0) -> Drafts:
    """The blocks of a shell script; nothing of it is run."""
    reader = ShellReader(text)
    notes: tuple[Note, ...] = ()
    try:
        reader.read()
    except TooDeep as refusal:
        notes = (Note(refusal.at, "unread.embedded_too_deep"),)
    except RecursionError:
        notes = (Note(0, "unread.embedded_too_deep"),)
    commands = reader.commands
    used = _used(commands)
    readers = [after if before.is_piped else None for before, after in pairwise([*commands, Command()])]
    drafts = [
        draft
        for command, reading in zip(commands, readers, strict=True)
        for draft in _of_command(command, reading, used, depth)
    ]
    return Drafts(tuple(sorted(drafts, key=lambda draft: draft.placed.offset(0))), notes)


def _client(command: Command) -> str | None:
    """The SQL client that a command calls, by the last part of its path or the name of its variable."""
    for word in command.words:
        if word.role == "word" and len(word.placed.text) < 200 and (name := is_client(word.placed.text)):  # noqa: PLR2004
            return name
    return None


def _used(commands: list[Command]) -> dict[str, Use]:
    """Which variables are handed to a client: those that are all it is given surely hold SQL."""
    used: dict[str, Use] = {}
    for command in commands:
        client = _client(command)
        if client is None:
            continue
        for word, is_query in _queries(command, client):
            if not is_query:
                continue
            text = word.placed.text
            use = Use(_ONLY_NAMES.fullmatch(text) is not None, client_dialect(client))
            for name in _NAMES.findall(text):
                if name not in used or (use.is_sql and not used[name].is_sql):
                    used[name] = use
    return used


def _queries(command: Command, client: str) -> Iterator[tuple[Word, bool]]:
    """The words of a command, each with whether the client runs it as SQL."""
    after_option = False
    asks = client in _QUERYING and (
        client != "bq" or any(one.placed.text == "query" for one in command.words)
    )
    for word in command.words:
        text = word.placed.text
        joined_option = SQL_OPTION.match(text)
        if joined_option is not None and joined_option.end() < len(text):
            value = word.placed.part(joined_option.end(), len(text))
            yield replace(word, placed=value, begin=value.offset(0)), True
        else:
            bare = asks and word.is_quoted and word.role == "word" and not text.startswith("-")
            yield word, after_option or word.role in {"here", "body"} or bare
        after_option = joined_option is not None and joined_option.end() == len(text)


def _of_command(
    command: Command, reading: Command | None, used: dict[str, Use], depth: int
) -> Iterator[Draft]:
    client = _client(command)
    dialect = client_dialect(client) if client is not None else None
    if dialect is None and reading is not None and (reader := _client(reading)) is not None:
        dialect = client_dialect(reader)
    hands_on = depth < 2 and any(word.placed.text in _HANDS_ON for word in command.words[:3])  # noqa: PLR2004
    words = _queries(command, client) if client is not None else ((word, False) for word in command.words)
    for word, is_query in words:
        assigned = None if is_query or word.role != "word" else _ASSIGNMENT.match(word.placed.text)
        if hands_on and word.is_quoted and not is_query and _NESTED.search(word.placed.text):
            yield from through(shell_drafts(word.placed.text, depth + 1).drafts, word.placed)
        elif assigned is not None:
            value = word.placed.part(assigned.end(), len(word.placed.text))
            use = used.get(assigned["name"], Use())
            yield from _draft(value, use, assigned["name"])
        elif word.role == "body":
            yield from _of_heredoc(word, command, Use(is_query, dialect))
        elif word.is_quoted or word.role == "here":
            yield from _draft(word.placed, Use(is_query, dialect), None)


def _of_heredoc(word: Word, command: Command, use: Use) -> Iterator[Draft]:
    """A heredoc is a block whatever it holds: the file it is written to may name its language."""
    found = list(_draft(word.placed, use, None))
    yield from found
    target = next((one.placed.text for one in command.words if one.role == "target"), "")
    ending = PurePosixPath(target).suffix.removeprefix(".")
    placed = word.placed.stripped()
    if not found and placed.text:
        language, dialect = named_language(ending) if ending.isalnum() else ("text", None)
        yield Draft(language, placed, dialect, PurePosixPath(target).name or None)


def _draft(placed: Placed, use: Use, name: str | None) -> Iterator[Draft]:
    placed = placed.stripped().replaced(_BARE, lambda match: "${" + match[1] + "}")
    if not _LITERAL_WORD.search(_NAMES.sub("", placed.text)):
        return
    language = language_of(placed.text)
    if language is None and use.is_sql and not _FILE_NAME.fullmatch(placed.text):
        language = "sql"
    if language is None:
        return
    notes = clause_notes(placed) if language == "sql" else ()
    yield Draft(language, placed, use.dialect if language == "sql" else None, name, notes=notes)
