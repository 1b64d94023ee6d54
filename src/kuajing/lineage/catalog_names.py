"""Names that begin with a catalog: in engines that only query others, a catalog is a system of its own."""

from kuajing.model.lineage import TableName

_WITH_CATALOG = 3
_OWN: dict[str, frozenset[str]] = {
    "trino": frozenset({"system", "memory", "tpch", "tpcds"}),
    "presto": frozenset({"system", "memory", "tpch", "tpcds"}),
    "athena": frozenset({"awsdatacatalog"}),
    "starrocks": frozenset({"default_catalog"}),
    "doris": frozenset({"internal"}),
    "flink": frozenset({"default_catalog"}),
    "spark": frozenset({"spark_catalog"}),
}
"""Dialects whose catalogs are other systems, each with the catalogs that are its own."""


def catalog_of(table: TableName, dialect: str | None, own: str | None) -> str | None:
    """The catalog of another system that a name begins with; None for names of the engine's own.

    `own` is the database or catalog that short names are completed by.
    """
    known = _OWN.get((dialect or "").lower())
    if known is None or len(table) != _WITH_CATALOG or table[0] in known or table[0] == (own or "").lower():
        return None
    return table[0]
