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
        (("assess", "--jsonl"), {"yaml"}),
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
