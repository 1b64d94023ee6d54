"""Proposals made from small folders of real files."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from kuajing.journey.analyse import Tables, analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.readers.declaration.proposal import Proposal, propose

Proposed = Callable[[Mapping[str, str]], Proposal]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The law, the vocabulary and the regions as shipped."""
    return load_tables()


@pytest.fixture
def proposed(tables: Tables, tmp_path: Path) -> Proposed:
    """The proposal from files given by path and text."""

    def make(files: Mapping[str, str]) -> Proposal:
        for path, text in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return propose(analyse(gather(tmp_path), tables, date(2026, 11, 30)).analysis)

    return make


def section(text: str, head: str) -> str:
    """The lines from one that begins with a head to the next blank one."""
    lines = iter(text.splitlines())
    kept = [next(line for line in lines if line.startswith(head))]
    for line in lines:
        if not line:
            break
        kept.append(line)
    return "\n".join(kept)


def datax(
    source: str, target: str, *columns: str, table: str = "customer", into: str = "customer_copy"
) -> str:
    """A job that copies columns from one MySQL database to another."""
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"""{{"job": {{"content": [{{
  "reader": {{"name": "mysqlreader", "parameter": {{
    "column": [{listed}], "connection": [{{"jdbcUrl": ["jdbc:mysql://{source}"], "table": ["{table}"]}}]}}}},
  "writer": {{"name": "mysqlwriter", "parameter": {{
    "column": [{listed}], "connection": [{{"jdbcUrl": "jdbc:mysql://{target}", "table": ["{into}"]}}]}}}}}}]}}}}
"""
