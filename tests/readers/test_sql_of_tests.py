"""SQL of programs that only try out others moves nothing, and is counted."""

import pytest

from kuajing.model.facts import Fact, MoveFact, ReadFact
from kuajing.readers.two_passes import read_sources
from kuajing.source.text import SourceText

_PROGRAM = "c.execute('insert into a (x) select x from b')"
_TEMPLATE = "insert into a (x) select x from {{ ref('b') }}"


def _facts(path: str, text: str) -> tuple[Fact, ...]:
    return read_sources([SourceText(path, text, "utf-8", doubtful=False, digest="")], (), {})


@pytest.mark.parametrize(
    "path", ["tests/load.py", "jobs/test/load.py", "jobs/test_load.py", "jobs/load_test.py"]
)
def test_the_statements_of_a_test_count_as_such_that_move_nothing(path: str) -> None:
    assert _facts(path, _PROGRAM) == (ReadFact(path, "sql", 0, 0, 0, 1),)


@pytest.mark.parametrize(
    ("path", "text"),
    [("jobs/latest.py", _PROGRAM), ("jobs/contest/load.py", _PROGRAM), ("tests/load.sql", _TEMPLATE)],
)
def test_other_programs_and_the_templates_of_dbt_move_data(path: str, text: str) -> None:
    assert any(isinstance(fact, MoveFact) for fact in _facts(path, text))


def test_a_file_of_macros_holds_no_statement() -> None:
    path = "macros/a.sql"
    assert _facts(path, "{% macro a(b) %}lower({{ b }}){% endmacro %}") == (
        ReadFact(path, "sql", 0, 0, 0, 0),
    )
