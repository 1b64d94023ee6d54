"""Volumes that together cross a line which each handler of a group stays below: told, not judged."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuajing.law import LawBook, TallyRule, assess
from kuajing.model.interval import Interval
from kuajing.model.tally import GroupVolume
from kuajing.model.transfers import Judgement
from kuajing.transfers import Parallel, Tally


def group_volumes(
    parallels: Iterable[Parallel], judgements: Iterable[Judgement], book: LawBook, rule: TallyRule
) -> tuple[GroupVolume, ...]:
    """Every business whose whole has, or may have, a route that no part of it has alone."""
    by_id = {judgement.transfer.id: judgement for judgement in judgements}
    return tuple(volume for parallel in parallels for volume in _of(parallel, by_id, book, rule))


def _of(
    parallel: Parallel, judgements: dict[str, Judgement], book: LawBook, rule: TallyRule
) -> Iterator[GroupVolume]:
    members = [judgements[name] for name in sorted(parallel.whole)]
    alone = {route for one in members for route in _routes(one)}
    together: set[str] = set()
    for one in members:
        facts = {**dict(one.transfer.case.facts), **_counts(parallel.whole[one.transfer.id])}
        whole = assess(replace(one.transfer.case, facts=tuple(sorted(facts.items()))), book)
        together |= set(whole.possible or (whole.route,))
    if together <= alone:
        return
    on = members[0].verdict.on
    yield GroupVolume(
        group=parallel.group,
        recipient=parallel.recipient,
        purpose=parallel.purpose,
        handlers=parallel.handlers,
        transfers=tuple(one.transfer.id for one in members),
        ordinary=_spanned(tally.ordinary for tally in parallel.whole.values()),
        sensitive=_spanned(tally.sensitive for tally in parallel.whole.values()),
        alone=tuple(sorted(alone)),
        together=tuple(sorted(together)),
        citations=tuple(key for key in rule.group if book.provisions[key].may_be_cited(on)),
    )


def _routes(judgement: Judgement) -> tuple[str, ...]:
    return judgement.verdict.possible or (judgement.verdict.route,)


def _counts(tally: Tally) -> dict[str, Interval]:
    return {
        "data.ytd_persons.non_sensitive": tally.ordinary,
        "data.ytd_persons.sensitive": tally.sensitive,
    }


def _spanned(counts: Iterable[Interval]) -> Interval:
    """From the least to the most of several counts."""
    every = tuple(counts)
    highs = [count.high for count in every]
    high = None if None in highs else max(one for one in highs if one is not None)
    return Interval(min(count.low for count in every), high)
