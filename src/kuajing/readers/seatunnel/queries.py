"""SQL of sources, transforms and sinks: the outputs of a query by name, and where an insert puts its values."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass

from kuajing.lineage.structure import read_structure
from kuajing.model.facts import DatasetMention, Transform
from kuajing.model.lineage import ColumnEdge, Influence, ReadMovement
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.datax.records import Note, Value
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.placeholders import Filled, fill_sql
from kuajing.readers.places import beside, without_keys
from kuajing.readers.seatunnel.places import Quoted
from kuajing.readers.seatunnel.streams import Column, Table, changed, doubtful
from kuajing.source.location import Location
from kuajing.source.nodes import Scalar

Schema = Map[tuple[str, ...], tuple[str, ...]]
Values = Callable[[ColumnEdge, Location], tuple[Value, ...]]

_SINK = "kuajing_sink"
_INSERT = re.compile(
    r"\s*(?:insert|upsert|replace|merge)\s+(?:ignore\s+)?(?:overwrite\s+)?(?:into\s+)?(?:table\s+)?"
    r"(?P<table>[^\s(]+)\s*(?:\((?P<columns>[^()]*)\))?\s*values\s*\((?P<values>.*)\)",
    re.IGNORECASE | re.DOTALL,
)
_TARGET = re.compile(
    r"\b(?:insert\s+(?:ignore\s+|overwrite\s+)?(?:into\s+)?(?:table\s+)?|upsert\s+into\s+|replace\s+into\s+|merge\s+into\s+|update\s+"
    r"|delete\s+from\s+)(?P<table>[^\s(;]+)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s*:(\w+)\s*")
_MOST = 1 << 17


@dataclass(frozen=True, slots=True)
class Reading:
    """What SQL is read with: shapes of all tables, effects of user functions, values of placeholders, the engine."""

    catalogue: Catalogue
    functions: Map[str, str]
    values: Map[str, str]
    strings: Quoted
    read: ReadMovement


@dataclass(frozen=True, slots=True)
class Insert:
    """The table that a statement of a sink fills; `columns` pair with a position or a name, None where not known."""

    table: tuple[str, ...]
    columns: tuple[tuple[str, int | str], ...] | None


def table_of_query(
    query: Scalar, here: DatasetMention, dialect: str | None, reading: Reading
) -> tuple[Table, tuple[Note, ...]]:
    """The rows that a query run at a place gives; nothing where it names no table."""
    filled = fill_sql(str(query.value)[:_MOST], reading.values)
    schema = reading.catalogue.schema_for(here, filled.text)

    def values(edge: ColumnEdge, place: Location) -> tuple[Value, ...]:
        mention = beside(here, edge.source_table, reading.values)
        return (
            Value(
                mention,
                edge.source_column,
                place,
                Transform(edge.transform),
                edge.functions,
                not edge.ambiguous,
            ),
        )

    return _read(query, filled, schema, dialect, reading, values)


def table_of_transform(query: Scalar, given: Table, reading: Reading) -> tuple[Table, tuple[Note, ...]]:
    """The rows that a query over the rows of the job gives: whatever name it uses, it means those rows."""
    filled = fill_sql(str(query.value)[:_MOST], reading.values)
    names = _tables_in(filled.text, reading)
    known = () if given.rest else tuple(column.name for column in given.columns)
    schema = dict.fromkeys(names, known) if known else {}

    def values(edge: ColumnEdge, place: Location) -> tuple[Value, ...]:
        del place
        column = given.column(edge.source_column)
        found = (
            given.values if edge.source_column == ALL_COLUMNS else column.values if column is not None else ()
        )
        return _through(found, edge)

    table, notes = _read(query, filled, schema, None, reading, values)
    if not table.columns and not table.rest and notes:
        # What cannot be read may hand on anything, changed or not.
        table = Table(rest=doubtful(given.values), is_ordered=False)
    return table, notes


def _through(values: tuple[Value, ...], edge: ColumnEdge) -> tuple[Value, ...]:
    found = changed(values, Transform(edge.transform), *edge.functions)
    return doubtful(found) if edge.ambiguous else found


def _tables_in(text: str, reading: Reading) -> tuple[tuple[str, ...], ...]:
    statements = reading.read(f"CREATE TABLE {_SINK} AS\n{text}", dialect=None, schema={})
    return statements[-1].reads if statements else ()


def _read(
    query: Scalar, filled: Filled, schema: Schema, dialect: str | None, reading: Reading, values: Values
) -> tuple[Table, tuple[Note, ...]]:
    text = filled.text.strip().rstrip(";")
    sql = f"CREATE TABLE {_SINK} AS\n{text}"
    statements = reading.read(sql, dialect=dialect, schema=schema, functions=reading.functions)
    if len(statements) != 1:
        return Table(is_ordered=False), (Note("unread.seatunnel_query", query.location),)
    statement = statements[0]
    place = _Places(query, filled, text, reading)
    by_name: dict[str, tuple[str, list[Value]]] = {}
    rest: list[Value] = []
    for edge in statement.edges:
        found = values(edge, place.of(edge))
        if edge.target_column == ALL_COLUMNS:
            rest += found
        else:
            by_name.setdefault(edge.target_column.lower(), (edge.target_column, []))[1].extend(found)
    order = () if rest else _order(sql, dialect, schema, by_name)
    missing = tuple(
        name for folded, (name, _) in by_name.items() if folded not in {one.lower() for one in order}
    )
    columns = tuple(
        Column(name, tuple(by_name.get(name.lower(), (name, ()))[1])) for name in (*order, *missing)
    )
    filters = tuple(value for one in statement.influences for value in _deciding(one, values, query.location))
    notes = tuple(
        Note(reason.key, query.location, tuple((name, without_keys(value)) for name, value in reason.values))
        for reason in statement.reasons
    )
    return Table((), columns, tuple(rest), filters, is_ordered=bool(order) and not missing), notes


@dataclass(frozen=True, slots=True)
class _Places:
    """Finds the places of edges in the file that holds the query."""

    query: Scalar
    filled: Filled
    text: str
    reading: Reading

    def of(self, edge: ColumnEdge) -> Location:
        """The place of an edge; that of the query where the edge has none of its own."""
        lines = (0, *(found.end() for found in re.finditer("\n", self.text)))
        # The first line is that of the table which the query is made into.
        row = edge.line - 2
        if not 0 <= row < len(lines):
            return self.query.location
        lead = len(self.filled.text) - len(self.filled.text.lstrip())
        offset = self.filled.offset(lead + lines[row] + edge.column - 1)
        return self.reading.strings.places(self.query, (offset,))[0]


def _deciding(influence: Influence, values: Values, place: Location) -> tuple[Value, ...]:
    if "$" in influence.source_column:
        return ()
    source = (influence.source_table, influence.source_column)
    return values(ColumnEdge(*source, (_SINK,), ALL_COLUMNS, "identity", line=influence.line), place)


def _order(sql: str, dialect: str | None, schema: Schema, names: Map[str, object]) -> tuple[str, ...]:
    """The names of all outputs in order, constants too; nothing where a `*` hides them."""
    definitions = read_structure(sql, dialect=dialect)
    if definitions and definitions[0].complete:
        return tuple(column.name for column in definitions[0].columns)
    columns = next(iter(schema.values())) if len(schema) == 1 else ()
    return columns if {one.lower() for one in columns} == set(names) else ()


def insert_of(text: str) -> Insert | None:
    """What a statement of a sink fills; None where no table is named."""
    found = _INSERT.match(text[:_MOST])
    if found is not None:
        return Insert(name_parts(found["table"]), _pairs(found["columns"], found["values"]))
    target = _TARGET.search(text[:_MOST])
    return Insert(name_parts(target["table"]), None) if target is not None else None


def _pairs(columns: str | None, values: str) -> tuple[tuple[str, int | str], ...] | None:
    if columns is None:
        return None
    names = [part.strip().strip('`"[]') for part in columns.split(",")]
    given = _split(values)
    if len(given) != len(names):
        return None
    pairs: list[tuple[str, int | str]] = []
    taken = 0
    for name, value in zip(names, given, strict=True):
        parameter = _NAMED.fullmatch(value)
        if parameter is not None:
            pairs.append((name, parameter[1]))
            continue
        for _ in range(value.count("?")):
            pairs.append((name, taken))
            taken += 1
    return tuple(pairs)


def _split(text: str) -> list[str]:
    """The parts of a list of expressions, parted by commas outside of brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            break
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
