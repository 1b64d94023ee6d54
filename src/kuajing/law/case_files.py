"""Cases as people write them in files: each to a case with the place of its facts, or its faults with theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from kuajing.law.book import LawBook
from kuajing.law.clashes import strictest
from kuajing.law.intake import CaseFaults, read_case
from kuajing.law.odd_words import odd_words
from kuajing.law.situation import row_of
from kuajing.model.cases import Case
from kuajing.model.clashes import Clash
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.excerpts import excerpt
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Node, Scalar, Sequence

_FACTS, _DAY, _TITLE = "facts", "as_of", "title"
_OF_A_CASE = frozenset({"id", _DAY, _FACTS})
_ABOUT = {
    "law_terms.case_too_early": _DAY,
    "law_terms.case_ciio_not_notified": "handler.ciio_notified",
    "law_terms.case_anonymised_personal": "data.anonymised",
}
"""What a fault that names no path is about."""


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """A case with its title, its place, and the place of each fact it says.

    `strange` are the paths that the law does not ask for, each with the nearest one that it does, or nothing;
    of `clashes` the case holds the strictest reading; `odd_words` are
    facts whose word nobody knows, each with the one that was probably meant.
    """

    title: str
    location: Location
    case: Case
    places: dict[str, Location]
    strange: dict[str, str]
    clashes: tuple[Clash, ...]
    odd_words: dict[str, str]


def cases_in(document: Node) -> tuple[Node, ...]:
    """The cases of one document: a list of them, or one alone."""
    return document.items if isinstance(document, Sequence) else (document,)


def written_case(node: Node, text: str, book: LawBook) -> WrittenCase:
    """The case at a node of a text; raises InputErrors with every fault at its place."""
    places = dict(_places(node, book))
    try:
        case, clashes = strictest(read_case(node.plain(), book))
    except CaseFaults as found:
        raise InputErrors(
            _error(key, values, node.location, places, text) for key, values in found.faults
        ) from None
    title = node.get(_TITLE) if isinstance(node, Mapping) else None
    told = str(title.value) if isinstance(title, Scalar) else ""
    return WrittenCase(
        told, node.location, case, places, dict(_strange(case, book)), clashes, dict(odd_words(case))
    )


def id_place(node: Node) -> Location:
    """Where a case says its id."""
    named = node.get("id") if isinstance(node, Mapping) else None
    return node.location if named is None else named.location


def twice(one: WrittenCase, place: Location, first: Location, text: str) -> InputError:
    """The fault of a case whose id another had first."""
    values = (("value", one.case.id), ("first", str(first)))
    return InputError(place, "law_terms.case_id_twice", values, excerpt(text, place))


def _strange(case: Case, book: LawBook) -> Iterator[tuple[str, str]]:
    for path, _ in case.facts:
        if row_of(path, book.rows) is None:
            yield path, next(iter(get_close_matches(path, book.rows, 1)), "")


def _error(
    key: str, values: tuple[tuple[str, str], ...], whole: Location, places: dict[str, Location], text: str
) -> InputError:
    path = dict(values).get("path", _ABOUT.get(key, ""))
    location = places.get(path, whole)
    return InputError(location, key, values, excerpt(text, location))


def _places(node: Node, book: LawBook) -> Iterator[tuple[str, Location]]:
    """The place of the day and of each fact, by its path."""
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        yield key.text, key.location
        if key.text in _OF_A_CASE:
            yield key.text, value.location if isinstance(value, Scalar) else key.location
        if key.text == _FACTS:
            yield from _facts(value, "", book)


def _facts(node: Node, above: str, book: LawBook) -> Iterator[tuple[str, Location]]:
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        path = f"{above}{key.text}"
        yield path, key.location
        if row_of(path, book.rows) is None:
            yield from _facts(value, f"{path}.", book)
