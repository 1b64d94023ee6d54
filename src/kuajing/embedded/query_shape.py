"""Whether tokens are a query: a sentence that begins with `select` is none."""

from kuajing.embedded.shape_parts import ARTICLES, after_name, is_source, word_at
from kuajing.embedded.sql_tokens import Token
from kuajing.embedded.vocabulary import words

_MOST_BARE_WORDS = 2
_IN_EXPRESSIONS = words(
    "ALL AND AS BETWEEN CASE CAST COLLATE DAY DESC ASC DISTINCT DIV ELSE END FROM HOUR ILIKE IN INTERVAL"
    " INTO IS LIKE MINUTE MOD MONTH NOT NULL NULLS OR OVER REGEXP RLIKE SECOND SELECT THEN TOP WHEN WHERE"
    " WITHIN YEAR STRUCT BY GROUP ORDER PARTITION ROWS RANGE PRECEDING FOLLOWING UNBOUNDED CURRENT ROW AT"
    " TIME ZONE FILTER ARRAY JOIN LEFT RIGHT INNER OUTER ON USING LIMIT UNION HAVING SIMILAR TO ESCAPE"
    " EXISTS EXCEPT STRAIGHT_JOIN SQL_NO_CACHE"
)


def is_select(found: list[Token], at: int) -> bool:
    """Whether a SELECT names a source, and reads like one."""
    if word_at(found, at + 1) in ARTICLES or word_at(found, at + 1) in {"FROM", ""} - _marked(found, at + 1):
        return False
    depth = 0
    words = 0
    for index in range(at + 1, len(found)):
        token = found[index]
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0 or (depth == 0 and token.text == ";"):
            return False
        # Three bare words in a row are no expression: a sentence goes on like this.
        words = words + 1 if token.kind == "word" and token.upper not in _IN_EXPRESSIONS else 0
        if depth == 0 and token.upper == "FROM":
            return is_source(found, index + 1)
        if depth == 0 and token.upper == "INTO" and after_name(found, index + 1) is not None:
            continue
        if words > _MOST_BARE_WORDS:
            return False
    return False


def is_with(found: list[Token], at: int) -> bool:
    """Whether a named query follows WITH."""
    at += 1 + (word_at(found, at + 1) == "RECURSIVE")
    after = after_name(found, at)
    if after is None:
        return False
    if word_at(found, after) == "(":
        after = (
            next((index for index in range(after, len(found)) if found[index].text == ")"), len(found)) + 1
        )
    return word_at(found, after) == "AS" and word_at(found, after + 1) in {"(", "MATERIALIZED", "NOT"}


def is_from(found: list[Token], at: int) -> bool:
    """Hive's `FROM t INSERT OVERWRITE ...`."""
    return any(
        token.upper == "INSERT" and word_at(found, index) in {"INTO", "OVERWRITE"}
        for index, token in enumerate(found[at:], start=at + 1)
    )


def _marked(found: list[Token], at: int) -> set[str]:
    return {""} if at < len(found) and found[at].kind != "word" else set()
