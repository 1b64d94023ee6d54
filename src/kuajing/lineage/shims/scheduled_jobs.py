"""PostgreSQL's pg_cron: the statement that a job runs, kept as a string."""

from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_SCHEDULES = frozenset({"schedule", "schedule_in_database", "schedule_unique"})
_FIRST_COMMAND = 1
"""The place of the command where no name of the job stands before the times it runs at."""


def scheduled(words: Sequence[Token]) -> Token | None:
    """The string that a job of `cron.schedule([name,] times, command)` runs; None for any other statement."""
    cursor = Cursor(words)
    if not cursor.take_any("SELECT", "PERFORM", "CALL"):
        return None
    name = cursor.take_name()
    group = cursor.take_group() if name is not None and name[0] == "cron" else None
    if name is None or group is None or name[-1] not in {*_SCHEDULES, "alter_job"}:
        return None
    said = {part.word: part for part in group.parts()}
    if "COMMAND" in said:
        return _last_string(said["COMMAND"])
    if name[-1] == "alter_job":
        return None
    strings = [_last_string(part) for part in group.parts()]
    place = _FIRST_COMMAND if len(strings) == _FIRST_COMMAND + 1 else _FIRST_COMMAND + 1
    return strings[place] if len(strings) > place else None


def _last_string(part: Cursor) -> Token | None:
    """The one string of an argument, be it given by name or cast; None where it is put together."""
    found = [token for token in part.tokens[part.position : part.end] if token.kind is Kind.STRING]
    is_joined = any(token.text == "||" for token in part.tokens[part.position : part.end])
    return found[0] if len(found) == 1 and not is_joined else None
