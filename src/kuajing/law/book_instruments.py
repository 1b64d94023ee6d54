"""Instruments, read from the `instrument.yaml` of their folders."""

from datetime import date

from kuajing.law.provisions import Instrument
from kuajing.law.shapes import both, day, fields, in_order, mapping, one_of, refuse, text
from kuajing.source.nodes import Node

DRAFT = "draft"
GUIDANCE = ("answer", "guide", "doctrine")
_KINDS = ("law", "regulation", "measure", "standard", DRAFT, *GUIDANCE)


def read_instrument(node: Node) -> Instrument:
    """One instrument; a draft says when it was published instead of since when it is in force."""
    optional = ("number", "adopted", "published", "in_force", "repealed", "link")
    given = fields(node, ("id", "title", "issuer", "kind"), optional)
    kind = one_of(given["kind"], _KINDS)
    begins = "published" if kind == DRAFT else "in_force"
    if kind == DRAFT and "in_force" in given:
        refuse(given["in_force"], "draft_in_force")
    since = day(given[begins]) if begins in given else refuse(node, "missing", key=begins)
    repealed = _day(node, "repealed")
    in_order(since, repealed, given.get("repealed", node))
    adopted = _day(node, "adopted")
    if adopted is not None and since < adopted:
        refuse(given["adopted"], "adopted_late", day=adopted.isoformat(), start=since.isoformat())
    return Instrument(
        text(given["id"]),
        both(given["title"]),
        both(given["issuer"]),
        text(given["number"]) if "number" in given else "",
        kind,
        adopted,
        since,
        repealed,
        text(given["link"]) if "link" in given else "",
    )


def _day(node: Node, key: str) -> date | None:
    found = mapping(node).get(key)
    return None if found is None else day(found)
