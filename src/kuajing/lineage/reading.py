"""What one statement turns out to do, gathered while it is read and then frozen."""

from collections.abc import Collection
from dataclasses import dataclass, field

from kuajing.lineage.endpoints import Place
from kuajing.lineage.notes import Notes
from kuajing.lineage.text.placeholders import Neutral, has_marker, is_unfilled
from kuajing.lineage.text.positions import Positions
from kuajing.lineage.values.provenance import Path, Provenance, Source
from kuajing.lineage.values.relations import Output
from kuajing.model.lineage import (
    ALL_COLUMNS,
    ColumnEdge,
    Direction,
    EndpointMention,
    Fate,
    Influence,
    Reason,
    Statement,
    TableName,
)


def mention_of(table: TableName, direction: Direction, place: Place) -> EndpointMention:
    """A table as the place that it stands for."""
    return EndpointMention(
        table, direction, place.kind, place.address, place.region, place.inside, place.engine
    )


@dataclass(slots=True)
class Reading:
    """Gathers the tables, edges, influences, endpoints and doubts of one statement.

    `held` is what went into temporary tables; it counts as written when nothing in the text reads them.
    """

    notes: Notes = field(default_factory=Notes)
    reads: set[TableName] = field(default_factory=set)
    writes: set[TableName] = field(default_factory=set)
    edges: dict[tuple[Source, TableName, str], Path] = field(default_factory=dict)
    influences: dict[tuple[Source, TableName], Path] = field(default_factory=dict)
    endpoints: set[EndpointMention] = field(default_factory=set)
    held: list[tuple[TableName, tuple[Output, ...], Provenance]] = field(default_factory=list)
    imported: list[tuple[TableName, Place]] = field(default_factory=list)
    kind: str = "unknown"
    is_unread: bool = False

    def write(self, target: TableName, outputs: tuple[Output, ...], rows: Provenance) -> None:
        """Notes that a table gets these columns, in rows that those columns decide."""
        self.writes.add(target)
        for name, provenance in outputs:
            for source, path in provenance.items():
                key = (source, target, name)
                known = self.edges.get(key)
                self.edges[key] = path if known is None else known.or_else(path)
        self.influence(target, rows)

    def release(self, looked_through: set[TableName]) -> None:
        """Counts what went into temporary tables that nothing has read, and schemas imported that nothing reads from."""
        for target, outputs, rows in self.held:
            if target not in looked_through:
                self.write(target, outputs, rows)
        self.held.clear()
        for schema, place in self.imported:
            if (*schema, "") not in looked_through:
                self.writes.add(schema)
                self.mention(schema, "in", place)
        self.imported.clear()

    def leave_unread(self, key: str, offset: int = -1, **values: str) -> None:
        """Notes that the statement stays unread, and why."""
        self.is_unread = True
        self.notes.add(key, offset, **values)

    def influence(self, target: TableName, rows: Provenance) -> None:
        """Notes that columns decide which rows reach a table."""
        for source, path in rows.items():
            whole = Source(source.table, source.column) if source.path else source
            self.influences.setdefault((whole, target), path)

    def mention(self, table: TableName, direction: Direction, place: Place) -> None:
        """Notes that a table stands for a place outside."""
        self.endpoints.add(mention_of(table, direction, place))

    @property
    def moves(self) -> bool:
        """Whether any value came from one place to another, or decided what is there."""
        return bool(self.edges or self.influences or self.endpoints or (self.writes and self.reads))

    def statement(
        self, positions: Positions, neutral: Neutral, known_by_last: Collection[str] = ()
    ) -> Statement:
        """The statement as a value, sorted, markers of templates put back in names.

        `known_by_last` are the names that end the name of just one known table.
        """
        self._note_stars()
        self.reads |= {source.table for source, target, _ in self.edges if source.table != target}
        self._note_markers(neutral, known_by_last)
        reasons = tuple(
            sorted(
                (
                    Reason(
                        key,
                        tuple((name, neutral.restored(value)) for name, value in said),
                        positions.line(offset),
                    )
                    for (key, said), offset in self.notes.found.items()
                ),
                key=lambda reason: (reason.line, reason.key, reason.values),
            )
        )
        line, column = positions.place(0)

        def named(table: TableName) -> TableName:
            return tuple(neutral.restored(part) for part in table)

        return Statement(
            line,
            column,
            "unknown" if has_marker(self.kind) else self.kind,
            self._fate(),
            reasons,
            tuple(sorted({named(table) for table in self.reads})),
            tuple(sorted({named(table) for table in self.writes})),
            self._column_edges(positions, neutral),
            tuple(
                sorted(
                    Influence(
                        named(source.table),
                        neutral.restored(source.column),
                        named(target),
                        positions.line(path.offset),
                    )
                    for (source, target), path in self.influences.items()
                )
            ),
            tuple(
                sorted(
                    (
                        EndpointMention(
                            named(mention.table),
                            mention.direction,
                            mention.kind,
                            neutral.restored(mention.address),
                            mention.region,
                            named(mention.inside),
                            mention.engine,
                        )
                        for mention in self.endpoints
                    ),
                    key=lambda mention: (mention.table, mention.direction, mention.kind, mention.address),
                )
            ),
        )

    def _fate(self) -> Fate:
        if self.is_unread:
            return "unread"
        if not self.moves and not self.notes.found:
            return "no_movement"
        return "partial" if self.notes.found else "resolved"

    def _note_stars(self) -> None:
        tables = {source.table for source, _, _ in self.edges if source.column == ALL_COLUMNS}
        if not self.is_unread:
            for table in sorted(tables):
                self.notes.add("unread.sql_unknown_columns", table=".".join(table))

    def _note_markers(self, neutral: Neutral, known_by_last: Collection[str]) -> None:
        """Says which tables are named by a marker of a template, and so known only when it is filled in.

        One whose last name alone finds the one table of it is known whatever its database.
        """
        if self.is_unread or not self.moves:
            return
        for table in sorted(self.reads | self.writes):
            is_open = any(has_marker(part) and is_unfilled(neutral.restored(part)) for part in table)
            if is_open and table[-1] not in known_by_last:
                self.notes.add("unread.sql_template_table", table=".".join(table))

    def _column_edges(self, positions: Positions, neutral: Neutral) -> tuple[ColumnEdge, ...]:
        edges = [
            ColumnEdge(
                source.table,
                source.column,
                target,
                name,
                path.transform.word,
                tuple(sorted(path.functions)),
                path.is_ambiguous,
                *positions.place(path.offset),
                source.path,
            )
            for (source, target, name), path in self.edges.items()
        ]
        return tuple(sorted([_restored(edge, neutral) for edge in edges] if neutral.markers else edges))


def _restored(edge: ColumnEdge, neutral: Neutral) -> ColumnEdge:
    """The edge with the markers of templates put back in its names."""
    return edge._replace(
        source_table=tuple(neutral.restored(part) for part in edge.source_table),
        source_column=neutral.restored(edge.source_column),
        target_table=tuple(neutral.restored(part) for part in edge.target_table),
        target_column=neutral.restored(edge.target_column),
        source_path=neutral.restored(edge.source_path),
    )
