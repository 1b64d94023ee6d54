"""The parser is plain Python, whatever stands beside it."""

import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from kuajing.lineage.grammar.plain_parser import PlainParser, use_plain_parser
from kuajing.lineage.movement import read_movement


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name in ("parser.py", f"parser{EXTENSION_SUFFIXES[0]}", f"machine{EXTENSION_SUFFIXES[0]}"):
        (tmp_path / name).write_bytes(b"")
    return str(tmp_path)


def test_no_module_of_the_parser_is_machine_code() -> None:
    assert read_movement("INSERT INTO t SELECT a FROM s", dialect="hive", schema={})
    files = [str(module.__file__) for name, module in sys.modules.items() if name.startswith("sqlglot.")]
    assert 20 < len(files)
    assert {".py"} == {Path(file).suffix for file in files}


def test_source_is_found_where_machine_code_stands_beside_it(folder: str) -> None:
    spec = PlainParser().find_spec("sqlglot.parser", [folder])
    assert spec is not None
    assert str(Path(folder) / "parser.py") == spec.origin


@pytest.mark.parametrize("name", ["sqlglot.machine", "sqlglotrs.parser", "parser"])
def test_what_is_not_ours_to_choose_is_left_to_others(folder: str, name: str) -> None:
    assert PlainParser().find_spec(name, [folder]) is None


def test_it_is_asked_once() -> None:
    use_plain_parser()
    assert 1 == sum(isinstance(finder, PlainParser) for finder in sys.meta_path)
