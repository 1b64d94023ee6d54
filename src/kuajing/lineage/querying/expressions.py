"""Where the value of an expression comes from, walked without recursion so that no long chain can exhaust it."""

from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.grammar.method_calls import receiver
from kuajing.lineage.grammar.node_kinds import LEAVES, PASSES_ON, TAKES_LAMBDAS
from kuajing.lineage.notes import Notes
from kuajing.lineage.querying.tree_places import is_projected, names_in, stands_in_own_alias
from kuajing.lineage.text.budget import Budget
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.placeholders import has_marker
from kuajing.lineage.values.column_choices import starred
from kuajing.lineage.values.column_names import is_no_column, parameter_name, parts_of
from kuajing.lineage.values.elements import element_of
from kuajing.lineage.values.lambdas import NOTHING, Bound, Frame, lambda_frames
from kuajing.lineage.values.lookups import lookup
from kuajing.lineage.values.provenance import (
    PLAIN,
    Path,
    Provenance,
    Structured,
    Transform,
    add,
    field_of,
    merged,
    through,
)
from kuajing.lineage.values.relations import Has, Relation
from kuajing.lineage.values.scopes import Scope, meaning, relation_called, variable_called
from kuajing.lineage.values.structures import column_read, fields_of
from kuajing.lineage.values.tags import Tagger
from kuajing.lineage.values.window_keys import named_windows, shaping

_DERIVED = Path(Transform.DERIVED)
_MOST_BODIES = 10
"""Aliases and functions read one within another: a deeper call is taken for any function of its arguments."""
_PSEUDO_COLUMNS = frozenset(
    {"rownum", "sysdate", "systimestamp", "level", "rowid", "_partitiontime", "_partitiondate"}
)


