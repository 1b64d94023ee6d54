"""Which dataset a name means: endpoints fill what it lacks, and a shorter name meets the only longer one."""

from collections.abc import Iterable

THREE_LEVELS = frozenset(
    {
        "bigquery",
        "databricks",
        "db2",
        "dm",
        "gaussdb",
        "greenplum",
        "hologres",
        "kingbase",
        "oracle",
        "postgres",
        "presto",
        "redshift",
        "snowflake",
        "sqlserver",
        "sybase",
        "trino",
        "vertica",
    }
)
"""Kinds of store whose tables stand in a schema inside a database."""

Path = tuple[str, ...]


def full_path(path: Path, database: str | None, schema: str | None, kind: str | None) -> Path:
    """A name's path, folded, with the database and schema of its endpoint where it lacks them."""
    parts = tuple(part.strip('`"[] ').lower() for part in path if part.strip('`"[] '))
    levels = 3 if kind in THREE_LEVELS else 2
    if len(parts) == 1 and schema:
        parts = (schema.lower(), *parts)
    if database and len(parts) < levels and not (len(parts) > 1 and parts[0] == database.lower()):
        parts = (database.lower(), *parts)
    return parts


def meet(paths: Iterable[Path]) -> tuple[dict[Path, Path], dict[Path, tuple[Path, ...]]]:
    """Which names of one system are one dataset.

    Gives (same, perhaps): `same` maps a shorter name to the only longer name it can stand for; `perhaps` maps a
    shorter name to the several longer names that it could mean.
    """
    known = sorted(set(paths))
    longer: dict[Path, list[Path]] = {}
    for path in known:
        for short in shorter(path):
            longer.setdefault(short, []).append(path)
    same: dict[Path, Path] = {}
    perhaps: dict[Path, tuple[Path, ...]] = {}
    for path in known:
        longest = _longest(longer.get(path, []))
        if len(longest) == 1:
            same[path] = longest[0]
        elif longest:
            perhaps[path] = tuple(longest)
    return same, perhaps


def shorter(path: Path) -> tuple[Path, ...]:
    """The names that can stand for a longer one: its endings, and database and table without the schema."""
    endings = tuple(path[start:] for start in range(1, len(path)))
    database_schema_table = 3
    return (*endings, (path[0], path[-1])) if len(path) == database_schema_table else endings


def _longest(paths: list[Path]) -> list[Path]:
    inner = {short for path in paths for short in shorter(path)}
    return [path for path in paths if path not in inner]
