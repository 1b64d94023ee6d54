"""What a query or an expression of a job selects, column by column, read by the SQL engine."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kuajing.lineage import read_movement
from kuajing.lineage.statement import ColumnEdge, Statement
from kuajing.model.facts import Transform
from kuajing.model.names import ALL_COLUMNS

TablePath = tuple[str, ...]
Reason = tuple[str, tuple[tuple[str, str], ...]]

_SINK = "kuajing_sink"
_END = "kuajing_end"
_POSITIONS = {f"c{position}": position for position in range(1024)}


@dataclass(frozen=True, slots=True)
class Selected:
    """A column that an output of a query comes from."""

    table: TablePath
    column: str
    transform: Transform = Transform.IDENTITY
    functions: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """The outputs of a query in order; a constant has no columns.

    `is_counted` is False where a `*` stayed open or the query could not be read: the outputs are then those of
    which something is known. `filters` are columns that decide which rows come. `reasons` are keys of
    `kuajing.messages` with their values.
    """

    outputs: tuple[tuple[Selected, ...], ...]
    is_counted: bool
    filters: tuple[tuple[TablePath, str], ...] = ()
    reasons: tuple[Reason, ...] = ()


def select(
    query: str, dialect: str | None, schema: Mapping[TablePath, tuple[str, ...]], functions: Mapping[str, str]
) -> Selection:
    """The outputs of a query.

    The engine reads movements, so the query is made one: into a table with a column for every position, with one
    more column behind the last, whose position says how many there are.
    """
    inner = query.strip().rstrip(";")
    sql = (
        f"INSERT INTO {_SINK} ({', '.join(_POSITIONS)})\n"
        f"SELECT kuajing_query.*, {_END}.mark FROM (\n{inner}\n) kuajing_query, {_END}"
    )
    known = {**schema, (_END,): ("mark",)}
    statements = read_movement(
        sql, dialect=dialect, schema=known, default_database=None, default_schema=None, functions=functions
    )
    if len(statements) != 1:
        return Selection((), is_counted=False, reasons=(("unread.datax_query", ()),))
    return _selection(statements[0])


def _selection(statement: Statement) -> Selection:
    edges = [edge for edge in statement.edges if edge.source_table != (_END,)]
    end = [edge.target_column for edge in statement.edges if edge.source_table == (_END,)]
    filters = {
        (influence.source_table, influence.source_column)
        for influence in statement.influences
        if influence.source_table != (_END,)
    }
    by_target: dict[str, set[Selected]] = defaultdict(set)
    for edge in edges:
        by_target[edge.target_column].add(_selected(edge))
    is_counted = (
        len(end) == 1
        and end[0] in _POSITIONS
        and not any(edge.source_column == ALL_COLUMNS for edge in edges)
    )
    count = _POSITIONS[end[0]] if is_counted else 0
    if is_counted and all(_POSITIONS.get(name, count) < count for name in by_target):
        outputs = tuple(_sorted(by_target.get(name, set())) for name in list(_POSITIONS)[:count])
    else:
        is_counted = False
        outputs = tuple(_sorted(by_target[name]) for name in sorted(by_target))
        if not outputs:
            outputs = tuple(
                (Selected(table, ALL_COLUMNS, certain=False),)
                for table in statement.reads
                if table != (_END,)
            )
    reasons = {(reason.key, reason.values) for reason in statement.reasons}
    return Selection(outputs, is_counted, tuple(sorted(filters)), tuple(sorted(reasons)))


def _selected(edge: ColumnEdge) -> Selected:
    return Selected(
        edge.source_table,
        edge.source_column,
        Transform(edge.transform),
        edge.functions,
        certain=not edge.ambiguous,
    )


def _sorted(columns: set[Selected]) -> tuple[Selected, ...]:
    return tuple(
        sorted(
            columns,
            key=lambda column: (column.table, column.column, column.transform.value, column.functions),
        )
    )
