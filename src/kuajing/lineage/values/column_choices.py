"""Columns chosen by a pattern: DuckDB's COLUMNS(...) and `* LIKE`, Snowflake's `* ILIKE`."""

import re
from collections.abc import Callable, Sequence

from sqlglot import exp

from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.values.projections import name_of
from kuajing.lineage.values.provenance import Provenance, merged
from kuajing.lineage.values.relations import Output, Relation
from kuajing.model.lineage import ALL_COLUMNS

Chooses = Callable[[str], bool]
_LIKES = (exp.Like, exp.ILike)
_LONGEST_PATTERN = 200
_REPEATED_GROUP = re.compile(r"\)[*+{]|\\\d")
"""What may make a pattern take ages: such a pattern is taken to choose every column."""
_GROUP = re.compile(r"\\(\d)")


def chosen_by(pattern: exp.Expr | None) -> Chooses:
    """Whether a name is chosen by a regular expression, a list, a lambda or the like; everything where nobody knows."""
    if isinstance(pattern, exp.Star):
        dropped = {name.name.lower() for name in pattern.args.get("except_") or ()}
        return lambda name: name not in dropped
    if isinstance(pattern, exp.Literal) and pattern.is_string:
        return _matching(pattern.name)
    if isinstance(pattern, (exp.Array, exp.List, exp.Tuple)):
        names = {item.name.lower() for item in pattern.expressions}
        return lambda name: name in names
    if isinstance(pattern, exp.Lambda):
        return chosen_by(pattern.this)
    if isinstance(pattern, exp.Not):
        return _refused(_fitting(pattern.this))
    fitting = _fitting(pattern)
    return _refused(fitting) if pattern is not None and pattern.args.get("negate") else fitting or _every


def _fitting(pattern: exp.Expr | None) -> Chooses | None:
    """Whether a name fits LIKE, ILIKE or SIMILAR TO; None for anything else."""
    if isinstance(pattern, _LIKES):
        return like(pattern.expression)
    if isinstance(pattern, exp.SimilarTo):
        return _matching(f"^(?:{pattern.expression.name})$")
    return None


def _refused(fitting: Chooses | None) -> Chooses:
    return _every if fitting is None else lambda name: not fitting(name)


def like(pattern: exp.Expr | None) -> Chooses:
    """Whether a name fits a LIKE pattern, case apart."""
    if not isinstance(pattern, exp.Literal) or len(pattern.name) > _LONGEST_PATTERN:
        return _every
    signs = {"%": ".*", "_": "."}
    form = re.sub(
        r"(?:\.\*)+", ".*", "".join(signs.get(sign, re.escape(sign)) for sign in pattern.name.lower())
    )
    return lambda name: re.fullmatch(form, name) is not None


def _every(name: str) -> bool:  # noqa: ARG001  whatever the name is
    return True


def _matching(pattern: str) -> Chooses:
    if len(pattern) > _LONGEST_PATTERN or _REPEATED_GROUP.search(pattern):
        return _every
    try:
        form = re.compile(pattern, re.IGNORECASE)
    except re.error:
        return _every
    return lambda name: form.search(name) is not None


def spread(
    item: exp.Expr,
    columns: Sequence[Output],
    value_of: Callable[[exp.Expr], Provenance],
    dialect: Dialect,
) -> list[Output] | None:
    """The columns that an expression over COLUMNS(...) gives, one for each column chosen; None for any other one."""
    found = item.find(exp.Columns)
    if found is None or (found.args.get("unpack") and found is not item):
        return None
    chooses = chosen_by(found.this)
    names = [name for name, _ in columns if name == ALL_COLUMNS or chooses(name)]
    outputs = []
    for name in dict.fromkeys(names):
        copy = item.copy()
        for place in list(copy.find_all(exp.Columns)):
            put = exp.Star() if name == ALL_COLUMNS else exp.column(exp.to_identifier(name))
            if place is copy:
                copy = put
            else:
                place.replace(put)
        value = value_of(copy)
        outputs.append(Output(name if name == ALL_COLUMNS else _named(copy, name, found, dialect), value))
    return outputs


def everything_chosen(found: exp.Columns, relations: Sequence[Relation]) -> Provenance:
    """Where all the columns that COLUMNS(...) chooses come from."""
    chooses = chosen_by(found.this)
    return merged(
        output.provenance
        for relation in relations
        for output in relation.columns
        if output.is_star or chooses(output.name)
    )


def starred(node: exp.Expr, relations: Sequence[Relation]) -> Provenance:
    """What a star, or DuckDB's COLUMNS(...), within an expression stands for; COUNT(*) reads no column."""
    if isinstance(node, exp.Columns):
        return everything_chosen(node, relations)
    if isinstance(node.parent, exp.Count):
        return {}
    return merged(relation.everything() for relation in relations)


def _named(copy: exp.Expr, name: str, found: exp.Columns, dialect: Dialect) -> str:
    """The name of one of these columns; its alias may take parts of the column's own name over."""
    alias = name_of(copy, dialect)
    if "\\" not in alias or not isinstance(found.this, exp.Literal):
        return alias
    match = re.search(found.this.name, name) if not _REPEATED_GROUP.search(found.this.name) else None
    if match is None:
        return alias
    whole = match.re.groups
    return _GROUP.sub(lambda part: match.group(int(part[1])) or "" if int(part[1]) <= whole else "", alias)
