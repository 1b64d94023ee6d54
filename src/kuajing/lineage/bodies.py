"""The statements inside a routine, a block or a set of statements, found by where a statement can begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.dialects import Dialect
from kuajing.lineage.lexer import Kind, Token, tokens

_BEGINS = frozenset(
    [
        "INSERT",
        "UPDATE",
        "DELETE",
        "MERGE",
        "WITH",
        "SELECT",
        "CREATE",
        "REPLACE",
        "COPY",
        "LOAD",
        "EXECUTE",
        "EXEC",
        "PREPARE",
        "CALL",
        "TRUNCATE",
        "UNLOAD",
        "EXPORT",
        "SET",
        "PERFORM",
        "ALTER",
        "DROP",
        "FROM",
        "UPSERT",
        "RENAME",
    ]
)
_OPENERS = frozenset(
    ["BEGIN", "THEN", "ELSE", "LOOP", "DO", "AS", "IS", "ATOMIC", "REPEAT", "TRY", "CATCH", "SET"]
)
_RESTARTS = frozenset(
    [
        "INSERT",
        "UPDATE",
        "DELETE",
        "MERGE",
        "EXEC",
        "EXECUTE",
        "TRUNCATE",
        "DROP",
        "SELECT",
        "WITH",
        "END",
        "DECLARE",
        "PRINT",
        "IF",
    ]
)
_WRITES = frozenset(["INSERT", "UPDATE", "DELETE", "MERGE", "EXEC", "EXECUTE"])
_BEFORE_EVENT = frozenset(["FOR", "AFTER", "BEFORE", "OF", "OR", "ON", "GRANT"])
_HEADS = frozenset(["PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE"])


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a body by its offsets: a statement, or a query whose rows go by a name (a cursor or loop)."""

    kind: Literal["statement", "rows", "fetch"]
    start: int
    end: int
    name: str = ""
    names: tuple[str, ...] = ()


def is_routine(words: Sequence[Token], dialect: Dialect) -> bool:
    """Whether a statement holds others: CREATE PROCEDURE and the like, a block, a set of statements."""
    first = words[0].word if words else ""
    if first in {"CREATE", "ALTER"}:
        return any(token.word in _HEADS for token in words[1:8]) and not any(
            token.word in {"TABLE", "VIEW"} for token in words[1:5]
        )
    if first == "EXECUTE":
        return Cursor(words).at("EXECUTE", "STATEMENT", "SET")
    if first == "DECLARE":
        return dialect.block_declarations or any(token.word == "BEGIN" for token in words)
    if first == "DO":
        return len(words) > 1
    if first == "BEGIN":
        return len(words) > 2  # noqa: PLR2004  BEGIN TRANSACTION holds nothing
    return first in {"IF", "WHILE"} or (bool(words) and words[0].text == "<")


def parts(words: Sequence[Token], text: str, dialect: Dialect) -> Iterator[Part]:
    """The pieces of a body in order; a body given as a string is read within that string."""
    quoted = _quoted_body(words, dialect)
    if quoted is None:
        yield from _parts(words, dialect)
        return
    start = quoted.start + quoted.text.index(quoted.text[-1]) + 1
    if quoted.text[0] == "$":
        start = quoted.start + quoted.text.index("$", 1) + 1
    inner = [
        token._replace(start=token.start + start, end=token.end + start)
        for token in tokens(quoted.value, dialect)
    ]
    yield from _parts(inner, dialect)


def _quoted_body(words: Sequence[Token], dialect: Dialect) -> Token | None:
    """The string that holds a body in PostgreSQL: behind AS, or behind DO."""
    if not dialect.dollar_quotes:
        return None
    for before, token in zip(words, words[1:], strict=False):
        if token.kind is Kind.STRING and (
            before.word in {"AS", "DO"} or (token.text[0] == "$" and before.word != "")
        ):
            return token
    return None


def _parts(words: Sequence[Token], dialect: Dialect) -> Iterator[Part]:
    position = 0
    while position < len(words):
        token = words[position]
        if token.word != "INTO" and not _can_begin(words, position, dialect):
            position += 1
        elif token.word == "FOR":
            part, position = _loop(words, position)
            if part is not None:
                yield part
        elif token.word in {"CURSOR", "DECLARE"}:
            part, position = _cursor(words, position)
            if part is not None:
                yield part
        elif token.word == "FETCH":
            part, position = _fetch(words, position)
            if part is not None:
                yield part
        elif token.word == "INTO":  # of a statement whose first word is not known: its tables are kept
            end = _end(words, position, dialect)
            yield Part("statement", token.start, words[end - 1].end)
            position = end
        elif token.word in _BEGINS or _is_assignment(words, position):
            end = _end(words, position, dialect)
            yield Part("statement", token.start, words[end - 1].end)
            position = end
        else:
            position += 1


def _can_begin(words: Sequence[Token], position: int, dialect: Dialect) -> bool:
    """Whether a statement can begin here: at the start, behind `;`, behind a word that opens a part.

    T-SQL needs no `;`: there a word that writes begins a statement wherever none is open.
    """
    if position == 0:
        return words[0].word not in {"CREATE", "ALTER", "EXECUTE"}
    before = words[position - 1]
    if before.text == ";" or before.word in _OPENERS or (before.text == ">" and words[0].text == "<"):
        return True
    if not dialect.batch_separator or words[position].word not in _WRITES:
        return False
    return before.word not in _BEFORE_EVENT and before.text != ","


