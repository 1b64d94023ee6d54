"""Files of values: `.env`, `.properties`, `.tfvars`, YAML and JSON as names and values; secrets are dropped on the way in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kuajing.readers.infrastructure.hcl import parse_hcl, plain_entries
from kuajing.source.credentials import is_secret_name, without_credentials
from kuajing.source.errors import InputErrors
from kuajing.source.json_text import parse_json
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence
from kuajing.source.text import SourceText, Unread
from kuajing.source.yaml_text import parse_yaml

LONGEST = 8192
"""Signs of the longest value; what is longer is a certificate or a text, no name and no address."""

Pairs = Iterable[tuple[str, str]]

_ENV = re.compile(r"(?:.*\.)?env(?:\..+)?", re.IGNORECASE)
_ENV_LINE = re.compile(
    r"""[ \t]*+(?:
      (?:\#[^\n]*+)?
    | (?:export[ \t]+)?(?P<name>[A-Za-z_][\w.\-]*+)[ \t]*+=[ \t]*+(?:
        (?P<quote>["'])(?P<quoted>(?:(?!(?P=quote))[^\\]|\\.)*+)(?P=quote)[ \t]*+(?:\#[^\n]*+)?
      | (?P<bare>(?!["'])[^\n`]*+)
      )
    | export[ \t]+[\w \t]++
    )(?:\n|\Z)""",
    re.DOTALL | re.VERBOSE,
)
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_ESCAPED = re.compile(r"\\([\"\\$`])")
_ENTRY = re.compile(r"(?P<name>(?:\\.|[^\s:=\\])+)[ \t\f]*[:=]?[ \t\f]*(?P<value>.*)", re.DOTALL)
_CONTINUED = re.compile(r"(?<!\\)((?:\\\\)*)\\\n[ \t\f]*")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)")
_DOCUMENT_ENDS = frozenset({"#---", "!---"})


@dataclass(frozen=True, slots=True)
class ValuesFile:
    """What one file gives: names and values of each document in it, and the lines that could not be read."""

    path: str
    documents: tuple[dict[str, str], ...]
    unread_lines: tuple[int, ...] = ()


def read_values(text: SourceText) -> ValuesFile | Unread:
    """The values of a file, told by its name which form it has, or why it gives none."""
    name = PurePosixPath(text.path).name
    ending = PurePosixPath(name).suffix.lower()
    if ending in {".yaml", ".yml", ".json"}:
        return _of_nodes(text, is_json=ending == ".json")
    if ending == ".properties":
        return ValuesFile(text.path, tuple(_kept(pairs) for pairs in _properties(text.text)))
    if ending == ".tfvars":
        return _of_tfvars(text)
    if _ENV.fullmatch(name):
        return _of_env(text)
    return Unread(Location(text.path), "unread.values_form", (("file", text.path),))


def _of_nodes(text: SourceText, *, is_json: bool) -> ValuesFile | Unread:
    try:
        nodes = (parse_json(text.path, text.text),) if is_json else parse_yaml(text.path, text.text)
    except InputErrors as problem:
        # The sentence of a fault may quote the text, and with it a password: only its line is kept.
        line = str(problem.errors[0].location.line)
        return Unread(Location(text.path), "unread.values_syntax", (("file", text.path), ("line", line)))
    nodes = tuple(node for node in nodes if not isinstance(node, Scalar) or node.value is not None)
    if not all(isinstance(node, Mapping) for node in nodes):
        return Unread(Location(text.path), "unread.values_shape", (("file", text.path),))
    return ValuesFile(text.path, tuple(_kept(_dotted(node, "")) for node in nodes))


def _of_tfvars(text: SourceText) -> ValuesFile | Unread:
    block = parse_hcl(text)
    if isinstance(block, Unread):
        line = str(block.location.line)
        return Unread(Location(text.path), "unread.values_syntax", (("file", text.path), ("line", line)))
    return ValuesFile(text.path, (_kept(plain_entries(block)),))


def _dotted(node: Node, name: str) -> Iterator[tuple[str, str]]:
    """Every value under the keys that lead to it, joined by dots; lists give none."""
    if isinstance(node, Mapping):
        for key, value in node:
            yield from _dotted(value, f"{name}.{key}" if name else key)
    elif not isinstance(node, Sequence) and node.value is not None:
        yield name, node.value if isinstance(node.value, str) else node.text


def _of_env(text: SourceText) -> ValuesFile:
    pairs: list[tuple[str, str]] = []
    unread: list[int] = []
    at, line = 0, 1
    while at < len(text.text):
        found = _ENV_LINE.match(text.text, at)
        if found is None:
            unread.append(line)
            following = (text.text.find("\n", at) + 1) or len(text.text)
        else:
            following = found.end()
            if found["name"]:
                pairs.append((found["name"], _env_value(found)))
        line += text.text.count("\n", at, following)
        at = following
    return ValuesFile(text.path, (_kept(pairs),), tuple(unread))


def _env_value(found: re.Match[str]) -> str:
    if found["quote"] == '"':
        return _ESCAPED.sub(r"\1", found["quoted"])
    return found["quoted"] if found["quote"] else _COMMENT.sub("", found["bare"])


def _properties(text: str) -> Iterator[Pairs]:
    """The entries of each document; in one file they are parted by a line `#---`."""
    pairs: list[tuple[str, str]] = []
    for line in _CONTINUED.sub(r"\1", text).split("\n"):
        entry = line.strip(" \t\f")
        if entry in _DOCUMENT_ENDS:
            yield pairs
            pairs = []
        elif not entry.startswith(("#", "!")) and (found := _ENTRY.fullmatch(entry)):
            pairs.append((_unescaped(found["name"]), _unescaped(found["value"])))
    yield pairs


def _unescaped(text: str) -> str:
    signs = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}
    return _UNICODE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else signs.get(found[2], found[2]), text
    )


def _kept(pairs: Pairs) -> dict[str, str]:
    """The values that may be used: of equal names the last; no secrets, nothing empty, nothing of several lines."""
    kept: dict[str, str] = {}
    for name, value in pairs:
        shown = without_credentials(value.strip())
        kept.pop(name, None)
        if shown.strip("*") and shown.isprintable() and len(shown) <= LONGEST and not _is_secret(name):
            kept[name] = shown
    return kept


def _is_secret(name: str) -> bool:
    return any(is_secret_name(part) for part in (name, *name.split(".")))
