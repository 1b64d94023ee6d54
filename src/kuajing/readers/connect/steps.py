"""The steps that a connector lists under `transforms`, in their order: what each does to the columns and the topic."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kuajing.model.facts import Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.connect.columns import removed
from kuajing.readers.connect.flowing import Flow, Flows, together
from kuajing.readers.connect.lists import entries, pairs
from kuajing.readers.connect.patterns import replaced
from kuajing.readers.datax.records import Note
from kuajing.readers.seatunnel.keys import Keys
from kuajing.readers.seatunnel.streams import Column, Table, changed, doubtful
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping

_ANY = "kuajingany"
_INNER = frozenset({"after", "before", "payload", "fullDocument", "value"})
_NOTHING = frozenset(
    (
        *("extractnewrecordstate", "extractnewdocumentstate", "flatten", "cast", "insertfield", "hoistfield"),
        *("timestampconverter", "valuetokey", "setschemametadata", "filter", "insertheader", "dropheaders"),
        *("headerfrom", "unwrapfromenvelope", "tombstonehandler", "convertlogicaltypes", "convertfield"),
        *("headertovalue", "schemachangeeventfilter", "openlineage", "dropdefault", "timezoneconverter"),
        *("keytovalue", "kafkametadata", "insertuuid", "activatetracingspan", "readtovalue"),
    )
)
"""Steps that hand on every column under its name; what some of them add holds no data."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its class, its own settings, its place, and whether it is only for some rows."""

    kind: str
    keys: Keys
    location: Location
    is_conditional: bool

    @property
    def family(self) -> str:
        """The class without its package, its side and what versions put behind it."""
        return self.kind.rpartition(".")[2].partition("$")[0].lower()

    @property
    def is_of_key(self) -> bool:
        """Whether it works on the keys of the rows alone."""
        return self.kind.endswith("$Key")


def steps_of(keys: Keys) -> tuple[Step, ...]:
    """The steps in the order of their list."""
    found = (_step(keys, one.text, one.location) for one in entries(keys, "transforms"))
    return tuple(step for step in found if step is not None)


def stepped(flows: Flows, steps: tuple[Step, ...]) -> Flows:
    """The flows after all steps."""
    for step in steps:
        after = _after(flows, step)
        if step.is_conditional and after is not flows:
            after = together((_doubted(flows), _doubted(after)))
        flows = after
    return flows


def _step(keys: Keys, alias: str, location: Location) -> Step | None:
    prefix = f"transforms.{alias}."
    own = tuple(
        (replace(key, text=key.text.removeprefix(prefix)), value)
        for key, value in keys.node.entries
        if key.text.startswith(prefix)
    )
    inner = Keys(Mapping(own, location))
    kind = next(iter(inner.texts("type")), None)
    if kind is None:
        return Step("?", inner, location, is_conditional=False)
    return Step(str(kind.value).strip(), inner, kind.location, inner.text("predicate") is not None)


def _doubted(flows: Flows) -> Flows:
    return flows.each(lambda one: replace(one, certain=False))


def _after(flows: Flows, step: Step) -> Flows:
    if step.is_of_key or step.family in _NOTHING:
        return flows
    if step.family in ROUTES:
        return together((Flows(notes=flows.notes), *(_routed(flow, step) for flow in flows.flows)))
    change = _CHANGES.get(step.family)
    if change is not None:
        notes = tuple(note for flow in flows.flows for note in _told(flow.table, step))
        return flows.tables(lambda table: change(table, step.keys)).noted(*notes)
    if step.family in {"eventrouter", "mongoeventrouter"}:
        return flows.each(lambda flow: _event(flow, step.keys))
    if step.family == "fieldtoembedding":
        return flows.tables(lambda table: _embedded(table, step.keys))
    note = Note("unread.connect_step", step.location, (("name", _shown(step)),))
    return flows.tables(lambda table: _unknown(table, _shown(step))).noted(note)


def _shown(step: Step) -> str:
    name = step.kind.rpartition(".")[2]
    return name if name.replace("$", "").replace("_", "").isalnum() and len(name) <= 80 else "?"  # noqa: PLR2004


def _unknown(table: Table, name: str) -> Table:
    """The rows after a step that nobody knows: as they were, or worked on in some way."""
    values = doubtful(changed(table.values, Transform.DERIVED, name))
    return replace(table, rest=(*table.rest, *values), is_ordered=False)