def _is_assignment(words: Sequence[Token], position: int) -> bool:
    return position + 1 < len(words) and words[position + 1].text == ":="


def _end(words: Sequence[Token], position: int, dialect: Dialect) -> int:
    """Index behind the last token of the statement that begins here."""
    depth = cases = 0
    for place in range(position, len(words)):
        token = words[place]
        if token.kind is Kind.SIGN:
            depth += (token.text == "(") - (token.text == ")")
            if token.text == ";" and depth <= 0:
                return place
        elif token.word == "CASE":
            cases += 1
        elif token.word == "END" and depth <= 0:
            if cases == 0:
                return max(place, position + 1)
            cases -= 1
        elif (
            place > position and dialect.batch_separator and depth <= 0 and _restarts(words, position, place)
        ):
            return place
    return len(words)


def _restarts(words: Sequence[Token], first: int, place: int) -> bool:
    """Whether a T-SQL statement without `;` ends here because the next one begins."""
    word, before = words[place].word, words[place - 1]
    if word not in _RESTARTS:
        return False
    if word in {"SELECT", "WITH", "EXEC", "EXECUTE"}:
        opened = words[first].word
        if opened in {"INSERT", "WITH", "CREATE", "DECLARE"} and not any(
            token.word in {"SELECT", "VALUES", "EXEC"} for token in words[first:place]
        ):
            return False
        return (
            before.word not in {"UNION", "ALL", "EXCEPT", "INTERSECT", "AS", "EXISTS", "IN", "TABLE"}
            and word != "WITH"
        )
    if word in {"INSERT", "UPDATE", "DELETE"}:
        opened = words[first].word
        return (
            opened != "MERGE"
            and before.word not in {"THEN", "FOR", "AFTER"}
            and not (
                opened == "WITH"
                and not any(
                    token.word in {"INSERT", "UPDATE", "DELETE", "MERGE"} for token in words[first:place]
                )
                and before.text == ")"
            )
        )
    return word != "IF" or before.word not in {"DROP", "TABLE", "VIEW"}


def _loop(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FOR row IN (query) LOOP, FOR row IN query LOOP, FOR row IN cursor LOOP."""
    cursor = Cursor(words, position + 1)
    name = cursor.take_name()
    if name is None or not cursor.take("IN"):
        return None, position + 1
    group = cursor.take_group()
    if group is not None and group.token is not None:
        return Part("rows", group.token.start, words[group.end - 1].end, name[-1]), cursor.position
    start = cursor.position
    if not cursor.skip_to("LOOP") or cursor.position == start:
        return None, position + 1
    end = words[cursor.position - 1].end
    if words[start].word in {"SELECT", "WITH"}:
        return Part("rows", words[start].start, end, name[-1]), cursor.position
    return Part("fetch", words[start].start, end, words[start].name, (name[-1],)), cursor.position


def _cursor(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """CURSOR name IS query, DECLARE name CURSOR FOR query."""
    cursor = Cursor(words, position + 1)
    name = cursor.take_name()
    cursor.take_any("INSENSITIVE", "SCROLL")
    if name is None or not (words[position].word == "CURSOR" or cursor.take("CURSOR")):
        return None, position + 1
    cursor.take_group()
    while cursor.position < cursor.end and cursor.word not in {"SELECT", "WITH"}:
        if cursor.is_sign(";"):
            return None, cursor.position
        cursor.position += 1
    if cursor.token is None:
        return None, position + 1
    start, end = cursor.token.start, cursor.token.end
    while (
        (token := cursor.token) is not None
        and token.text != ";"
        and token.word not in {"OPEN", "BEGIN", "DECLARE"}
    ):
        end = token.end
        cursor.position += 1
    return Part("rows", start, end, name[-1]), cursor.position


def _fetch(words: Sequence[Token], position: int) -> tuple[Part | None, int]:
    """FETCH [NEXT FROM] cursor INTO variables."""
    cursor = Cursor(words, position + 1)
    cursor.take_any("NEXT", "FIRST", "LAST", "PRIOR")
    cursor.take_any("FROM", "IN")
    name = cursor.take_name()
    cursor.take("BULK", "COLLECT")
    if name is None or not cursor.take("INTO"):
        return None, position + 1
    names = []
    while (variable := cursor.take_name()) is not None:
        names.append(variable[-1])
        if not cursor.take_sign(","):
            break
    start = words[position].start
    return Part("fetch", start, words[cursor.position - 1].end, name[-1], tuple(names)), cursor.position


def trigger_table(words: Sequence[Token]) -> str | None:
    """The table whose rows a trigger sees as NEW and OLD, dotted as written."""
    cursor = Cursor(words)
    if not (cursor.skip_to("TRIGGER") and cursor.skip_to("ON")):
        return None
    cursor.take("ON")
    name = cursor.take_name()
    return ".".join(name) if name else None
