"""What a manifest holds: models, seeds, snapshots, sources and exposures, whatever its version."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kuajing.readers.dbt.comments import comment_of
from kuajing.readers.held import entries, items, member, words
from kuajing.source.location import Location
from kuajing.source.nodes import Node, Scalar

_PART = re.compile(r'`([^`]*)`|"([^"]*)"|\[([^\]]*)\]|([^.`"\[\]]+)')
_STORED = frozenset({"model", "seed", "snapshot", "source"})
_MADE = frozenset({"model", "snapshot", "test"})
_GROUPS = ("nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries")


@dataclass(frozen=True, slots=True)
class Resource:
    """One node; `path` is that of its table, empty where it has none. `is_made` where a query makes it."""

    id: str
    kind: str
    name: str
    path: tuple[str, ...]
    node: Node
    needs: tuple[str, ...]
    disabled: bool
    is_made: bool

    @property
    def location(self) -> Location:
        """Where it stands."""
        return self.node.location

    @property
    def code(self) -> Node | None:
        """Its query as it is sent to the store; None before it is compiled."""
        found = (member(self.node, key) for key in ("compiled_code", "compiled_sql"))
        return next((one for one in found if words(one)), None)

    @property
    def language(self) -> str:
        """The language of its code."""
        return words(member(self.node, "language")).lower() or "sql"

    @property
    def comment(self) -> str:
        """Its description, tags and flags."""
        return comment_of(self.node)


def resources_of(manifest: Node) -> Mapping[str, Resource]:
    """Every resource of a manifest by its id, those that are switched off too."""
    found = {
        id_: _resource(id_, node, disabled=False)
        for group in _GROUPS
        for id_, node in entries(member(manifest, group))
    }
    off = {id_: node for id_, node in _disabled(member(manifest, "disabled")) if id_ not in found}
    found |= {id_: _resource(id_, node, disabled=True) for id_, node in off.items()}
    by_name: dict[str, str] = {}
    for one in found.values():
        if one.kind in _STORED:
            source = words(member(one.node, "source_name"))
            by_name[f"{source}.{one.name}" if one.kind == "source" else one.name] = one.id
    return {id_: one if one.needs else _by_names(one, by_name) for id_, one in found.items()}


def project_of(manifest: Node) -> str:
    """The name of the project: as it is said, as its digest proves, or that of most models."""
    said = words(member(manifest, "metadata", "project_name"))
    packages = Counter(
        id_.split(".")[1]
        for id_, _ in entries(member(manifest, "nodes"))
        if id_.startswith(("model.", "seed.", "snapshot.")) and id_.count(".") > 1
    )
    digest = words(member(manifest, "metadata", "project_id"))
    proven = (
        name for name in packages if hashlib.md5(name.encode(), usedforsecurity=False).hexdigest() == digest
    )
    most = max(sorted(packages), key=packages.__getitem__, default="project")
    return said or next(proven, most)


def stored(needs: Iterable[str], known: Mapping[str, Resource]) -> tuple[Resource, ...]:
    """The tables behind what a resource needs: what has none of its own stands for what it needs itself."""
    found: dict[str, Resource] = {}
    seen: set[str] = set()
    open_ids = list(needs)
    while open_ids:
        one = known.get(id_ := open_ids.pop(0))
        if one is None or id_ in seen:
            continue
        seen.add(id_)
        if one.kind in _STORED and one.path:
            found[id_] = one
        else:
            open_ids += one.needs
    return tuple(found.values())


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a quoted name; dots inside backquotes part as well, as they do in BigQuery."""
    parts = [next(part for part in found if part is not None) for found in _groups(name)]
    split = (inner for part in parts for inner in (part.split(".") if "`" in name else (part,)))
    return tuple(part.strip() for part in split if part.strip())


def _groups(name: str) -> Iterator[tuple[str | None, ...]]:
    return (found.groups() for found in _PART.finditer(name))


def _disabled(node: Node | None) -> Iterator[tuple[str, Node]]:
    """What is switched off: a list of nodes, or lists of nodes by their id."""
    for id_, several in entries(node):
        yield from ((id_, one) for one in items(several))
    if not entries(node):
        yield from ((words(member(one, "unique_id")), one) for one in items(node))


def _resource(id_: str, node: Node, *, disabled: bool) -> Resource:
    kind = words(member(node, "resource_type")) or id_.split(".", 1)[0]
    config = member(node, "config")
    enabled = member(config, "enabled")
    is_off = disabled or (isinstance(enabled, Scalar) and enabled.value is False)
    keeps = member(config, "store_failures")
    is_kept = kind in _STORED or (kind == "test" and isinstance(keeps, Scalar) and keeps.value is True)
    if words(member(config, "materialized")) == "ephemeral":
        is_kept = False
    needs = tuple(dict.fromkeys(words(one) for one in items(member(node, "depends_on", "nodes"))))
    path = _path(node) if is_kept else ()
    return Resource(
        id_, kind, words(member(node, "name")) or id_.rsplit(".", 1)[-1], path, node,
        tuple(one for one in needs if one), is_off, kind in _MADE and is_kept,
    )  # fmt: skip


def _path(node: Node) -> tuple[str, ...]:
    relation = parts_of(words(member(node, "relation_name")))
    if relation:
        return relation
    name = next((found for key in ("identifier", "alias", "name") if (found := words(member(node, key)))), "")
    database, schema = words(member(node, "database")), words(member(node, "schema"))
    outer = (schema,) if database == schema else (database, schema)
    return (*(part for part in outer if part), name) if name else ()


def _by_names(one: Resource, by_name: Mapping[str, str]) -> Resource:
    """What is switched off is not resolved: it still names what it reads."""
    names = [words(items(ref)[-1]) for ref in items(member(one.node, "refs")) if items(ref)]
    names += [words(member(ref, "name")) for ref in items(member(one.node, "refs"))]
    names += [".".join(map(words, items(pair))) for pair in items(member(one.node, "sources"))]
    needs = tuple(dict.fromkeys(by_name[name] for name in names if name in by_name))
    return Resource(one.id, one.kind, one.name, one.path, one.node, needs, one.disabled, one.is_made)
