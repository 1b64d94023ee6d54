"""MATCH_RECOGNIZE: patterns over rows, whose measures are the new columns."""

from sqlglot import exp

from kuajing.lineage.querying.expressions import Expressions
from kuajing.lineage.values.provenance import add, merged
from kuajing.lineage.values.relations import Output, Relation
from kuajing.lineage.values.scopes import Scope


def matched(match: exp.MatchRecognize, scope: Scope, expressions: Expressions) -> Relation:
    """The relation a pattern makes of those in sight: the partition keys and the measures.

    The names of the pattern's rows all mean the row itself.
    """
    source = Relation(tuple(output for relation in scope.relations for output in relation.columns))
    qualifiers = {column.table.lower() for column in match.find_all(exp.Column) if column.table}
    records = {name: source.named(name) for name in qualifiers}
    inner = Scope(parent=scope.parent, common=scope.common, relations=[source], records=records)
    outputs = []
    for key in match.args.get("partition_by") or ():
        value = expressions.provenance(key, inner)
        outputs.append(Output(key.name.lower(), value))
        add(inner.rows, value)
    outputs += [
        Output(measure.this.alias_or_name.lower(), expressions.provenance(measure.this, inner))
        for measure in match.args.get("measures") or ()
    ]
    order = match.args.get("order")
    deciding = [*(match.args.get("define") or ()), *([order] if order is not None else [])]
    for part in deciding:
        add(inner.rows, expressions.provenance(part, inner))
    rows = merged((scope.rows, inner.rows))
    return Relation(tuple(outputs), rows, alias=match.alias.lower())
