"""Tables as a statement reads them: looked up in the session, and noted as read."""

from sqlglot import exp

from kuajing.lineage.dialects import Dialect
from kuajing.lineage.reading import Reading
from kuajing.lineage.relations import Relation, base_relation
from kuajing.lineage.scopes import table_name
from kuajing.lineage.session import Session
from kuajing.lineage.shims.table_functions import outside_table


class ReadTables:
    """Gives relations of tables and notes each as read by the statement at hand."""

    def __init__(self, session: Session, reading: Reading, dialect: Dialect) -> None:
        self._session = session
        self._reading = reading
        self._dialect = dialect

    def read(self, table: exp.Table, alias: str) -> Relation:
        """The relation of a named table: a temporary one shows what fed it."""
        name = self._session.qualified(table_name(table))
        if self._dialect.block_declarations and name[-1] == "dual":
            return Relation((), alias=alias)
        held = self._session.temporary.get(name)
        if held is not None:
            return held.named(alias)
        self._reading.reads.add(name)
        place = self._session.place_of(name)
        if place is not None:
            self._reading.mention(name, "in", place)
        return base_relation(name, self._session.columns(name), alias)

    def read_function(self, function: exp.Expression, table: exp.Expression) -> Relation | None:
        """The relation of a table function that reads a place outside, noted as read; None for any other function."""
        outside = outside_table(function, table, self._dialect)
        if outside is None:
            return None
        self._reading.reads.add(outside.table)
        self._reading.mention(outside.table, "in", outside.place)
        columns = outside.columns or self._session.columns(outside.table)
        return base_relation(outside.table, columns, outside.table[-1])
