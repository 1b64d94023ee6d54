"""Writes what is made from the models to standard output: `schema` or `page`."""

import sys

from kuajing.readers.declaration.page import declaration_page
from kuajing.readers.declaration.schema import declaration_schema_text

_MADE = {"schema": declaration_schema_text, "page": declaration_page}

if __name__ == "__main__":
    sys.stdout.write(_MADE[sys.argv[1]]())
