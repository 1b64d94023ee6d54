"""The systems found, each with the place that its address proves, and the rules for files that nothing places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kuajing.model.estate import Dataset, System
from kuajing.model.labels import Placement
from kuajing.model.truth import Truth
from kuajing.readers.declaration.jurisdictions import CODES
from kuajing.readers.declaration.proposal.words import one_line, quoted, word
from kuajing.source.location import Location

_KINDS = {
    "topic": "kafka mqtt nats pulsar rabbitmq rocketmq",
    "warehouse": "bigquery clickhouse databricks doris greenplum hive maxcompute presto redshift snowflake starrocks trino",
    "file_share": "file ftp ftps hdfs sftp smb",
    "database": "db2 dm elasticsearch gaussdb kingbase mariadb mongodb mysql oceanbase oracle postgres redis sap "
    "sqlserver tdengine tidb",
}


def systems_section(
    found: Iterable[System], ids: Mapping[str, str], placements: Mapping[str, Placement]
) -> list[str]:
    """The lines of `systems`; none where none was found."""
    together: dict[str, list[System]] = defaultdict(list)
    for system in found:
        together[ids[system.id]].append(system)
    lines = [line for name in sorted(together) for line in _system(name, together[name], placements)]
    head = "systems: # where data lives: give each a handler or a recipient, and a place 系统及所在地"
    return ["", head, *lines] if lines else []


def _system(name: str, systems: list[System], placements: Mapping[str, Placement]) -> Iterator[str]:
    places = sorted({place for system in systems for place in system.locations[:1]})
    seen = f" # seen at {one_line(str(places[0]))}" if places else ""
    located, why = located_of([placements.get(system.id) for system in systems])
    yield f"  {word(name)}:{seen}"
    yield f"    kind: {_kind(systems)}"
    yield f"    located: {located} # {why}"
    addresses = sorted(
        {endpoint.placeholder or endpoint.address for system in systems for endpoint in system.endpoints}
    )
    if addresses:
        joined = " # one service by its name; part them if they are two" if len(systems) > 1 else ""
        yield f"    endpoints:{joined}"
        yield from (f"      - {quoted(address)}" for address in addresses)


def located_of(placements: Iterable[Placement | None]) -> tuple[str, str]:
    """What `located` says of one system, and what that rests on; nothing is claimed that no address proves."""
    proven = {
        (placement.jurisdiction, placement.evidence)
        for placement in placements
        if placement is not None
        and placement.mainland is not Truth.UNKNOWN
        and placement.jurisdiction in CODES
    }
    if len({code for code, _ in proven}) == 1:
        code, evidence = min(proven)
        return "mainland" if code == "CN" else code, f"shown by its {one_line(evidence)}"
    return "unknown", "provider/region, mainland, or a jurisdiction code"


def _kind(systems: Iterable[System]) -> str:
    stores = {
        store
        for system in systems
        for store in (
            system.kind,
            *("bucket" if endpoint.bucket else endpoint.kind for endpoint in system.endpoints),
        )
    }
    kinds = [kind for kind, listed in _KINDS.items() if stores & {kind, *listed.split()}]
    return "bucket" if "bucket" in stores else kinds[0] if len(kinds) == 1 else "unknown"


def sources_section(found: Iterable[System], ids: Mapping[str, str], held: Iterable[Dataset]) -> list[str]:
    """A rule for the files whose tables no address places anywhere; no lines where all have one."""
    lines: list[str] = []
    for system in found:
        patterns = () if system.endpoints else files_of(system, held)
        if patterns:
            listed = ", ".join(quoted(pattern) for pattern in patterns)
            lines += [f"  - paths: [{listed}]", f"    system: {ids[system.id]}"]
            lines += ["    dialect: unknown # mysql, postgres, hive, spark, ..."]
    return (
        ["", "sources: # which files run where, and how to read them 哪些文件在哪里运行", *lines]
        if lines
        else []
    )


def files_of(system: System, held: Iterable[Dataset]) -> tuple[str, ...]:
    """Patterns of the files that name the datasets of a system."""
    places = (place for dataset in held if dataset.name.system == system.id for place in dataset.locations)
    return tuple(sorted({pattern_of(place) for place in (*places, *system.locations)}))


def pattern_of(place: Location) -> str:
    """The pattern of the files beside one."""
    folder, _, rest = place.path.partition("/")
    ending = place.path.rpartition(".")[2] if "." in place.path.rpartition("/")[2] else ""
    name = f"*.{ending}" if ending else "*"
    return f"{folder}/**/{name}" if rest else name
