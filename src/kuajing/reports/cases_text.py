"""Cases that were assessed, as text: a short answer each, or the whole reasoning."""

from collections.abc import Iterator, Sequence

from kuajing.model.assessed import AssessedCase
from kuajing.model.verdicts import Verdict
from kuajing.reports.characters import cells, visible
from kuajing.reports.explain_answer import answer_lines
from kuajing.reports.explain_changes import change_lines
from kuajing.reports.explain_duties import duty_lines, violation_lines
from kuajing.reports.explain_rest import contested_lines, section, taken_lines
from kuajing.reports.explain_steps import claim_lines, deciding_lines, reasoning_lines
from kuajing.reports.fact_words import fact_label
from kuajing.reports.said import said_in_case
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, styled
from kuajing.reports.speaking import NOTHING, Speaking
from kuajing.reports.words import Words, count, words_for


def cases_lines(
    assessed: Sequence[AssessedCase], unread: int, language: str, *, full: bool = False
) -> Iterator[Line]:
    """Every case with its answer, in the order of the files, then how many there were."""
    words = words_for(language, {})
    for one in assessed:
        yield from _case(one, words, full=full)
        yield EMPTY
    unmet = sum(bool(one.verdict.violations) or one.verdict.route == "prohibited" for one in assessed)
    numbers = {
        "count": len(assessed),
        "unmet": unmet,
        "open": sum(bool(one.verdict.possible) for one in assessed),
        "unread": unread,
    }
    values = tuple((name, count(number)) for name, number in numbers.items())
    yield from paragraph(words.sentences("assessed.summary", values), 0)


def _case(one: AssessedCase, words: Words, *, full: bool) -> Iterator[Line]:
    verdict, opened = one.verdict, one.explanation
    said = said_in_case(one.case, one.places)
    speaking = Speaking(words, one.articles, {}, said, opened or NOTHING, full)
    title = visible(one.title)
    named = (("id", visible(one.case.id)), ("title", title))
    yield ((words.apart()[0].term("assessed.case", named) if title else visible(one.case.id), "heading"),)
    place = (visible(str(one.location)),)
    yield from answer_lines(
        verdict, speaking, lambda each: _answer(verdict, each), place, one.strange, one.clashes, one.odd_words
    )
    if opened is None:
        return
    yield from section("report.explain.deciding", deciding_lines(verdict, speaking), words)
    yield from section("report.explain.claims", claim_lines(one.case, verdict, speaking), words)
    yield from section("report.explain.violations", violation_lines(verdict, speaking), words)
    yield from section("report.explain.duties", duty_lines(verdict, None, speaking), words)
    yield from section("report.explain.contested", contested_lines(verdict, speaking), words)
    yield from section("told.nearest", change_lines(verdict.route, speaking), words)
    yield from section("report.explain.settle", _settling(verdict, words), words)
    yield from section("report.explain.taken", taken_lines(one.case, verdict, speaking), words)
    yield from section("report.explain.reasoning", reasoning_lines(verdict, speaking), words)


def _answer(verdict: Verdict, words: Words) -> Iterator[str]:
    told = words.word("route", verdict.route)
    if verdict.exemption:
        told = words.placed(told, verdict.exemption)
    yield words.term("told.asked_on", (("answer", told), ("on", verdict.on.isoformat())))
    if verdict.possible:
        yield words.term("report.route.open", (("named", words.words("route", verdict.possible)),))


def _settling(verdict: Verdict, words: Words) -> Iterator[Line]:
    """Each absent fact that matters: its path in a case, and what it is."""
    width = max((cells(path) for path in verdict.unsettled), default=0)
    for path in verdict.unsettled:
        texts = dict.fromkeys(fact_label(path, one) for one in words.apart())
        yield from entry(visible(path), width, 2, styled(texts, max(WIDTH - width - 4, 30)))
