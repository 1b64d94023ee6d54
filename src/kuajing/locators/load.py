"""The packaged region data, read once."""

from functools import lru_cache
from types import MappingProxyType

from kuajing.locators.table import HostPattern, Jurisdiction, Region, RegionTable, Service
from kuajing.model.truth import Truth
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.packaged import packaged_files, packaged_yaml

_FOLDER = "regions"


@lru_cache(maxsize=1)
def load_regions() -> RegionTable:
    """The region table of this release."""
    regions = [region for path in packaged_files(f"{_FOLDER}/clouds", ".yaml") for region in _cloud(path)]
    names = _mapping(packaged_yaml(f"{_FOLDER}/jurisdictions.yaml"))
    jurisdictions = _jurisdictions(names)
    aliases = _mapping(packaged_yaml(f"{_FOLDER}/aliases.yaml"))
    return RegionTable(
        regions=MappingProxyType(
            {(row.provider, row.region): row for row in regions if "*" not in row.region}
        ),
        families=_families(regions),
        hosts=tuple(_host(name, row) for name, row in _section(f"{_FOLDER}/hosts.yaml", "hosts")),
        services=_services(),
        jurisdictions=jurisdictions,
        words=_words(names, jurisdictions),
        providers=_texts(aliases, "providers"),
        region_names=_region_names(aliases),
        code_owners=_texts(aliases, "owners"),
        fallbacks=_texts(aliases, "fallbacks"),
        partitions=_texts(aliases, "partitions"),
        kinds=_texts(aliases, "kinds"),
        outside_kinds=frozenset(_texts(aliases, "outside_kinds")),
        instance_prefixes=_texts(aliases, "instance_prefixes"),
    )


def _cloud(path: str) -> list[Region]:
    document = _mapping(packaged_yaml(path))
    provider = _text(document, "provider") or ""
    rows = _mapping(document.get("regions"))
    return [Region(provider, name, *_row(row)) for name, row in rows]


def _row(node: Node) -> tuple[str, str, str]:
    jurisdiction, place, source = _items(node)
    return jurisdiction, place, source


def _families(regions: list[Region]) -> MappingProxyType[str, tuple[Region, ...]]:
    """Rows whose region ends in a star stand for every region that begins so."""
    found: dict[str, tuple[Region, ...]] = {}
    for row in regions:
        if row.region.endswith("*"):
            found[row.provider] = (*found.get(row.provider, ()), row)
    return MappingProxyType(found)


def _host(name: str, row: Mapping) -> HostPattern:
    return HostPattern(
        id=name,
        provider=_text(row, "provider") or "",
        ends=tuple((_text(row, "ends") or "").split()),
        pattern=_text(row, "pattern") or "",
        evidence=_text(row, "evidence") or "",
        jurisdiction=_text(row, "jurisdiction"),
        under=_text(row, "under"),
        outside=_text(row, "mainland") == "false",
        source=_text(row, "source") or "",
    )


def _services() -> MappingProxyType[str, Service]:
    found: dict[str, Service] = {}
    rows = _mapping(packaged_yaml(f"{_FOLDER}/services.yaml")).get("services")
    for row in rows.items if isinstance(rows, Sequence) else ():
        entry = _mapping(row)
        mainland = Truth(_text(entry, "mainland") or "unknown")
        unverified = _text(entry, "source") == "gk" or _text(entry, "tenants") == "true"
        service = Service(
            name=_text(entry, "name") or "",
            jurisdiction=_text(entry, "jurisdiction") or "",
            mainland=mainland,
            proves=mainland is Truth.NO or (mainland is Truth.YES and not unverified),
            source=_text(entry, "source") or "",
        )
        for host in _items(entry.get("hosts")):
            found.setdefault(host, service)
    return MappingProxyType(found)


def _jurisdictions(names: Mapping) -> MappingProxyType[str, Jurisdiction]:
    found: dict[str, Jurisdiction] = {}
    for code, row in _mapping(names.get("codes")):
        zh, en = _items(row)
        found[code] = Jurisdiction(code, zh, en, frozenset({code}), is_marker=False)
    for code, row in _mapping(names.get("markers")):
        zh, en = _items(_mapping(row).get("names"))
        found[code] = Jurisdiction(
            code, zh, en, frozenset(_items(_mapping(row).get("members"))), is_marker=True
        )
    return MappingProxyType(found)


def _words(names: Mapping, jurisdictions: MappingProxyType[str, Jurisdiction]) -> MappingProxyType[str, str]:
    found = {
        word: code
        for row in jurisdictions.values()
        for word in (row.code.lower(), row.zh, row.en.lower())
        for code in (row.code,)
    }
    return MappingProxyType(found | dict(_texts(names, "words")))


def _region_names(aliases: Mapping) -> MappingProxyType[tuple[str, str], str]:
    return MappingProxyType(
        {
            (provider, name): node.text
            for provider, rows in _mapping(aliases.get("regions"))
            for name, node in _mapping(rows)
            if isinstance(node, Scalar)
        }
    )


def _section(path: str, key: str) -> list[tuple[str, Mapping]]:
    return [(name, _mapping(row)) for name, row in _mapping(_mapping(packaged_yaml(path)).get(key))]


def _mapping(node: Node | None) -> Mapping:
    if not isinstance(node, Mapping):
        raise TypeError(f"the packaged region data holds no mapping where one is needed: {node}")
    return node


def _items(node: Node | None) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise TypeError(f"the packaged region data holds no list where one is needed: {node}")
    return tuple(item.text for item in node.items if isinstance(item, Scalar))


def _text(row: Mapping, key: str) -> str | None:
    node = row.get(key)
    return node.text if isinstance(node, Scalar) and node.value is not None else None


def _texts(document: Mapping, key: str) -> MappingProxyType[str, str]:
    return MappingProxyType(
        {name: node.text for name, node in _mapping(document.get(key)) if isinstance(node, Scalar)}
    )
