"""The table mappings of AWS DMS: which tables a task selects, and what it renames and removes on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from kuajing.readers.infrastructure.selections import ALL, Path, Selected
from kuajing.readers.infrastructure.values import Value, text

_TAKEN = frozenset({"include", "explicit"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule: what it is, what it does, to what, and with which value."""

    kind: str
    action: str
    target: str
    schema: str
    table: str
    column: str
    value: str


def dms_selection(told: Value) -> tuple[Selected, ...] | None:
    """The tables that mappings select; None where they are no mappings or select nothing."""
    rules = tuple(_rules(told))
    chosen = [rule for rule in rules if rule.kind == "selection" and rule.action in _TAKEN]
    left_out = {
        (rule.schema, rule.table) for rule in rules if rule.kind == "selection" and rule.action == "exclude"
    }
    changes = [rule for rule in rules if rule.kind == "transformation"]
    kept = [rule for rule in chosen if (rule.schema, rule.table) not in left_out]
    return tuple(_selected(rule, changes) for rule in kept) or None


def leaves_out(told: Value) -> bool:
    """Whether mappings leave out tables or rows of what they select: what is told of them is then more than moves."""
    rules = tuple(_rules(told))
    exact = {
        (rule.schema, rule.table) for rule in rules if rule.action in _TAKEN and rule.kind == "selection"
    }
    return any(
        rule.kind == "selection" and rule.action == "exclude" and (rule.schema, rule.table) not in exact
        for rule in rules
    )


def _rules(told: Value) -> Iterator[_Rule]:
    rules = told.get("rules") if isinstance(told, Mapping) else None
    for rule in rules if isinstance(rules, tuple) else ():
        if not isinstance(rule, Mapping):
            continue
        place = rule.get("object-locator")
        place = place if isinstance(place, Mapping) else {}
        yield _Rule(
            text(rule.get("rule-type")).lower(),
            text(rule.get("rule-action")).lower(),
            text(rule.get("rule-target")).lower(),
            _glob(text(place.get("schema-name"))),
            _glob(text(place.get("table-name"))),
            _glob(text(place.get("column-name"))),
            text(rule.get("value")),
        )


def _glob(name: str) -> str:
    """`%` stands for any name; the sign for one letter is left as it is."""
    return name.replace("%", ALL) or ALL


def _selected(rule: _Rule, changes: list[_Rule]) -> Selected:
    mine = [change for change in changes if _meets(change, rule)]
    schema, table = rule.schema, rule.table
    for change in mine:
        if change.target == "schema":
            schema = _named(change, schema)
        elif change.target == "table":
            table = _named(change, table)
    columns = [change for change in mine if change.target == "column"]
    only = tuple(
        (change.column, change.column)
        for change in columns
        if change.action == "include-column" and ALL not in change.column
    )
    return Selected(
        _path(rule.schema, rule.table),
        _path(schema, table),
        only or None,
        tuple(
            (change.column, change.value)
            for change in columns
            if change.action == "rename" and change.value and ALL not in change.column
        ),
        frozenset(change.column for change in columns if change.action == "remove-column"),
    )


def _meets(change: _Rule, rule: _Rule) -> bool:
    is_schema = change.target == "schema"
    return fnmatchcase(rule.schema, change.schema) and (is_schema or fnmatchcase(rule.table, change.table))


def _named(change: _Rule, name: str) -> str:
    if not change.value:
        return name
    given = {
        "rename": change.value,
        "add-prefix": f"{change.value}{name}",
        "add-suffix": f"{name}{change.value}",
        "remove-prefix": name.removeprefix(change.value),
        "remove-suffix": name.removesuffix(change.value),
    }
    return given.get(change.action, name)


def _path(schema: str, table: str) -> Path:
    """Everything of any schema is everything there is; a pattern of schemas cannot be told apart from that."""
    return (ALL,) if ALL in schema else (schema, table)
