"""Whether a text is SQL, by the shape of its first statement: a keyword alone also begins many an English sentence."""

import re
from collections.abc import Callable

from kuajing.embedded.sql_tokens import Token, tokens

_FIRST = re.compile(
    r"\b(?:select|insert|replace|upsert|create|merge|update|delete|copy|unload|export|load|import|with|truncate|alter"
    r"|drop|rename|exec|execute|call|grant|from|upload)\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset(
    {"THE", "AN", "ANY", "YOUR", "THIS", "THESE", "THAT", "ITS", "OUR", "THEIR", "IT", "HIS"}
)
"""Words of prose that name no column or table."""
_AFTER_TABLE = frozenset(
    [
        "AS",
        "CROSS",
        "CLUSTER",
        "DISTRIBUTE",
        "EMIT",
        "EXCEPT",
        "FETCH",
        "FINAL",
        "FOR",
        "FORCE",
        "FULL",
        "GLOBAL",
        "GROUP",
        "HAVING",
        "INNER",
        "INTERSECT",
        "JOIN",
        "LATERAL",
        "LEFT",
        "LIMIT",
        "MINUS",
        "NATURAL",
        "OFFSET",
        "ON",
        "ORDER",
        "OUTER",
        "PARTITION",
        "PIVOT",
        "PREWHERE",
        "QUALIFY",
        "RIGHT",
        "SAMPLE",
        "SEMI",
        "ANTI",
        "SORT",
        "TABLESAMPLE",
        "UNION",
        "UNPIVOT",
        "USE",
        "USING",
        "WHERE",
        "WINDOW",
        "WITH",
        "ASOF",
        "ANY",
        "ALL",
        "INSERT",
        "SETTINGS",
        "FORMAT",
        "INTO",
        "SELECT",
        "START",
        "CONNECT",
        "MATCH_RECOGNIZE",
        "SET",
        "VALUES",
        "OPTION",
        "STRAIGHT_JOIN",
    ]
)
_SKIPPED = frozenset(
    [
        "SET",
        "USE",
        "ADD",
        "BEGIN",
        "START",
        "DECLARE",
        "DROP",
        "LIST",
        "RELOAD",
        "REFRESH",
        "MSCK",
        "ANALYZE",
        "COMMIT",
        "PRAGMA",
        "LOCK",
        "UNLOCK",
        "EXPLAIN",
    ]
)
"""What may stand ahead of the statement that counts."""
_KINDS = frozenset(
    [
        "TABLE",
        "VIEW",
        "DATABASE",
        "SCHEMA",
        "FUNCTION",
        "PROCEDURE",
        "TRIGGER",
        "STAGE",
        "PIPE",
        "STREAM",
        "TASK",
        "CATALOG",
        "SERVER",
        "PUBLICATION",
        "SUBSCRIPTION",
        "SYNONYM",
        "DICTIONARY",
        "CONNECTOR",
        "LINK",
        "SHARE",
        "SOURCE",
        "SINK",
        "MAPPING",
        "INTEGRATION",
        "CONNECTION",
        "MODEL",
    ]
)
_ADJECTIVES = frozenset(
    [
        "OR",
        "REPLACE",
        "ALTER",
        "GLOBAL",
        "LOCAL",
        "TEMP",
        "TEMPORARY",
        "EXTERNAL",
        "TRANSIENT",
        "UNLOGGED",
        "MATERIALIZED",
        "SECURE",
        "FORCE",
        "DYNAMIC",
        "PUBLIC",
        "PRIVATE",
        "FOREIGN",
        "VOLATILE",
        "MULTISET",
        "HYBRID",
        "ICEBERG",
        "DATABASE",
        "USER",
        "STORAGE",
        "LIVE",
        "STREAMING",
        "RECURSIVE",
        "DEFINER",
        "EDITIONABLE",
        "NONEDITIONABLE",
        "NO",
        "FORCE",
        "SHARED",
        "ROUTINE",
    ]
)


def is_statement(text: str) -> bool:
    """Whether a text begins with a whole statement that moves, shapes or hands out data."""
    if _FIRST.search(text) is None:
        return False
    found = tokens(text)
    at = 0
    while at < len(found):
        while at < len(found) and (found[at].text in {"(", ";", "{"} or found[at].text.startswith("{{")):
            at += 1
        if at == len(found):
            return False
        test = _TESTS.get(found[at].upper)
        if test is not None and test(found, at):
            return not _is_sentence(text, found[at])
        if found[at].upper not in _SKIPPED:
            return False
        at = next((index for index in range(at, len(found)) if found[index].text == ";"), len(found))
    return False


