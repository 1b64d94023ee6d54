"""Named deadlines, read from YAML: the date of each, and when it is told ahead."""

from collections.abc import Iterator

from kuajing.law.book import DeadlineRule
from kuajing.law.book_articles import cited
from kuajing.law.conditions import Linker
from kuajing.law.shapes import fields, mapping, one_of
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.nodes import Node, Scalar

_ABOUT = ("approval", "handler", "transfer")
_TOLD = ("about", "when", "cites")


def named_dates(node: Node) -> Iterator[tuple[str, Node]]:
    """The date expression of each deadline, by its name."""
    for key, value in mapping(node).entries:
        yield key.text, fields(value, ("date",), _TOLD)["date"]


def deadline(entry: tuple[Scalar, Node], linker: Linker, words: Vocabulary) -> tuple[DeadlineRule, ...]:
    """The rule that tells a deadline ahead; none where it is a date that only conditions speak of."""
    key, node = entry
    given = fields(node, ("date",), _TOLD)
    date, _ = words.dates.compile(given["date"])
    if set(given) == {"date"}:
        return ()
    given = fields(node, ("date", *_TOLD))
    return (
        DeadlineRule(
            key.text,
            one_of(given["about"], _ABOUT),
            date,
            linker.compile(given["when"]),
            cited(given["cites"], linker, words.articles),
        ),
    )
