"""Tables as a statement reads them: looked up in the session, and noted as read."""

import re
from collections.abc import Callable
from dataclasses import replace

from sqlglot import exp

from kuajing.lineage.endpoints import Place, file_place, server_place
from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.shims.outside_calls import called
from kuajing.lineage.shims.stages import resolved
from kuajing.lineage.shims.table_functions import Arguments, Outside
from kuajing.lineage.text.dialects import Dialect
from kuajing.lineage.text.keywords import word_set
from kuajing.lineage.values.relations import Relation, base_relation
from kuajing.lineage.values.scopes import table_name
from kuajing.lineage.values.tags import function_name
from kuajing.model.lineage import TableName

_PATH = re.compile(
    r"(?i)^(?:[a-z][a-z0-9+-]*://.+|/.+|\./.+|.+\.(?:csv|tsv|parquet|json|jsonl|ndjson|xlsx|orc|avro)(?:\.\w+)?)$"
)
_SERVER = re.compile(
    r"(?i)^(?:jdbc:[a-z]|(?:mysql|mariadb|postgres(?:ql)?|mongodb(?:\+srv)?|sqlserver|rediss?|clickhouse)://)"
)
_FORMATS = word_set("parquet csv json orc text delta avro binaryfile iceberg hudi")
_CHANGED_ROWS = frozenset({"inserted", "deleted"})
_LINKED_PARTS = 4
"""A name of server, database, schema and table."""


class ReadTables:
    """Gives relations of tables and notes each as read by the statement at hand.

    `read_remote` reads the query that a table function sends to another database.
    """

    def __init__(
        self,
        session: Session,
        reading: Reading,
        dialect: Dialect,
        read_remote: Callable[[str, "Outside"], Relation | None],
    ) -> None:
        self._session = session
        self._reading = reading
        self._dialect = dialect
        self._read_remote = read_remote

    def read(self, table: exp.Table, alias: str) -> Relation:
        """The relation of a named table: a temporary one shows what fed it."""
        if self._dialect.link_engine:
            alias = alias.partition("@")[0]
        opened = self._session.stand_ins.get(table.name)
        if opened is not None:
            return self._outside(opened, alias)
        named = outside_named(table)
        if named is not None:
            return self._outside(named, alias)
        name = self._session.qualified(table_name(table, self._dialect))
        if name[-1] == "dual" and len(table.parts) == 1:
            return Relation((), alias=alias)
        changed = self._session.rows.get(name[-1]) if name[-1] in _CHANGED_ROWS else None
        if changed is not None and len(table.parts) == 1:
            return changed.named(alias)
        held = self._session.temporary.get(name)
        if held is not None:
            self._session.looked_through.add(name)
            return held.named(alias)
        place_there = place_of(name, self._session, self._dialect)
        self._reading.reads.add(name)
        if place_there is not None:
            self._reading.mention(name, "in", place_there)
            self._session.looked_through.add((*name[:-1], ""))  # the schema is known by those who read it
        relation = base_relation(name, self._session.columns(name), alias)
        computed = self._session.computed.get(name)
        return relation.computing(computed) if computed else relation

    def read_function(self, function: exp.Expr, table: exp.Expr) -> Relation | None:
        """The relation of a function that reads a place outside, noted as read; None for any other function."""
        view = view_called(function, table) if self._dialect.grammar == "clickhouse" else None
        if view is not None:
            return self.read(view, view.name.lower())
        outside = outside_call(function, self._session)
        if outside is None:
            return None
        known = self._session.servers.get(outside.place.address)
        if known is not None:
            outside = replace(outside, place=known)
        if outside.query is not None:
            there = replace(outside, place=resolved(outside.place, self._session))
            relation = self._read_remote(outside.query or "", there)
            if relation is not None:
                return relation
        return self._outside(outside, outside.table[-1])

    def _outside(self, outside: Outside, alias: str) -> Relation:
        self._reading.reads.add(outside.table)
        place = resolved(outside.place, self._session)
        if place.kind != "catalog":
            self._reading.mention(outside.table, "in", place)
        columns = outside.columns or self._session.columns(outside.table)
        return base_relation(outside.table, columns, alias)


class RemoteTables:
    """The tables of another database, as a query sent there reads them."""

    def __init__(self, outside: Outside, reading: Reading) -> None:
        self._where = outside
        self._reading = reading

    def read(self, table: exp.Table, alias: str) -> Relation:
        """The relation of a table there, named after the place."""
        name = (self._where.prefix + ".".join(part.name.lower() for part in table.parts if part.name),)
        self._reading.reads.add(name)
        if self._where.place.kind != "catalog":  # a catalog is part of the name, and says no address
            self._reading.mention(name, "in", self._where.place)
        return base_relation(name, None, alias)

    def read_function(self, function: exp.Expr, table: exp.Expr) -> Relation | None:  # noqa: ARG002  part of the protocol
        """None: what functions mean there is not known here."""
        return None


