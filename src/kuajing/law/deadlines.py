"""The days ahead that a case runs towards: filings due, approvals that end, windows that open 期限."""

from collections.abc import Iterator

from kuajing.law.book import LawBook
from kuajing.law.consequences import keys
from kuajing.law.essential import outcomes
from kuajing.law.procedure import Procedure
from kuajing.law.situation import CALENDAR, Situation, situation_of
from kuajing.model.cases import Case
from kuajing.model.deadlines import Deadline
from kuajing.model.truth import Truth


def deadlines(case: Case, book: LawBook) -> tuple[Deadline, ...]:
    """The deadlines of a case that are not past and not known to be met, on every route still possible, sorted.

    A day that hangs on an unknown date is left out: what is unknown is told where it is asked.
    """
    situation, _ = situation_of(case, book.rows)
    root = Procedure(book.questions_on(case.on), situation).run()
    found: set[Deadline] = set()
    for outcome, facts in outcomes(root, situation).items():
        found |= set(_ahead(book, situation.with_values(facts).under(outcome)))
    return tuple(sorted(found))


def _ahead(book: LawBook, case: Situation) -> Iterator[Deadline]:
    for rule in book.deadlines:
        if rule.when.ask(case).truth is Truth.NO:
            continue
        span = rule.date.find(case)
        cited = keys(book, rule.cites, case)
        if cited and not span.never and case.on <= span.low == span.high:
            yield Deadline(span.low, rule.id, rule.about, cited, _unlisted(span.read))


def _unlisted(read: tuple[str, ...]) -> tuple[int, ...]:
    """The years through which days were counted without their holidays."""
    years = {path.removeprefix(CALENDAR) for path in read if path.startswith(CALENDAR)}
    return tuple(sorted(int(year) for year in years))
