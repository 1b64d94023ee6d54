"""Starting is light: a library that costs time is loaded by the command that needs it, and by no other."""

import re

import pytest
from tests.cli.conftest import Start

HEAVY = {"hcl2", "lark", "numpy", "sqlglot", "networkx", "pydantic", "rich", "graphviz", "yaml"}
_IMPORTED = re.compile(r"^import time:.*\|\s+(\w+)", re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("check", "--help"), set()),
        (("assess", "--jsonl"), set()),
        (("law",), {"yaml"}),
        (("classify", "--jsonl"), {"yaml"}),
        (("locate", "--jsonl"), {"yaml"}),
        (("lineage", "--jsonl"), {"yaml", "sqlglot"}),
        (("chek",), set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_the_libraries_it_needs(
    start: Start, words: tuple[str, ...], allowed: set[str]
) -> None:
    ran = start(*words, options=("-X", "importtime"))
    assert "kuajing" in _IMPORTED.findall(ran.err)
    assert set() == (set(_IMPORTED.findall(ran.err)) & HEAVY) - allowed


def test_a_case_is_assessed_without_the_library_that_reads_yaml(start: Start) -> None:
    line = b'{"id": "one", "as_of": "2026-06-30", "facts": {"data": {"personal": false}}}\n'
    ran = start("assess", "--jsonl", given=line, options=("-X", "importtime"))
    assert '"route"' in ran.out
    assert set() == set(_IMPORTED.findall(ran.err)) & HEAVY
