"""Mapper XML of MyBatis and iBATIS to one block for each statement, and for each reading of its choices."""

import re
from collections.abc import Iterator

from kuajing.embedded.block import Draft, Drafts, Note
from kuajing.embedded.mapper_flat import Flattening, TooLong, choices_in
from kuajing.embedded.mapper_tree import Element, Refused, read_tree
from kuajing.embedded.markers import clause_notes
from kuajing.embedded.ways import ways

_IS_MAPPER = re.compile(r"<(?:mapper\s[^<>]*\bnamespace|sqlMap[\s>]|!DOCTYPE\s+(?:mapper|sqlMap)\b)")
_HALF = re.compile(
    r"(?P<before>(?i:\b(?:and|or|where)\s+|\(\s*))(?P<marker>\$\{[^{}]+\})(?=\s+(?P<after>\#\{|\())"
)
"""A marker that holds a column and its operator: only the operand is written out."""
MOST_TOO_LONG = 10
"""How many statements that grow too long are tried in one file."""
_STATEMENTS = frozenset({"select", "insert", "update", "delete", "statement", "procedure", "selectKey"})
_DATABASES = {
    "mysql": "mysql", "oracle": "oracle", "postgresql": "postgres", "postgres": "postgres", "sqlserver": "tsql",
    "mssql": "tsql", "h2": None, "db2": None, "dm": "dameng", "kingbase": "kingbase", "opengauss": "opengauss",
    "clickhouse": "clickhouse", "hive": "hive", "doris": "doris",
}  # fmt: skip


def is_mapper(text: str) -> bool:
    """Whether an XML text is a mapper."""
    return _IS_MAPPER.search(text) is not None


def mapper_drafts(text: str) -> Drafts:
    """The statements of a mapper."""
    try:
        root = read_tree(text)
    except Refused as refusal:
        return Drafts(notes=(Note(refusal.at, refusal.reason),))
    namespace = root.attributes.get("namespace", "")
    top = [one for one in root.contents if isinstance(one, Element)]
    fragments = {one.attributes.get("id", ""): one for one in top if one.tag == "sql"}
    drafts: list[Draft] = []
    notes: list[Note] = []
    too_long = 0
    for element in top:
        for statement in _statements(element):
            try:
                if too_long > MOST_TOO_LONG:
                    raise TooLong  # noqa: TRY301  one more of its kind
                drafts += _readings(statement, fragments, namespace)
            except (TooLong, RecursionError):
                too_long += 1
                notes.append(Note(statement.begin, "unread.embedded_too_long"))
    return Drafts(tuple(drafts), tuple(notes))


def _statements(element: Element) -> Iterator[Element]:
    """A statement and the key queries within it."""
    if element.tag not in _STATEMENTS:
        return
    yield from (one for one in element.contents if isinstance(one, Element) and one.tag == "selectKey")
    yield element


def _readings(element: Element, fragments: dict[str, Element], namespace: str) -> Iterator[Draft]:
    """A block for each reading of a statement that differs from those before."""
    choices = choices_in(element, fragments, namespace)
    taken, is_whole = ways(choices)
    partial = (
        ()
        if is_whole
        else (Note(element.begin, "unread.embedded_alternatives", (("count", str(len(taken))),)),)
    )
    readings: dict[str, Draft] = {}
    for way in taken:
        flattening = Flattening(fragments, namespace, way)
        placed = flattening.flat(element).stripped().replaced(_HALF, _with_operator)
        if not placed.text:
            continue
        name = element.attributes.get("id") or (element.tag if element.tag == "selectKey" else None)
        readings.setdefault(
            placed.text,
            Draft(
                "sql",
                placed,
                _DATABASES.get(element.attributes.get("databaseId", "").lower()),
                ".".join(filter(None, (namespace, name))) or None,
                notes=tuple(sorted({*flattening.notes, *clause_notes(placed), *partial})),
            ),
        )
    for number, draft in enumerate(readings.values(), start=1):
        alternative = (number, len(readings)) if len(readings) > 1 else None
        yield Draft(
            draft.language,
            draft.placed,
            draft.dialect_hint,
            draft.name,
            alternative=alternative,
            notes=draft.notes,
        )


def _with_operator(match: re.Match[str]) -> str:
    return match["before"] + match["marker"] + (" in" if match["after"] == "(" else " =")
