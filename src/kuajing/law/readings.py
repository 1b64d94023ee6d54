"""The two readings of each contested point in our own words, from `rules/law/contested_readings.yaml`."""

from dataclasses import dataclass

from kuajing.law.book import LawBook
from kuajing.law.shapes import fields, items, mapping, refuse_word, text
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
    flags = {flag.id for flag in book.flags}
    found = {}
    for key, node in mapping(packaged_yaml(_FILE)).entries:
        if key.text not in flags:
            refuse_word(key, "word", "word", flags)
        given = fields(node, ("default", "other", "cites"))
        for cited in items(given["cites"]):
            if text(cited) not in book.provisions:
                refuse_word(cited, "citation", "key", book.provisions)
        keys = tuple(text(cited) for cited in items(given["cites"]))
        found[key.text] = Readings(_both(given["default"]), _both(given["other"]), keys)
    return found


def _both(node: Node) -> Pair:
    given = fields(node, ("en", "zh"))
    return text(given["en"]), text(given["zh"])
