"""The files of a first estate: what `kuajing init` writes."""

from kuajing.source.packaged import packaged_text

SCHEMA_PATH = "flows/.kuajing/declaration.schema.json"
"""Where the schema stands that the declarations under `flows/` name in their first line."""

_PACKAGE = "kuajing.readers.declaration"
_FILES = ("flows/estate.yaml", "sql/customer.sql")


def start_text(path: str) -> str:
    """The text of one file of the first estate."""
    return packaged_text(f"start/{path}", _PACKAGE)


def schema_text() -> str:
    """The JSON Schema of the declaration, as it is shipped."""
    return packaged_text("declaration.schema.json", _PACKAGE)


def write_start() -> tuple[tuple[str, str], ...]:
    """Paths from the root and texts of a small estate with one exit that no approval covers, and of its schema."""
    return (*((path, start_text(path)) for path in _FILES), (SCHEMA_PATH, schema_text()))
