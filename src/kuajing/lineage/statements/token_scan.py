"""The tables of a statement that could not be parsed, by the keywords before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.statements.bodies import trigger_table
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName

_NO_TABLE = word_set(
    "SELECT WHERE SET VALUES VALUE ON USING AS WITH BY ALL DISTINCT LATERAL UNNEST TABLE ONLY IF NOT "
    "EXISTS AND OR CASE WHEN THEN ELSE END NULL TRUE FALSE GROUP ORDER LIMIT HAVING UNION PARTITION "
    "DIRECTORY LOCAL DEFAULT DUPLICATE KEY CONFLICT DO NOTHING UPDATE OF OUTFILE DUMPFILE CURRENT_DATE "
    "CURRENT_TIMESTAMP NOW DUAL INTO"
)
_BEFORE_WRITTEN = frozenset({"INTO", "OVERWRITE"})
_MODIFIERS = ("TABLE", "ONLY", "LATERAL", "IF", "NOT", "EXISTS", "IGNORE", "LOW_PRIORITY", "FUNCTION")
_FUNCTIONS_WITH_FROM = frozenset({"EXTRACT", "TRIM", "SUBSTRING", "SUBSTR", "OVERLAY", "POSITION"})
_FARTHEST = 500
"""Tokens looked at around one keyword, so that the work stays in proportion to the text."""
_FARTHEST_BACK = 60
_BEFORE_KIND = 16
"""Most tokens between CREATE and the kind: a view may say its algorithm, definer and security first."""
_KINDS = ("TABLE", "VIEW", "SNAPSHOT")


@dataclass(frozen=True, slots=True)
class Scanned:
    """The tables a statement seems to read and to write."""

    reads: frozenset[TableName]
    writes: frozenset[TableName]


def scanned(words: Sequence[Token]) -> Scanned:
    """What the keywords of a statement say about its tables; names of common table expressions left out."""
    reads: set[TableName] = set()
    writes: set[TableName] = set()
    common = _common_names(words)
    watched = trigger_table(words) if any(token.word == "TRIGGER" for token in words[:8]) else None
    if watched is not None:
        reads.add(watched)
    for position, token in enumerate(words):
        word = token.word
        if word in {"FROM", "JOIN", "USING", "APPLY", "STRAIGHT_JOIN"}:
            if not (word == "FROM" and _is_inside_function(words, position)):
                reads.update(_tables_after(words, position + 1, lists=word in {"FROM", "USING"}))
        elif word in _BEFORE_WRITTEN or (
            word == "UPDATE"
            and not _follows(words, position, ("KEY", "DO", "FOR", "THEN", "MATCHED", "BEFORE", "ON"))
        ):
            writes.update(_tables_after(words, position + 1, lists=False))
        elif word == "CREATE":
            writes.update(_created(words, position))
    return Scanned(frozenset(reads - common), frozenset(writes - common))


def _follows(words: Sequence[Token], position: int, before: tuple[str, ...]) -> bool:
    return position > 0 and words[position - 1].word in before


def _is_inside_function(words: Sequence[Token], position: int) -> bool:
    """Whether a FROM is that of `extract(year FROM d)` and the like."""
    depth = 0
    for place in range(position - 1, max(-1, position - _FARTHEST_BACK), -1):
        token = words[place]
        if token.kind is Kind.SIGN:
            depth += (token.text == ")") - (token.text == "(")
            if depth < 0:
                return place > 0 and words[place - 1].word in _FUNCTIONS_WITH_FROM
        elif depth == 0 and token.word == "SELECT":
            return False
    return False


def _tables_after(words: Sequence[Token], position: int, *, lists: bool) -> list[TableName]:
    """The names that stand here, parted by commas where a list is possible."""
    cursor = Cursor(words, position, min(len(words), position + _FARTHEST))
    found: list[TableName] = []
    while True:
        while cursor.take_any(*_MODIFIERS):
            continue
        token = cursor.token
        if token is None or token.word in _NO_TABLE:
            return found
        name = cursor.take_name()
        if name is None:
            if not (lists and cursor.take_group()):
                return found
        elif _is_called(cursor, lists=lists):
            cursor.take_group()
        else:
            found.append(name)
        if not lists:
            return found
        cursor.take("AS")
        token = cursor.token
        if token is not None and token.kind in {Kind.WORD, Kind.QUOTED} and token.word not in _NO_TABLE:
            cursor.position += 1
        if not cursor.take_sign(","):
            return found


def _is_called(cursor: Cursor, *, lists: bool) -> bool:
    """Whether brackets open arguments, as in `files("path" = ...)`, and no list of columns."""
    if not cursor.is_sign("("):
        return False
    first = Cursor(cursor.tokens, cursor.position + 1).token
    return lists or (first is not None and first.kind is Kind.STRING)


def _created(words: Sequence[Token], position: int) -> list[TableName]:
    """The table a CREATE ... AS writes."""
    cursor = Cursor(words, position + 1)
    for _ in range(_BEFORE_KIND):
        if cursor.take_any(*_KINDS):
            cursor.take("IF", "NOT", "EXISTS")
            name = cursor.take_name()
            ahead = Cursor(words, cursor.position)
            return [name] if name and (ahead.skip_to("SELECT") or ahead.skip_to("AS", "FROM")) else []
        cursor.position += 1
    return []


def _common_names(words: Sequence[Token]) -> set[TableName]:
    """Names before `AS (SELECT`: common table expressions, which are no tables."""
    found: set[TableName] = set()
    for position in range(len(words) - 3):
        if (
            words[position + 1].word == "AS"
            and words[position + 2].text == "("
            and words[position + 3].word
            in {
                "SELECT",
                "WITH",
            }
        ):
            found.add((words[position].name,))
    return found
