"""An approval on record compared with a transfer, respect by respect."""

from collections.abc import Iterable
from datetime import date

from kuajing.model.declaration import Approval, Covers, Day
from kuajing.model.interval import Interval
from kuajing.model.labels import UNKNOWN_CONTENT
from kuajing.model.transfers import Coverage, Shortfall
from kuajing.model.truth import Truth, all_of, truth
from kuajing.transfers.contents import STANDINGS, Contents
from kuajing.transfers.drafts import Draft

STARTS = {
    "standard_contract": "effective",
    "gba_standard_contract": "effective",
    "certification": "issued",
    "security_assessment": "result",
}
"""The date from which each mechanism can be relied on."""

IMPORTANT = "important"
"""The category of important data in the scope of an approval."""

Values = tuple[tuple[str, str], ...]


def coverages(
    draft: Draft,
    carried: Contents,
    people: Interval,
    onward: tuple[str, ...],
    approvals: Iterable[Approval],
    on: date,
) -> tuple[tuple[Approval, Coverage], ...]:
    """Every approval that could be meant for a transfer with how far it covers it, the best first.

    An approval for another handler, another recipient or another purpose is not meant for it; nor is one of which
    nobody says what it is.
    """
    compared = [
        (approval, _compare(draft, carried, people, onward, approval, on))
        for approval in approvals
        if approval.mechanism in STARTS and _is_meant(draft, approval.covers)
    ]
    return tuple(sorted(compared, key=lambda pair: (_rank(pair[0], pair[1], on), pair[0].id)))


def _rank(approval: Approval, coverage: Coverage, on: date) -> tuple[bool, bool, int, int, int]:
    """What is not over comes first and what was refused last, then what lacks least, then what ended last."""
    outside = sum(shortfall.covered is Truth.NO for shortfall in coverage.shortfalls)
    expires = approval.day("expires")
    ended = -expires.toordinal() if isinstance(expires, date) else 0
    return (has_ended(approval, on), approval.result == "fail", outside, len(coverage.shortfalls), ended)


def _is_meant(draft: Draft, covers: Covers) -> bool:
    same_handler = _among(draft.parties.handler_id, None if covers.handler is None else (covers.handler,))
    same_recipient = _among(draft.parties.recipient_id, covers.recipients)
    same_purpose = _among(draft.purpose, covers.purposes)
    return Truth.NO not in (same_handler, same_recipient, same_purpose)


def _among(value: str | None, listed: tuple[str, ...] | None) -> Truth:
    if value is None or listed is None:
        return Truth.UNKNOWN
    return truth(value in listed)


def _compare(
    draft: Draft, carried: Contents, people: Interval, onward: tuple[str, ...], approval: Approval, on: date
) -> Coverage:
    covers, parties = approval.covers, draft.parties
    handlers = (covers.handler,) if covers.handler else None
    respects = [
        _named("handler", parties.handler_id, handlers),
        _named("recipient", parties.recipient_id, covers.recipients),
        _named("purpose", draft.purpose, covers.purposes),
        _categories(carried, covers),
        _onward(onward, draft, covers),
        _persons(people, covers),
        _dates(approval, on),
    ]
    open_points = tuple(one for one in respects if one.covered is not Truth.YES)
    return Coverage(approval.id, all_of(one.covered for one in respects), open_points)


def _respect(name: str, covered: Truth, values: Values) -> Shortfall:
    ending = "outside" if covered is Truth.NO else "unknown"
    return Shortfall(f"approval.{name}_{ending}", covered, values)


def _named(name: str, value: str | None, listed: tuple[str, ...] | None) -> Shortfall:
    return _respect(name, _among(value, listed), ((name, value or "?"),))


def under(category: str, prefixes: Iterable[str]) -> str | None:
    """The prefix that a category is, or lies under; None where it lies under none."""
    found = (prefix for prefix in prefixes if category == prefix or category.startswith(prefix + "."))
    return min(found, default=None)


def in_scope(carried: Contents) -> tuple[str, ...]:
    """What of a transfer the scope of an approval has to name: personal categories, and important data as such."""
    important = (IMPORTANT,) if STANDINGS & set(carried.important) else ()
    return (*important, *carried.categories)


def outgrown(carried: Contents, covers: Covers) -> tuple[str, ...]:
    """What of a transfer lies under none of the approval's prefixes."""
    if covers.categories is None:
        return ()
    return tuple(category for category in in_scope(carried) if under(category, covers.categories) is None)


def _categories(carried: Contents, covers: Covers) -> Shortfall:
    grown = outgrown(carried, covers)
    if grown:
        return _respect("category", Truth.NO, (("grown_categories", ", ".join(grown)),))
    if covers.categories is None:
        return _respect("category", Truth.UNKNOWN, (("grown_categories", ", ".join(in_scope(carried))),))
    known = Truth.YES if carried.is_all_named and carried.personal is not Truth.UNKNOWN else Truth.UNKNOWN
    return _respect("category", known, (("grown_categories", UNKNOWN_CONTENT),))


def _onward(onward: tuple[str, ...], draft: Draft, covers: Covers) -> Shortfall:
    """Whether every onward recipient is named; who passes data on to nobody is known only where the declaration says so."""
    recipient = draft.parties.recipient
    if not onward and recipient is not None and not recipient.onward_known:
        return _respect("onward", Truth.UNKNOWN, (("onward", f"recipients.{recipient.id}.onward_to"),))
    named = covers.onward_to
    unnamed = tuple(one for one in onward if named is None or one not in named)
    outside = Truth.UNKNOWN if named is None else Truth.NO
    return _respect("onward", outside if unnamed else Truth.YES, (("onward", ", ".join(unnamed)),))


def _persons(people: Interval, covers: Covers) -> Shortfall:
    ceiling = "?" if covers.persons is None else f"{covers.persons:,}"
    covered = Truth.UNKNOWN if covers.persons is None else ~people.at_least(covers.persons + 1)
    return _respect("persons", covered, (("ceiling", ceiling), ("people", str(people))))


def has_ended(approval: Approval, on: date) -> bool:
    """Whether an approval's declared last day is past."""
    expires = approval.day("expires")
    return isinstance(expires, date) and expires < on


def _dates(approval: Approval, on: date) -> Shortfall:
    start, expires = approval.day(STARTS[approval.mechanism]), approval.day("expires")
    values = (("expires", _shown(expires)), ("on", on.isoformat()), ("start", _shown(start)))
    begun = Truth.UNKNOWN if start is None else truth(isinstance(start, date) and start <= on)
    return _respect("date", begun & truth(not has_ended(approval, on)), values)


def _shown(day: Day) -> str:
    return day.isoformat() if isinstance(day, date) else "?"
