"""Which dataset a name means: endpoints fill what it lacks, and a shorter name meets the only longer one."""

from collections.abc import Iterable

THREE_LEVELS = frozenset(
    {
        "postgres",
        "sqlserver",
        "oracle",
        "snowflake",
        "redshift",
        "kingbase",
        "dameng",
        "gaussdb",
        "greenplum",
        "db2",
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

    Gives (same, perhaps): `same` maps a shorter name to the only longer name that ends with it; `perhaps` maps a
    shorter name to the several longer names that it could mean.
    """
    known = sorted(set(paths))
    by_ending: dict[Path, list[Path]] = {}
    for path in known:
        for start in range(1, len(path)):
            by_ending.setdefault(path[start:], []).append(path)
    same: dict[Path, Path] = {}
    perhaps: dict[Path, tuple[Path, ...]] = {}
    for path in known:
        longer = _longest(by_ending.get(path, []))
        if len(longer) == 1:
            same[path] = longer[0]
        elif longer:
            perhaps[path] = tuple(longer)
    return same, perhaps


def _longest(paths: list[Path]) -> list[Path]:
    return [
        path for path in paths if not any(other != path and other[-len(path) :] == path for other in paths)
    ]
