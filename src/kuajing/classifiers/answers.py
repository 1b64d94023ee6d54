"""The classifier alone: one column in, one answer out."""

from collections.abc import Mapping

from kuajing.classifiers.classify import classify_in
from kuajing.classifiers.datasets import aggregates
from kuajing.classifiers.load import load_vocabulary
from kuajing.classifiers.surroundings import TableContext, read_table
from kuajing.model.estate import Column
from kuajing.model.names import ColumnName, DatasetName


def answer(line: Mapping[str, object]) -> dict[str, object]:
    """The category of `{id, table, column}` and, where known, `table_comment, type, comment, columns`.

    A line without a column is answered by an `error`.
    """
    vocabulary = load_vocabulary()
    name = _text(line, "column")
    if not name:
        return {"id": line.get("id"), "error": "a line needs a table and a column, as text"}
    siblings = line.get("columns")
    columns = tuple(text for text in siblings if isinstance(text, str)) if isinstance(siblings, list) else ()
    table = read_table(TableContext(_text(line, "table"), _text(line, "table_comment"), columns), vocabulary)
    dataset = DatasetName("", (_text(line, "table"),))
    found = {
        text: classify_in(Column(ColumnName(dataset, text), "", "", ()), table, vocabulary).category
        for text in columns
    }
    column = Column(ColumnName(dataset, name), _text(line, "type"), _text(line, "comment"), ())
    first = classify_in(column, table, vocabulary)
    mixed = aggregates({*found.values(), first.category})
    final = classify_in(column, table, vocabulary, aggregated=mixed) if mixed else first
    return {
        "id": line.get("id"),
        "category": final.category,
        "outcome": final.outcome.value,
        "sensitive": final.sensitive,
        "sensitive_gbt35273": final.sensitive_gbt35273,
        "important": list(final.important),
        "evidence": list(final.evidence),
    }


def _text(line: Mapping[str, object], key: str) -> str:
    value = line.get(key)
    return value if isinstance(value, str) else ""
