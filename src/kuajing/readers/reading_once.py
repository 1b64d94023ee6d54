"""Reads SQL, each text once: readers ask for the same again when tables of other files have become known."""

from collections.abc import Mapping

from kuajing.model.lineage import ReadMovement, Statement, TableName

_LONGEST = 1 << 16
"""What is longer is read again rather than held."""
_MOST = 1 << 12


class ReadOnce:
    """Reads SQL, and holds the answers of one run for as long as they are few and of short texts."""

    def __init__(self, read: ReadMovement) -> None:
        self._read = read
        self._known: dict[object, tuple[Statement, ...]] = {}

    def __call__(
        self,
        text: str,
        *,
        dialect: str | None,
        schema: Mapping[TableName, tuple[str, ...]],
        default_database: str | None = None,
        default_schema: str | None = None,
        functions: Mapping[str, str] | None = None,
        with_queries: bool = False,
    ) -> tuple[Statement, ...]:
        """Every statement of a text, in order."""
        given = tuple(schema.items()), tuple((functions or {}).items())
        key = (text, dialect, given, default_database, default_schema, with_queries)
        known = self._known.get(key) if len(text) <= _LONGEST else None
        if known is not None:
            return known
        found = self._read(
            text,
            dialect=dialect,
            schema=schema,
            default_database=default_database,
            default_schema=default_schema,
            functions=functions,
            with_queries=with_queries,
        )
        if len(text) <= _LONGEST and len(self._known) < _MOST:
            self._known[key] = found
        return found
