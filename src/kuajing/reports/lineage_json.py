"""What SQL moves as JSON, the stable contract for machines; keys are never translated."""

from collections.abc import Iterable

from kuajing import __version__
from kuajing.model.lineage import (
    ColumnEdge,
    EndpointMention,
    Influence,
    LineageReport,
    ReadText,
    Reason,
    Statement,
    TableName,
)
from kuajing.reports.json_values import json_lines, sentence, texts
from kuajing.reports.lineage_dialects import by_dialect
from kuajing.reports.lineage_speech import dotted, fates, reason_values
from kuajing.source.bare_names import bare
from kuajing.source.nodes import Plain
from kuajing.source.text import Unread

SCHEMA_VERSION = "1.1"
"""Grows in its second part when keys are added, in its first when one changes its meaning or goes."""


def lineage_json(report: LineageReport) -> str:
    """The whole report as JSON text that `lineage.schema.json` describes."""
    return json_lines(document(report))


def document(report: LineageReport) -> Plain:
    """The whole report as plain values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "kuajing", "version": __version__},
        "summary": {"statements": len(report.statements), **fates(report)},
        "dialects": [
            {"dialect": name, "statements": sum(counted.values()), **counted}
            for name, counted in by_dialect(report).items()
        ],
        "texts": [_text(text) for text in report.texts],
        "unread": [
            *(_unread(one, "file") for one in report.unread),
            *(_unread(one, "part") for one in report.parts),
        ],
    }


def _text(of: ReadText) -> Plain:
    return {"path": of.path, "dialect": of.dialect, "statements": [_statement(one) for one in of.statements]}


def _statement(of: Statement) -> Plain:
    return {
        "line": of.line,
        "column": of.column,
        "kind": of.kind,
        "fate": of.fate,
        "reads": _tables(of.reads),
        "writes": _tables(of.writes),
        "edges": [_edge(edge) for edge in of.edges],
        "influences": [_influence(one) for one in of.influences],
        "endpoints": [_endpoint(one) for one in of.endpoints],
        "unresolved": [_reason(one) for one in of.reasons],
    }


def _tables(tables: Iterable[TableName]) -> list[Plain]:
    return [_table(table) for table in tables]


def _table(table: TableName) -> Plain:
    return {"name": dotted(table), "path": [bare(part) for part in table]}


def _edge(of: ColumnEdge) -> Plain:
    return {
        "source": {
            "table": _table(of.source_table),
            "column": bare(of.source_column),
            "field": of.source_path or None,
        },
        "target": {"table": _table(of.target_table), "column": bare(of.target_column)},
        "transform": of.transform,
        "functions": texts(of.functions),
        "ambiguous": of.ambiguous,
        "line": of.line,
        "column": of.column,
    }


def _influence(of: Influence) -> Plain:
    return {
        "source": {"table": _table(of.source_table), "column": bare(of.source_column)},
        "target": {"table": _table(of.target_table)},
        "line": of.line,
    }


def _endpoint(of: EndpointMention) -> Plain:
    return {
        "table": _table(of.table),
        "direction": of.direction,
        "kind": of.kind,
        "address": bare(of.address),
        "region": of.region,
    }


def _reason(of: Reason) -> Plain:
    values = reason_values(of)
    return {
        "line": of.line,
        "reason": of.key,
        "message": sentence(of.key, values, {}),
        "values": dict(values),
    }


def _unread(of: Unread, grain: str) -> Plain:
    return {
        "grain": grain,
        "path": of.location.path,
        "line": of.location.line,
        "reason": of.reason,
        "message": sentence(of.reason, of.values, {}),
    }