def _is_sentence(text: str, first: Token) -> bool:
    """Whether it reads like a sentence: a capital at the start, no sign that only SQL has, perhaps a full stop."""
    return first.text.istitle() and re.search(r"[*=(),;`$?{]|\w\.\w", text) is None


def _word(found: list[Token], at: int) -> str:
    return found[at].upper if at < len(found) else ""


def _after_name(found: list[Token], at: int) -> int | None:
    """Where what follows a name begins; None where no name stands here."""
    begin = at
    while at < len(found) and found[at].is_name:
        if found[at].upper in _ARTICLES:
            return None
        end = found[at].end
        at += 1
        if at < len(found) and found[at].text in {".", ":", "-", "@"} and (found[at].begin == end):
            at += 1
        elif at == len(found) or found[at].begin != end or not found[at].is_name:
            break
    return at if at > begin else None


def _ends(found: list[Token], at: int) -> bool:
    return at >= len(found) or found[at].text in {";", ")"}


def _select(found: list[Token], at: int) -> bool:
    if _word(found, at + 1) in _ARTICLES or _word(found, at + 1) in {"FROM", ""} - _marked(found, at + 1):
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
            return _is_source(found, index + 1)
        if depth == 0 and token.upper == "INTO" and _after_name(found, index + 1) is not None:
            continue
        if words > _MOST_BARE_WORDS:
            return False
    return False


_MOST_BARE_WORDS = 2
_IN_EXPRESSIONS = frozenset(
    [
        "ALL",
        "AND",
        "AS",
        "BETWEEN",
        "CASE",
        "CAST",
        "COLLATE",
        "DAY",
        "DESC",
        "ASC",
        "DISTINCT",
        "DIV",
        "ELSE",
        "END",
        "FROM",
        "HOUR",
        "ILIKE",
        "IN",
        "INTERVAL",
        "INTO",
        "IS",
        "LIKE",
        "MINUTE",
        "MOD",
        "MONTH",
        "NOT",
        "NULL",
        "NULLS",
        "OR",
        "OVER",
        "REGEXP",
        "RLIKE",
        "SECOND",
        "SELECT",
        "THEN",
        "TOP",
        "WHEN",
        "WHERE",
        "WITHIN",
        "YEAR",
        "STRUCT",
        "BY",
        "GROUP",
        "ORDER",
        "PARTITION",
        "ROWS",
        "RANGE",
        "PRECEDING",
        "FOLLOWING",
        "UNBOUNDED",
        "CURRENT",
        "ROW",
        "AT",
        "TIME",
        "ZONE",
        "FILTER",
        "ARRAY",
        "JOIN",
        "LEFT",
        "RIGHT",
        "INNER",
        "OUTER",
        "ON",
        "USING",
        "LIMIT",
        "UNION",
        "HAVING",
        "SIMILAR",
        "TO",
        "ESCAPE",
        "EXISTS",
        "EXCEPT",
        "STRAIGHT_JOIN",
        "SQL_NO_CACHE",
    ]
)


def _marked(found: list[Token], at: int) -> set[str]:
    return {""} if at < len(found) and found[at].kind != "word" else set()


def _is_source(found: list[Token], at: int) -> bool:
    """Whether what follows FROM is a table, and what follows the table goes on like SQL."""
    if at >= len(found):
        return False
    while _word(found, at) in {"ONLY", "LATERAL", "TABLE"}:
        at += 1
    if _word(found, at) in {"(", "UNNEST", "["} or (at < len(found) and found[at].kind == "quoted"):
        return True
    after = _after_name(found, at)
    if after is None:
        return False
    return _goes_on(found, after) or _goes_on(found, after + 1)


def _goes_on(found: list[Token], at: int) -> bool:
    if _ends(found, at) or found[at].text in {",", "(", "[", "@", "}"} or found[at].kind == "marker":
        return True
    return found[at].upper in _AFTER_TABLE


