"""What a name means at one place of a query: the relations in sight, the aliases, the scopes around it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlglot import exp

from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.values.provenance import Path, Provenance, Source, add, field_of, merged, through
from kuajing.lineage.values.relations import Has, Relation
from kuajing.model.lineage import TableName

_AMBIGUOUS = Path(is_ambiguous=True)


class Meaning(NamedTuple):
    """What a name stands for: its provenance, or the projection whose alias it is, and what is doubtful in it.

    `rows` are the columns that decided which row a variable or loop row holds.
    """

    provenance: Provenance
    alias_of: exp.Expr | None = None
    doubt: str = ""
    rows: Provenance | None = None


@dataclass(slots=True)
class Scope:
    """One SELECT, or the like of it, while it is read.

    `rows` gathers what decides its rows; `aliases` are its named projections, of which `alias_values` and
    `subqueries` remember what has been read, by identity of the tree's nodes; `using` are the columns that
    joins have made one; `unseen` are the relations a star leaves out (semi and anti joins). `records` are rows that
    only a qualified name reaches, `scalars` expressions that WITH gives a name for all queries inside, `variables` single
    values that stand before columns nobody has listed, and `variable_rows` what decided them. `is_hierarchy` when CONNECT BY counts its levels, `is_query` when it is a
    SELECT, which needs a FROM for its columns; the values of an INSERT may be parameters.
    """

    parent: "Scope | None" = None
    common: Mapping[str, Relation] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    rows: Provenance = field(default_factory=dict)
    aliases: dict[str, exp.Expr] = field(default_factory=dict)
    alias_values: dict[int, Provenance] = field(default_factory=dict)
    subqueries: dict[int, Relation] = field(default_factory=dict)
    using: set[str] = field(default_factory=set)
    unseen: set[int] = field(default_factory=set)
    records: Mapping[str, Relation] = field(default_factory=dict)
    variables: Mapping[str, Provenance] = field(default_factory=dict)
    variable_rows: Mapping[str, Provenance] = field(default_factory=dict)
    scalars: Mapping[str, exp.Expr] = field(default_factory=dict)
    is_natural: bool = False
    is_query: bool = False
    is_hierarchy: bool = False

    def add(self, relation: Relation) -> None:
        """Puts a relation in sight, with what decides its rows."""
        self.relations.append(relation)
        add(self.rows, relation.rows)

    def around(self) -> "Iterator[Scope]":
        """Scopes from this one outward."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def common_relation(self, name: str) -> Relation | None:
        """The common table expression of this name in sight, innermost first."""
        return next((scope.common[name] for scope in self.around() if name in scope.common), None)


def meaning(
    scope: Scope,
    parts: tuple[str, ...],
    *,
    prefers_alias: bool,
    may_be_field: bool = True,
    may_be_row: bool = True,
) -> Meaning:
    """What a dotted name means in a scope.

    `prefers_alias` where aliases win over columns nobody has listed, `may_be_field` where the first part may be a
    column and the next ones its fields, `may_be_row` where the name of a table may mean its whole row.
    """
    if len(parts) > 1:
        for place in scope.around():
            for width in range(len(parts) - 1, 0, -1):
                relation = _relation_called(place, parts[:width])
                if relation is not None:
                    value = field_of(_field(relation, parts[width]), parts[width + 1 :])
                    is_record = place.records.get(parts[0]) is relation
                    return Meaning(value, rows=relation.rows if is_record else None)
    found = _bare(scope, parts, prefers_alias=prefers_alias, may_be_row=may_be_row)
    if len(parts) > 1 and not may_be_field and not found.doubt:
        return found._replace(doubt="unknown")
    return found if len(parts) == 1 else found._replace(provenance=field_of(found.provenance, parts[1:]))


def variable_called(scope: Scope, name: str) -> Meaning | None:
    """What a variable in sight was last given."""
    for place in scope.around():
        if name in place.variables:
            return Meaning(place.variables[name], rows=place.variable_rows.get(name))
    return None


def relation_called(scope: Scope, qualifier: tuple[str, ...]) -> Relation | None:
    """The relation a qualifier such as `t` or `db.t` names, here or further out."""
    return next((found for place in scope.around() if (found := _relation_called(place, qualifier))), None)


def _relation_called(scope: Scope, qualifier: tuple[str, ...]) -> Relation | None:
    by_table = None
    for relation in scope.relations:
        if len(qualifier) == 1 and relation.alias == qualifier[0]:
            return relation
        table = relation.table
        if (
            table
            and by_table is None
            and (table[-len(qualifier) :] == qualifier or qualifier[-len(table) :] == table)
        ):
            by_table = relation
    return by_table or (scope.records.get(qualifier[0]) if len(qualifier) == 1 else None)


def _field(relation: Relation, name: str) -> Provenance:
    if relation.has(name) is not Has.NO:
        return relation.column(name)
    if relation.element:
        return field_of(relation.element, (name,))
    return _unlisted((relation,), name)


def _unlisted(relations: tuple[Relation, ...], name: str) -> Provenance:
    """The column as one of the base tables in sight, whose listed columns lack it."""
    return {Source(relation.table, name): Path() for relation in relations if relation.table}


