"""The names of systems, datasets and columns: equal names are one node of the graph."""

from dataclasses import dataclass

ALL_COLUMNS = "*"
"""The column that stands for columns nobody named: what is read from or written to it may be any column."""

ROWS = "(rows)"
"""The pseudo-column that carries what only decided which rows are there (filters, joins, grouping)."""


@dataclass(frozen=True, slots=True, order=True)
class DatasetName:
    """A table, topic, file or bucket prefix: its system and its path inside it, outermost part first.

    Parts are folded to lower case, so that names that a database holds equal are equal here.
    """

    system: str
    path: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join((self.system, *self.path))

    def column(self, name: str) -> "ColumnName":
        """The column of that name, folded like the dataset's own."""
        return ColumnName(self, name.lower())


@dataclass(frozen=True, slots=True, order=True)
class ColumnName:
    """One column of a dataset, the finest grain of the graph."""

    dataset: DatasetName
    column: str

    def __str__(self) -> str:
        return f"{self.dataset}.{self.column}"
