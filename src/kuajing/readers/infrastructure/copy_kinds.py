"""What a copy is: two ends, what moves between them, and what says that it rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SELF = "/"
"""The resource itself as an end."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a copy.

    `path` leads to what names the store: a reference, a name, an ARN; `/` alone is the resource itself, and a path
    that begins with `/` starts at the resource rather than at each copy in it. `region` leads to a region that is
    named beside it. `kind` is the kind of store that a bare name means; `is_here` says that it lies in the region of
    the resource's own provider. `parts` leads to attributes that describe a
    database (`region`, `engine`, `instance`, `host`, `port`, `database`), by what each is called there; `cloud` to the
    word for the cloud whose bucket it is.
    """

    path: str = ""
    region: str = ""
    kind: str = ""
    is_here: bool = False
    parts: Mapping[str, tuple[str, ...]] | None = None
    cloud: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One kind of copy; `each` leads to the blocks of which every one is a copy, `off` to what says it rests.

    Where `is_whole` holds, a resource without such blocks is one copy; where `is_optional` does, a block that names no
    target copies nothing. An end that has several values is an end in each.
    `mapping` names the attribute that selects tables and columns, and `grammar` how it does so. `prefix` leads to the
    prefixes of the objects that are copied. `when` leads to a word that must be one of these, where it is told.
    """

    source: End
    target: End
    each: str = ""
    off: tuple[str, frozenset[str]] | None = None
    mapping: str = ""
    grammar: str = ""
    prefix: tuple[str, ...] = ()
    is_whole: bool = False
    is_optional: bool = False
    when: tuple[str, frozenset[str]] | None = None


OFF = frozenset({"disabled", "off", "suspended", "paused"})
ME = End(SELF)


def _at(*paths: str, prefix: str = "") -> tuple[str, ...]:
    return tuple(f"{prefix}{path}" for path in paths)


def parts_of(prefix: str, inner: str = "", **more: tuple[str, ...]) -> End:
    """The parts of a database under a common prefix; `inner` is the block that holds the host."""
    parts = {
        "region": _at("region", prefix=prefix),
        "engine": _at("engine_name", "database_type", "engine_type", prefix=prefix),
        "instance": _at("instance_id", f"{inner}instance_id", prefix=prefix),
        "host": _at("ip", "host", f"{inner}host", f"{inner}ip", prefix=prefix),
        "port": _at("port", f"{inner}port", prefix=prefix),
        "database": _at("database_name", "db_name", f"{inner}db_name", prefix=prefix),
    }
    return End(parts=MappingProxyType({**parts, **more}))
