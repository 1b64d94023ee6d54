"""What a reader is, what it is told, and what it may look up: the seam that new formats meet."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kuajing.lineage.movement import read_movement
from kuajing.model.declaration import SourceRule
from kuajing.model.facts import Fact
from kuajing.model.lineage import ReadMovement
from kuajing.readers.catalogue import Catalogue
from kuajing.source.text import SourceText


@dataclass(frozen=True, slots=True)
class SourceContext:
    """What the declaration says of one file: the rule for its path, and what user functions do to a value.

    `values` are those that the files of the rule give to placeholders, by name. `read` reads SQL: the engine, or what
    remembers its answers. `together` is what the reader made of all its texts at once, where it does.
    """

    rule: SourceRule | None
    functions: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)
    read: ReadMovement = read_movement
    together: Mapping[str, Callable[[Catalogue], Iterator[Fact]]] = field(default_factory=dict)


Together = Callable[
    [tuple[tuple[SourceText, SourceContext], ...]], Mapping[str, Callable[[Catalogue], Iterator[Fact]]]
]
"""What all texts of a format say, read at once: by the path of each a function from the shapes to its movements."""


def never(path: str, text: str) -> bool:
    """Says no of every text."""
    del path, text
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: which texts are of it, the shapes they tell, and the movements they tell.

    `recognises` is asked with path and text. `structure` yields table and alias facts, from the text alone.
    `movement` yields everything else, with the shapes of all files in hand: at the end exactly one ReadFact, or
    one UnreadFact of grain `file`; it may also yield tables whose shape it has only now learnt. `together` reads all
    texts of a format once, before any movement, where one text means nothing without the others beside it.
    `looks_deep` says for which texts `recognises` has to parse, so that it is worth remembering what it said.
    """

    name: str
    recognises: Callable[[str, str], bool]
    structure: Callable[[SourceText, SourceContext], Iterator[Fact]]
    movement: Callable[[SourceText, SourceContext, Catalogue], Iterator[Fact]]
    together: Together | None = None
    looks_deep: Callable[[str, str], bool] = never


Task = tuple[SourceText, Reader, SourceContext]
"""A text, what reads it, and what is known of it."""