def _masked(table: Table, keys: Keys) -> Table:
    names = [one.text for one in entries(keys, "fields")]
    columns = [column for name in names if (column := table.column(name)) is not None]
    return table.with_columns(
        replace(column, values=changed(column.values, Transform.MASKED, "MaskField")) for column in columns
    )


def _fields(table: Table, keys: Keys) -> Table:
    kept = [one.text for one in entries(keys, "include", "whitelist")]
    dropped = {one.text.lower() for one in entries(keys, "exclude", "blacklist")}
    names = {old.lower(): new for old, new in pairs(keys, "renames")}
    if kept:
        table = table.only(name for name in kept if name.lower() not in dropped)
    else:
        named = [column for name in names if (column := table.column(name)) is not None]
        table = table.with_columns(named)
        table = replace(table, columns=tuple(one for one in table.columns if one.name.lower() not in dropped))
    return replace(
        table,
        columns=tuple(replace(one, name=names.get(one.name.lower(), one.name)) for one in table.columns),
    )


def _told(table: Table, step: Step) -> Iterator[Note]:
    """A note where a step takes columns out of rows whose columns are not known."""
    if step.family != "replacefield" or not table.rest or entries(step.keys, "include", "whitelist"):
        return
    names = [one.text for one in entries(step.keys, "exclude", "blacklist")]
    for value in table.rest:
        yield from removed(value.dataset, names, step.location)


def _extracted(table: Table, keys: Keys) -> Table:
    name = keys.text("field") or ""
    return table if name in _INNER else table.only([name.rpartition(".")[2]])


def _embedded(table: Table, keys: Keys) -> Table:
    source = (keys.text("embeddings.field.source") or "").rpartition(".")[2]
    target = (keys.text("embeddings.field.embedding") or "embedding").rpartition(".")[2]
    column = table.column(source)
    values = changed(column.values if column is not None else (), Transform.DERIVED, "FieldToEmbedding")
    return table.with_columns((Column(target, values),))


def _event(flow: Flow, keys: Keys) -> Flow:
    """An outbox: one column is what is sent, whatever it holds; the others are its key and its headers."""
    head = "collection.field" if keys.texts("collection.field.event.payload") else "table.field"
    payload = keys.text(f"{head}.event.payload") or "payload"
    names = {
        keys.text(f"{head}.event.key") or "aggregateid": None,
        keys.text(f"{head}.event.id") or "id": None,
    }
    headed = (
        one.text.split(":")
        for one in entries(
            keys, "table.fields.additional.placement", "collection.fields.additional.placement"
        )
    )
    named = {**{name: name for name in names}, **{parts[0].strip(): parts[-1].strip() for parts in headed}}
    columns = tuple(
        replace(column, name=new)
        for old, new in named.items()
        if (column := flow.table.column(old)) is not None
    )
    sent = flow.table.column(payload)
    table = replace(
        flow.table, columns=columns, rest=sent.values if sent is not None else (), is_ordered=False
    )
    form = keys.text("route.topic.replacement") or "outbox.event.${routedByValue}"
    return replace(flow, topic=form.replace("${routedByValue}", ALL_COLUMNS), table=table)


def _routed(flow: Flow, step: Step) -> Flows:
    topic = routed_topic(flow.topic, step)
    if topic is None:
        note = Note("unread.connect_route", step.location, (("name", _shown(step)),))
        return Flows((flow, replace(flow, topic=ALL_COLUMNS, certain=False)), (note,))
    return Flows((replace(flow, topic=topic),))


def routed_topic(topic: str, step: Step) -> str | None:
    """The topic that a step makes of one; None where it cannot be told."""
    if step.family == "timestamprouter":
        form = step.keys.text("topic.format") or "${topic}-${timestamp}"
        return form.replace("${topic}", topic).replace("${timestamp}", ALL_COLUMNS)
    if step.family == "changecase":
        return None
    names = (
        ("topic.regex", "topic.replacement")
        if step.family == "bylogicaltablerouter"
        else ("regex", "replacement")
    )
    pattern, replacement = (step.keys.text(name) for name in names)
    if pattern is None:
        return None
    made = replaced(pattern, replacement or "", topic.replace(ALL_COLUMNS, _ANY))
    return None if made is None else made.replace(_ANY, ALL_COLUMNS)


ROUTES = frozenset(
    {
        "regexrouter",
        "bylogicaltablerouter",
        "timestamprouter",
        "contentbasedrouter",
        "extracttopic",
        "messagetimestamprouter",
    }
)
_CHANGES: dict[str, Callable[[Table, Keys], Table]] = {
    "maskfield": _masked,
    "replacefield": _fields,
    "extractfield": _extracted,
}
