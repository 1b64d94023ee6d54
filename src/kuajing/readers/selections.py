"""The outputs of a query in order, read by the SQL engine: for jobs that hold queries, and for views of other files."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kuajing.lineage.movement import read_movement
from kuajing.model.facts import Transform
from kuajing.model.lineage import ColumnEdge, ReadMovement, Statement
from kuajing.model.names import ALL_COLUMNS

TablePath = tuple[str, ...]
Reason = tuple[str, tuple[tuple[str, str], ...]]

_SINK: TablePath = ("kuajing_sink",)
_END: TablePath = ("kuajing_end",)
_POSITIONS = {f"c{position}": position for position in range(1024)}
_BRACES = 2
_BARE_PLACEHOLDER = re.compile(r"(?<![\w$])\$([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a query is read with: dialect, known tables, effects of user functions, and what stands for a short name."""

    dialect: str | None
    schema: Mapping[TablePath, tuple[str, ...]] = field(default_factory=dict)
    functions: Mapping[str, str] = field(default_factory=dict)
    default_database: str | None = None
    default_schema: str | None = None
    read: ReadMovement = read_movement


@dataclass(frozen=True, slots=True)
class Selected:
    """A column that an output of a query comes from, or that decides its rows; `offset` is its place in the query."""

    table: TablePath
    column: str
    transform: Transform = Transform.IDENTITY
    functions: tuple[str, ...] = ()
    certain: bool = True
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """The outputs of a query in order; a constant has no columns.

    `is_counted` is False where a `*` stayed open or the query could not be read: the outputs are then those of
    which something is known. `filters` are columns that decide which rows come. `reasons` are keys of
    `kuajing.messages` with their values.
    """

    outputs: tuple[tuple[Selected, ...], ...]
    is_counted: bool
    filters: tuple[Selected, ...] = ()
    reasons: tuple[Reason, ...] = ()


def select(query: str, around: Surroundings, before: str = "") -> Selection:
    """The outputs of a query; `before` is SQL whose definitions the query sees.

    The engine reads movements, so the query is made one: into a table with a column for every position, with one
    more column behind the last, whose position says how many there are.
    """
    query = query.rstrip().rstrip(";")
    inner = _BARE_PLACEHOLDER.sub(r"${\1}", query)
    head = f"{before}\nINSERT INTO {_SINK[0]}\nSELECT kuajing_query.*, {_END[0]}.mark FROM (\n"
    statements = around.read(
        f"{head}{inner}\n) kuajing_query, {_END[0]}",
        dialect=around.dialect,
        schema={**around.schema, _SINK: tuple(_POSITIONS), _END: ("mark",)},
        default_database=around.default_database,
        default_schema=around.default_schema,
        functions=around.functions,
    )
    if not statements or (len(statements) > 1 and not before):
        return Selection((), is_counted=False, reasons=(("unread.datax_query", ()),))
    return _selection(statements[-1], _Offsets.of(query, head.count("\n")))


@dataclass(frozen=True, slots=True)
class _Offsets:
    """Places of the statement to offsets in the query as it was given, before placeholders got their braces."""

    first_line: int
    line_starts: tuple[int, ...]
    braced: tuple[int, ...]

    @classmethod
    def of(cls, query: str, first_line: int) -> "_Offsets":
        found = enumerate(_BARE_PLACEHOLDER.finditer(query))
        braced = tuple(match.end() + _BRACES * (index + 1) for index, match in found)
        inner = _BARE_PLACEHOLDER.sub(r"${\1}", query)
        return cls(first_line, (0, *(match.end() for match in re.finditer("\n", inner))), braced)

    def at(self, line: int, column: int) -> int:
        row = line - 1 - self.first_line
        if not 0 <= row < len(self.line_starts):
            return 0
        offset = self.line_starts[row] + column - 1
        return offset - _BRACES * bisect_right(self.braced, offset)


def _selection(statement: Statement, offsets: _Offsets) -> Selection:
    by_target: dict[str, set[Selected]] = defaultdict(set)
    ends: list[str] = []
    for edge in statement.edges:
        if edge.source_table[-1:] == _END:
            ends.append(edge.target_column)
        else:
            by_target[edge.target_column].add(_selected(edge, offsets))
    filters = {
        Selected(influence.source_table, influence.source_column, offset=offsets.at(influence.line, 1))
        for influence in statement.influences
        if influence.source_table[-1:] != _END and "$" not in influence.source_column
    }
    reasons = tuple(sorted({(reason.key, reason.values) for reason in statement.reasons}))
    count = _count(ends, by_target)
    if count is not None:
        outputs = tuple(_sorted(by_target.get(name, set())) for name in list(_POSITIONS)[:count])
        return Selection(outputs, True, _sorted(filters), reasons)  # noqa: FBT003  counted, as its name says
    outputs = tuple(_sorted(by_target[name]) for name in sorted(by_target)) or tuple(
        (Selected(table, ALL_COLUMNS, certain=False),) for table in statement.reads if table[-1:] != _END
    )
    return Selection(outputs, False, _sorted(filters), reasons)  # noqa: FBT003


def _count(ends: list[str], by_target: Mapping[str, set[Selected]]) -> int | None:
    """How many outputs there are: the position of the mark behind them, where no `*` stands before it."""
    if len(ends) != 1 or ends[0] not in _POSITIONS:
        return None
    count = _POSITIONS[ends[0]]
    # A `*` that is worked into one output by a placeholder is one output all the same.
    is_open = any(
        column.column == ALL_COLUMNS and column.transform is Transform.IDENTITY
        for columns in by_target.values()
        for column in columns
    )
    return None if is_open or any(_POSITIONS.get(name, count) >= count for name in by_target) else count


def _selected(edge: ColumnEdge, offsets: _Offsets) -> Selected:
    return Selected(
        edge.source_table,
        edge.source_column,
        Transform(edge.transform),
        edge.functions,
        certain=not edge.ambiguous,
        offset=offsets.at(edge.line, edge.column),
    )


def _sorted(columns: set[Selected]) -> tuple[Selected, ...]:
    return tuple(
        sorted(
            columns,
            key=lambda column: (
                column.table,
                column.column,
                column.offset,
                column.transform.value,
                column.functions,
            ),
        )
    )
