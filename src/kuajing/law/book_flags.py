"""Contested points and other lawful routes, read from YAML."""

from kuajing.law.book import Alternative, Flag, Hypothesis
from kuajing.law.conditions import Linker
from kuajing.law.leaves import LeafWords
from kuajing.law.shapes import fields, mapping, text, yes_or_no
from kuajing.law.values import Value
from kuajing.source.nodes import Node, Scalar


def flag(entry: tuple[Scalar, Node], linker: Linker, leaves: LeafWords) -> Flag:
    """One contested point."""
    key, node = entry
    given = fields(node, ("when",), ("differs", "other", "quiet"))
    return Flag(
        key.text,
        linker.compile(given["when"]),
        _hypotheses(given["differs"], leaves) if "differs" in given else (),
        text(given["other"]) if "other" in given else None,
        "quiet" in given and yes_or_no(given["quiet"]),
    )


def alternative(node: Node, linker: Linker) -> Alternative:
    """One other lawful route."""
    given = fields(node, ("when", "route"))
    return Alternative(linker.compile(given["when"]), text(given["route"]))


def _hypotheses(node: Node, leaves: LeafWords) -> tuple[Hypothesis, ...]:
    given = fields(node, (), ("set", "instead", "less", "or_less", "plus", "without"))
    first = Hypothesis(
        _values(given["set"], leaves) if "set" in given else (),
        _counts(given["instead"], leaves) if "instead" in given else (),
        _counts(given["less"], leaves) if "less" in given else (),
        _counts(given["plus"], leaves) if "plus" in given else (),
        text(given["without"]) if "without" in given else None,
    )
    if "or_less" in given:
        return first, Hypothesis(less=_counts(given["or_less"], leaves))
    return (first,)


def _counts(node: Node, leaves: LeafWords) -> tuple[tuple[str, str], ...]:
    return tuple(
        (leaves.path(key, "count"), leaves.path(value, "count")) for key, value in mapping(node).entries
    )


def _values(node: Node, leaves: LeafWords) -> tuple[tuple[str, Value], ...]:
    return tuple(
        (leaves.path(key, "truth", "word"), next(iter(leaves.wanted(key.text, value))))
        for key, value in mapping(node).entries
    )
