"""Contested points and other lawful routes, read from YAML."""

from kuajing.law.book import Alternative, Flag, Hypothesis
from kuajing.law.conditions import Linker
from kuajing.law.shapes import fields, mapping, one_of, yes_or_no
from kuajing.law.values import Value
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node, Scalar


def flag(entry: tuple[Scalar, Node], linker: Linker, words: Vocabulary) -> Flag:
    """One contested point."""
    key, node = entry
    given = fields(node, ("when",), ("differs", "other", "quiet"))
    return Flag(
        key.text,
        linker.compile(given["when"]),
        _hypotheses(given["differs"], words) if "differs" in given else (),
        one_of(given["other"], sorted(words.routes)) if "other" in given else None,
        "quiet" in given and yes_or_no(given["quiet"]),
    )


def alternative(node: Node, linker: Linker, words: Vocabulary) -> Alternative:
    """One other lawful route."""
    given = fields(node, ("when", "route"))
    return Alternative(linker.compile(given["when"]), one_of(given["route"], sorted(words.routes)))


def _hypotheses(node: Node, words: Vocabulary) -> tuple[Hypothesis, ...]:
    given = fields(node, (), ("set", "instead", "less", "or_less", "plus", "without"))
    first = Hypothesis(
        _values(given["set"], words) if "set" in given else (),
        _counts(given["instead"], words) if "instead" in given else (),
        _counts(given["less"], words) if "less" in given else (),
        _counts(given["plus"], words) if "plus" in given else (),
        one_of(given["without"], sorted(words.steps)) if "without" in given else None,
    )
    if "or_less" in given:
        return first, Hypothesis(less=_counts(given["or_less"], words))
    return (first,)


def _counts(node: Node, words: Vocabulary) -> tuple[tuple[str, str], ...]:
    return tuple(
        (words.path(key, "count"), words.path(value, "count")) for key, value in mapping(node).entries
    )


def _values(node: Node, words: Vocabulary) -> tuple[tuple[str, Value], ...]:
    return tuple(
        (words.path(key, "truth", "word"), next(iter(words.wanted(key.text, value))))
        for key, value in mapping(node).entries
    )