def _bare(  # noqa: PLR0911  one return for each thing a name may be, in the order SQL tries them
    scope: Scope, parts: tuple[str, ...], *, prefers_alias: bool, may_be_row: bool
) -> Meaning:
    name = parts[0]
    sure: list[Relation] = []
    maybe: list[Relation] = []
    for relation in scope.relations:
        known = relation.has(name)
        if known is not Has.NO:
            (sure if known is Has.SURE else maybe).append(relation)
    if maybe and not sure and may_be_row and len(parts) == 1:
        whole = next((relation for relation in maybe if relation.alias == name), None)
        if whole is not None:
            return Meaning(whole.everything())
    if name in scope.using or (scope.is_natural and len(sure) > 1):
        return Meaning(merged(relation.column(name) for relation in (*sure, *maybe)))
    if len(sure) == 1:
        return Meaning(sure[0].column(name))
    if sure:
        return _any_of(sure, name)
    alias = scope.aliases.get(name) if len(parts) == 1 else None
    if alias is not None and (prefers_alias or not maybe):
        return Meaning({}, alias_of=alias)
    variable = variable_called(scope, name) if len(parts) == 1 else None
    if variable is not None:
        return variable
    return _doubtful(scope, parts, maybe, prefers_alias=prefers_alias, may_be_row=may_be_row)


def _doubtful(  # noqa: PLR0911  one return for each guess, the likeliest first
    scope: Scope, parts: tuple[str, ...], maybe: list[Relation], *, prefers_alias: bool, may_be_row: bool
) -> Meaning:
    """A name that no relation in sight is sure to have."""
    name = parts[0]
    if len(maybe) > 1:
        return _any_of(maybe, name)
    if maybe and not _is_listed(scope.parent, name):
        return Meaning(maybe[0].column(name))
    outer = (
        _bare(scope.parent, parts, prefers_alias=prefers_alias, may_be_row=may_be_row)
        if scope.parent
        else None
    )
    if maybe:
        if outer and outer.provenance and not outer.doubt:
            both: Provenance = {}
            add(both, maybe[0].column(name), _AMBIGUOUS)
            add(both, outer.provenance, _AMBIGUOUS)
            return Meaning(both, doubt="ambiguous")
        return Meaning(maybe[0].column(name))
    whole = [relation for relation in scope.relations if relation.alias == name]
    if whole and may_be_row:
        return Meaning(merged(relation.everything() for relation in whole))
    elements = [relation for relation in scope.relations if relation.element]
    if elements:
        return Meaning(merged(relation.element for relation in elements))
    if outer and (outer.alias_of or outer.provenance) and outer.doubt != "unknown":
        return outer
    if not any(place.relations for place in scope.around()):
        return Meaning({}, doubt="unknown" if scope.is_query else "")
    candidates = tuple(relation for relation in scope.relations if relation.table)
    found = _unlisted(candidates, name)
    doubt = "unknown" if scope.relations else ""
    return Meaning(through(found, _AMBIGUOUS), doubt=doubt)


def _is_listed(scope: Scope | None, name: str) -> bool:
    return scope is not None and any(
        relation.has(name) is Has.SURE for place in scope.around() for relation in place.relations
    )


def _any_of(relations: list[Relation], name: str) -> Meaning:
    found: Provenance = {}
    for relation in relations:
        add(found, relation.column(name), _AMBIGUOUS)
    return Meaning(found, doubt="ambiguous")


def table_name(table: exp.Table, dialect: Dialect) -> TableName:
    """The parts of a table's name as written, folded to lower case; a table variable keeps its `@`."""
    parts = tuple(_written(part) for part in table.parts)
    if dialect.triple_quotes:
        parts = tuple(_DECORATOR.sub("", part) for part in parts)
    if dialect.dotted_quotes and len(parts) == 1 and _DOTTED.fullmatch(parts[0]):
        parts = tuple(parts[0].split("."))
    if dialect.link_engine and any("@" in part for part in parts):
        parts = _with_link(parts)
    if table.args.get("db") == "" and isinstance(table.this, exp.Dot):
        parts = (parts[0], "", *parts[1:])  # the table of a linked server that leaves its database out
        return tuple(part.lower() for part in parts)
    return tuple(part.lower() for part in parts if part)


def _written(part: exp.Expr) -> str:
    """A part of a name with the sign that T-SQL puts before a variable or a temporary table."""
    sign = "@" if isinstance(part, exp.Parameter) else ""
    if part.args.get("temporary") or part.args.get("global_"):
        sign = "#" if part.args.get("temporary") else "##"
    return f"{sign}{part.name}"


def known_as(table: exp.Table) -> str:
    """The name a query knows a table by: its alias, else its own name without the link behind it."""
    if table.alias:
        return str(table.alias.lower())
    linked = next((part.name for part in table.parts if "@" in part.name[1:]), "")
    return str((linked.partition("@")[0] or table.name).lower())


def _with_link(parts: tuple[str, ...]) -> TableName:
    """A name behind whose `@` all is the name of a link, which may have dots of its own."""
    first = next(place for place, part in enumerate(parts) if "@" in part)
    return (*parts[:first], ".".join(parts[first:]))


_DECORATOR = re.compile(r"\$\w+$")
"""BigQuery's mark of a partition, which is a part of the table it stands behind."""
_DOTTED = re.compile(r"\w+(?:\.\w+){1,2}")
