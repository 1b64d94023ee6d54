"""Whether every id that is used is declared, in whichever file, and each only once."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kuajing.readers.declaration.faults import nearest, shown
from kuajing.readers.declaration.plain import EACH, entries, rows, words_at
from kuajing.source.errors import InputError
from kuajing.source.location import Location
from kuajing.source.nodes import Mapping, Scalar

_BY_KEY = ("handlers", "recipients", "systems", "datasets", "populations", "functions")
_BY_ID = ("flows", "approvals")
_ID = re.compile(r"[^\s\x00-\x1f\x7f]+")
_SYSTEM_ID = re.compile(r"\w[\w-]*")
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Use:
    """A place where an id of some sections is used; `first_part` where only what precedes the first dot is one."""

    path: tuple[str, ...]
    sections: tuple[str, ...]
    first_part: bool = False


_USES = (
    Use(("handlers", EACH, "acts_for", EACH), ("handlers",)),
    Use(("handlers", EACH, "joint_with", EACH), ("handlers",)),
    Use(("systems", EACH, "handler"), ("handlers",)),
    Use(("systems", EACH, "recipient"), ("recipients",)),
    Use(("grants", EACH, "to"), ("systems",)),
    Use(("grants", EACH, "on"), ("systems",), first_part=True),
    Use(("sources", EACH, "system"), ("systems",)),
    Use(("datasets", EACH, "handler"), ("handlers",)),
    Use(("datasets", EACH, "people", "population"), ("populations",)),
    Use(("flows", EACH, "from"), ("systems",), first_part=True),
    Use(("flows", EACH, "to"), ("systems",), first_part=True),
    Use(("approvals", EACH, "covers", "handler"), ("handlers",)),
    Use(("approvals", EACH, "covers", "recipients", EACH), ("recipients", "handlers")),
    Use(("counts", EACH, "flow"), ("flows",)),
)


def undeclared(documents: tuple[Mapping, ...]) -> Iterator[InputError]:
    """Ids that are used and that no file declares."""
    known = {section: _known(documents, section) for section in (*_BY_KEY, *_BY_ID)}
    for document in documents:
        for use in _USES:
            for word in words_at(document, use.path):
                yield from _check(word, use, known)
        for key, _ in entries(document, "datasets"):
            yield from _check(key, Use((), ("systems",), first_part=True), known)


def declared_twice(documents: tuple[Mapping, ...]) -> Iterator[InputError]:
    """Ids that are declared more than once, or that differ in nothing but the size or width of letters."""
    for section in (*_BY_KEY, *_BY_ID):
        first: dict[str, Scalar] = {}
        for word in sorted(_declared(documents, section), key=lambda word: word.location):
            folded = unicodedata.normalize("NFKC", word.text).casefold()
            earlier = first.setdefault(folded if section != "functions" else word.text, word)
            if earlier is word:
                continue
            name = "declared_twice" if earlier.text == word.text else "declared_alike"
            yield _problem(
                word.location,
                name,
                id=shown(word.text),
                other=shown(earlier.text),
                place=str(earlier.location),
            )


def misshapen(documents: tuple[Mapping, ...]) -> Iterator[InputError]:
    """Ids that could not be told from the words around them."""
    for section in ("handlers", "recipients", "systems", "populations", *_BY_ID):
        shape = _SYSTEM_ID if section == "systems" else _ID
        for word in _declared(documents, section):
            narrow = unicodedata.normalize("NFKC", word.text)
            if narrow != word.text and shape.fullmatch(narrow):
                yield _problem(word.location, "full_width_text", found=shown(word.text), narrow=shown(narrow))
            elif not shape.fullmatch(word.text) or word.text == "unknown":
                name = "system_id_shape" if section == "systems" else "id_shape"
                yield _problem(word.location, name, id=shown(word.text))


def _declared(documents: tuple[Mapping, ...], section: str) -> Iterator[Scalar]:
    for document in documents:
        if section in _BY_KEY:
            yield from (key for key, _ in entries(document, section))
            continue
        for row in rows(document, section):
            identity = row.get("id") if isinstance(row, Mapping) else None
            if isinstance(identity, Scalar) and isinstance(identity.value, str):
                yield identity


def _known(documents: tuple[Mapping, ...], section: str) -> frozenset[str]:
    known = {word.text for word in _declared(documents, section)}
    if section == "populations":
        # A population that another names as its neighbour is declared by that.
        for document in documents:
            for _, population in entries(document, section):
                overlaps = population.get("overlaps") if isinstance(population, Mapping) else None
                known |= {name for name, _ in overlaps} if isinstance(overlaps, Mapping) else set()
    return frozenset(known)


def _check(word: Scalar, use: Use, known: dict[str, frozenset[str]]) -> Iterator[InputError]:
    identity = word.text.split(".", 1)[0] if use.first_part else word.text
    ids = frozenset[str]().union(*(known[section] for section in use.sections))
    if identity in ids:
        return
    values = {"id": shown(identity), "section": use.sections[0]}
    near = nearest(identity, list(ids))
    if near is not None:
        yield _problem(word.location, "undeclared_nearest", **values, nearest=near)
    elif ids:
        listed = sorted(ids)
        more = ", …" if len(listed) > _MOST_NAMED else ""
        yield _problem(word.location, "undeclared", **values, known=", ".join(listed[:_MOST_NAMED]) + more)
    else:
        yield _problem(word.location, "undeclared_none", **values)


def _problem(location: Location, name: str, **values: str) -> InputError:
    return InputError(location, f"declaration.{name}", tuple(values.items()))
