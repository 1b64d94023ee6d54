"""Whether a text is SQL, by the shape of its first statement: a keyword alone also begins many an English sentence."""

import re
from collections.abc import Callable

from kuajing.embedded.query_shape import is_from, is_select, is_with
from kuajing.embedded.shape_parts import AFTER_TABLE, ARTICLES, after_name, closes, ends, goes_on, word_at
from kuajing.embedded.sql_tokens import Token, tokens
from kuajing.embedded.vocabulary import words

_FIRST = re.compile(
    r"\b(?:select|insert|replace|upsert|create|merge|update|delete|copy|unload|export|load|import|with|truncate|alter"
    r"|drop|rename|exec|execute|call|grant|from|upload)\b",
    re.IGNORECASE,
)

_SKIPPED = words(
    "SET USE ADD BEGIN START DECLARE DROP LIST RELOAD REFRESH MSCK ANALYZE COMMIT PRAGMA LOCK UNLOCK EXPLAIN"
)
"""What may stand ahead of the statement that counts."""

_KINDS = words(
    "TABLE VIEW DATABASE SCHEMA FUNCTION PROCEDURE TRIGGER STAGE PIPE STREAM TASK CATALOG SERVER"
    " PUBLICATION SUBSCRIPTION SYNONYM DICTIONARY CONNECTOR LINK SHARE SOURCE SINK MAPPING INTEGRATION"
    " CONNECTION MODEL"
)