class Expressions:
    """Reads expressions within a scope; `read_query` reads a query that stands inside one."""

    def __init__(
        self,
        dialect: Dialect,
        tagger: Tagger,
        notes: Notes,
        read_query: Callable[[exp.Expr, Scope], Relation],
    ) -> None:
        self._dialect = dialect
        self._tagger = tagger
        self._notes = notes
        self._read_query = read_query
        self._budget = Budget()
        self._busy: set[int] = set()

    def provenance(self, root: exp.Expr, scope: Scope, *, prefers_alias: bool | None = None) -> Provenance:
        """The base columns the value of an expression comes from; what decides rows inside goes to the scope's rows."""
        alias_first = self._dialect.lateral_aliases if prefers_alias is None else prefers_alias
        whole = self._whole(root, scope, alias_first=alias_first)
        if whole is not None:
            return whole
        result: Provenance = {}
        stack: list[Frame] = [(root, PLAIN, NOTHING)]
        visited = 0
        while stack:
            node, step, bound = stack.pop()
            visited += 1
            if type(node) is exp.Column and not bound:
                add(result, self._column(node, scope, alias_first=alias_first), step)
            elif PASSES_ON[type(node)]:
                stack += self._passed_on(node, step, bound)
            elif bound and (parameter := parameter_name(node)) in bound:
                stack += [(meant, step, around) for meant, around in bound[parameter]]
            else:
                named = self._named(node, scope, alias_first=alias_first)
                if named is None:
                    named = self._within(node, scope)
                if named is not None:
                    add(result, named, step)
                else:
                    stack += self._treated_apart(node, step, bound, scope, result)
        self._budget.spend(visited)
        return result

    def _treated_apart(
        self, node: exp.Expr, step: Path, bound: Bound, scope: Scope, result: Provenance
    ) -> list[Frame]:
        """What is left to be read of a node that is no name; what it gives by itself goes to the result."""
        returned = self._tagger.returned_by(node)
        if returned:
            add(result, returned, self._tagger.step(node).then(step))
        if isinstance(node, exp.Window):
            add(result, self._window(node, step, scope))
            return [(node.this, step, bound)]
        if isinstance(node, (exp.Star, exp.Columns)):
            add(result, starred(node, scope.relations), step)
        elif isinstance(node, (exp.Parameter, exp.Placeholder)):
            add(result, self._parameter(node, scope), step)
        elif not isinstance(node, LEAVES):
            return self._below(node, step, bound, scope)
        return []

    def _whole(self, root: exp.Expr, scope: Scope, *, alias_first: bool) -> Provenance | None:
        """A column, or a structure put together here, which keeps what is known of its fields; None for the rest."""
        fields = fields_of(root)
        if fields is not None:
            values = {name: self.provenance(value, scope) for name, value in fields}
            return Structured(values, self._tagger.step(exp.Struct()))
        column, path = column_read(root.this if isinstance(root, exp.Alias) else root)
        if column is None:
            return None
        self._budget.spend(1)
        return field_of(self._column(column, scope, alias_first=alias_first), path)

    def _below(  # noqa: PLR0911  one return for each kind of node that is no function
        self, node: exp.Expr, step: Path, bound: Bound, scope: Scope
    ) -> list[Frame]:
        """The parts of a node that carry value upward, each with the step it takes."""
        if isinstance(node, exp.Exists) and isinstance(node.this, exp.Query):
            self._subquery(node.this, scope)
            return []
        looked_up = lookup(node)
        if looked_up is not None:
            for key in looked_up.keys:
                add(scope.rows, self.provenance(key, scope))
            return [(part, step, bound) for part in (looked_up.query, looked_up.default) if part is not None]
        if isinstance(node, (exp.WithinGroup, exp.Filter)):
            inner = step if node.this is None else self._tagger.step(node.this).then(step)
            return [(node.this, step, bound), (node.expression, inner, bound)]
        if isinstance(node, exp.Anonymous) and node.name.upper() == "VALUES":
            row = exp.to_identifier("excluded")  # MySQL's VALUES(column) is the row that was to be inserted
            return [(exp.Column(this=name, table=row), step, bound) for name in names_in(node)]
        if isinstance(node, exp.Lambda):
            parameters = dict.fromkeys((parameter.name.lower() for parameter in node.expressions), ())
            return [(node.this, step, {**bound, **parameters})]
        if isinstance(node, (exp.PropertyEQ, exp.Kwarg)):
            return [(node.expression, step, bound)]
        if isinstance(node, exp.Dot):
            if not isinstance(node.expression, exp.Func):
                return [(node.this, step, bound)]
            called = receiver(node, lambda name: relation_called(scope, (name,)) is not None)
            frames: list[Frame] = [] if called is None else [(called, _DERIVED.then(step), bound)]
            return [(node.expression, step, bound), *frames]
        return (
            self._called(node, step, bound)
            if isinstance(node, TAKES_LAMBDAS)
            else self._passed_on(node, step, bound)
        )

    def _called(self, node: exp.Expr, step: Path, bound: Bound) -> list[Frame]:
        """What a function gives its value from: its arguments, or the bodies of the lambdas among them."""
        frames = self._passed_on(node, step, bound)
        passed = frames[0][1] if frames else step
        bodies = lambda_frames(node, [child for child, _, _ in frames], passed, bound)
        return frames if bodies is None else bodies

    def _passed_on(self, node: exp.Expr, step: Path, bound: Bound) -> list[Frame]:
        """All that stands in a node, with the step the node makes."""
        own = self._tagger.step(node)
        passed = step if own is PLAIN else own.then(step)
        return [(child, passed, bound) for child in node.iter_expressions()]

    def _window(self, node: exp.Window, step: Path, scope: Scope) -> Provenance:
        """The columns a window is partitioned and ordered by: they shape the value, and the rows too."""
        result: Provenance = {}
        for part in (part for window in (node, *named_windows(node)) for part in shaping(window)):
            value = self.provenance(part, scope)
            add(scope.rows, value)
            add(result, value, _DERIVED.then(step))
        return result

    def _within(self, node: exp.Expr, scope: Scope) -> Provenance | None:
        """What a query, or a function whose body the text gives, makes; None for any other node."""
        if isinstance(node, exp.Query):
            return self._subquery(node, scope)
        function = self._tagger.body_of(node)
        if function is None or function.is_table or not self._may_enter(function.body):
            return None
        self._busy.add(id(function.body))
        arguments = [self.provenance(item, scope) for item in node.expressions]
        value = self.provenance(function.body, function.scope(arguments))
        self._busy.discard(id(function.body))
        return value

    def _may_enter(self, body: exp.Expr) -> bool:
        """Whether the body of a function may be read here: not within itself, nor below too many others."""
        return id(body) not in self._busy and len(self._busy) < _MOST_BODIES

    def rows_of(self, node: exp.Expr, scope: Scope) -> Relation | None:
        """The relation of a call whose table function the text gives; None for any other call."""
        call = node.expression if isinstance(node, exp.Dot) else node
        function = self._tagger.body_of(call)
        if function is None or not function.is_table or not self._may_enter(function.body):
            return None
        self._busy.add(id(function.body))
        arguments = [self.provenance(item, scope) for item in call.expressions]
        relation = self._read_query(function.body, function.scope(arguments))
        self._busy.discard(id(function.body))
        return relation.named(call.name.lower(), function.columns)

    def _subquery(self, node: exp.Query, scope: Scope) -> Provenance:
        """What a query within an expression gives, read once in each scope."""
        relation = scope.subqueries.get(id(node))
        if relation is None:
            relation = scope.subqueries[id(node)] = self._read_query(node, scope)
        add(scope.rows, relation.rows)
        return relation.everything()

    def _named(self, node: exp.Expr, scope: Scope, *, alias_first: bool) -> Provenance | None:
        """What a column, a field of one, or an element of a collection comes from; None for anything else."""
        column, fields = column_read(node)
        if column is not None:
            return field_of(self._column(column, scope, alias_first=alias_first), fields)
        element = element_of(node, scope) if isinstance(node, (exp.Dot, exp.Anonymous)) else None
        if element is None:
            return None
        add(scope.rows, element.rows or {})
        return element.provenance

    def _column(self, node: exp.Column, scope: Scope, *, alias_first: bool) -> Provenance:
        parts = parts_of(node)
        if isinstance(node.this, exp.Star):
            relation = relation_called(scope, parts[:-1])
            return {} if relation is None else relation.everything()
        offset = node.this.meta.get("start", -1)
        if has_marker(parts[-1]):
            return self.behind_marker(node, scope, offset) if is_projected(node) else {}
        if is_no_column(node, parts) or self._is_pseudo_column(parts, scope):
            return {}
        if len(parts) > 1 and has_marker(parts[0]) and relation_called(scope, parts[:-1]) is None:
            parts = parts[-1:]
        found = meaning(
            scope,
            parts,
            prefers_alias=alias_first and not stands_in_own_alias(scope, parts[0]),
            may_be_field=self._dialect.struct_columns,
            may_be_row=self._dialect.row_values,
        )
        if found.alias_of is not None:
            return through(self._aliased(found.alias_of, scope), Path(offset=offset))
        if found.rows:
            add(scope.rows, found.rows)
        if found.doubt == "ambiguous":
            self._notes.add("unread.sql_ambiguous_column", offset, column=".".join(parts))
        elif found.doubt == "unknown":
            self._notes.add("unread.sql_unknown_column", offset, column=".".join(parts))
        return through(found.provenance, Path(offset=offset))

    def behind_marker(self, node: exp.Column, scope: Scope, offset: int) -> Provenance:
        """What a marker of a template may stand for: any column of the table it is qualified by, else any in sight."""
        qualifier = tuple(part.name.lower() for part in node.parts[:-1])
        named = relation_called(scope, qualifier) if qualifier else None
        found = merged(relation.everything() for relation in (scope.relations if named is None else (named,)))
        if found:
            self._notes.add("unread.sql_template_column", offset, column=node.name)
        return through(found, Path(offset=offset))

    def _parameter(self, node: exp.Expr, scope: Scope) -> Provenance:
        """What a variable such as `@v` or `:v` was last given, or the column that `$1` counts."""
        if self._dialect.positional_columns and node.name.isdigit():
            return meaning(scope, (f"${node.name}",), prefers_alias=False).provenance
        name = f"@{node.name.lower()}" if isinstance(node, exp.Parameter) else node.name.lower()
        found = variable_called(scope, name)
        if found is None:
            return {}
        add(scope.rows, found.rows or {})
        return found.provenance

    def _is_pseudo_column(self, parts: tuple[str, ...], scope: Scope) -> bool:
        """Whether Oracle or BigQuery makes the value itself, unless a table is known to have such a column."""
        name = parts[-1]
        if name == "level" and not scope.is_hierarchy:
            return False
        if name not in _PSEUDO_COLUMNS or not (self._dialect.link_engine or self._dialect.triple_quotes):
            return False
        return not any(relation.has(name) is Has.SURE for relation in scope.relations)

    def _aliased(self, projection: exp.Expr, scope: Scope) -> Provenance:
        """What the projection behind an alias comes from, read once; one that leads back to itself adds nothing."""
        known = scope.alias_values.get(id(projection))
        if known is not None or id(projection) in self._busy:
            return known or {}
        self._busy.add(id(projection))
        value = self.provenance(projection, scope)
        self._busy.discard(id(projection))
        scope.alias_values[id(projection)] = value
        return value
