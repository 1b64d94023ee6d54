from pathlib import Path
from typing import Any

import pytest

from kuajing.classifiers.answers import answer
from kuajing.source.yaml_text import parse_yaml

_FILES = [Path(__file__).with_name(name) for name in ("columns.yaml", "owners.yaml")]


def _rows() -> list[Any]:
    return [
        pytest.param(row, id=f"{kind}-{row[0]}.{row[1]}-{number}")
        for path in _FILES
        for kind, rows in _groups(path).items()
        for number, row in enumerate(rows)
    ]


def _groups(path: Path) -> dict[str, list[list[str]]]:
    (document,) = parse_yaml(path.name, path.read_text(encoding="utf-8"))
    groups: Any = document.plain()
    return dict(groups)


@pytest.mark.parametrize("row", _rows())
def test_a_labelled_column_is_read_as_labelled(row: list[str]) -> None:
    table, column, kind, comment, expected = row
    got = answer({"table": table, "column": column, "type": kind, "comment": comment})
    important = got["important"]
    if expected.startswith("id."):
        assert isinstance(important, list)
        assert expected in important, got["evidence"]
    else:
        assert expected == got["category"], got["evidence"]
