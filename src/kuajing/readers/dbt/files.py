"""Which files of dbt a text is one of, and the text as values."""

import re
from pathlib import PurePosixPath

from kuajing.model.facts import UnreadFact
from kuajing.readers.held import entries, member
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node
from kuajing.source.text import SourceText
from kuajing.source.yaml_text import parse_yaml

MANIFEST, CATALOG, PROFILES, PROJECT, PROPERTIES = "manifest", "catalog", "profiles", "project", "properties"

_ARTIFACT = re.compile(r'"dbt_schema_version"\s*:\s*"[^"\s]*/dbt/(manifest|catalog)/v\d+(?:\.json)?"')
# Of an artifact that was trimmed the ids of its nodes still tell: no other format writes such keys.
_IDS = re.compile(
    r'"(?:nodes|sources|exposures)"\s*:\s*\{\s*"(?:model|seed|snapshot|test|source|exposure|analysis|operation)'
    r'\.[^"\s.]+\.[^"]+"\s*:\s*\{'
)
_OF_MANIFEST = re.compile(r'"(?:resource_type|unique_id|original_file_path|parent_map)"\s*:')
_OF_CATALOG = re.compile(r'"index"\s*:')
_PROFILE = re.compile(r"^[ \t]+outputs[ \t]*:", re.MULTILINE)
_LISTS = re.compile(
    r"^(?:models|sources|seeds|snapshots|exposures)[ \t]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*+(?:#[^\n]*+)?\n)*+[ \t]*+-[ \t]+\w[\w\-]*[ \t]*:",
    re.MULTILINE,
)
_VERSION = re.compile(r"^version[ \t]*:[ \t]*[\"']?2\b", re.MULTILINE)
_OWN_KEYS = re.compile(
    r"^[ \t]*-?[ \t]*(?:columns|tables|depends_on|data_tests|tests|description)[ \t]*:", re.MULTILINE
)


_PASSED_OVER = frozenset({"child_map", "docs", "files", "group_map", "macros", "parent_map", "selectors"})
"""What a manifest holds beside its resources: the code of macros alone is often more than all the rest."""


def kind_of(path: str, text: str) -> str | None:
    """Which file of dbt a text is, None where it is none; nothing is parsed for it."""
    name = PurePosixPath(path.lower())
    if name.suffix == ".json":
        return _artifact(text)
    if name.suffix not in {".yml", ".yaml"}:
        return None
    if name.stem == "dbt_project":
        return PROJECT
    if name.stem == "profiles":
        return PROFILES if _PROFILE.search(text) else None
    is_listed = _LISTS.search(text) is not None and _OWN_KEYS.search(text) is not None
    return PROPERTIES if is_listed and (_VERSION.search(text) or "/models/" in f"/{path}") else None


def _artifact(text: str) -> str | None:
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    found = _ARTIFACT.search(text)
    if found is not None:
        return found[1]
    if _IDS.search(text) is None:
        return None
    if _OF_MANIFEST.search(text):
        return MANIFEST
    return CATALOG if _OF_CATALOG.search(text) else None


def parsed(text: SourceText, kind: str) -> Node | UnreadFact:
    """The values of a file; what is no JSON or YAML of the shape expected is told with its place alone."""
    try:
        if kind in {MANIFEST, CATALOG}:
            node = parse_json(text.path, text.text, _PASSED_OVER)
        else:
            node = next(iter(parse_yaml(text.path, text.text)), None) or Mapping((), Location(text.path))
    except InputErrors as problem:
        # The sentence of a fault may quote the text, and with it a secret: only its place is kept.
        return UnreadFact(problem.errors[0].location, "unread.dbt_syntax", "file")
    if not isinstance(node, Mapping):
        return UnreadFact(node.location, "unread.dbt_shape", "file")
    if kind in {MANIFEST, CATALOG} and not any(
        entries(member(node, key)) or isinstance(member(node, key), Mapping) for key in ("nodes", "sources")
    ):
        return UnreadFact(node.location, "unread.dbt_shape", "file")
    return node
