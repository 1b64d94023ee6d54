"""CREATE TABLE read from its tokens: columns with types and comments, options, partitions, likeness."""

from collections.abc import Sequence
from dataclasses import dataclass

from kuajing.lineage.cursor import Cursor
from kuajing.lineage.keywords import word_set
from kuajing.lineage.lexer import Kind, Token
from kuajing.lineage.statement import TableName

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
_KINDS = ("TABLE", "STREAM")
_BEFORE_KIND = 8


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a definition and the offset of its name."""

    name: str
    type: str | None
    comment: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class Table:
    """What a CREATE TABLE says, before it is turned into a value with lines."""

    name: TableName
    columns: tuple[Column, ...]
    comment: str | None
    like: TableName | None
    is_temporary: bool
    options: dict[str, str]
    location: str | None
    rest: int
    """Index of the first token behind the columns."""


def defined_table(words: Sequence[Token]) -> Table | None:
    """The table that a CREATE TABLE defines; None when the tokens are no such statement."""
    cursor = Cursor(words)
    if not cursor.take("CREATE"):
        return None
    before: set[str] = set()
    while not cursor.take_any(*_KINDS):
        if not cursor.word or len(before) > _BEFORE_KIND or cursor.word in {"VIEW", "AS", "INDEX"}:
            return None
        before.add(cursor.word)
        cursor.position += 1
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    like = cursor.take_name() if cursor.take("LIKE") else None
    columns: list[Column] = []
    group = cursor.take_group()
    if group is not None:
        like = like or _like_inside(group)
        columns = [column for part in group.parts() if (column := column_of(part)) is not None]
    rest = cursor.position
    columns += _partition_columns(Cursor(words, rest), {column.name for column in columns})
    return Table(
        name,
        tuple(columns),
        _comment(Cursor(words, rest)),
        like,
        bool(before & {"TEMPORARY", "TEMP", "VOLATILE"}) or name[-1].startswith("#"),
        _options(Cursor(words, rest)),
        _location(Cursor(words, rest)),
        rest,
    )


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
    comment = part.take_string() if part.skip_to("COMMENT") and part.take("COMMENT") else None
    return Column(token.name, written, comment, token.start)


def _is_constraint(part: Cursor) -> bool:
    """Whether a part that begins with a word such as KEY is a key, and not a column of that name."""
    ahead = Cursor(part.tokens, part.position + 1, part.end)
    if part.word in {"PRIMARY", "FOREIGN"}:
        return ahead.word == "KEY"
    if part.word in {"KEY", "INDEX", "LIKE", "PERIOD", "CHECK", "UNIQUE"}:
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


def _like_inside(group: Cursor) -> TableName | None:
    inner = Cursor(group.tokens, group.position, group.end)
    return inner.take_name() if inner.take("LIKE") else None


def _partition_columns(cursor: Cursor, known: set[str]) -> list[Column]:
    """The columns that Hive's PARTITIONED BY adds, where they are given a type."""
    if not cursor.skip_to("PARTITIONED", "BY"):
        return []
    cursor.position += 2
    group = cursor.take_group()
    parts = group.parts() if group is not None else []
    columns = [column for part in parts if (column := column_of(part)) is not None]
    return [column for column in columns if column.type is not None and column.name not in known]


def _comment(cursor: Cursor) -> str | None:
    if not cursor.skip_to("COMMENT"):
        return None
    cursor.take("COMMENT")
    cursor.take_sign("=")
    return cursor.take_string()


def _location(cursor: Cursor) -> str | None:
    if not cursor.skip_to("LOCATION"):
        return None
    cursor.take("LOCATION")
    cursor.take_sign("=")
    return cursor.take_string()


def view_columns(words: Sequence[Token]) -> tuple[Column, ...]:
    """The columns listed behind the name of a view, with their comments."""
    cursor = Cursor(words)
    if not (cursor.skip_to("VIEW") and cursor.take("VIEW")):
        return ()
    cursor.take("IF", "NOT", "EXISTS")
    group = cursor.take_group() if cursor.take_name() else None
    return tuple(column for part in group.parts() if (column := column_of(part))) if group is not None else ()


_OPTION_LISTS = (("WITH",), ("OPTIONS",), ("PROPERTIES",), ("TBLPROPERTIES",))


def _options(cursor: Cursor) -> dict[str, str]:
    """All options of WITH, OPTIONS, PROPERTIES and TBLPROPERTIES lists."""
    said: dict[str, str] = {}
    for words in _OPTION_LISTS:
        ahead = Cursor(cursor.tokens, cursor.position, cursor.end)
        if ahead.skip_to(*words) and ahead.take(*words):
            group = ahead.take_group()
            said |= group.properties() if group is not None else {}
    return said
