"""Names, tables and ends of statements among tokens."""

from kuajing.embedded.sql_tokens import Token
from kuajing.embedded.vocabulary import words

ARTICLES = frozenset(
    {"THE", "AN", "ANY", "YOUR", "THIS", "THESE", "THAT", "ITS", "OUR", "THEIR", "IT", "HIS"}
)
"""Words of prose that name no column or table."""
AFTER_TABLE = words(
    "AS CROSS CLUSTER DISTRIBUTE EMIT EXCEPT FETCH FINAL FOR FORCE FULL GLOBAL GROUP HAVING INNER"
    " INTERSECT JOIN LATERAL LEFT LIMIT MINUS NATURAL OFFSET ON ORDER OUTER PARTITION PIVOT PREWHERE"
    " QUALIFY RIGHT SAMPLE SEMI ANTI SORT TABLESAMPLE UNION UNPIVOT USE USING WHERE WINDOW WITH ASOF ANY"
    " ALL INSERT SETTINGS FORMAT INTO SELECT START CONNECT MATCH_RECOGNIZE SET VALUES OPTION STRAIGHT_JOIN"
)


def word_at(found: list[Token], at: int) -> str:
    """The word of a token in upper case; empty behind the end."""
    return found[at].upper if at < len(found) else ""


def after_name(found: list[Token], at: int) -> int | None:
    """Where what follows a name begins; None where no name stands here."""
    begin = at
    while at < len(found) and found[at].is_name:
        if found[at].upper in ARTICLES:
            return None
        end = found[at].end
        at += 1
        if at < len(found) and found[at].text in {".", ":", "-", "@"} and (found[at].begin == end):
            at += 1
        elif at == len(found) or found[at].begin != end or not found[at].is_name:
            break
    return at if at > begin else None


def ends(found: list[Token], at: int) -> bool:
    """Whether a statement ends here."""
    return at >= len(found) or found[at].text in {";", ")"}


def goes_on(found: list[Token], at: int) -> bool:
    """Whether what stands here may follow a table."""
    if ends(found, at) or found[at].text in {",", "(", "[", "@", "}"} or found[at].kind == "marker":
        return True
    return found[at].upper in AFTER_TABLE


def is_source(found: list[Token], at: int) -> bool:
    """Whether what follows FROM is a table, and what follows the table goes on like SQL."""
    if at >= len(found):
        return False
    while word_at(found, at) in {"ONLY", "LATERAL", "TABLE"}:
        at += 1
    if word_at(found, at) in {"(", "UNNEST", "["} or (at < len(found) and found[at].kind == "quoted"):
        return True
    after = after_name(found, at)
    if after is None:
        return False
    return goes_on(found, after) or goes_on(found, after + 1)


def closes(found: list[Token], at: int) -> bool:
    """Whether nothing stands behind the bracket that opens here."""
    depth = 0
    for index in range(at, len(found)):
        depth += (found[index].text == "(") - (found[index].text == ")")
        if depth == 0:
            return index + 1 == len(found) or found[index + 1].text in {";", "}"}
    return False
