"""DuckDB's SUMMARIZE: one row for each column of a table, with its bounds and measures."""

from kuajing.lineage.values.provenance import Path, Transform, through
from kuajing.lineage.values.relations import Output, Relation

_WORDS = ("column_name", "column_type")
_KEPT = ("min", "max", "q25", "q50", "q75")
_MEASURED = ("approx_unique", "avg", "std", "count", "null_percentage")


def summarized(relation: Relation) -> Relation:
    """The summary of a relation: bounds keep values of it, measures are made of all of them."""
    everything = relation.everything()
    kept = through(everything, Path(Transform.DERIVED, frozenset({"SUMMARIZE"})))
    measured = through(everything, Path(Transform.AGGREGATED, frozenset({"SUMMARIZE"})))
    outputs = [Output(name, {}) for name in _WORDS]
    outputs += [Output(name, kept) for name in _KEPT]
    outputs += [Output(name, measured) for name in _MEASURED]
    return Relation(tuple(outputs), relation.rows)
