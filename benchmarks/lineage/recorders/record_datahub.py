"""Pytest plugin: writes DataHub's golden statements as cases instead of testing them.

Loaded into a run of DataHub's own tests with `-p record_datahub`; the file to write is named by RECORDED_CASES.
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

_URN = re.compile(r"urn:li:dataset:\(urn:li:dataPlatform:[^,]+,(.*),[A-Z]+\)$")


def record(
    sql: str,
    *,
    dialect: str,
    expected_file: Path,
    schemas: Mapping[str, Mapping[str, str]] | None = None,
    default_db: str | None = None,
    default_schema: str | None = None,
    **others: object,
) -> None:
    del others
    golden = json.loads(Path(expected_file).read_text(encoding="utf-8"))
    case = {
        "id": Path(expected_file).stem,
        "dialect": dialect,
        "default_db": default_db,
        "default_schema": default_schema,
        "schema": {_name(urn): list(columns) for urn, columns in (schemas or {}).items()},
        "sql": sql,
        "tables_in": [_name(urn) for urn in golden.get("in_tables") or []],
        "tables_out": [_name(urn) for urn in golden.get("out_tables") or []],
        "column_edges": _edges(golden.get("column_lineage")),
    }
    with Path(os.environ["RECORDED_CASES"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(case, ensure_ascii=False) + "\n")


def _edges(lineage: list[Any] | None) -> list[list[str]] | None:
    if lineage is None:
        return None
    return [
        [_name(up["table"]), up["column"], _name(one["downstream"]["table"]), one["downstream"]["column"]]
        for one in lineage
        for up in one["upstreams"]
    ]


def _name(urn: str | None) -> str:
    found = _URN.match(urn or "")
    return found[1] if found else urn or ""


_checks = ModuleType("datahub.testing.check_sql_parser_result")
_checks.__dict__["assert_sql_result"] = record
sys.modules[_checks.__name__] = _checks  # the real one needs packages that the parser does without
