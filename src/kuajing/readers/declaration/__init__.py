"""What people declare in YAML, read with every fault told at once; one of two doors of pydantic."""

from kuajing.readers.declaration.key_places import key_places
from kuajing.readers.declaration.proposal import propose
from kuajing.readers.declaration.read import is_declaration, read_declaration
from kuajing.readers.declaration.start import SCHEMA_PATH, schema_text, write_start

__all__ = [
    "SCHEMA_PATH",
    "is_declaration",
    "key_places",
    "propose",
    "read_declaration",
    "schema_text",
    "write_start",
]
