"""What each transform does to the rows: columns kept, dropped, renamed, copied, masked, worked out, or beyond knowing."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kuajing.model.facts import Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.datax.records import Note
from kuajing.readers.datax.table_names import name_parts
from kuajing.readers.seatunnel.jobs import Plugin
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.models import MODELS, answered
from kuajing.readers.seatunnel.queries import Reading, table_of_transform
from kuajing.readers.seatunnel.streams import Column, Stream, Table, changed, doubtful
from kuajing.source.nodes import Mapping, Scalar

Change = Callable[[Keys, Table], Table]

_SQL = frozenset({"sql", "calcite", "sql1", "sql2", "sql3"})
_UNTOUCHED = frozenset({"filterrowkind", "rowkindextractor", "tablefilter"})


def transformed(plugin: Plugin, given: Stream, reading: Reading) -> Stream:
    """The rows after a transform; one that is not known hands on everything, changed or not."""
    return Stream.of((Stream(notes=given.notes), *_each(plugin, given.tables, reading)))


def _each(plugin: Plugin, tables: tuple[Table, ...], reading: Reading) -> Iterator[Stream]:
    for table in tables:
        keys, is_doubtful = _keys_for(plugin.keys, table)
        found = [Stream((table,))] if keys is None or is_doubtful else []
        if keys is not None:
            found.append(_one(plugin, keys, table, reading))
        yield from (one.doubted() if is_doubtful else one for one in found)


def _keys_for(keys: Keys, table: Table) -> tuple[Keys | None, bool]:
    """What a transform says of one table: its own entry, the plugin, or nothing; and whether that is in doubt.

    Patterns are never run: a plain one is compared, any other may mean the table or not.
    """
    path = ".".join(table.path)
    for own in keys.mappings("table_transform"):
        inner = Keys(own, keys)
        if inner.text("table_path", "tables") == path and path:
            return inner, False
    pattern = keys.text("table_match_regex")
    if pattern is None or pattern in {".*", ".+"}:
        return keys, False
    plain = pattern.replace("\\.", ".")
    if all(sign.isalnum() or sign in "._-" for sign in plain):
        return (keys, False) if plain == path else (None, False)
    return keys, True


def _one(plugin: Plugin, keys: Keys, table: Table, reading: Reading) -> Stream:
    if plugin.family in _SQL and (queries := keys.texts("query", "sql")):
        made, notes = table_of_transform(queries[0], table, reading)
        filters = tuple(dict.fromkeys((*table.filters, *made.filters)))
        return Stream((replace(made, path=table.path, filters=filters),), notes)
    if plugin.family in MODELS:
        return Stream((answered(plugin, table),))
    if plugin.family in _UNTOUCHED:
        return Stream((table,))
    if plugin.family == "datavalidator":
        return _validated(keys, table)
    change = _CHANGES.get(plugin.family)
    if change is not None:
        return Stream((change(keys, table),))
    note = Note("unread.seatunnel_transform", plugin.location, (("name", plugin.name),))
    unknown = doubtful(changed(table.values, Transform.DERIVED, plugin.name))
    return Stream((replace(table, rest=(*table.rest, *unknown), is_ordered=False),), (note,))


def _copy(keys: Keys, table: Table) -> Table:
    pairs = _pairs(keys, "fields")
    one, other = keys.text("src_field"), keys.text("dest_field")
    if one is not None and other is not None:
        pairs = (*pairs, (other, one))
    return table.with_columns(_from(table, name, source) for name, source in pairs)


def _mapped(keys: Keys, table: Table) -> Table:
    columns = tuple(_from(table, name, source) for source, name in _pairs(keys, "field_mapper"))
    return replace(table, columns=columns, rest=(), is_ordered=True)


def _filtered(keys: Keys, table: Table) -> Table:
    kept = keys.texts("include_fields", "fields")
    if kept:
        return table.only(str(text.value).strip() for text in kept)
    dropped = {str(text.value).strip().lower() for text in keys.texts("exclude_fields")}
    return replace(
        table, columns=tuple(column for column in table.columns if column.name.lower() not in dropped)
    )


def _worked(effect: Transform, function: str, *names: str) -> Change:
    def change(keys: Keys, table: Table) -> Table:
        touched = [str(text.value).strip() for name in names for text in keys.texts(name)]
        columns = tuple(
            column for name in dict.fromkeys(touched) if (column := table.column(name)) is not None
        )
        return table.with_columns(
            replace(column, values=changed(column.values, effect, function)) for column in columns
        )

    return change


def _encrypted(keys: Keys, table: Table) -> Table:
    is_open = (keys.text("mode") or "").lower() == "decrypt"
    return _worked(Transform.DERIVED, "FieldDecrypt" if is_open else "FieldEncrypt", "fields")(keys, table)


def _split(function: str, source: str) -> Change:
    def change(keys: Keys, table: Table) -> Table:
        entries = tuple(Keys(one) for one in keys.mappings("splits")) or (keys,)
        return table.with_columns(
            _derived(table, str(text.value).strip(), name, function)
            for one in entries
            if (name := one.text(source)) is not None
            for text in one.texts("output_fields")
        )

    return change


def _by_path(keys: Keys, table: Table) -> Table:
    entries = [Keys(one) for one in keys.mappings("columns")]
    found = [(one.text("dest_field"), one.text("src_field")) for one in entries]
    return table.with_columns(
        _derived(table, name, source, "JsonPath")
        for name, source in found
        if name is not None and source is not None
    )


def _metadata(keys: Keys, table: Table) -> Table:
    return table.with_columns(Column(name) for _, name in _pairs(keys, "metadata_fields"))


def _renamed(keys: Keys, table: Table) -> Table:
    named = [
        (Keys(one).text("field_name"), Keys(one).text("target_name")) for one in keys.mappings("specific")
    ]
    own = {old.lower(): new for old, new in named if old is not None and new is not None}
    # A pattern is never run: what it renames has a name that is not known.
    is_pattern = bool(keys.mappings("replacements_with_regex"))

    def name(old: str) -> str:
        if old.lower() in own:
            return own[old.lower()]
        if old == ALL_COLUMNS or is_pattern:
            return ALL_COLUMNS
        return _cased(f"{keys.text('prefix') or ''}{old}{keys.text('suffix') or ''}", keys)

    columns = tuple(replace(column, name=name(column.name)) for column in table.columns)
    hidden = tuple(value for column in columns if column.name == ALL_COLUMNS for value in column.values)
    kept = tuple(column for column in columns if column.name != ALL_COLUMNS)
    return replace(
        table, columns=kept, rest=(*table.rest, *hidden), is_ordered=table.is_ordered and not hidden
    )


def _cased(name: str, keys: Keys) -> str:
    case = (keys.text("convert_case") or "").lower()
    return name.upper() if case == "upper" else name.lower() if case == "lower" else name


def _table_renamed(keys: Keys, table: Table) -> Table:
    if not table.path or keys.mappings("replacements_with_regex"):
        return replace(table, path=())
    name = _cased(f"{keys.text('prefix') or ''}{table.path[-1]}{keys.text('suffix') or ''}", keys)
    return replace(table, path=(*table.path[:-1], name))


def _table_merged(keys: Keys, table: Table) -> Table:
    parts = (keys.text("database"), keys.text("schema"), keys.text("table"))
    return replace(table, path=tuple(part for text in parts if text is not None for part in name_parts(text)))


def _validated(keys: Keys, table: Table) -> Stream:
    """Rows that fail may go to a second table, whole, as text."""
    name = keys.text("row_error_handle_way.error_table", "error_table")
    if name is None:
        return Stream((table,))
    bad = Column("original_data", changed(table.values, Transform.DERIVED, "DataValidator"))
    return Stream((table, Table(name_parts(name), (bad,))))


def _pairs(keys: Keys, key: str) -> tuple[tuple[str, str], ...]:
    node = keys.value(key)
    if not isinstance(node, Mapping):
        return ()
    return tuple(
        (name.text, str(value.value).strip())
        for name, value in node.entries
        if isinstance(value, Scalar) and value.value is not None
    )


def _from(table: Table, name: str, source: str) -> Column:
    found = table.column(source)
    return Column(name, found.values if found is not None else ())


def _derived(table: Table, name: str, source: str, function: str) -> Column:
    return Column(name, changed(_from(table, name, source).values, Transform.DERIVED, function))


_CHANGES: dict[str, Change] = {
    "copy": _copy,
    "fieldmapper": _mapped,
    "filter": _filtered,
    "replace": _worked(Transform.MASKED, "Replace", "replace_field", "replace_fields"),
    "fieldencrypt": _encrypted,
    "split": _split("Split", "split_field"),
    "multifieldsplit": _split("Split", "split_field"),
    "regexextract": _split("RegexExtract", "source_field"),
    "jsonpath": _by_path,
    "metadata": _metadata,
    "fieldrename": _renamed,
    "tablerename": _table_renamed,
    "tablemerge": _table_merged,
}
