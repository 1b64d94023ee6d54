"""Instruments and their provisions, read from one folder for each instrument and one file for each article."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kuajing.law.book_instruments import DRAFT, GUIDANCE, read_instrument
from kuajing.law.book_penalties import CONFIDENCE, penalty
from kuajing.law.conditions import Dated, Linker
from kuajing.law.places import place_of
from kuajing.law.provisions import Breach, Citing, Imposed, Instrument, Provision, Version
from kuajing.law.shapes import (
    both,
    citation,
    day,
    fields,
    in_order,
    items,
    mapping,
    one_of,
    refuse,
    text,
    yes_or_no,
)
from kuajing.law.zone_lists import zone_lists
from kuajing.model.articles import Clock, Content
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Scalar

_KINDS = ("defines", "requires", "imposes", "exempts")


@dataclass(frozen=True, slots=True)
class Articles:
    """The provisions as YAML, each with its instrument; `keys` are all that may be cited."""

    nodes: tuple[tuple[Instrument, Node], ...]
    keys: frozenset[str]

    @classmethod
    def of(cls, files: Mapping[str, Node]) -> "Articles":
        """The provisions of all instrument folders; raises InputErrors."""
        instruments = {
            path.rsplit("/", 1)[0]: read_instrument(node)
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
        """The condition of each version of each provision; a draft has none that holds."""
        found: dict[str, Dated] = {}
        for instrument, node in self.nodes:
            versions = [mapping(version) for version in items(mapping(node).get("versions") or node)]
            spans = []
            for version in versions:
                start, end = _dates(version, instrument)
                spans.append((start, end, version.get("when")))
            if instrument.kind in GUIDANCE:
                spans[0] = (date.min, *spans[0][1:])
            key = text(mapping(node).get("key") or node)
            found[key] = () if instrument.kind == DRAFT else tuple(spans)
        return found

    def provision(
        self, entry: tuple[Instrument, Node], linker: Linker, clocks: Mapping[str, Clock]
    ) -> Provision:
        """One provision with all its versions, linked, and those of the deadlines that are its own."""
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
        place = both(given["place"]) if "place" in given else place_of(key, instrument.id)
        return Provision(
            key,
            instrument,
            place,
            "outlives" in given and yes_or_no(given["outlives"]),
            versions,
            tuple(clock for clock in clocks.values() if key in clock.keys),
        )


def _dates(version: Entries, instrument: Instrument) -> tuple[date, date | None]:
    start, end = version.get("from"), version.get("until")
    since = instrument.since if start is None else day(start)
    until = instrument.repealed if end is None else day(end)
    in_order(since, until, end or start or version)
    return since, until


def _version(node: Node, instrument: Instrument, linker: Linker, keys: Collection[str]) -> Version:
    optional = ("from", "until", "when", "duties", "violations", "penalty", "contents", "touches")
    given = fields(node, ("kind", "confidence", "checked", "gloss"), optional)
    start, end = _dates(mapping(node), instrument)
    confidence = one_of(given["confidence"], CONFIDENCE)
    return Version(
        start,
        end,
        one_of(given["kind"], _KINDS),
        confidence,
        day(given["checked"]),
        both(given["gloss"]),
        linker.compile(given["when"]) if "when" in given else None,
        tuple(_duty(item, linker, keys) for item in items(given["duties"])) if "duties" in given else (),
        tuple(_breach(item, linker, keys) for item in items(given["violations"]))
        if "violations" in given
        else (),
        zone_lists(given.get("when")),
        tuple(penalty(item, confidence) for item in items(given["penalty"])) if "penalty" in given else (),
        tuple(_content(item, confidence) for item in items(given["contents"])) if "contents" in given else (),
        linker.compile(given["touches"]) if "touches" in given else None,
    )


def _content(node: Node, confidence: str) -> Content:
    given = fields(node, ("id", "en", "zh"), ("confidence",))
    sure = one_of(given["confidence"], CONFIDENCE) if "confidence" in given else confidence
    return Content(text(given["id"]), (text(given["en"]), text(given["zh"])), sure)


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
    """The keys of a `cites` list: plain, under a condition, or each article of an instrument whose own holds."""
    found: list[Citing] = []
    for item in items(node):
        each = None if isinstance(item, Scalar) else mapping(item).get("each_article")
        if isinstance(item, Scalar):
            found.append(Citing(None, (citation(item, keys),)))
        elif each is None:
            found.append(citing(item, linker, keys))
        else:
            found += [
                Citing(linker.by_key(key, each.location), (key,)) for key in linker.with_conditions(each)
            ]
    return tuple(found)


def citing(node: Node, linker: Linker, keys: Collection[str]) -> Citing:
    """Keys that are cited while a condition holds."""
    given = fields(node, ("when", "cite"))
    return Citing(linker.compile(given["when"]), tuple(citation(item, keys) for item in items(given["cite"])))