def _insert(found: list[Token], at: int) -> bool:
    at += 1
    words: set[str] = set()
    while _word(found, at) in {
        "INTO",
        "OVERWRITE",
        "IGNORE",
        "OR",
        "REPLACE",
        "LOCAL",
        "DELAYED",
        "LOW_PRIORITY",
        "ALL",
    }:
        words.add(_word(found, at))
        at += 1
    if not words & {"INTO", "OVERWRITE", "IGNORE"}:
        return False
    if _word(found, at) == "DIRECTORY":
        return True
    after_table = _after_name(found, at + 1) if _word(found, at) in {"TABLE", "FUNCTION"} else None
    after = after_table if after_table is not None else _after_name(found, at)
    if after is None:
        return False
    follows = {
        "VALUES",
        "VALUE",
        "SELECT",
        "SET",
        "PARTITION",
        "WITH",
        "FROM",
        "DEFAULT",
        "(",
        "FORMAT",
        "EXEC",
        "IF",
    }
    is_cut = after == len(found) or found[after].kind == "marker"
    return (
        is_cut
        or _word(found, after) in follows
        or _word(found, after + 1) in {"(", "SELECT", "VALUES"}
        or (_word(found, after) == "AS")
    )


def _create(found: list[Token], at: int) -> bool:
    is_alter = found[at].upper in {"ALTER", "DROP", "TRUNCATE"}
    at += 1
    while _word(found, at) in _ADJECTIVES and _word(found, at + 1) != "(":
        if _word(found, at) in _KINDS and _word(found, at + 1) not in _KINDS:
            break
        at += 1
    kind = _word(found, at)
    if kind not in _KINDS:
        return False
    at += 1 + (kind == "MAPPING" and _word(found, at + 1) == "FOR")
    if _word(found, at) == "IF":
        at += 2 + (_word(found, at + 1) == "NOT")
    after = _after_name(found, at)
    if after is None or (after == at + 1 and _word(found, at) in _NO_NAMES):
        return False
    if kind == "SYNONYM" and _word(found, after) == "FOR":
        return True
    if is_alter:
        return _ends(found, after) or _word(found, after) in _CHANGES
    return _ends(found, after) or found[after].kind == "marker" or _word(found, after) in _OF_DEFINITION


_NO_NAMES = frozenset({"FOR", "A", "TO", "IN", "WITH", "FROM", "AND", "OR", "IS", "NAME"})
_CHANGES = frozenset(
    [
        "ADD",
        "DROP",
        "RENAME",
        "MODIFY",
        "CHANGE",
        "ALTER",
        "SET",
        "UNSET",
        "SWAP",
        "EXCHANGE",
        "PARTITION",
        "RESTART",
        "OWNER",
        "REPLACE",
        "ENABLE",
        "DISABLE",
        "CASCADE",
        "PURGE",
        "RESUME",
        "SUSPEND",
        "REFRESH",
        "ON",
        "EXECUTE",
        "ATTACH",
        "DETACH",
        "CLUSTER",
        "CONVERT",
        "UPDATE",
        "DELETE",
        "COMMENT",
    ]
)
_OF_DEFINITION = frozenset(
    [
        "(",
        "AS",
        "LIKE",
        "USING",
        "WITH",
        "ON",
        "PARTITION",
        "PARTITIONED",
        "CLUSTER",
        "CLONE",
        "COMMENT",
        "ENGINE",
        "STORED",
        "ROW",
        "LOCATION",
        "TBLPROPERTIES",
        "OPTIONS",
        "SERVER",
        "FROM",
        "IN",
        "OF",
        "BEFORE",
        "AFTER",
        "INSTEAD",
        "RETURNS",
        "URL",
        "TYPE",
        "FOREIGN",
        "CONNECT",
        "TO",
        "DEFAULT",
        "CHARACTER",
        "CHARSET",
        "COLLATE",
        "OWNER",
        "AUTHORIZATION",
        "REFRESH",
        "BUILD",
        "TARGET_LAG",
        "DISTRIBUTED",
        "SELECT",
        "COPY",
        "REMOTE",
        "IS",
        "WAREHOUSE",
    ]
)


def _update(found: list[Token], at: int) -> bool:
    after = _after_name(found, at + 1)
    if after is None:
        return False
    for index in range(after, len(found)):
        if _word(found, index) == "SET":
            name = _after_name(found, index + 1)
            return index + 1 < len(found) and (
                found[index + 1].text == "(" or (name is not None and _word(found, name) == "=")
            )
        if found[index].text == ";" or (
            index > after + 1
            and _word(found, after + 1) not in _AFTER_TABLE | {","}
            and _word(found, after) not in _AFTER_TABLE | {","}
        ):
            return False
    return False


def _delete(found: list[Token], at: int) -> bool:
    if _word(found, at + 1) != "FROM":
        return False
    after = _after_name(found, at + 2)
    return after is not None and (_goes_on(found, after) or _goes_on(found, after + 1))


