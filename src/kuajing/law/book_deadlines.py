"""Deadlines that are told ahead, read from YAML."""

from kuajing.law.book import DeadlineRule
from kuajing.law.book_articles import cited
from kuajing.law.conditions import Linker
from kuajing.law.shapes import fields, one_of
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node, Scalar

_ABOUT = ("approval", "handler", "transfer")


def deadline(entry: tuple[Scalar, Node], linker: Linker, words: Vocabulary) -> DeadlineRule:
    """One deadline: its day, whom it is about, while what holds, and its articles."""
    key, node = entry
    given = fields(node, ("date", "about", "when", "cites"))
    return DeadlineRule(
        key.text,
        one_of(given["about"], _ABOUT),
        words.dates.written(given["date"]),
        linker.compile(given["when"]),
        cited(given["cites"], linker, words.articles),
    )
