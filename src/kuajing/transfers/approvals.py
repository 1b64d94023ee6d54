"""An approval on record compared with a transfer, respect by respect."""

from collections.abc import Iterable
from datetime import date

from kuajing.model.declaration import Approval, Covers, Day
from kuajing.model.interval import Interval
from kuajing.model.labels import UNKNOWN_CONTENT
from kuajing.model.transfers import Coverage, Shortfall
from kuajing.model.truth import Truth, all_of, truth
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft

STARTS = {
    "standard_contract": "effective",
    "gba_standard_contract": "effective",
    "certification": "issued",
    "security_assessment": "result",
}
"""The date from which each mechanism can be relied on."""

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

    An approval for another handler, another recipient or another purpose is not meant for it.
    """
    compared = [
        (approval, _compare(draft, carried, people, onward, approval, on))
        for approval in approvals
        if _is_meant(draft, approval.covers)
    ]
    return tuple(sorted(compared, key=lambda pair: (_rank(pair[1]), pair[0].id)))


def _rank(coverage: Coverage) -> tuple[int, int]:
    outside = sum(shortfall.covered is Truth.NO for shortfall in coverage.shortfalls)
    return (outside, len(coverage.shortfalls))


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
    covers = approval.covers
    handler = (covers.handler,) if covers.handler else None
    shortfalls = [
        _respect(
            "handler",
            _among(draft.parties.handler_id, handler),
            (("handler", draft.parties.handler_id or "?"),),
        ),
        _respect(
            "recipient",
            _among(draft.parties.recipient_id, covers.recipients),
            (("recipient", draft.parties.recipient_id or "?"),),
        ),
        _respect("purpose", _among(draft.purpose, covers.purposes), (("purpose", draft.purpose or "?"),)),
        *_categories(carried, covers),
        *_onward(onward, covers),
        _persons(people, covers),
        *_dates(approval, on),
    ]
    open_points = tuple(shortfall for shortfall in shortfalls if shortfall.covered is not Truth.YES)
    return Coverage(approval.id, all_of(shortfall.covered for shortfall in shortfalls), open_points)


def _respect(name: str, covered: Truth, values: Values) -> Shortfall:
    ending = "outside" if covered is Truth.NO else "unknown"
    return Shortfall(f"approval.{name}_{ending}", covered, values)


def is_under(category: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a category is one of the prefixes or lies under one."""
    return any(category == prefix or category.startswith(prefix + ".") for prefix in prefixes)


def outgrown(carried: Contents, covers: Covers) -> tuple[str, ...]:
    """The categories of a transfer that lie under none of the approval's prefixes."""
    if covers.categories is None:
        return ()
    return tuple(category for category in carried.categories if not is_under(category, covers.categories))


def _categories(carried: Contents, covers: Covers) -> list[Shortfall]:
    if covers.categories is None:
        return [_respect("category", Truth.UNKNOWN, (("grown_categories", ", ".join(carried.categories)),))]
    grown = outgrown(carried, covers)
    if grown:
        return [_respect("category", Truth.NO, (("grown_categories", ", ".join(grown)),))]
    if carried.personal is Truth.UNKNOWN:
        return [_respect("category", Truth.UNKNOWN, (("grown_categories", UNKNOWN_CONTENT),))]
    return []


def _onward(onward: tuple[str, ...], covers: Covers) -> list[Shortfall]:
    named = covers.onward_to
    unnamed = tuple(one for one in onward if named is None or one not in named)
    if not unnamed:
        return []
    return [
        _respect("onward", Truth.UNKNOWN if named is None else Truth.NO, (("onward", ", ".join(unnamed)),))
    ]


def _persons(people: Interval, covers: Covers) -> Shortfall:
    values = (("people", str(people)), ("ceiling", "?" if covers.persons is None else str(covers.persons)))
    covered = Truth.UNKNOWN if covers.persons is None else ~people.at_least(covers.persons + 1)
    return _respect("persons", covered, values)


def _dates(approval: Approval, on: date) -> list[Shortfall]:
    start_name = STARTS[approval.mechanism]
    start, expires = approval.day(start_name), approval.day("expires")
    values = (("start", _shown(start)), ("expires", _shown(expires)), ("on", on.isoformat()))
    begun = Truth.UNKNOWN if start is None else truth(isinstance(start, date) and start <= on)
    ended = truth(isinstance(expires, date) and expires < on)
    shortfall = _respect("date", begun & ~ended, values)
    return [] if shortfall.covered is Truth.YES else [shortfall]


def _shown(day: Day) -> str:
    return day.isoformat() if isinstance(day, date) else "?"
