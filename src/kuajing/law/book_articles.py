"""Instruments and their provisions, read from one folder for each instrument and one file for each article."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kuajing.law.conditions import Dated, Linker
from kuajing.law.places import place_of
from kuajing.law.provisions import Breach, Citing, Imposed, Instrument, Provision, Version
from kuajing.law.shapes import (
    day,
    fields,
    in_order,
    items,
    mapping,
    one_of,
    refuse,
    refuse_word,
    text,
    yes_or_no,
)
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar

_KINDS = ("defines", "requires", "imposes", "exempts")
_CONFIDENCE = ("OFF", "COM", "MEM", "INF")
_INSTRUMENTS = ("law", "regulation", "measure", "standard", "draft", "answer", "guide", "doctrine")
_GUIDANCE = ("answer", "guide", "doctrine")


@dataclass(frozen=True, slots=True)
class Articles:
    """The provisions as YAML, each with its instrument; `keys` are all that may be cited."""

    nodes: tuple[tuple[Instrument, Node], ...]
    keys: frozenset[str]

    @classmethod
    def of(cls, files: Mapping[str, Node]) -> "Articles":
        """The provisions of all instrument folders; raises InputErrors."""
        instruments = {
            path.rsplit("/", 1)[0]: _instrument(node)
            for path, node in files.items()
            if path.endswith("/instrument.yaml")
        }
        nodes: list[tuple[Instrument, Node]] = []
        seen: dict[str, Node] = {}
        for path, node in sorted(files.items()):
            if path.endswith("/instrument.yaml"):
                continue
            folder = path.rsplit("/", 1)[0]
            if folder not in instruments:
                refuse(node, "missing", key="instrument.yaml")
            for provision in items(fields(node, ("article", "provisions"))["provisions"]):
                key = mapping(provision).get("key") or refuse(provision, "missing", key="key")
                if text(key) in seen:
                    refuse(key, "twice", key=text(key), place=str(seen[text(key)].location))
                seen[text(key)] = key
                nodes.append((instruments[folder], provision))
        return cls(tuple(nodes), frozenset(seen))

    def dated(self) -> dict[str, Dated]:
        """The condition of each version of each provision."""
        found: dict[str, Dated] = {}
        for instrument, node in self.nodes:
            versions = [mapping(version) for version in items(mapping(node).get("versions") or node)]
            spans = []
            for version in versions:
                start, end = _dates(version, instrument)
                spans.append((start, end, version.get("when")))
            if instrument.kind in _GUIDANCE:
                spans[0] = (date.min, *spans[0][1:])
            found[text(mapping(node).get("key") or node)] = tuple(spans)
        return found

    def provision(self, entry: tuple[Instrument, Node], linker: Linker) -> Provision:
        """One provision with all its versions, linked."""
        instrument, node = entry
        given = fields(node, ("key", "versions"), ("place", "outlives"))
        key = text(given["key"])
        versions = tuple(
            _version(version, instrument, linker, self.keys) for version in items(given["versions"])
        )
        for (earlier, before), (later, node) in pairwise(
            zip(versions, items(given["versions"]), strict=True)
        ):
            if earlier.until is None or later.since < earlier.until:
                refuse(node, "overlap", key=key, place=str(before.location))
        place = _both(given["place"]) if "place" in given else place_of(key, instrument.id)
        return Provision(
            key, instrument, place, "outlives" in given and yes_or_no(given["outlives"]), versions
        )


def _instrument(node: Node) -> Instrument:
    optional = ("number", "adopted", "repealed")
    given = fields(node, ("id", "title", "issuer", "kind", "in_force", "link"), optional)
    begins = day(given["in_force"])
    if "repealed" in given:
        in_order(begins, day(given["repealed"]), given["repealed"])
    return Instrument(
        text(given["id"]),
        _both(given["title"]),
        _both(given["issuer"]),
        text(given["number"]) if "number" in given else "",
        one_of(given["kind"], _INSTRUMENTS),
        day(given["adopted"]) if "adopted" in given else None,
        begins,
        day(given["repealed"]) if "repealed" in given else None,
        text(given["link"]),
    )


def _dates(version: Entries, instrument: Instrument) -> tuple[date, date | None]:
    start, end = version.get("from"), version.get("until")
    since = instrument.in_force if start is None else day(start)
    until = instrument.repealed if end is None else day(end)
    in_order(since, until, end or start or version)
    return since, until


def _version(node: Node, instrument: Instrument, linker: Linker, keys: Collection[str]) -> Version:
    optional = ("from", "until", "when", "duties", "violations")
    given = fields(node, ("kind", "confidence", "checked", "gloss"), optional)
    start, end = _dates(mapping(node), instrument)
    return Version(
        start,
        end,
        one_of(given["kind"], _KINDS),
        one_of(given["confidence"], _CONFIDENCE),
        day(given["checked"]),
        _both(given["gloss"]),
        linker.compile(given["when"]) if "when" in given else None,
        tuple(_duty(item, linker, keys) for item in items(given["duties"])) if "duties" in given else (),
        tuple(_breach(item, linker, keys) for item in items(given["violations"]))
        if "violations" in given
        else (),
    )


def _duty(node: Node, linker: Linker, keys: Collection[str]) -> Imposed:
    given = fields(node, ("id", "when", "cites"), ("met", "on_verdict", "lasting"))
    return Imposed(
        text(given["id"]),
        linker.compile(given["when"]),
        linker.compile(given["met"]) if "met" in given else None,
        cited(given["cites"], linker, keys),
        "on_verdict" in given and yes_or_no(given["on_verdict"]),
        "lasting" in given and yes_or_no(given["lasting"]),
    )


def _breach(node: Node, linker: Linker, keys: Collection[str]) -> Breach:
    given = fields(node, ("id", "when", "cites"))
    return Breach(text(given["id"]), linker.compile(given["when"]), cited(given["cites"], linker, keys))


def cited(node: Node, linker: Linker, keys: Collection[str]) -> tuple[Citing, ...]:
    """The keys of a `cites` list, each plain or under a condition."""
    return tuple(
        Citing(None, (_key(item, keys),)) if isinstance(item, Scalar) else citing(item, linker, keys)
        for item in items(node)
    )


def citing(node: Node, linker: Linker, keys: Collection[str]) -> Citing:
    """Keys that are cited while a condition holds."""
    given = fields(node, ("when", "cite"))
    return Citing(linker.compile(given["when"]), tuple(_key(item, keys) for item in items(given["cite"])))


def _key(node: Node, keys: Collection[str]) -> str:
    key = text(node)
    return key if key in keys else refuse_word(node, "citation", "key", keys)


def _both(node: Node) -> tuple[str, str]:
    given = fields(node, ("en", "zh"))
    return text(given["en"]), text(given["zh"])
