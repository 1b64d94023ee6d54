"""A parsed statement read by what it is."""

from collections import Counter

from sqlglot import exp

from kuajing.lineage.statements.context import Context
from kuajing.lineage.statements.creates import read_create, read_into
from kuajing.lineage.statements.inserts import read_insert, read_multiple
from kuajing.lineage.statements.merges import read_merge
from kuajing.lineage.statements.updates import read_delete, read_update
from kuajing.lineage.values.provenance import GUESSED, through
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope

_KINDS: tuple[tuple[type[exp.Expr], str], ...] = (
    (exp.MultitableInserts, "insert"),
    (exp.Insert, "insert"),
    (exp.Update, "update"),
    (exp.Delete, "delete"),
    (exp.Merge, "merge"),
    (exp.Create, "create"),
)


def kind_of(tree: exp.Expr) -> str | None:
    """The kind of statement a tree is; None for queries and the rest."""
    return next((kind for tree_type, kind in _KINDS if isinstance(tree, tree_type)), None)


def read_tree(tree: exp.Expr, scope: Scope, context: Context, *, with_queries: bool) -> Relation:
    """Notes what a statement moves, and gives what a write returns; a bare query moves to the empty name when `with_queries` asks for it."""
    if isinstance(tree, exp.MultitableInserts):
        read_multiple(tree, scope, context)
    elif isinstance(tree, exp.Create):
        read_create(tree, scope, context)
    elif isinstance(tree, exp.Cache):
        _cache(tree, scope, context)
    elif isinstance(tree, (exp.Insert, exp.Update, exp.Delete, exp.Merge)):
        return read_write(tree, scope, context, is_inner=False)
    elif isinstance(tree, exp.Query):
        into = _into(tree)
        if into is not None:
            read_into(tree, into, scope, context)
        else:
            _query(tree, scope, context, with_queries=with_queries)
    return Relation(())


def _into(tree: exp.Expr) -> exp.Into | None:
    """The INTO of a query, which the first branch of a union carries."""
    while isinstance(tree, exp.SetOperation):
        tree = tree.this
    into = tree.args.get("into")
    return into if isinstance(into, exp.Into) else None


def _query(tree: exp.Query, scope: Scope, context: Context, *, with_queries: bool) -> None:
    """A query by itself: it may set variables, and its common table expressions may write."""
    relation = context.queries.relation(tree, scope)
    set_here = [output for output in relation.columns if output.name.startswith("@")]
    for output in set_here:
        context.session.keep_variable(output.name, output.provenance, relation.rows)
    if with_queries and not set_here:
        context.reading.write((), _twins_guessed(relation.columns), relation.rows)
        context.reading.writes.discard(())


def _twins_guessed(outputs: tuple[Output, ...]) -> tuple[Output, ...]:
    """The columns of a result; where two bear one name, the name says of neither which of them it means."""
    borne = Counter(output.name for output in outputs if not output.is_star)
    if len(borne) == len(outputs):
        return outputs
    return tuple(
        Output(output.name, through(output.provenance, GUESSED)) if borne[output.name] > 1 else output
        for output in outputs
    )


def read_write(node: exp.Expr, scope: Scope, context: Context, *, is_inner: bool) -> Relation:
    """Notes what a statement writes; gives the relation of its RETURNING clause."""
    if isinstance(node, exp.Insert):
        return read_insert(node, scope, context)
    if isinstance(node, exp.Update):
        return read_update(node, scope, context)
    if isinstance(node, exp.Delete):
        return read_delete(node, scope, context, is_inner=is_inner)
    if isinstance(node, exp.Merge):
        return read_merge(node, scope, context)
    return Relation(())


def _cache(node: exp.Cache, scope: Scope, context: Context) -> None:
    query = node.args.get("expression")
    if isinstance(query, exp.Query):
        name = context.name(node.this)
        context.hold(name, context.queries.relation(query, scope), replace=True)
