"""A declaration to begin with, made from what files show: what is not proven stays unknown."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping

from kuajing.model.estate import Dataset, Labelling, System
from kuajing.model.labels import NO_CATEGORY, UNKNOWN_CONTENT, Classification, Outcome, Placement
from kuajing.model.names import ALL_COLUMNS, ROWS, ColumnName
from kuajing.model.truth import Truth
from kuajing.readers.declaration.jurisdictions import CODES
from kuajing.source.location import Location

_NOTHING_LABELLED = Labelling((), ())
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*")
_YAML_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "unknown"})
_KINDS = {
    "topic": "kafka mqtt nats pulsar rabbitmq rocketmq",
    "warehouse": "bigquery clickhouse databricks doris greenplum hive maxcompute presto redshift snowflake starrocks trino",
    "file_share": "file ftp ftps hdfs sftp smb",
    "database": "db2 dm elasticsearch gaussdb kingbase mariadb mongodb mysql oceanbase oracle postgres redis sap "
    "sqlserver tdengine tidb",
}
_HEAD = """\
# yaml-language-server: $schema=./.kuajing/declaration.schema.json
# Proposed from the files found. Each `unknown` is a question: answer it where you can, leave it where you cannot.
# 根据所见文件草拟。每个 `unknown` 都是一个问题：能回答的填上，不能回答的保留。
kuajing: 1
"""
_HANDLERS = """
handlers: # who decides about the data 个人信息处理者
  this-company:
    base: unknown # mainland, or a jurisdiction code
    ciio: unknown # notified as operator of critical information infrastructure? 是否被认定为关键信息基础设施运营者
    persons_held: unknown # people whose data is held now
"""


def propose(
    datasets: Iterable[Dataset], systems: Iterable[System], labelling: Labelling = _NOTHING_LABELLED
) -> str:
    """The text of a declaration that names the systems found and the datasets with personal columns."""
    found = sorted((system for system in systems if not system.declared), key=lambda system: system.id)
    ids = _ids(found)
    held = tuple(sorted(datasets, key=lambda dataset: dataset.name))
    lines = [*_systems(found, ids, dict(labelling.placements))]
    lines += _sources(found, ids, held)
    lines += _datasets(held, ids, dict(labelling.classifications))
    return _HEAD + _HANDLERS + "\n".join(lines).rstrip() + "\n"


def _ids(found: Iterable[System]) -> dict[str, str]:
    """An id for each system found, made of its label."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for system in found:
        label = system.label if system.endpoints else "main"
        base = re.sub(r"\W+", "-", unicodedata.normalize("NFKC", label)).strip("-_") or "system"
        name, number = base, 1
        while name.casefold() in taken or name == "unknown":
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        ids[system.id] = name
    return ids


def _systems(
    found: Iterable[System], ids: Mapping[str, str], placements: Mapping[str, Placement]
) -> Iterable[str]:
    lines = ["", "systems: # where data lives: give each a handler or a recipient, and a place"]
    for system in found:
        located, why = _located(placements.get(system.id))
        seen = f" # seen at {_one_line(str(system.locations[0]))}" if system.locations else ""
        lines += [
            f"  {_word(ids[system.id])}:{seen}",
            f"    kind: {_kind(system)}",
            f"    located: {located} # {why}",
        ]
        addresses = sorted({endpoint.placeholder or endpoint.address for endpoint in system.endpoints})
        if addresses:
            lines += ["    endpoints:", *(f"      - {_quoted(address)}" for address in addresses)]
    return lines if len(lines) > 2 else []  # noqa: PLR2004  the heading alone


def _located(placement: Placement | None) -> tuple[str, str]:
    if placement is not None and placement.mainland is not Truth.UNKNOWN and placement.jurisdiction in CODES:
        code = "mainland" if placement.jurisdiction == "CN" else placement.jurisdiction
        return code, f"shown by its {_one_line(placement.evidence)}"
    return "unknown", "provider/region, mainland, or a jurisdiction code"


def _kind(system: System) -> str:
    stores = {"bucket" if endpoint.bucket else endpoint.kind for endpoint in system.endpoints} | {system.kind}
    kinds = [kind for kind, listed in _KINDS.items() if stores & {kind, *listed.split()}]
    return "bucket" if "bucket" in stores else kinds[0] if len(kinds) == 1 else "unknown"


def _sources(found: Iterable[System], ids: Mapping[str, str], held: Iterable[Dataset]) -> list[str]:
    """A rule for the files whose tables no address places anywhere."""
    lines: list[str] = []
    for system in found:
        if system.endpoints:
            continue
        places = [
            place for dataset in held if dataset.name.system == system.id for place in dataset.locations
        ]
        patterns = sorted({_pattern(place) for place in (*places, *system.locations)})
        if patterns:
            listed = ", ".join(_quoted(pattern) for pattern in patterns)
            lines += [f"  - paths: [{listed}]", f"    system: {ids[system.id]}"]
            lines += ["    dialect: unknown # mysql, postgres, hive, spark, ..."]
    return ["", "sources: # which files run where, and how to read them", *lines] if lines else []


def _pattern(place: Location) -> str:
    folder, _, rest = place.path.partition("/")
    ending = place.path.rpartition(".")[2] if "." in place.path.rpartition("/")[2] else ""
    name = f"*.{ending}" if ending else "*"
    return f"{folder}/**/{name}" if rest else name


def _datasets(
    held: Iterable[Dataset], ids: Mapping[str, str], classified: Mapping[ColumnName, Classification]
) -> list[str]:
    lines: list[str] = []
    others = 0
    for dataset in held:
        personal = [
            (column.name.column, classification)
            for column in dataset.columns
            if column.name.column not in {ALL_COLUMNS, ROWS}
            and (classification := classified.get(column.name)) is not None
            and classification.outcome is not Outcome.NONE
            and classification.category not in {NO_CATEGORY, UNKNOWN_CONTENT}
        ]
        if not personal:
            others += 1
            continue
        system = ids.get(dataset.name.system, dataset.name.system)
        lines.append(f"  {_word('.'.join((system, *dataset.name.path)))}:")
        lines += [f"    # {_personal(name, classification)}" for name, classification in personal]
        lines.append("    people: {count: unknown, collected_in: unknown, under_14: unknown}")
    rest = [f"  # {others} more without a column that looks personal"] if others else []
    return ["", "datasets:", *lines, *rest] if lines else ["", *rest]


def _personal(name: str, classification: Classification) -> str:
    doubt = "" if classification.outcome is Outcome.SURE else ", perhaps"
    return f"{_one_line(name)}: {classification.category}{doubt}"


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _YAML_WORDS else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85")


def _one_line(text: str) -> str:
    """A text that cannot end the comment it stands in."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
