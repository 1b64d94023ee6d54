"""What stands in FROM and JOIN as relations: tables, subqueries, laterals, table functions, VALUES, pivots."""

from collections.abc import Callable
from typing import Protocol

from sqlglot import exp

from kuajing.lineage.notes import Notes
from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.querying.pivot_statements import pivot_statement
from kuajing.lineage.querying.pivots import pivoted
from kuajing.lineage.querying.summaries import summarized
from kuajing.lineage.querying.unnesting import unnested
from kuajing.lineage.values.provenance import Path, Transform, add, merged, through
from kuajing.lineage.values.relations import Output, Relation, base_relation
from kuajing.lineage.values.row_functions import MAKES_ROWS, called, table_by_name
from kuajing.lineage.values.scopes import Scope, known_as
from kuajing.lineage.values.tags import function_name
from kuajing.lineage.values.windows import BOUNDS, WINDOWS, given_tables, windowed_table

_OPENED = Path(Transform.DERIVED)


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
        notes: Notes,
        tables: Tables,
        read_query: Callable[[exp.Expr, Scope], Relation],
    ) -> None:
        self._expressions = expressions
        self._tables = tables
        self._notes = notes
        self._read_query = read_query

    def add_all(self, node: exp.Expr, scope: Scope) -> None:
        """Puts all that a query's or statement's FROM, JOIN and LATERAL clauses name in sight."""
        from_ = node.args.get("from_")
        if from_ is not None:
            for item in (from_.this, *from_.expressions):
                self.add(item, scope)
        self.add_joined(node, scope)

    def add(self, item: exp.Expr | None, scope: Scope) -> None:
        """Puts one item, with what is joined to it, in sight."""
        if item is None:
            return
        if _is_joined_tables(item):
            self.add(item.this, scope)
        else:
            scope.add(self.relation(item, scope))
        self.add_joined(item, scope)

    def add_joined(self, node: exp.Expr, scope: Scope) -> None:
        """Puts what is joined to a table or query, and its lateral views, in sight."""
        for join in node.args.get("joins") or ():
            self._join(join, scope)
        for lateral in node.args.get("laterals") or ():
            scope.add(self.relation(lateral, scope))

    def _join(self, join: exp.Join, scope: Scope) -> None:
        before = len(scope.relations)
        if (join.kind or "").upper() == "ARRAY":
            self._array_join(join, scope)
            return
        self.add(join.this, scope)
        if (join.kind or "").upper() in {"SEMI", "ANTI"} or (join.side or "").upper() in {"SEMI", "ANTI"}:
            scope.unseen.update(id(relation) for relation in scope.relations[before:])
        if (join.method or "").upper() == "NATURAL":
            scope.is_natural = True
            self._same_names(before, scope)
        for column in join.args.get("using") or ():
            name = column.name.lower()
            scope.using.add(name)
            for relation in scope.relations:
                add(scope.rows, relation.column(name))
        for word in ("on", "match_condition"):
            condition = join.args.get(word)
            if condition is not None:
                add(scope.rows, self._expressions.provenance(condition, scope, prefers_alias=False))

    @staticmethod
    def _same_names(before: int, scope: Scope) -> None:
        """Adds the columns a NATURAL JOIN compares to what decides the rows: those that both sides list."""
        left, right = scope.relations[:before], scope.relations[before:]
        names = {output.name for relation in right for output in relation.columns if not output.is_star}
        for relation in left:
            for output in relation.columns:
                if output.name in names:
                    add(scope.rows, output.provenance)
                    for other in right:
                        add(scope.rows, other.column(output.name))

    def _array_join(self, join: exp.Join, scope: Scope) -> None:
        """ClickHouse's ARRAY JOIN: every array opens into rows under its alias, or in its own place."""
        for item in (join.this, *join.expressions):
            opened = through(self._expressions.provenance(item, scope), _OPENED)
            name = item.alias_or_name.lower()
            relation = Relation((Output(name, opened),), alias=name, element=opened)
            scope.add(relation)
            if not item.alias:
                scope.unseen.add(id(relation))

    def relation(self, item: exp.Expr, scope: Scope) -> Relation:
        """One item as a relation under the alias it is given."""
        relation = self._plain_relation(item, scope)
        for pivot in item.args.get("pivots") or ():
            relation = pivoted(relation, pivot, self._expressions)
        return relation

    def _plain_relation(  # noqa: PLR0911  one return for each kind of item
        self, item: exp.Expr, scope: Scope
    ) -> Relation:
        while isinstance(item, exp.Final):
            item = item.this
        alias, columns = _alias_of(item)
        if isinstance(item, exp.Table):
            return self._table(item, alias, columns, scope)
        if isinstance(item, exp.Lateral):
            return self._lateral(item, alias, columns, scope)
        if isinstance(item, exp.Unnest):
            return self._unnest(item, alias, columns, scope)
        if isinstance(item, exp.Summarize):
            return summarized(self.relation(item.this, scope))
        if isinstance(item, exp.Pivot):
            return pivot_statement(self.relation(item.this, scope), item, self._expressions)
        if isinstance(item, exp.Query):
            outer = Scope(parent=scope.parent, common=scope.common, scalars=scope.scalars)
            return self._read_query(item, outer).named(alias, columns)
        if isinstance(item, exp.Values):
            return self._values(item, alias, columns, scope)
        return self._function(item, item, alias, columns, scope)

    def _table(self, table: exp.Table, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        if not _is_named(table):
            return self._function(table.this, table, alias, columns, scope)
        if len(table.parts) == 1:
            common = scope.common_relation(table.name.lower())
            if common is not None:
                return common.named(alias or table.name.lower(), columns)
        array = _correlated_column(table, scope)
        if array is not None:
            return unnested(array, alias or table.name.lower(), columns, scope, self._expressions)
        relation = self._tables.read(table, alias or known_as(table))
        return relation.named(relation.alias, columns, relation.table) if columns else relation

    def _function(  # noqa: PLR0911  one return for each kind of function
        self,
        function: exp.Expr,
        item: exp.Expr,
        alias: str,
        columns: tuple[str, ...],
        scope: Scope,
    ) -> Relation:
        function = called(function)
        if function_name(function) in WINDOWS:
            return self._windowed(function, alias, scope)
        named = table_by_name(function)
        if named is not None:
            return self._table(named, alias, columns, scope)
        known = self._expressions.rows_of(function, scope)
        if known is not None:
            return known.named(alias or known.alias, columns)
        outside = self._tables.read_function(function, item)
        if outside is not None:
            return outside.named(alias or outside.alias, columns, outside.table)
        fed = None if isinstance(function, exp.XMLTable) else self._fed(function, scope)
        if fed is not None:
            return fed.named(alias, columns)
        relation = unnested(function, alias, columns, scope, self._expressions)
        if relation.element or not isinstance(function, exp.Anonymous) or MAKES_ROWS.search(function.name):
            return relation
        name = function.name.lower()
        self._notes.add("unread.sql_table_function", function=name)
        return base_relation((name,), columns or None, alias or name)

    def _fed(self, function: exp.Expr, scope: Scope) -> Relation | None:
        """What a function makes of the queries and tables it is given: their columns, and more made of all of them."""
        call = function.expression if isinstance(function, exp.Dot) else function
        parts = [part for part in given_tables(call) if isinstance(part, (exp.Query, exp.Table))]
        is_model = (
            function_name(call) != "VECTOR_SEARCH"
            and len(parts) > 1
            and isinstance(parts[0], exp.Table)
            and isinstance(parts[1], exp.Query)
        )
        given = [self.relation(part, scope) for part in parts[is_model:]]
        if not given:
            return None
        outputs = [output for relation in given for output in relation.columns]
        name = function_name(call)
        if is_model or (name and name != "TABLE" and not MAKES_ROWS.search(name)):
            made = through(
                merged(relation.everything() for relation in given),
                Path(Transform.DERIVED, frozenset({name})),
            )
            outputs.append(Output("*", made))
        return Relation(tuple(outputs), merged(relation.rows for relation in given))

    def _lateral(self, lateral: exp.Lateral, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        inner = lateral.this
        if isinstance(inner, exp.Subquery):
            return self._read_query(inner, scope).named(alias, columns)
        if isinstance(inner, exp.Unnest):
            return self._unnest(inner, alias, columns, scope)
        if isinstance(inner, exp.Table) and not isinstance(inner.this, exp.Identifier):
            inner = inner.this
        return self._function(inner, lateral, alias, columns, scope)

    def _windowed(self, function: exp.Expr, alias: str, scope: Scope) -> Relation:
        """Flink's table of windows: the table's columns, and the bounds derived from its time column."""
        table, time = windowed_table(function)
        if table is None:
            return Relation((), alias=alias)
        relation = self._table(table, alias, (), scope)
        bounds = through(relation.column(time), Path(Transform.DERIVED, frozenset({function_name(function)})))
        outputs = (*relation.columns, *(Output(name, bounds) for name in BOUNDS))
        return Relation(outputs, relation.rows, alias=relation.alias, table=relation.table)

    def _unnest(self, item: exp.Unnest, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        """The rows of an array; the column that counts them carries nothing."""
        offset = item.args.get("offset")
        counted = offset.name.lower() if isinstance(offset, exp.Expr) else ""
        values = tuple(name for name in columns if name != counted)
        relation = unnested(item, alias, values, scope, self._expressions)
        arrays = item.expressions
        if len(arrays) > 1 and len(arrays) == len(values):
            opened = (
                unnested(exp.Unnest(expressions=[array]), "", (name,), scope, self._expressions)
                for array, name in zip([part.copy() for part in arrays], values, strict=True)
            )
            relation = Relation(tuple(output for part in opened for output in part.columns), alias=alias)
        if not counted:
            return relation
        return Relation((*relation.columns, Output(counted, {})), alias=alias, element=relation.element)

    def _values(self, values: exp.Values, alias: str, columns: tuple[str, ...], scope: Scope) -> Relation:
        """VALUES rows: literals carry nothing, a subquery in them does."""
        width = max((len(row.expressions) for row in values.expressions), default=0)
        names = columns or tuple(f"col{place + 1}" for place in range(width))
        outputs = [Output(name, {}) for name in names]
        if values.find(exp.Column, exp.Query, exp.Parameter, exp.Placeholder, exp.Anonymous):
            for row in values.expressions:
                for place, cell in enumerate(row.expressions[: len(outputs)]):
                    add(outputs[place].provenance, self._expressions.provenance(cell, scope))
        return Relation(tuple(outputs), alias=alias)


def _is_named(table: exp.Table) -> bool:
    """Whether a table is a name, of as many parts as it may have, and no function."""
    return isinstance(table.this, (exp.Identifier, exp.Parameter)) or (
        isinstance(table.this, exp.Dot) and all(isinstance(part, exp.Identifier) for part in table.parts)
    )


def _is_joined_tables(item: exp.Expr) -> bool:
    """Whether brackets hold tables and joins, and no query."""
    inner = item
    while isinstance(inner, exp.Subquery):
        inner = inner.this
    return inner is not item and not isinstance(inner, (exp.Query, exp.Pivot, exp.Summarize))


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
    column: exp.Expr = exp.Column(this=parts[1], table=parts[0])
    for part in parts[2:]:
        column = exp.Dot(this=column, expression=part)
    return column
