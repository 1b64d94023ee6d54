"""The parser as plain Python, also where a compiled one stands beside it: a compiled one can take the process with it."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from types import ModuleType

_PACKAGE = "sqlglot"


class PlainParser(MetaPathFinder):
    """Finds the modules of sqlglot as source, never as machine code."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module of sqlglot stands as source; None for every other one, and where there is no source."""
        if path is None or not fullname.startswith(f"{_PACKAGE}."):
            return None
        finders = (FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES)) for folder in path)
        return next((spec for one in finders if (spec := one.find_spec(fullname, target))), None)


def use_plain_parser() -> None:
    """Have sqlglot loaded as source from here on; what is loaded already stays as it is."""
    if not any(isinstance(finder, PlainParser) for finder in sys.meta_path):
        sys.meta_path.insert(0, PlainParser())
