"""Words of an open list that nobody asks for and that look like one that somebody does: most likely misspelt."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache

from kuajing.messages import keys, message
from kuajing.model.cases import Case
from kuajing.source.nodes import Mapping
from kuajing.source.packaged import packaged_yaml

_JURISDICTION = "recipient.jurisdiction"
_AREAS = (("flow.purpose", "purpose."), ("handler.sector", "value.handler.sector."))
_PLACES = "report.place."
_CODE = 2
_ANYWHERE = frozenset({"elsewhere"})
_ALIKE = 0.84
"""How like two words are where one is taken for a slip of the other."""


def odd_words(case: Case) -> Iterator[tuple[str, str]]:
    """The paths whose word is read by nothing, each with the word that was probably meant, or nothing.

    A purpose or sector that is like no other is a word of somebody's own; a jurisdiction is a code or is none.
    """
    facts = dict(case.facts)
    for path, area in _AREAS:
        known = _labelled(area)
        word = facts.get(path)
        if isinstance(word, str) and word not in known:
            near = _nearest(word, known)
            if near:
                yield path, near
    place = facts.get(_JURISDICTION)
    if isinstance(place, str) and not _is_place(place):
        yield _JURISDICTION, _code_of(place)


@cache
def _labelled(area: str) -> frozenset[str]:
    """The words of an area that have a label, which are those that kuajing knows."""
    return frozenset(key.removeprefix(area) for key in keys() if key.startswith(area))


def _nearest(word: str, known: Iterable[str]) -> str:
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    return next(iter(get_close_matches(plain, sorted(known), 1, _ALIKE)), "")


def _is_place(word: str) -> bool:
    return word in _ANYWHERE or (len(word) == _CODE and (word in _labelled(_PLACES) or word in _codes()))


def _code_of(word: str) -> str:
    """The code of a place that is named instead of coded; nothing where no name is like it."""
    if word.upper() in _codes():
        return word.upper()
    names = {
        message(f"{_PLACES}{code}", language).lower(): code
        for code in sorted(_labelled(_PLACES))
        if len(code) == _CODE
        for language in ("en", "zh")
    }
    plain = word.strip().lower()
    within = [code for name, code in names.items() if plain and plain in name.replace(",", "").split()]
    near = [names[name] for name in get_close_matches(plain, list(names), 1, _ALIKE)]
    return next(iter((*near, *sorted(within))), "")


@cache
def _codes() -> frozenset[str]:
    """Every code of the table of jurisdictions."""
    read = packaged_yaml("regions/jurisdictions.yaml")
    table = read.get("codes") if isinstance(read, Mapping) else None
    return frozenset(key.text for key, _ in table.entries) if isinstance(table, Mapping) else frozenset()