def _file_of(table: exp.Table) -> str | None:
    """The path of a table that is written as a file: a quoted path, or a format and a path."""
    last = table.parts[-1] if table.parts else None
    if not isinstance(last, exp.Identifier) or not last.quoted:
        return None
    parts = table.parts
    if len(parts) == 1 and _PATH.match(last.name):
        return last.name
    if len(parts) == 2 and parts[0].name.lower() in _FORMATS and "/" in last.name:  # noqa: PLR2004  format and path
        return last.name
    return None


def outside_named(table: exp.Table) -> Outside | None:
    """The file or server whose path or URL stands in a table's place: csv.`s3://b/x`, jdbc.`jdbc:mysql://host/d`."""
    if _SERVER.match(table.name):
        server = server_place(table.name)
        return Outside((server.uri,), server)
    path = _file_of(table)
    if path is None:
        return None
    place = file_place(path)
    return Outside((place.address,), place)


def place_of(name: TableName, session: Session, dialect: Dialect) -> Place | None:
    """The place outside that a table's name leads to: a bound one, a database link, a linked server."""
    place = session.place_of(name)
    if place is not None:
        return place if place.kind else Place(dialect.link_engine, place.address)
    if dialect.link_engine and "@" in name[-1]:
        link = name[-1].split("@", 1)[1]
        return session.servers.get(link) or Place(dialect.link_engine, link)
    if dialect.batch_separator and len(name) == _LINKED_PARTS:
        return session.servers.get(name[0]) or Place("sqlserver", name[0])
    return None


def view_called(function: exp.Expr, item: exp.Expr) -> exp.Table | None:
    """The view whose parameters a call such as `v(day = 1)` sets; None for any other call."""
    if not isinstance(function, exp.Anonymous) or not function.expressions:
        return None
    named = all(
        isinstance(each, exp.EQ) and isinstance(each.this, exp.Column) for each in function.expressions
    )
    if not named or called(function.name, _arguments(function)) is not None:
        return None
    database = item.args.get("db") if isinstance(item, exp.Table) else None
    return exp.Table(this=exp.to_identifier(function.name), db=database)


def outside_call(function: exp.Expr, session: Session) -> Outside | None:
    """The place that a call of a table function names; None when it names none. A stage is one too."""
    if isinstance(function, exp.Var) and function.name.startswith("@"):
        return Outside((function.name,), Place("stage", function.name))
    if isinstance(function, exp.Dot):
        return _pushed_down(function)
    name = function_name(function)
    return called(name, _arguments(function), session.collections) if name else None


def _pushed_down(function: exp.Dot) -> Outside | None:
    """Trino's `catalog.system.query(query => '...')`: the query's tables are those of the catalog."""
    call = function.expression
    catalog = next((part.name.lower() for part in function.find_all(exp.Identifier)), "")
    if function_name(call) not in {"QUERY", "RAW_QUERY"} or not catalog:
        return None
    said, place = _arguments(call).named, Place("catalog", catalog)
    table = said.get("collection") or said.get("index")
    if table is not None:
        schema = said.get("database") or said.get("schema") or ""
        return Outside(tuple(part.lower() for part in (catalog, schema, table) if part), place)
    query = said.get("query")
    return Outside((catalog,), place, query=query, prefix=f"{catalog}.") if query else None


def _arguments(function: exp.Expr) -> Arguments:
    positional: list[str] = []
    named: dict[str, str] = {}
    for item in function.iter_expressions():
        if isinstance(item, (exp.EQ, exp.PropertyEQ, exp.Kwarg)) and isinstance(item.expression, exp.Literal):
            named[item.this.name.lower()] = item.expression.name
        elif isinstance(item, exp.EQ) and isinstance(item.expression, exp.Struct):
            fields = (field.name for field in item.expression.expressions)
            named[item.this.name.lower()] = ", ".join(f"{field} type" for field in fields)
        elif isinstance(item, exp.Column):
            positional.append(".".join(part.name for part in item.parts))
        elif isinstance(item, (exp.Array, exp.Tuple, exp.List)):
            positional.append(next((cell.name for cell in item.expressions), ""))
        else:
            positional.append(item.name)
    return Arguments(tuple(positional), named)
