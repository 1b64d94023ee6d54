"""The mechanisms that a route takes, with the first day on which each stood, read from YAML."""

from collections.abc import Mapping
from datetime import date

from kuajing.law.provisions import Provision
from kuajing.law.shapes import mapping, one_of, some
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node

TYPE = "mechanism.type"


def mechanisms(
    node: Node, words: Vocabulary, provisions: Mapping[str, Provision]
) -> dict[str, tuple[tuple[str, date], ...]]:
    """By route, each mechanism with the day on which the earliest of its articles began; raises InputErrors."""
    found = {}
    for route, listed in mapping(node).entries:
        one_of(route, words.routes)
        begun = []
        for name, keys in mapping(listed).entries:
            one_of(name, words.rows[TYPE].words)
            articles = [provisions[one_of(key, sorted(provisions))] for key in some(keys)]
            begun.append((name.text, min(article.versions[0].since for article in articles)))
        found[route.text] = tuple(begun)
    return found
