"""The tables that a person says are known: a file of names, or the SQL that defines them."""

from collections.abc import Mapping
from pathlib import Path

from kuajing.cli.saying import refusal
from kuajing.messages import LANGUAGES, message
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Plain
from kuajing.source.text import SourceText
from kuajing.source.workspace import Workspace

Schema = Mapping[tuple[str, ...], tuple[str, ...]]


def known_tables(file: str | None, dialect: str | None, language: str) -> Schema:
    """The columns of each table that a YAML, JSON or SQL file gives; raises Refused for one that gives none."""
    if file is None:
        return {}
    path = Path(file)
    text = Workspace(path.parent).read(path.name)
    if not isinstance(text, SourceText):
        spoken = LANGUAGES[0] if language not in LANGUAGES else language
        raise refusal("schema_unread", language, file=file, problem=message(text.reason, spoken, text.values))
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml", ".json"}:
        return _named(text, is_json=ending == ".json", language=language)
    tables = _defined(text, dialect)
    if not tables:
        raise refusal("schema_empty", language, file=file)
    return tables


def _named(text: SourceText, *, is_json: bool, language: str) -> Schema:
    from kuajing.cli.journeys import refused  # noqa: PLC0415
    from kuajing.source.json_text import parse_json  # noqa: PLC0415
    from kuajing.source.yaml_text import parse_yaml  # noqa: PLC0415

    try:
        nodes = (parse_json(text.path, text.text),) if is_json else parse_yaml(text.path, text.text)
    except InputErrors as errors:
        raise refused(errors, language) from errors
    tables: dict[tuple[str, ...], tuple[str, ...]] = {}
    for node in nodes:
        plain = node.plain()
        if not isinstance(plain, dict) or not all(_are_names(columns) for columns in plain.values()):
            raise refusal("schema_shape", language, file=text.path)
        tables |= {
            tuple(table.split(".")): tuple(map(str, _list(columns))) for table, columns in plain.items()
        }
    return tables


def _are_names(columns: Plain) -> bool:
    return isinstance(columns, list) and all(isinstance(one, str) for one in columns)


def _list(columns: Plain) -> list[Plain]:
    return columns if isinstance(columns, list) else []


def _defined(text: SourceText, dialect: str | None) -> Schema:
    """The tables whose columns the definitions of a script give in full."""
    from kuajing.lineage.structure import read_structure  # noqa: PLC0415  loads sqlglot
    from kuajing.readers.dialect_of_text import dialect_of  # noqa: PLC0415

    return {
        definition.table: tuple(column.name for column in definition.columns)
        for definition in read_structure(text.text, dialect=dialect or dialect_of(text.text))
        if definition.complete
    }
