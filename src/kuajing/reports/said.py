"""Where a fact was said: the line that declares it, the file it is inferred from, or that nobody says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.cases import Case
from kuajing.model.transfers import Judgement
from kuajing.reports.characters import visible
from kuajing.reports.settling import declaration_place
from kuajing.reports.words import Words
from kuajing.source.location import Location

GRANTED, NOT_SAID, INFERRED, DECLARED = "granted", "not_said", "inferred", "declared"
COUNTED, UNAPPROVED = "counted", "unapproved"
_UNKNOWN = "unknown"
_COUNTS = "data.ytd_persons."
_MOST_PLACES = 2
_BESIDE = {
    "claims": "flows[{flow}].claims",
    "handler.group_members": "handlers.{handler}.group",
    "mechanism.covers": "approvals[{approval}].covers.recipients",
    "mechanism.exported": "approvals[{approval}].covers.categories",
    "mechanism.recipients": "approvals[{approval}].covers.recipients",
    "mechanism.scope": "approvals[{approval}].covers.categories",
    "mechanism.type": "approvals[{approval}].mechanism",
    "mechanism.changed": "approvals[{approval}].covers",
}
"""Facts that nobody is asked to declare by themselves, and what says them all the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a fact came to be known, and the places that show it."""

    kind: str
    places: tuple[Location, ...] = ()

    def told(self, words: Words) -> str:
        """In words of one language; a place alone where it is declared there."""
        shown = words.listed(visible(str(place)) for place in self.places[:_MOST_PLACES])
        if self.kind == DECLARED:
            return shown
        if self.kind == INFERRED and not shown:
            return words.term("said.inferred_here")
        return words.term(f"said.{self.kind}", (("places", shown),))


Sayings = Callable[[str, str], Said]
"""How a fact with its value came to be known."""


def nobody_says(_path: str, value: str) -> Said:
    """Where no source is at hand: what has a value was taken for granted."""
    return Said(NOT_SAID if value.startswith(_UNKNOWN) else GRANTED)


def said_in_case(case: Case, places: Mapping[str, Location]) -> Sayings:
    """What a case says, each fact at its place in the file."""
    given = {path for path, _ in case.facts}

    def said(path: str, value: str) -> Said:
        if path in places:
            return Said(NOT_SAID if value.startswith(_UNKNOWN) else DECLARED, (places[path],))
        return Said(INFERRED) if path in given else nobody_says(path, value)

    return said


def said_in_estate(analysis: Analysis, judgement: Judgement, places: Mapping[str, Location]) -> Sayings:
    """What an estate says: declared at a key, counted from several, inferred from what crosses, or not said."""
    transfer = judgement.transfer
    given = {path for path, _ in transfer.case.facts}
    best = judgement.coverage[0].approval if judgement.coverage else None

    def said(path: str, value: str) -> Said:
        if path not in given or value == _UNKNOWN:
            return nobody_says(path, value)
        called = declaration_place(path, transfer, analysis, best, _BESIDE)
        place = places.get(called)
        if path.startswith(_COUNTS):
            own = (place,) if place else tuple(_people(analysis, judgement, places))
            return Said(COUNTED, own) if own else Said(INFERRED, _seen(judgement))
        if place is not None:
            return Said(DECLARED, (place,))
        if value.startswith(_UNKNOWN):
            return Said(NOT_SAID)
        if path == "mechanism.type" and best is None:
            return Said(UNAPPROVED)
        return Said(INFERRED, _seen(judgement))

    return said


def _seen(judgement: Judgement) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(crossing.location for crossing in judgement.transfer.crossings))[:1]


def _people(analysis: Analysis, judgement: Judgement, places: Mapping[str, Location]) -> list[Location]:
    """Where the people of the datasets are declared that the transfer starts from."""
    declared = {name: dataset.name for name, dataset in analysis.estate.declared}
    starts = {
        trail.start.dataset for crossing in judgement.transfer.crossings for trail in crossing.trails
    } & declared.keys()
    found = (places.get(f"datasets.{declared[start]}.people.count") for start in sorted(starts))
    return [place for place in found if place is not None]
