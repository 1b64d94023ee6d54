"""What SQL moves as OpenLineage run events, one JSON line for each statement that moves something."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable

from kuajing.messages import message
from kuajing.model.lineage import ALL_COLUMNS, ColumnEdge, LineageReport, Statement, TableName
from kuajing.reports.lineage_speech import dotted, how, reason_values
from kuajing.reports.openlineage_parts import (
    COLUMN_LINEAGE,
    NO_DAY,
    SCHEMA,
    SPEC,
    Table,
    direct,
    event,
    facet,
    indirect,
)
from kuajing.reports.words import words_for
from kuajing.source.bare_names import bare
from kuajing.source.nodes import Plain

_JOB_TYPE = f"{SPEC}/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet"
_FAILED = f"{SPEC}/facets/1-1-2/ExtractionErrorRunFacet.json#/$defs/ExtractionErrorRunFacet"
_URI = re.compile(r"(?P<namespace>[a-z][a-z0-9+.-]*://[^/]*)/?(?P<name>.*)", re.IGNORECASE | re.DOTALL)


def openlineage(report: LineageReport, namespace: str | None, day: str = NO_DAY) -> str:
    """The events of all statements that read or write, in order; `namespace` is that of tables without an address."""
    events = [
        _event(text.path, text.dialect, statement, namespace, day)
        for text in report.texts
        for statement in text.statements
        if statement.reads or statement.writes
    ]
    return "".join(json.dumps(event, ensure_ascii=True) + "\n" for event in events)


def _event(path: str, dialect: str | None, statement: Statement, namespace: str | None, day: str) -> Plain:
    home = namespace or dialect or "sql"
    job: dict[str, Plain] = {
        "namespace": "kuajing",
        "name": f"{path}:{statement.line}:{statement.column}",
        "facets": {"jobType": facet(_JOB_TYPE, processingType="BATCH", integration="SQL", jobType="QUERY")},
    }
    inputs: list[Plain] = [_input(table, statement, home) for table in statement.reads]
    outputs: list[Plain] = [_output(table, statement, home) for table in statement.writes]
    facets = _failures(statement)
    return event(job, inputs, outputs, facets, day)


def _dataset(table: TableName, home: str) -> Table:
    """The namespace and name of a table; an address is its own namespace up to its host or bucket."""
    found = _URI.fullmatch(dotted(table)) if len(table) == 1 else None
    if found is not None and found["name"]:
        return {"namespace": found["namespace"], "name": found["name"]}
    return {"namespace": home, "name": dotted(table)}


def _input(table: TableName, statement: Statement, home: str) -> Table:
    columns = {edge.source_column for edge in statement.edges if edge.source_table == table}
    columns |= {one.source_column for one in statement.influences if one.source_table == table}
    return {**_dataset(table, home), "facets": _fields(columns)}


def _output(table: TableName, statement: Statement, home: str) -> Table:
    edges = [edge for edge in statement.edges if edge.target_table == table]
    facets = _fields({edge.target_column for edge in edges})
    rows: list[Plain] = [
        {
            **_dataset(source, home),
            "field": bare(column),
            "transformations": [indirect(_said_of_rows())],
        }
        for source, column in sorted(
            {
                (one.source_table, one.source_column)
                for one in statement.influences
                if one.target_table == table
            }
        )
    ]
    if edges or rows:
        lineage = facet(COLUMN_LINEAGE, fields=_by_target(edges, home))
        facets["columnLineage"] = {**lineage, "dataset": rows} if rows else lineage
    return {**_dataset(table, home), "facets": facets}


def _by_target(edges: Iterable[ColumnEdge], home: str) -> dict[str, Plain]:
    by_target: dict[str, list[Plain]] = defaultdict(list)
    for edge in edges:
        by_target[bare(edge.target_column)].append(_input_field(edge, home))
    return {column: {"inputFields": fields} for column, fields in sorted(by_target.items())}


def _input_field(edge: ColumnEdge, home: str) -> Plain:
    """A column that a value comes from; the engine's masked and hashed say that the value itself does not go on."""
    field = ".".join(filter(None, (bare(edge.source_column), edge.source_path)))
    transformation = direct(edge.transform, how(edge, words_for("en", {})))
    return {**_dataset(edge.source_table, home), "field": field, "transformations": [transformation]}


def _fields(columns: Iterable[str]) -> dict[str, Plain]:
    """The columns that a statement names; nothing is said where it leaves them open."""
    named: list[Plain] = [{"name": bare(column)} for column in sorted(columns) if column != ALL_COLUMNS]
    return {"schema": facet(SCHEMA, fields=named)} if named else {}


def _failures(statement: Statement) -> dict[str, Plain]:
    if not statement.reasons:
        return {}
    errors: list[Plain] = [
        {"errorMessage": message(reason.key, "en", reason_values(reason)), "task": f"line {reason.line}"}
        for reason in statement.reasons
    ]
    failed = 1 if statement.fate == "unread" else 0
    return {"extractionError": facet(_FAILED, totalTasks=1, failedTasks=failed, errors=errors)}


def _said_of_rows() -> str:
    return message("report.lineage.decides_rows", "en")
