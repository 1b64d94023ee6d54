"""Notebooks of Jupyter and Zeppelin to the blocks of their cells; what the cells printed is never looked at."""

import re
from collections.abc import Callable, Iterator

from kuajing.embedded.block import Draft, Drafts, Note, lines_of
from kuajing.embedded.cells import cell_drafts
from kuajing.embedded.json_strings import JsonSource
from kuajing.embedded.placed import Placed
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_IS_ZEPPELIN = re.compile(r"\"paragraphs\"\s*:\s*\[")
Cell = tuple[Placed, str]
"""The text of a cell and the language that is spoken in it."""


CellsOf = Callable[[JsonSource, Mapping], Iterator[Cell]]


def is_zeppelin(text: str) -> bool:
    """Whether a JSON text is a note of Zeppelin."""
    return _IS_ZEPPELIN.search(text) is not None


def notebook_drafts(path: str, text: str) -> Drafts:
    """The blocks of a notebook of Jupyter."""
    return _drafts(path, text, _jupyter_cells, has_single_magics=False)


def zeppelin_drafts(path: str, text: str) -> Drafts:
    """The blocks of a note of Zeppelin, where each paragraph may name its interpreter."""
    return _drafts(path, text, _paragraphs, has_single_magics=True)


def _drafts(path: str, text: str, cells_of: CellsOf, *, has_single_magics: bool) -> Drafts:
    source = JsonSource(text, lines_of(text))
    try:
        root = parse_json(path, text)
    except InputErrors as found:
        place = found.errors[0].location
        at = source.lines[min(place.line, len(source.lines)) - 1] + place.column - 1
        return Drafts(notes=(Note(min(at, len(text)), "unread.embedded_notebook"),))
    drafts: list[Draft] = []
    notes: list[Note] = []
    if isinstance(root, Mapping):
        singles = has_single_magics or _of_databricks(root)
        for number, (cell, language) in enumerate(cells_of(source, root), start=1):
            found_in = cell_drafts(cell, language, f"cell {number}", has_single_magics=singles)
            drafts += found_in.drafts
            notes += found_in.notes
    return Drafts(tuple(drafts), tuple(notes))


def _jupyter_cells(source: JsonSource, root: Mapping) -> Iterator[Cell]:
    spoken = _kernel(root)
    for cell in _items(_under(root, "cells")) or [
        one for sheet in _items(_under(root, "worksheets")) for one in _items(_under(sheet, "cells"))
    ]:
        kind = _text(_under(cell, "cell_type"))
        text = source.string(_under(cell, "source") or _under(cell, "input"))
        if kind not in {"code", "sql"} or text is None:
            continue
        metadata = _under(cell, "metadata")
        own = next(
            (
                word
                for node in (
                    _under(metadata, "vscode", "languageId"),
                    _under(metadata, "language"),
                    _under(metadata, "deepnote_cell_type"),
                    _under(metadata, "application/vnd.databricks.v1+cell", "language"),
                    _under(metadata, "microsoft", "language"),
                )
                if (word := _text(node)) and word.lower() in _LANGUAGES
            ),
            "sql" if kind == "sql" else spoken,
        )
        yield text, own.lower()


_LANGUAGES = frozenset({"sql", "sparksql", "python", "scala", "r", "pyspark", "shellscript"})


def _paragraphs(source: JsonSource, root: Mapping) -> Iterator[Cell]:
    for paragraph in _items(_under(root, "paragraphs")):
        text = source.string(_under(paragraph, "text"))
        if text is not None:
            spoken = _text(_under(paragraph, "config", "editorSetting", "language")) or "scala"
            yield text, "text" if spoken in {"markdown", "text"} else spoken.lower()


def _kernel(root: Mapping) -> str:
    """The language of the kernel; Python where the notebook does not say."""
    for keys in (("language_info", "name"), ("kernelspec", "language"), ("kernelspec", "name")):
        word = _text(_under(root, "metadata", *keys)).lower()
        if word:
            return "python" if "python" in word or "pyspark" in word else word
    return "python"


def _of_databricks(root: Mapping) -> bool:
    metadata = _under(root, "metadata")
    return isinstance(metadata, Mapping) and any("databricks" in key.text for key, _ in metadata.entries)


def _under(node: Node | None, *keys: str) -> Node | None:
    for key in keys:
        node = node.get(key) if isinstance(node, Mapping) else None
    return node


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else ""
