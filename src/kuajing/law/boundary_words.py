"""The words by which the law draws a line 以上、不满、超过, each with the question that is asked for it."""

from collections.abc import Mapping

from kuajing.law.book import LawBook
from kuajing.law.joining import QUESTIONS
from kuajing.law.shapes import citation, fields, mapping, refuse_word, some, text, yes_or_no
from kuajing.source.nodes import Node

_ASKED = (*QUESTIONS, *(f"not {name}" for name in QUESTIONS))
_READING = ("asks", "includes", "by")


def check_boundary_words(node: Node, book: LawBook) -> None:
    """Raises InputErrors for a word whose question, or an article of which, is none."""
    for _, word in mapping(node).entries:
        given = fields(word, _READING, ("but",))
        _check(given, book)
        if "but" in given:
            _check(fields(given["but"], _READING), book)


def _check(reading: Mapping[str, Node], book: LawBook) -> None:
    if text(reading["asks"]) not in _ASKED:
        refuse_word(reading["asks"], "function", "name", _ASKED)
    yes_or_no(reading["includes"])
    for item in some(reading["by"]):
        citation(item, book.provisions)
