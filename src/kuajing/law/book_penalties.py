"""Penalties in figures, read from the `penalty` list of a version."""

from collections.abc import Mapping

from kuajing.law.shapes import fields, items, one_of, refuse, texts, whole
from kuajing.model.articles import Penalty
from kuajing.source.nodes import Node

CONFIDENCE = ("OFF", "COM", "MEM", "INF")
_WHO = ("organisation", "ciio", "persons", "anyone")
_WHEN = (
    "any",
    "ordinary",
    "graver",
    "refusal",
    "refusal_or_serious",
    "refusal_or_large_leak",
    "large_leak_or_partial_loss",
    "serious",
    "especially_serious",
)
_ALSO = (
    "rectify",
    "warning",
    "confiscation",
    "app_suspension",
    "suspension",
    "site_closure",
    "revocation",
    "role_ban",
    "crime",
)
_FIGURES = ("least", "most", "turnover_percent", "gain_times", "gain_from", "years")


def penalty(node: Node, confidence: str) -> Penalty:
    """One penalty; its figures are as sure as its article unless it says otherwise."""
    given = fields(node, ("who", "when"), (*_FIGURES, "also", "confidence"))
    least, most = _number(given, "least"), _number(given, "most")
    if least is not None and most is not None and least > most:
        refuse(given["least"], "bounds")
    if not {*_FIGURES, "also"} & set(given):
        refuse(node, "missing", key="most")
    also = texts(given["also"]) if "also" in given else ()
    for item in items(given["also"]) if "also" in given else ():
        one_of(item, _ALSO)
    return Penalty(
        who=one_of(given["who"], _WHO),
        when=one_of(given["when"], _WHEN),
        least=least,
        most=most,
        turnover=_number(given, "turnover_percent"),
        gain=_bounds(given, "gain_times"),
        gain_from=_number(given, "gain_from"),
        years=_bounds(given, "years"),
        also=also,
        confidence=one_of(given["confidence"], CONFIDENCE) if "confidence" in given else confidence,
    )


def _number(given: Mapping[str, Node], key: str) -> int | None:
    return whole(given[key]) if key in given else None


def _bounds(given: Mapping[str, Node], key: str) -> tuple[int, int] | None:
    if key not in given:
        return None
    numbers = [whole(item) for item in items(given[key])]
    if len(numbers) != 2 or numbers[0] > numbers[1]:  # noqa: PLR2004  least and most
        refuse(given[key], "bounds")
    return numbers[0], numbers[1]