def _with(found: list[Token], at: int) -> bool:
    at += 1 + (_word(found, at + 1) == "RECURSIVE")
    after = _after_name(found, at)
    if after is None:
        return False
    if _word(found, after) == "(":
        after = (
            next((index for index in range(after, len(found)) if found[index].text == ")"), len(found)) + 1
        )
    return _word(found, after) == "AS" and _word(found, after + 1) in {"(", "MATERIALIZED", "NOT"}


def _merge(found: list[Token], at: int) -> bool:
    after = _after_name(found, at + 1 + (_word(found, at + 1) == "INTO"))
    return after is not None and any(
        _word(found, index) == "USING" for index in range(after, min(after + 9, len(found)))
    )


def _copy(found: list[Token], at: int) -> bool:
    if _word(found, at + 1) == "(":
        return True
    if _word(found, at + 1) == "INTO":
        return at + 2 < len(found) and _word(found, at + 2) not in _ARTICLES
    after = _after_name(found, at + 1)
    if after is not None and _word(found, after) == "(":
        after = (
            next((index for index in range(after, len(found)) if found[index].text == ")"), len(found)) + 1
        )
    if after is None or _word(found, after) not in {"FROM", "TO"} or after + 1 >= len(found):
        return False
    return found[after + 1].kind in {"quoted", "marker"} or _word(found, after + 1) in {
        "STDIN",
        "STDOUT",
        "PROGRAM",
        "@",
    }


def _followed_by(*sequences: tuple[str, ...]) -> Callable[[list[Token], int], bool]:
    def test(found: list[Token], at: int) -> bool:
        return any(
            all(_word(found, at + 1 + index) == word for index, word in enumerate(sequence))
            and at + 1 + len(sequence) < len(found)
            and _word(found, at + 1 + len(sequence)) not in _ARTICLES | {"FOR", "TO", "FROM", "AND"}
            for sequence in sequences
        )

    return test


def _call(found: list[Token], at: int) -> bool:
    if found[at].text.istitle():
        return False
    after = _after_name(found, at + 1)
    if after is None or at + 1 >= len(found):
        return False
    if found[at].upper == "CALL":
        return _word(found, after) == "(" and (found[at].text.isupper() or _closes(found, after))
    return (
        found[at].text.isupper()
        or _word(found, at + 1) == "IMMEDIATE"
        or _word(found, after) == "@"
        or (after < len(found) and found[after].kind in {"marker", "quoted"})
    )


def _closes(found: list[Token], at: int) -> bool:
    """Whether nothing stands behind the bracket that opens here."""
    depth = 0
    for index in range(at, len(found)):
        depth += (found[index].text == "(") - (found[index].text == ")")
        if depth == 0:
            return index + 1 == len(found) or found[index + 1].text in {";", "}"}
    return False


def _grant(found: list[Token], at: int) -> bool:
    words = [token.upper for token in found[at:]]
    return "ON" in words and "TO" in words and words.index("ON") < len(words) - 1 - words[::-1].index("TO")


def _from(found: list[Token], at: int) -> bool:
    """Hive's `FROM t INSERT OVERWRITE ...`."""
    return any(
        token.upper == "INSERT" and _word(found, index) in {"INTO", "OVERWRITE"}
        for index, token in enumerate(found[at:], start=at + 1)
    )


_TESTS: dict[str, Callable[[list[Token], int], bool]] = {
    "SELECT": _select,
    "INSERT": _insert,
    "REPLACE": _insert,
    "UPSERT": _insert,
    "CREATE": _create,
    "ALTER": _create,
    "DROP": _create,
    "TRUNCATE": _create,
    "RENAME": _followed_by(("TABLE",)),
    "MERGE": _merge,
    "UPDATE": _update,
    "DELETE": _delete,
    "COPY": _copy,
    "UNLOAD": _followed_by(("(",)),
    "EXPORT": _followed_by(("TABLE",), ("DATA",)),
    "LOAD": _followed_by(("DATA", "INPATH"), ("DATA", "LOCAL"), ("DATA", "INFILE"), ("DATA", "INTO")),
    "IMPORT": _followed_by(("FOREIGN", "SCHEMA"), ("TABLE",)),
    "WITH": _with,
    "EXEC": _call,
    "EXECUTE": _call,
    "CALL": _call,
    "GRANT": _grant,
    "FROM": _from,
}
