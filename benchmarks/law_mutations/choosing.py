"""The changes that are made: all but those that no verdict could ever tell, whatever the case."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from benchmarks.law_mutations import trees
from benchmarks.law_mutations.mutator import Change, changes

from kuajing.law.shapes import mapping
from kuajing.source.nodes import Mapping as Entries
from kuajing.source.nodes import Node, Sequence

_LEFT_OUT = (
    "/instrument.yaml",
    "/calendar.yaml",
    "/facts.yaml",
    "/tally.yaml",
    "/boundary_words.yaml",
    "/deadlines.yaml",
    "/contested_readings.yaml",
    "/changes.yaml",
)
"""What gives no condition of its own: titles and links; working days and facts have tests of their own; what is counted
outside, told ahead or supposed is no part of a verdict."""
_SELF = ("key", "keys")
"""What names a provision without a rule: the provision itself, and the clocks that pages show with it."""
_GUIDANCE = ("answer", "guide", "doctrine")
_AS_OF = ("from", "until", "since", "before")
_LOGIC = ("when", "duties", "violations")


def changes_of(files: Mapping[str, Node]) -> Iterator[Change]:
    """Every change that some case could tell.

    Left out are days before the first one covered; the day from which guidance was given, for it explains the law of
    earlier days too; the days of provisions that hold no rule and that no rule names; and clocks that no rule names.
    """
    first = date.fromisoformat(trees.text(_entry(files["law/procedure.yaml"], "covered_from")))
    told = {path: node for path, node in files.items() if not path.endswith(_LEFT_OUT)}
    named = frozenset(name for node in told.values() for name in _words(node, ""))
    for path, node in told.items():
        instrument = files.get(path.rsplit("/", 1)[0] + "/instrument.yaml")
        guides = instrument is not None and trees.text(_entry(instrument, "kind")) in _GUIDANCE
        idle = frozenset(_idle(node, named))
        if path.endswith("/clocks.yaml"):
            idle = frozenset(name for name, _ in mapping(node) if name not in named)
        for change in changes(path, node):
            if _is_before(change, first) or _is_idle(change, idle) or (guides and change.trail[-1] == "from"):
                continue
            yield replace(change, span=(None, change.span[1])) if guides else change


def _is_before(change: Change, first: date) -> bool:
    match change.about:
        case ("day", date() as earlier, date()):
            return change.trail[-1] in _AS_OF and earlier < first
        case _:
            return False


def _is_idle(change: Change, idle: frozenset[str]) -> bool:
    if change.path.endswith("/clocks.yaml"):
        return change.trail[0] in idle
    return change.kind == "day" and change.trail[0] == "provisions" and change.trail[1] in idle


def _idle(document: Node, named: frozenset[str]) -> Iterator[str]:
    """The provisions of a file that hold no rule and that no rule names."""
    provisions = document.get("provisions") if isinstance(document, Entries) else None
    for provision in provisions.items if isinstance(provisions, Sequence) else ():
        key = trees.text(_entry(provision, "key"))
        versions = _entry(provision, "versions")
        rules = isinstance(versions, Sequence) and any(
            isinstance(version, Entries) and any(version.get(name) for name in _LOGIC)
            for version in versions.items
        )
        if not rules and key not in named:
            yield key


def _words(node: Node, key: str) -> Iterator[str]:
    """All names in the data but the keys of provisions themselves."""
    if isinstance(node, Entries):
        for name, value in node:
            yield from _words(value, name)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _words(item, key)
    elif key not in _SELF:
        yield node.text


def _entry(node: Node, name: str) -> Node:
    found = node.get(name) if isinstance(node, Entries) else None
    if found is None:
        raise ValueError(f"{node.location}: no {name}")
    return found
