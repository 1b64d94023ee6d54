"""A query as the relation it gives: every output column with its provenance, in one pass, all columns at once."""

from collections.abc import Callable, Mapping

from sqlglot import exp

from kuajing.lineage.notes import Notes
from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.querying.from_items import FromItems, Tables
from kuajing.lineage.querying.match_recognize import matched
from kuajing.lineage.querying.tree_places import scalars_of
from kuajing.lineage.querying.unnesting import unnested
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.placeholders import has_marker
from kuajing.lineage.values.column_choices import spread
from kuajing.lineage.values.column_patterns import matched_names, picked
from kuajing.lineage.values.projections import name_of, names_of_many, opened_names
from kuajing.lineage.values.provenance import GUESSED, Path, Transform, add, merged, through
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope
from kuajing.lineage.values.set_operations import branches_of, combined, less
from kuajing.lineage.values.stars import all_columns, expanded, opened, star_of
from kuajing.lineage.values.tags import Tagger

_FILTERS = ("where", "having", "qualify", "prewhere")
_LIMITS = ("limit", "offset", "fetch")
_SEVERAL = (exp.Columns, exp.Apply, exp.Dot)
_MOST_ROUNDS = 50


class Queries:
    """Reads queries into relations; `read_write` reads a statement that writes inside a common table expression."""

    def __init__(
        self,
        dialect: Dialect,
        tagger: Tagger,
        notes: Notes,
        tables: Tables,
        read_write: Callable[[exp.Expr, Scope], Relation],
    ) -> None:
        self._dialect = dialect
        self._notes = notes
        self._tagger = tagger
        self._read_write = read_write
        self.expressions = Expressions(dialect, tagger, notes, self.relation)
        self.from_items = FromItems(self.expressions, notes, tables, self.relation)

    def relation(self, node: exp.Expr, outer: Scope) -> Relation:
        """The relation of a query whose names may also mean what stands in the scope around it."""
        if isinstance(node, exp.Subquery):
            return self._subquery(node, outer)
        if isinstance(node, exp.SetOperation):
            return self._set_operation(node, outer)
        if isinstance(node, exp.Select):
            return self._select(node, outer)
        if isinstance(node, (exp.Insert, exp.Update, exp.Delete, exp.Merge)):
            return self._read_write(node, outer)
        scope = Scope(parent=outer)
        self.from_items.add(node, scope)
        return Relation(
            tuple(output for relation in scope.relations for output in relation.columns), scope.rows
        )

    def common(self, node: exp.Expr, outer: Scope) -> Mapping[str, Relation]:
        """The common table expressions a statement defines, each seeing those before it."""
        with_ = node.args.get("with_")
        if with_ is None:
            return {}
        known: dict[str, Relation] = {}
        for expression in with_.expressions:
            if expression.args.get("scalar"):
                continue
            scope = Scope(parent=outer, common=known, scalars=scalars_of(node))
            name = expression.alias.lower()
            known = {
                **known,
                name: self._common_expression(expression, name, scope, recursive=with_.recursive),
            }
        return known

    def _common_expression(self, node: exp.CTE, name: str, scope: Scope, *, recursive: bool) -> Relation:
        columns = tuple(column.name.lower() for column in node.args["alias"].columns)
        query = node.this
        may_recur = recursive or self._dialect.implicit_recursion
        if may_recur and isinstance(query, exp.SetOperation) and _mentions(query, name):
            return self._recursion(query, name, columns, scope)
        if not isinstance(query, (exp.Query, exp.Table, exp.Values, exp.DML, exp.Pivot)):
            value = self.expressions.provenance(query, scope)
            return Relation((Output(name, value),), scope.rows, alias=name)
        return self.relation(query, scope).named(name, columns)

    def _recursion(
        self, query: exp.SetOperation, name: str, columns: tuple[str, ...], scope: Scope
    ) -> Relation:
        """A common table expression that reads itself: its first branch, then rounds until nothing is added."""
        branches = branches_of(query)
        known = self.relation(branches[0], scope).named(name, columns)
        for _ in range(_MOST_ROUNDS):
            inner = Scope(parent=scope.parent, common={**scope.common, name: known})
            parts = [known, *(self.relation(branch, inner) for branch in branches[1:])]
            grown = combined(parts, by_name=False).named(name, columns)
            if grown.columns == known.columns and grown.rows == known.rows:
                break
            known = grown
        return known

    def _subquery(self, node: exp.Subquery, outer: Scope) -> Relation:
        common = self.common(node, outer)
        inner = Scope(parent=outer, common=common) if common else outer
        return self.relation(node.this, inner)

    def _set_operation(self, node: exp.SetOperation, outer: Scope) -> Relation:
        scope = Scope(parent=outer, common=self.common(node, outer), scalars=scalars_of(node))
        by_name = bool(node.args.get("by_name"))
        parts: list[Relation] = []
        filters: list[Relation] = []
        for branch in branches_of(node):
            taken = (
                filters if isinstance(branch.parent, exp.Except) and branch.arg_key == "expression" else parts
            )
            taken.append(self.relation(branch, scope))
        relation = combined(parts, by_name=by_name)
        for part in filters:
            relation = less(relation, part, by_name=by_name)
        return relation

    def _select(self, node: exp.Select, outer: Scope) -> Relation:
        scope = Scope(parent=outer, common=self.common(node, outer), scalars=scalars_of(node), is_query=True)
        scope.is_hierarchy = node.args.get("connect") is not None
        for around in reversed([*scope.around()] if self._dialect.where_aliases else []):
            scope.aliases.update(around.scalars)
        self.from_items.add_all(node, scope)
        if not node.expressions or (node.args.get("joins") and node.args.get("from_") is None):
            self._notes.add("unread.sql_not_understood")
        match = node.args.get("match")
        if match is not None:
            relation = matched(match, scope, self.expressions)
            scope.relations[:] = [relation]
            add(scope.rows, relation.rows)
        scope.aliases.update(
            {item.alias.lower(): item.this for item in node.expressions if isinstance(item, exp.Alias)}
        )
        items = node.expressions
        if node.args.get("kind") == "VALUE" and len(items) == 1 and isinstance(items[0], exp.Struct):
            items = [
                _field_alias(item) for item in items[0].expressions
            ]  # the fields of the value are the columns
        outputs = [output for item in items for output in self._projected(item, scope)]
        self._rows(node, outputs, scope)
        if node.args.get("for_") is not None:
            outputs = [_document(outputs)]
        return Relation(tuple(outputs), scope.rows)

    def _projected(self, item: exp.Expr, scope: Scope) -> list[Output]:
        """The columns one projection gives; one with a name, the bulk of all, past all other rules."""
        if type(item) is exp.Alias and self._dialect.name != "duckdb":
            output = Output(item.alias.lower(), self.expressions.provenance(item, scope))
            named_later = isinstance(item.args["alias"], exp.Placeholder)
            return [self._named_later(output) if named_later else output]
        return self.outputs(item, scope)

    def _named_later(self, output: Output) -> Output:
        """A column whose name a variable holds: what the variable is called is a guess at it."""
        self._notes.add("unread.sql_name_in_variable", variable=output.name)
        return Output(output.name, through(output.provenance, GUESSED))

    def outputs(  # noqa: PLR0911  one return for each kind of projection
        self, item: exp.Expr, scope: Scope
    ) -> list[Output]:
        """The columns one projection gives."""
        star = star_of(item)
        if star is not None:
            return expanded(
                *star,
                scope,
                lambda value: self.expressions.provenance(value, scope),
                of_structures=self._dialect.struct_columns,
            )
        if self._dialect.name == "duckdb":
            chosen = spread(
                item,
                all_columns(scope),
                lambda value: self.expressions.provenance(value, scope),
                self._dialect,
            )
            if chosen is not None:
                return chosen
        several = self._several(item, scope)
        if several is not None:
            return several
        if isinstance(item, exp.Dot) and isinstance(item.expression, exp.Star):
            return opened(item, lambda value: self.expressions.provenance(value, scope))
        if isinstance(item, exp.Column) and has_marker(item.name):
            offset = item.this.meta.get("start", -1)
            return [Output("*", self.expressions.behind_marker(item, scope, offset))]
        if isinstance(item, exp.EQ) and isinstance(item.this, exp.Parameter):
            value = self.expressions.provenance(item.expression, scope)
            return [Output(f"@{item.this.name.lower()}", value)]
        return self._valued(item, scope)

    def _several(self, item: exp.Expr, scope: Scope) -> list[Output] | None:
        """The columns that a pattern of their names picks; None for any other projection."""
        if type(item) is exp.Column:
            return matched_names(item, scope, self._notes) if self._dialect.column_patterns else None
        return picked(item, scope, self._tagger.step) if isinstance(item, _SEVERAL) else None

    def _valued(self, item: exp.Expr, scope: Scope) -> list[Output]:
        """The column of a plain expression, or the several of a function that gives more."""
        many = names_of_many(item)
        if many and isinstance(item, exp.Aliases):
            return list(unnested(item.this, "", many, scope, self.expressions).columns)
        bare = opened_names(item) if self._dialect.partition_columns and not many else ()
        if bare:
            return list(unnested(item, "", bare, scope, self.expressions).columns)
        value = self.expressions.provenance(item, scope)
        if many:
            return [Output(name, value) for name in many]
        return [Output(name_of(item, self._dialect), value)]

    def _rows(self, node: exp.Select, outputs: list[Output], scope: Scope) -> None:
        """Adds to the scope what decides which rows come out."""
        for word in _FILTERS:
            clause = node.args.get(word)
            if clause is not None:
                add(
                    scope.rows,
                    self.expressions.provenance(clause, scope, prefers_alias=self._may_name_alias(word)),
                )
        clause = node.args.get("connect")
        if clause is not None:
            add(scope.rows, self.expressions.provenance(clause, scope, prefers_alias=False))
        group = node.args.get("group")
        if group is not None:
            self._keys(list(group.iter_expressions()), outputs, scope)
            if group.args.get("all"):
                self._all_keys(node, outputs, scope)
        distinct = node.args.get("distinct")
        if distinct is not None and distinct.args.get("on") is not None:
            add(scope.rows, self.expressions.provenance(distinct.args["on"], scope))
        order = node.args.get("order")
        if order is not None and any(node.args.get(word) is not None for word in _LIMITS):
            self._keys(order.expressions, outputs, scope)
        for word in ("limit", "offset"):
            clause = node.args.get(word)
            if clause is not None and clause.expressions:
                self._keys(clause.expressions, outputs, scope)

    def _may_name_alias(self, word: str) -> bool:
        """Whether a clause sees the aliases of the projection."""
        return self._dialect.where_aliases or word not in {"where", "prewhere"}

    def _all_keys(self, node: exp.Select, outputs: list[Output], scope: Scope) -> None:
        """Adds what GROUP BY ALL groups by: every projection without an aggregate."""
        if len(outputs) != len(node.expressions):
            return
        for item, output in zip(node.expressions, outputs, strict=True):
            if item.find(exp.AggFunc) is None:
                add(scope.rows, output.provenance)

    def _keys(self, keys: list[exp.Expr], outputs: list[Output], scope: Scope) -> None:
        """Adds the columns of GROUP BY or ORDER BY keys, of which a bare number is a place in the projection."""
        for key in keys:
            place = key.this if isinstance(key, exp.Ordered) else key
            if isinstance(place, exp.Literal) and not place.is_string and place.name.isdigit():
                position = int(place.name) - 1
                if position < len(outputs):
                    add(scope.rows, outputs[position].provenance)
            else:
                add(scope.rows, self.expressions.provenance(key, scope, prefers_alias=True))


def _document(outputs: list[Output]) -> Output:
    """The one value that T-SQL's FOR JSON or FOR XML makes of all columns."""
    return Output("document", merged((output.provenance for output in outputs), Path(Transform.DERIVED)))


def _field_alias(item: exp.Expr) -> exp.Expr:
    """A field of a struct as a projection."""
    return exp.Alias(this=item.expression, alias=item.this) if isinstance(item, exp.PropertyEQ) else item


def _mentions(query: exp.Expr, name: str) -> bool:
    return any(len(table.parts) == 1 and table.name.lower() == name for table in query.find_all(exp.Table))
