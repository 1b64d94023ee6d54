"""What stands in a block for something that only the run knows, and whether it may hold more than a name or value."""

import re

from kuajing.embedded.block import Note
from kuajing.embedded.placed import Placed
from kuajing.embedded.sql_tokens import Token, tokens
from kuajing.embedded.vocabulary import words

LONGEST_NAME = 60
CHOOSING_ROWS = frozenset({"${CONDITIONS}", "${criterion.condition}"})
"""What Sqoop and the generator of MyBatis put here only chooses rows of the table at hand."""
_OTHER = re.compile(r"[^\w.]+")
# A literal may be a secret; only what names a member of something is shown.
_LITERAL = re.compile(r"(?<!\[)(?:'[^']*'?|\"[^\"]*\"?)|(?<=\[)['\"]")
_MARKER = re.compile(r"\$\{|\{\{|\$\[")
_CONDITIONS = frozenset({"WHERE", "AND", "OR", "HAVING", "ON", "UNION", "ALL", "EXCEPT", "INTERSECT"})
"""Words after which a whole condition or query may stand."""
_OPERATORS = words("= < > ! . + - * / % | ( ,") | {
    "IN",
    "IS",
    "NOT",
    "LIKE",
    "BETWEEN",
    "AS",
    "RLIKE",
    "REGEXP",
    "OVER",
    "SET",
    "USING",
    "VALUES",
    "ON",
    "JOIN",
}
_WANTING = words(
    "SELECT DISTINCT FROM JOIN INTO TABLE UPDATE OVERWRITE VIEW SET BY LIMIT IN IS NOT LIKE BETWEEN AS"
    " RLIKE REGEXP THEN ELSE WHEN CASE VALUES EXISTS DATABASE SCHEMA USE PARTITION INTERVAL TO OFFSET TOP"
    " DIRECTORY USING ONLY DESC LOCATION INPATH COLUMN FUNCTION PROCEDURE CALL EXEC EXECUTE JAR FILE ADD"
    " DATE TIMESTAMP COMMENT FORMAT LEFT RIGHT INNER DELETE ESCAPE DIV WITH"
)
"""Words after which a name or a value is wanted."""


def marker(expression: str) -> str:
    """What stands for an expression: `${name}`, its name made of the words of the expression, no literal among them."""
    return (
        "${" + (_OTHER.sub("_", expression[: LONGEST_NAME * 4]).strip("_.")[:LONGEST_NAME] or "value") + "}"
    )


def clause_notes(placed: Placed) -> tuple[Note, ...]:
    """A note for the first marker of SQL that may hold a clause, a condition or a whole statement."""
    if _MARKER.search(placed.text) is None:
        return ()
    found = tokens(placed.text)
    for index, token in enumerate(found):
        if (
            token.text not in CHOOSING_ROWS
            and token.kind == "marker"
            and _MARKER.match(token.text)
            and _may_be_clause(found, index)
        ):
            return (
                Note(placed.offset(token.begin), "unread.embedded_clause", (("what", _shown(token.text)),)),
            )
    return ()


def _is_source(found: list[Token], index: int) -> bool:
    """Whether a marker alone between brackets stands where a query must: `FROM (${query})`."""
    is_closed = index + 1 < len(found) and found[index + 1].text == ")"
    return is_closed and index > 1 and found[index - 2].upper in {"FROM", "JOIN", "AS"}


def _shown(text: str) -> str:
    bare = re.sub(r"\s+", " ", text)
    return bare if len(bare) <= LONGEST_NAME + 4 else bare[:LONGEST_NAME] + "…"


def _may_be_clause(found: list[Token], index: int) -> bool:
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    token = found[index]
    if (before is not None and before.end == token.begin and before.text not in {"(", ")", ";"}) or (
        after is not None and after.begin == token.end and after.text not in {")", "(", ";"}
    ):
        return False
    if after is not None and after.upper in _OPERATORS:
        return before is None
    if before is None or before.text == ";":
        return True
    if before.kind == "sign":
        return before.text == ")" or (before.text == "(" and _is_source(found, index))
    if before.upper in _CONDITIONS:
        return True
    return before.upper not in _WANTING
