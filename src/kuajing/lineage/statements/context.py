"""What the readers of single statements share: dialect, session, queries, and the reading they fill."""

from dataclasses import dataclass

from sqlglot import exp

from kuajing.lineage.querying.queries import Queries
from kuajing.lineage.querying.tables import outside_named, place_of
from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.values.provenance import Provenance
from kuajing.lineage.values.relations import Output, Relation, base_relation
from kuajing.lineage.values.scopes import Scope, known_as, table_name
from kuajing.model.lineage import TableName


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one statement."""

    dialect: Dialect
    session: Session
    reading: Reading
    queries: Queries

    def value(self, expression: exp.Expr, scope: Scope) -> Provenance:
        """Where an expression's value comes from."""
        return self.queries.expressions.provenance(expression, scope, prefers_alias=False)

    def name(self, table: exp.Expr) -> TableName:
        """The full name of a table, completed by the database in use; one that is written as a path is that path."""
        if not isinstance(table, exp.Table):
            return (table.name.lower(),)
        opened = self.session.stand_ins.get(table.name)
        if opened is not None:
            return opened.table
        named = outside_named(table)
        if named is None:
            return self.session.qualified(table_name(table, self.dialect))
        self.session.places[named.table] = named.place
        return named.table

    def target(self, table: exp.Expr) -> Relation:
        """The relation of a table that is written: reading its columns does not make it a source by itself."""
        name = self.name(table)
        return base_relation(
            name,
            self.session.columns(name),
            known_as(table) if isinstance(table, exp.Table) else table.name.lower(),
        )

    def hold(self, target: TableName, relation: Relation, *, replace: bool) -> None:
        """Keeps what goes into a temporary table for those who read it."""
        self.session.fill_temporary(target, relation, replace=replace)
        self.reading.held.append((target, relation.columns, relation.rows))

    def write(
        self, target: TableName, outputs: tuple[Output, ...], rows: Provenance, *, replace: bool = False
    ) -> None:
        """Notes columns written to a table; into a temporary one they are kept for its readers instead."""
        if target in self.session.temporary or target[-1].startswith(("#", "@")):
            self.hold(target, Relation(outputs, rows), replace=replace)
            return
        self.reading.write(target, outputs, rows)
        place = place_of(target, self.session, self.dialect)
        if place is not None:
            self.reading.mention(target, "out", place)
