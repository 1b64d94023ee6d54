"""Whether the examples tell a changed book from the law: at least one no longer gets what it says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import law_examples
from benchmarks.law_mutations.mutator import Change
from benchmarks.law_mutations.relevance import Example, may_tell, read_articles

from kuajing.law import LawBook, read_book
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import packaged_files, packaged_yaml
from kuajing.source.yaml_text import parse_yaml

REFUSED = "the book is refused"
_SECOND_READER = Path("tests/law/data/independent_cases.yaml")
_KEPT = 12


def law_files() -> dict[str, Node]:
    """The law as it is, by path below `rules/`."""
    paths = packaged_files("law", ".yaml")
    return {path: packaged_yaml(path) for path in paths if not path.endswith(law_examples.ENDING)}


def examples(book: LawBook) -> Iterator[Example]:
    """The law's own examples, then the decisions of the second reader, who says every duty."""
    for path in law_examples.case_files():
        for line in law_examples.cases_of(path):
            yield Example.of(path, line, line["expected"], book)
    (document,) = parse_yaml(_SECOND_READER.name, _SECOND_READER.read_text(encoding="utf-8"))
    lines: Any = document.plain()
    for line in lines:
        said = line["expected"]
        named = {key: said[key] for key in said if key in law_examples.EXPECTED and key != "must_not"}
        yield Example.of(
            _SECOND_READER.name,
            line,
            {**named, "all_duties": said["duties"], "flags": said["contested_points"]},
            book,
        )


@dataclass(slots=True)
class Judge:
    """Puts changed books to the examples; those that told a change lately are asked first."""

    files: Mapping[str, Node]
    examples: list[Example]
    _lately: list[Example] = field(default_factory=list)
    _read: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._read = read_articles(self.files)

    def told_by(self, change: Change) -> str | None:
        """The first example that a change is told by; None where none tells it."""
        try:
            book = read_book({**self.files, change.path: change.make(self.files[change.path])})
        except InputErrors:
            return REFUSED
        for example in self._asked(change):
            if _is_told(example, book):
                self._lately = [example, *(one for one in self._lately if one is not example)][:_KEPT]
                return example.case.id
        return None

    def _asked(self, change: Change) -> Iterable[Example]:
        beside = change.path.removesuffix(".yaml") + law_examples.ENDING
        asked = {id(one) for one in self._lately}
        first = [one for one in self.examples if one.path == beside and id(one) not in asked]
        rest = (one for one in self.examples if one.path != beside and id(one) not in asked)
        return (one for one in [*first, *self._lately, *rest] if may_tell(one, change, self._read))


def _is_told(example: Example, book: LawBook) -> bool:
    try:
        return bool(law_examples.faults(example.case, example.expected, book))
    except ValueError:  # no question decides any more
        return True
