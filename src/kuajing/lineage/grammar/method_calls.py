"""Methods called on a value, as in T-SQL's `row.doc.value('path', 'int')`: the value is what stands before the dot."""

from collections.abc import Callable

from sqlglot import exp

from kuajing.lineage.text.keywords import word_set

_METHODS = word_set(
    "value query nodes exist extract extractvalue getstringval getclobval getnumberval getblobval existsnode transform "
    "get_string get_number get_clob to_string to_clob stringify"
)


def receiver(node: exp.Dot, in_sight: Callable[[str], bool]) -> exp.Expr | None:
    """The column or call a method is called on; None when what stands before the dot is a schema or a package."""
    before = node.this
    if isinstance(before, exp.Dot) and isinstance(before.expression, exp.Func):
        return before
    parts = list(before.flatten()) if isinstance(before, exp.Dot) else [before]
    if isinstance(before, exp.Column):
        return before
    if not all(isinstance(part, exp.Identifier) for part in parts):
        return None
    is_method = isinstance(node.expression, exp.Anonymous) and node.expression.name.lower() in _METHODS
    if not is_method and not (len(parts) > 1 and in_sight(parts[0].name.lower())):
        return None
    qualifiers = dict(zip(("table", "db", "catalog"), parts[-2::-1], strict=False))
    return exp.Column(this=parts[-1], **qualifiers)
