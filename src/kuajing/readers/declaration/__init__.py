"""What people declare in YAML, read with every fault told at once; one of two doors of pydantic."""

from kuajing.readers.declaration.read import is_declaration, read_declaration
from kuajing.readers.declaration.schema import declaration_schema_text

__all__ = ["declaration_schema_text", "is_declaration", "read_declaration"]
