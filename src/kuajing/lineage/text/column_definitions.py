"""One column of a definition read from its tokens: name, type, comment, and what makes its value."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Kind, Token

_NO_COLUMN = word_set(
    "PRIMARY KEY UNIQUE CONSTRAINT INDEX FULLTEXT SPATIAL FOREIGN CHECK WATERMARK EXCLUDE LIKE PERIOD "
    "PROJECTION SUPPLEMENTAL"
)
_AFTER_TYPE = word_set(
    "COMMENT NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK GENERATED AS AUTO_INCREMENT COLLATE "
    "CHARACTER CHARSET CONSTRAINT ON KEY IDENTITY ENCODE DISTKEY SORTKEY OPTIONS MATERIALIZED ALIAS "
    "EPHEMERAL CODEC TTL VIRTUAL STORED METADATA INVISIBLE VISIBLE STORAGE ENABLE DISABLE MASKED SPARSE "
    "ROWGUIDCOL SUM MAX MIN REPLACE REPLACE_IF_NOT_NULL HLL_UNION BITMAP_UNION FIRST AFTER"
)
COMPUTES = ("AS", "MATERIALIZED", "ALIAS")
"""The words before an expression that makes a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a definition and the offset of its name.

    `computed` is where the expression begins and ends that makes its value; `is_given` is false for a column that an
    INSERT without a column list passes over, `is_numbered` for one that counts by itself.
    """

    name: str
    type: str | None
    comment: str | None
    offset: int
    computed: tuple[int, int] | None = None
    is_given: bool = True
    is_numbered: bool = False


def column_of(part: Cursor) -> Column | None:
    """One item of a column list as a column; None for keys, constraints and the like."""
    token = part.token
    if token is None or token.kind not in {Kind.WORD, Kind.QUOTED}:
        return None
    if token.word in _NO_COLUMN and _is_constraint(part):
        return None
    part.position += 1
    first = part.position
    depth = 0
    while (ahead := part.token) is not None and (depth > 0 or ahead.word not in _AFTER_TYPE):
        depth += (ahead.text == "<") - (ahead.text == ">")
        if part.take_group() is None:
            part.position += 1
    written = _written(part.tokens[first : part.position])
    rest = Cursor(part.tokens, part.position, part.end)
    comment = part.take_string() if part.skip_to("COMMENT") and part.take("COMMENT") else None
    return Column(
        token.name,
        written,
        comment,
        token.start,
        _computed(rest),
        _is_given(rest, is_typed=written is not None),
        _has(rest, "IDENTITY"),
    )


def _computed(rest: Cursor) -> tuple[int, int] | None:
    """Where the expression of a generated or computed column stands."""
    ahead = next((found for word in COMPUTES if (found := _behind(rest, word)) is not None), None)
    if ahead is None or ahead.position >= ahead.end or ahead.word == "IDENTITY":
        return None
    start = ahead.tokens[ahead.position].start
    if not (ahead.is_sign("(") and ahead.take_group() is not None and _ends_there(ahead)):
        _ = ahead.skip_to("COMMENT") or ahead.skip_to("PERSISTED") or ahead.skip_to("CODEC")
        at_word = ahead.position < ahead.end and ahead.word in {"COMMENT", "PERSISTED", "CODEC"}
        ahead.position = ahead.position if at_word else ahead.end
    return start, ahead.tokens[ahead.position - 1].end


def _ends_there(ahead: Cursor) -> bool:
    """Whether an expression is over behind its brackets, and no operator goes on with it."""
    token = ahead.token
    return token is None or token.kind is Kind.WORD


def _behind(rest: Cursor, word: str) -> Cursor | None:
    ahead = Cursor(rest.tokens, rest.position, rest.end)
    return ahead if ahead.skip_to(word) and ahead.take(word) else None


def _has(rest: Cursor, word: str) -> bool:
    return _behind(rest, word) is not None


def _is_given(rest: Cursor, *, is_typed: bool) -> bool:
    """Whether rows written by position bring the column: not what is computed without a type, nor read only."""
    if rest.word == "AS" and not is_typed:
        return False
    return not (rest.word in {"MATERIALIZED", "ALIAS"} or (rest.word == "METADATA" and _has(rest, "VIRTUAL")))


def _is_constraint(part: Cursor) -> bool:
    """Whether a part that begins with a word such as KEY is a key, and not a column of that name."""
    ahead = Cursor(part.tokens, part.position + 1, part.end)
    if part.word in {"PRIMARY", "FOREIGN"}:
        return ahead.word == "KEY"
    if part.word in {"KEY", "INDEX", "PERIOD", "CHECK", "UNIQUE"}:
        token = ahead.token
        return token is not None and (
            token.text == "("
            or (
                any(item.text == "(" for item in part.tokens[part.position : part.position + 4])
                and ahead.word not in _TYPES
            )
        )
    return True


_TYPES = word_set(
    "VARCHAR CHAR INT BIGINT STRING TEXT DECIMAL NUMBER VARCHAR2 NVARCHAR NUMERIC TINYINT SMALLINT"
)


def _written(words: Sequence[Token]) -> str | None:
    """A type as written, in lower case, blanks made one."""
    pieces: list[str] = []
    for token in words:
        if (
            pieces
            and token.kind in {Kind.WORD, Kind.STRING}
            and (pieces[-1][-1:].isalnum() or pieces[-1] == ")")
        ):
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces).lower() or None
