"""CREATE ... AS with the clauses that say how and where rows are kept made blank: sqlglot knows few of them."""

import re
from collections.abc import Sequence

from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.text.lexer import Token

_GRAMMARS = frozenset({"postgres", "redshift", "oracle", "tsql"})
_KEPT = word_set("CREATE OR REPLACE ALTER TEMPORARY TEMP GLOBAL LOCAL PRIVATE TABLE VIEW")
_QUERY_WORDS = word_set("SELECT WITH TABLE VALUES")
_BEFORE_KIND = 8
_ENDINGS = (
    ("WITH", "DATA"),
    ("WITH", "NO", "DATA"),
    ("WITH", "READ", "ONLY"),
    ("WITH", "CHECK", "OPTION"),
    ("WITH", "LOCAL", "CHECK", "OPTION"),
    ("WITH", "CASCADED", "CHECK", "OPTION"),
    ("DISTRIBUTED", "BY"),
    ("DISTRIBUTED", "RANDOMLY"),
    ("DISTRIBUTED", "REPLICATED"),
)
"""What may stand behind the query."""


def plain_create(words: Sequence[Token], text: str, dialect: Dialect) -> str:
    """The statement as CREATE, kind, name, columns, AS and the query, all else blank; any other text as it is."""
    if not words or words[0].word != "CREATE" or dialect.grammar not in _GRAMMARS:
        return text
    cursor = Cursor(words)
    kind = next(
        (place for place in range(min(_BEFORE_KIND, len(words))) if words[place].word in {"TABLE", "VIEW"}), 0
    )
    if kind == 0:
        return text
    cursor.position = kind + 1
    cursor.take("IF", "NOT", "EXISTS")
    if cursor.take_name() is None:
        return text
    cursor.take_group()
    named = cursor.position
    if not _skip_to_query(cursor):
        return text
    blanked = [token for token in words[:kind] if token.word not in _KEPT]
    blanked += words[named : cursor.position]
    return _without(text, [*blanked, *_ending(cursor)])


def _skip_to_query(cursor: Cursor) -> bool:
    """Moves to the AS before the query; the AS of STORED AS and the like names a format."""
    while cursor.skip_to("AS"):
        following = cursor.tokens[cursor.position + 1] if cursor.position + 1 < cursor.end else None
        if following is not None and (following.word in _QUERY_WORDS or following.text == "("):
            return True
        cursor.position += 1
    return False


def _ending(cursor: Cursor) -> Sequence[Token]:
    """The tokens behind the query."""
    ahead = Cursor(cursor.tokens, cursor.position + 1)
    while ahead.skip_to("WITH") or ahead.skip_to("DISTRIBUTED"):
        if any(ahead.at(*ending) for ending in _ENDINGS):
            return cursor.tokens[ahead.position :]
        ahead.position += 1
    return ()


def _without(text: str, blanked: Sequence[Token]) -> str:
    """The text with tokens made blank at their places."""
    for token in blanked:
        blank = re.sub(r"\S", " ", text[token.start : token.end])
        text = text[: token.start] + blank + text[token.end :]
    return text
