"""The articles that an analysis names, as they stand that day."""

from collections.abc import Iterable, Iterator
from datetime import date

from kuajing.law import LawBook
from kuajing.model.articles import Article
from kuajing.model.tally import GroupVolume, LineAhead
from kuajing.model.transfers import Judgement


def articles_named(
    book: LawBook,
    judgements: tuple[Judgement, ...],
    ahead: tuple[LineAhead, ...],
    volumes: tuple[GroupVolume, ...],
    on: date,
) -> tuple[Article, ...]:
    """Those that verdicts cite or asked, and those behind what comes and what a group sends together."""
    keys = {*_cited(judgements), *_told_ahead(judgements, ahead, volumes)}
    found = (book.article(key, on) for key in sorted(keys) if key in book.provisions)
    return tuple(article for article in found if article is not None)


def _told_ahead(
    judgements: Iterable[Judgement], ahead: Iterable[LineAhead], volumes: Iterable[GroupVolume]
) -> Iterator[str]:
    """The articles behind what comes, and behind what a group sends together."""
    for judgement in judgements:
        for deadline in judgement.deadlines:
            yield from deadline.citations
    for line in ahead:
        yield from line.citations
    for volume in volumes:
        yield from volume.citations


def _cited(judgements: tuple[Judgement, ...]) -> tuple[str, ...]:
    """The articles that the verdicts cite or asked."""
    keys = {citation for judgement in judgements for citation in judgement.verdict.citations}
    keys |= {
        step.citation for judgement in judgements for step in judgement.verdict.reasoning if step.citation
    }
    for judgement in judgements:
        keys |= set(judgement.touched)
        keys |= {citation for duty in judgement.verdict.duties for citation in duty.citations}
        keys |= {citation for violation in judgement.verdict.violations for citation in violation.citations}
        keys |= {citation for demand in judgement.demands for citation in demand.citations}
    return tuple(sorted(keys))
