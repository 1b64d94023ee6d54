"""CREATE DICTIONARY of ClickHouse: a source of any kind loaded under a name that functions look up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kuajing.lineage.endpoints import Place
from kuajing.lineage.session import Session
from kuajing.lineage.shims.engine_places import place_of_engine
from kuajing.lineage.shims.peeled import Peeled
from kuajing.lineage.shims.servers import Binding, created
from kuajing.lineage.shims.table_functions import Arguments
from kuajing.lineage.text.column_definitions import column_of
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import TableName

_HERE = frozenset({"localhost", "127.0.0.1", ""})


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary: its name, its columns, the kind of its source and what is said of it; `query` as it stands."""

    name: TableName
    columns: tuple[str, ...]
    source: str
    said: Mapping[str, str]
    query: Token | None

    @property
    def is_here(self) -> bool:
        """Whether the source is a table of the same server."""
        return self.source == "CLICKHOUSE" and self.said.get("host", "") in _HERE and "name" not in self.said


def dictionary(words: Sequence[Token]) -> Dictionary | None:
    """What a CREATE DICTIONARY says; None for any other statement."""
    cursor = created(words, ("DICTIONARY",))
    if cursor is None:
        return None
    cursor.take("IF", "NOT", "EXISTS")
    name = cursor.take_name()
    if name is None:
        return None
    if cursor.take("ON", "CLUSTER"):
        cursor.take_value()
    listed = cursor.take_group()
    parts = listed.parts() if listed is not None else []
    columns = tuple(column.name for part in parts if (column := column_of(part)) is not None)
    source, said, query = "", dict[str, str](), None
    if cursor.skip_to("SOURCE") and cursor.take("SOURCE") and (group := cursor.take_group()) is not None:
        source = group.word
        group.position += 1
        inner = group.take_group()
        query = _pairs(inner, said) if inner is not None else None
    return Dictionary(name, columns, source, said, query)


def _pairs(cursor: Cursor, said: dict[str, str]) -> Token | None:
    """Keeps the pairs of words and values; gives the query, if one of them is it."""
    query = None
    while (token := cursor.token) is not None:
        key = token.word.lower()
        cursor.position += 1
        group = cursor.take_group()
        if group is not None:
            if key == "replica":
                _pairs(group, said)
            continue
        value = cursor.token
        if not key or value is None or value.kind is Kind.SIGN:
            continue
        if key == "query":
            query = value
        cursor.position += 1
        said.setdefault(key, value.value if value.kind is Kind.STRING else value.name)
    return query


def bound_dictionary(words: Sequence[Token], session: Session) -> Binding | None:
    """The place a dictionary is loaded from; its columns are kept on the way."""
    found = dictionary(words)
    if found is None:
        return None
    if found.columns:
        session.learn(session.qualified(found.name), found.columns)
    if found.is_here or not found.source:
        return Binding("table", found.name, None)
    said = {**session.collections.get(found.said.get("name", ""), {}), **found.said}
    place = place_of_engine(found.source, Arguments((), said), {})
    if place is None and "name" in said:
        place = Place(found.source.lower(), said["name"])
    return Binding("table", found.name, place)


def loaded_dictionary(words: Sequence[Token], text: str) -> Peeled | None:
    """What creating a dictionary loads: its table or query here, or what it is bound to elsewhere."""
    del text
    found = dictionary(words)
    if found is None or not found.source or found.source == "NULL":
        return None
    if not found.is_here:
        return Peeled("create", table=found.name)
    if found.query is not None and found.query.kind is Kind.STRING:
        query = " " * (found.query.start + 1) + found.query.value
        return Peeled("create", query=query, into=found.name, into_columns=found.columns)
    table = found.said.get("table", "")
    named = tuple(part.lower() for part in (found.said.get("db", ""), *table.split(".")) if part)
    if not table:
        return None
    return Peeled("create", table=named, into=found.name, columns=found.columns, into_columns=found.columns)
