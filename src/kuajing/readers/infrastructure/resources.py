"""Resources as single facts about infrastructure, whichever format they were written in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.infrastructure.copies import COPIES, FOLLOWED, GROUPED, PEERINGS, PRIMARY
from kuajing.readers.infrastructure.copy_kinds import Copy, End
from kuajing.readers.infrastructure.servers import SERVER_ATTRIBUTES, SERVERS
from kuajing.readers.infrastructure.stores import STORES
from kuajing.readers.infrastructure.values import OFF, PLACE, Unknown, Value
from kuajing.source.location import Location

TAGS = ("tags", "labels")


IDS = ("arn", "endpoint_arn", "id")
"""Attributes by which a state names a resource where a file would refer to it."""


@dataclass(frozen=True, slots=True)
class Found:
    """One resource: its key in the whole estate, what it is, and what of it is told.

    `values` hold only attributes that some table asks for. `provider` is as the file calls it; `region` is the region
    of that provider, `region_place` where it stands. `is_read` says that it was made elsewhere and is only looked up.
    """

    key: str
    type: str
    values: Mapping[str, Value]
    provider: str
    region: Value
    region_place: Location
    location: Location
    environment: str = ""
    disabled: bool = False
    is_read: bool = False

    @property
    def label(self) -> str:
        """The resource as its file calls it."""
        return self.key.rpartition("/")[2]


def is_known(kind: str) -> bool:
    """Whether some table knows a type of resource."""
    return any(kind in table for table in (STORES, COPIES, FOLLOWED, GROUPED, PEERINGS, SERVERS))


def wanted(name: str) -> bool:
    """Whether an attribute of this name may be kept; all others are dropped where they are read."""
    return name in _WANTED or name in PRESENT or name in TAGS


def _of_end(end: End) -> Iterator[str]:
    yield from (end.path, end.region, end.cloud)
    for paths in (end.parts or {}).values():
        yield from paths


def _of_copy(copy: Copy) -> Iterator[str]:
    yield from (*_of_end(copy.source), *_of_end(copy.target), copy.each, copy.mapping, *copy.prefix)
    yield from (condition[0] for condition in (copy.off, copy.when) if condition is not None)


def _names(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(name for path in paths for name in path.strip("/").split(".") if name)


# What the selections of Tencent's and Huawei's services name their objects by.
_SELECTED = [
    "databases",
    "db_name",
    "new_db_name",
    "schema_name",
    "new_schema_name",
    "tables",
    "table_name",
    "new_table_name",
    "table_mode",
    "db_mode",
    "columns",
    "column_name",
    "new_column_name",
    "column_mode",
    "object_mode",
    "mode",
]

_WANTED = _names(
    (
        *(path for copies in COPIES.values() for copy in copies for path in _of_copy(copy)),
        *(name for store in STORES.values() for name in (*store.names, store.region, *store.database)),
        *(name for names in (*FOLLOWED.values(), *PEERINGS.values()) for name in names),
        *GROUPED.values(),
        *IDS,
        *SERVER_ATTRIBUTES,
        *_SELECTED,
    )
)

PRESENT = PRIMARY
"""Attributes of which only that they are there is kept."""

RAW = frozenset(
    copy.mapping for copies in COPIES.values() for copy in copies if copy.grammar in {"dms", "dts"}
)
"""Attributes that hold a mapping of tables: it is kept as it is until its own grammar reads it."""

_ENVIRONMENTS = frozenset({"environment", "env", "stage"})
_MOST_DEEP = 12


def kept(name: str, value: Value, depth: int = 0) -> Value:
    """What of an attribute is kept: of mappings only the entries that some table asks for."""
    if name in PRESENT and name not in _WANTED:
        # A switch that no file tells says nothing of its store.
        is_switch = name == "manage_master_user_password"
        return True if value and not (is_switch and isinstance(value, Unknown)) else None
    if name in RAW or depth > _MOST_DEEP:
        return value if name in RAW else None
    if isinstance(value, tuple):
        return tuple(kept(name, item, depth + 1) for item in value)
    if not isinstance(value, Mapping):
        return value
    if name in TAGS:
        return {key: one for key, one in value.items() if key.lower() in _ENVIRONMENTS}
    return {
        key: kept(key, one, depth + 1) for key, one in value.items() if key in {PLACE, OFF} or wanted(key)
    }
