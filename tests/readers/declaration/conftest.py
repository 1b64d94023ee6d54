"""Declarations read from the files beside these tests."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kuajing.messages import message
from kuajing.model.declaration import Declaration
from kuajing.readers.declaration import read_declaration
from kuajing.source.errors import InputErrors
from kuajing.source.yaml_text import parse_yaml

DATA = Path(__file__).parent / "data"


def _read(paths: Iterable[Path]) -> Declaration:
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    documents = [(name, node) for name, text in texts.items() for node in parse_yaml(name, text)]
    return read_declaration(documents, texts)


def _told(paths: Iterable[Path]) -> str:
    """Every fault with its place, both sentences and the line; empty where there is none."""
    try:
        _read(paths)
    except InputErrors as faults:
        return "\n".join(
            f"{error.location}\n{message(error.message, 'en', error.values)}\n"
            f"{message(error.message, 'zh', error.values)}\n{error.excerpt}\n"
            for error in faults.errors
        )
    return ""


@pytest.fixture
def read() -> Callable[[Iterable[Path]], Declaration]:
    return _read


@pytest.fixture
def told() -> Callable[[Iterable[Path]], str]:
    return _told


@pytest.fixture
def data() -> Path:
    return DATA