_ADJECTIVES = words(
    "OR REPLACE ALTER GLOBAL LOCAL TEMP TEMPORARY EXTERNAL TRANSIENT UNLOGGED MATERIALIZED SECURE FORCE"
    " DYNAMIC PUBLIC PRIVATE FOREIGN VOLATILE MULTISET HYBRID ICEBERG DATABASE USER STORAGE LIVE STREAMING"
    " RECURSIVE DEFINER EDITIONABLE NONEDITIONABLE NO FORCE SHARED ROUTINE"
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


def _insert(found: list[Token], at: int) -> bool:
    at += 1
    words: set[str] = set()
    while word_at(found, at) in {
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
        words.add(word_at(found, at))
        at += 1
    if not words & {"INTO", "OVERWRITE", "IGNORE"}:
        return False
    if word_at(found, at) == "DIRECTORY":
        return True
    after_table = after_name(found, at + 1) if word_at(found, at) in {"TABLE", "FUNCTION"} else None
    after = after_table if after_table is not None else after_name(found, at)
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
        or word_at(found, after) in follows
        or word_at(found, after + 1) in {"(", "SELECT", "VALUES"}
        or (word_at(found, after) == "AS")
    )


def _create(found: list[Token], at: int) -> bool:
    is_alter = found[at].upper in {"ALTER", "DROP", "TRUNCATE"}
    at += 1
    while word_at(found, at) in _ADJECTIVES and word_at(found, at + 1) != "(":
        if word_at(found, at) in _KINDS and word_at(found, at + 1) not in _KINDS:
            break
        at += 1
    kind = word_at(found, at)
    if kind not in _KINDS:
        return False
    at += 1 + (kind == "MAPPING" and word_at(found, at + 1) == "FOR")
    if word_at(found, at) == "IF":
        at += 2 + (word_at(found, at + 1) == "NOT")
    after = after_name(found, at)
    if after is None or (after == at + 1 and word_at(found, at) in _NO_NAMES):
        return False
    if kind == "SYNONYM" and word_at(found, after) == "FOR":
        return True
    if is_alter:
        return ends(found, after) or word_at(found, after) in _CHANGES
    return ends(found, after) or found[after].kind == "marker" or word_at(found, after) in _OF_DEFINITION


_NO_NAMES = frozenset({"FOR", "A", "TO", "IN", "WITH", "FROM", "AND", "OR", "IS", "NAME"})

_CHANGES = words(
    "ADD DROP RENAME MODIFY CHANGE ALTER SET UNSET SWAP EXCHANGE PARTITION RESTART OWNER REPLACE ENABLE"
    " DISABLE CASCADE PURGE RESUME SUSPEND REFRESH ON EXECUTE ATTACH DETACH CLUSTER CONVERT UPDATE DELETE"
    " COMMENT"
)

_OF_DEFINITION = words(
    "( AS LIKE USING WITH ON PARTITION PARTITIONED CLUSTER CLONE COMMENT ENGINE STORED ROW LOCATION"
    " TBLPROPERTIES OPTIONS SERVER FROM IN OF BEFORE AFTER INSTEAD RETURNS URL TYPE FOREIGN CONNECT TO"
    " DEFAULT CHARACTER CHARSET COLLATE OWNER AUTHORIZATION REFRESH BUILD TARGET_LAG DISTRIBUTED SELECT"
    " COPY REMOTE IS WAREHOUSE"
)


def _update(found: list[Token], at: int) -> bool:
    after = after_name(found, at + 1)
    if after is None:
        return False
    for index in range(after, len(found)):
        if word_at(found, index) == "SET":
            name = after_name(found, index + 1)
            return index + 1 < len(found) and (
                found[index + 1].text == "(" or (name is not None and word_at(found, name) == "=")
            )
        if found[index].text == ";" or (
            index > after + 1
            and word_at(found, after + 1) not in AFTER_TABLE | {","}
            and word_at(found, after) not in AFTER_TABLE | {","}
        ):
            return False
    return False


def _delete(found: list[Token], at: int) -> bool:
    if word_at(found, at + 1) != "FROM":
        return False
    after = after_name(found, at + 2)
    return after is not None and (goes_on(found, after) or goes_on(found, after + 1))


def _merge(found: list[Token], at: int) -> bool:
    after = after_name(found, at + 1 + (word_at(found, at + 1) == "INTO"))
    return after is not None and any(
        word_at(found, index) == "USING" for index in range(after, min(after + 9, len(found)))
    )


def _copy(found: list[Token], at: int) -> bool:
    if word_at(found, at + 1) == "(":
        return True
    if word_at(found, at + 1) == "INTO":
        return at + 2 < len(found) and word_at(found, at + 2) not in ARTICLES
    after = after_name(found, at + 1)
    if after is not None and word_at(found, after) == "(":
        after = (
            next((index for index in range(after, len(found)) if found[index].text == ")"), len(found)) + 1
        )
    if after is None or word_at(found, after) not in {"FROM", "TO"} or after + 1 >= len(found):
        return False
    return found[after + 1].kind in {"quoted", "marker"} or word_at(found, after + 1) in {
        "STDIN",
        "STDOUT",
        "PROGRAM",
        "@",
    }


def _followed_by(*sequences: tuple[str, ...]) -> Callable[[list[Token], int], bool]:
    def test(found: list[Token], at: int) -> bool:
        return any(
            all(word_at(found, at + 1 + index) == word for index, word in enumerate(sequence))
            and at + 1 + len(sequence) < len(found)
            and word_at(found, at + 1 + len(sequence)) not in ARTICLES | {"FOR", "TO", "FROM", "AND"}
            for sequence in sequences
        )

    return test


def _call(found: list[Token], at: int) -> bool:
    if found[at].text.istitle():
        return False
    after = after_name(found, at + 1)
    if after is None or at + 1 >= len(found):
        return False
    if found[at].upper == "CALL":
        return word_at(found, after) == "(" and (found[at].text.isupper() or closes(found, after))
    return (
        found[at].text.isupper()
        or word_at(found, at + 1) == "IMMEDIATE"
        or word_at(found, after) == "@"
        or (after < len(found) and found[after].kind in {"marker", "quoted"})
    )


def _grant(found: list[Token], at: int) -> bool:
    words = [token.upper for token in found[at:]]
    return "ON" in words and "TO" in words and words.index("ON") < len(words) - 1 - words[::-1].index("TO")


_TESTS: dict[str, Callable[[list[Token], int], bool]] = {
    "SELECT": is_select,
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
    "WITH": is_with,
    "EXEC": _call,
    "EXECUTE": _call,
    "CALL": _call,
    "GRANT": _grant,
    "FROM": is_from,
}
