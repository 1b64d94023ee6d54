"""The tables of the law: the files directly in `rules/law`, which hold what belongs to no single article."""

from collections.abc import Mapping

from kuajing.law.shapes import refuse, refuse_word
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar

_FOLDER = "rules/law"
_TABLES = (
    "boundary_words.yaml",
    "calendar.yaml",
    "changes.yaml",
    "citations.yaml",
    "clocks.yaml",
    "conditions.yaml",
    "contested.yaml",
    "contested_readings.yaml",
    "deadlines.yaml",
    "facts.yaml",
    "procedure.yaml",
    "purposes.yaml",
    "tally.yaml",
)


def law_tables(files: Mapping[str, Node]) -> dict[str, Node]:
    """The tables by name, of files by path; raises InputErrors for each that is missing or none of the law."""
    tables = {path.rsplit("/", 1)[-1]: node for path, node in files.items()}
    errors: list[InputError] = []
    for name in sorted({*tables, *_TABLES}):
        try:
            _check(name, tables)
        except InputErrors as problem:
            errors += problem.errors
    if errors:
        raise InputErrors(errors)
    return tables


def _check(name: str, tables: Mapping[str, Node]) -> None:
    if name not in _TABLES:
        refuse_word(Scalar(name, Location(tables[name].location.path), name), "table", "name", _TABLES)
    if name not in tables:
        refuse(Scalar(name, Location(f"{_FOLDER}/{name}"), name), "no_table", name=name)
