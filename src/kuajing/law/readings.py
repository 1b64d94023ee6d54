"""The two readings of each contested point in our own words, from `rules/law/contested_readings.yaml`."""

from dataclasses import dataclass

from kuajing.law.book import LawBook
from kuajing.law.shapes import both, citation, fields, mapping, refuse_word, some
from kuajing.model.reasons import Pair
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_yaml

_FILE = "law/contested_readings.yaml"


@dataclass(frozen=True, slots=True)
class Readings:
    """How a point is read here, the other reading, and the keys that both rest on."""

    default: Pair
    other: Pair
    citations: tuple[str, ...]


def load_readings(book: LawBook) -> dict[str, Readings]:
    """The readings shipped with the package, by contested point; raises InputErrors with the place of a fault."""
    return readings(packaged_yaml(_FILE), book)


def readings(node: Node, book: LawBook) -> dict[str, Readings]:
    """The readings of a file beside the book whose points they are; raises InputErrors."""
    flags = {flag.id for flag in book.flags}
    found = {}
    for key, value in mapping(node).entries:
        if key.text not in flags:
            refuse_word(key, "word", "word", flags)
        given = fields(value, ("default", "other", "cites"))
        keys = tuple(citation(cited, book.provisions) for cited in some(given["cites"]))
        found[key.text] = Readings(both(given["default"]), both(given["other"]), keys)
    return found
