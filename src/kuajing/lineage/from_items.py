"""What stands in FROM and JOIN as relations: tables, subqueries, laterals, table functions, VALUES, pivots."""

from collections.abc import Callable
from typing import Protocol

from sqlglot import exp

from kuajing.lineage.expressions import Expressions
from kuajing.lineage.pivots import pivoted
from kuajing.lineage.provenance import add
from kuajing.lineage.relations import Output, Relation
from kuajing.lineage.scopes import Scope
from kuajing.lineage.unnesting import unnested


class Tables(Protocol):
    """Gives the relation of a table of the database, and of a table function, noting that it is read."""

    def read(self, table: exp.Table, alias: str) -> Relation:
        """The relation of a named table."""

    def read_function(self, function: exp.Expr, table: exp.Expr) -> Relation | None:
        """The relation of a function that reads a place outside; None when it is no such function."""


class FromItems:
    """Reads the items of FROM clauses into scopes."""

    def __init__(
        self,
        expressions: Expressions,
        tables: Tables,
        read_query: Callable[[exp.Expr, Scope], Relation],
    ) -> None:
        self._expressions = expressions
        self._tables = tables
        self._read_query = read_query

    def add_all(self, node: exp.Expr, scope: Scope) -> None:
        """Puts all that a query's or statement's FROM, JOIN and LATERAL clauses name in sight."""
        from_ = node.args.get("from_")
        if from_ is not None:
            for item in (from_.this, *from_.expressions):
                self.add(item, scope)
        self._add_joined(node, scope)

    def add(self, item: exp.Expr | None, scope: Scope) -> None:
        """Puts one item, with what is joined to it, in sight."""
        if item is None:
            return
        if isinstance(item, exp.Subquery) and not isinstance(item.this, exp.Query):
            self.add(item.this, scope)
        else:
            scope.add(self.relation(item, scope))
        self._add_joined(item, scope)

    def _add_joined(self, node: exp.Expr, scope: Scope) -> None:
        for join in node.args.get("joins") or ():
            self._join(join, scope)
        for lateral in node.args.get("laterals") or ():
            scope.add(self.relation(lateral, scope))

    def _join(self, join: exp.Join, scope: Scope) -> None:
        before = len(scope.relations)
        self.add(join.this, scope)
        if (join.kind or "").upper() in {"SEMI", "ANTI"} or (join.side or "").upper() in {"SEMI", "ANTI"}:
            scope.unseen.update(id(relation) for relation in scope.relations[before:])
        if (join.method or "").upper() == "NATURAL":
            scope.is_natural = True
        for column in join.args.get("using") or ():
            name = column.name.lower()
            scope.using.add(name)
            for relation in scope.relations:
                add(scope.rows, relation.column(name))
        for word in ("on", "match_condition"):
            condition = join.args.get(word)
            if condition is not None:
                add(scope.rows, self._expressions.provenance(condition, scope, prefers_alias=False))

    def relation(self, item: exp.Expr, scope: Scope) -> Relation:
        """One item as a relation under the alias it is given."""
        relation = self._plain_relation(item, scope)
        for pivot in item.args.get("pivots") or ():
            relation = pivoted(relation, pivot, self._expressions)
        return relation

    def _plain_relation(self, item: exp.Expr, scope: Scope) -> Relation:
        while isinstance(item, exp.Final):
            item = item.this
        alias, columns = _alias_of(item)
        if isinstance(item, exp.Table):
            return self._table(item, alias, columns, scope)
        if isinstance(item, exp.Lateral):
            return self._lateral(item, alias, columns, scope)
        if isinstance(item, exp.Unnest):
            offset = item.args.get("offset")
            if isinstance(offset, exp.Expr) and columns and columns[-1] == offset.name.lower():
                columns = columns[:-1]
            relation = unnested(item, alias, columns, scope, self._expressions)
            if not isinstance(offset, exp.Expr):
                return relation
            outputs = (*relation.columns, Output(offset.name.lower(), {}))
            return Relation(outputs, alias=alias, element=relation.element)
        if isinstance(item, exp.Query):
            outer = Scope(parent=scope.parent, common=scope.common)
            return self._read_query(item, outer).named(alias, columns)
        if isinstance(item, exp.Values):
            return self._values(item, alias, columns, scope)
        return self._function(item, item, alias, columns, scope)

    def _table(self, table: exp.Table, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        if not isinstance(table.this, (exp.Identifier, exp.Parameter)):
            return self._function(table.this, table, alias, columns, scope)
        if len(table.parts) == 1:
            common = scope.common_relation(table.name.lower())
            if common is not None:
                return common.named(alias or table.name.lower(), columns)
        array = _correlated_column(table, scope)
        if array is not None:
            return unnested(array, alias or table.name.lower(), columns, scope, self._expressions)
        relation = self._tables.read(table, alias or table.name.lower())
        return relation.named(relation.alias, columns, relation.table) if columns else relation

    def _function(
        self,
        function: exp.Expr,
        item: exp.Expr,
        alias: str,
        columns: tuple[str, ...],
        scope: Scope,
    ) -> Relation:
        outside = self._tables.read_function(function, item)
        if outside is not None:
            return outside.named(alias or outside.alias, columns, outside.table)
        inner = next((node for node in function.iter_expressions() if isinstance(node, exp.Query)), None)
        if inner is not None:
            relation = self._read_query(inner, scope)
            return relation.named(alias, columns)
        return unnested(function, alias, columns, scope, self._expressions)

    def _lateral(self, lateral: exp.Lateral, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        inner = lateral.this
        if isinstance(inner, exp.Subquery):
            return self._read_query(inner, scope).named(alias, columns)
        if isinstance(inner, exp.Table) and not isinstance(inner.this, exp.Identifier):
            inner = inner.this
        return self._function(inner, lateral, alias, columns, scope)

    def _values(self, values: exp.Values, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        """VALUES rows: literals carry nothing, a subquery in them does."""
        width = max((len(row.expressions) for row in values.expressions), default=0)
        names = columns or tuple(f"col{place + 1}" for place in range(width))
        outputs = [Output(name, {}) for name in names]
        if values.find(exp.Column, exp.Query, exp.Parameter):
            for row in values.expressions:
                for place, cell in enumerate(row.expressions[: len(outputs)]):
                    add(outputs[place].provenance, self._expressions.provenance(cell, scope))
        return Relation(tuple(outputs), alias=alias)


def _alias_of(item: exp.Expr) -> tuple[str, tuple[str, ...]]:
    alias = item.args.get("alias")
    if not isinstance(alias, exp.TableAlias):
        return item.alias.lower(), ()
    return alias.name.lower(), tuple(column.name.lower() for column in alias.columns)


def _correlated_column(table: exp.Table, scope: Scope) -> exp.Expr | None:
    """The array column that `FROM t, t.items` opens: its first part is an alias already in sight."""
    parts = table.parts
    if len(parts) == 1 or not any(relation.alias == parts[0].name.lower() for relation in scope.relations):
        return None
    return exp.Column(this=parts[1], table=parts[0])
