"""One transfer explained: the answer and why, what is claimed, due, approved and open; last how the route was found."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from kuajing.model.analysis import Analysis
from kuajing.model.interval import Interval
from kuajing.model.reasons import Explanation
from kuajing.model.standing import standing
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step
from kuajing.reports.characters import cells, visible
from kuajing.reports.explain_answer import answer_lines
from kuajing.reports.explain_approvals import approval_lines
from kuajing.reports.explain_changes import change_lines
from kuajing.reports.explain_duties import duty_lines, violation_lines
from kuajing.reports.explain_policies import policy_lines
from kuajing.reports.explain_rest import contested_lines, section, taken_lines
from kuajing.reports.explain_steps import claim_lines, deciding_lines, reasoning_lines
from kuajing.reports.explain_tally import ahead_lines, tally_lines
from kuajing.reports.fact_words import fact_label
from kuajing.reports.parties import party_names
from kuajing.reports.said import said_in_estate
from kuajing.reports.settling import declaration_place
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, plain_text, styled
from kuajing.reports.speaking import NOTHING, Speaking
from kuajing.reports.transfers_table import (
    interval_words,
    party_words,
    people_words,
    purpose_words,
    recipient_words,
)
from kuajing.reports.words import Names, Words, words_for
from kuajing.source.location import Location

_ROWS = ("purpose", "data", "people", "tally", "seen_at")
_MOST_PLACES = 5
_MOST_OPENED = 2
_MOST_SETTLED = 3
_TALLY = {"ordinary": "data.ytd_persons.non_sensitive", "sensitive": "data.ytd_persons.sensitive"}
_NO_PLACES: Mapping[str, Location] = MappingProxyType({})


def explain_transfer(
    analysis: Analysis,
    judgement: Judgement,
    language: str,
    names: Names,
    explanation: Explanation = NOTHING,
    places: Mapping[str, Location] = _NO_PLACES,
    *,
    full: bool = False,
) -> str:
    """The reasoning behind one verdict, as text."""
    return plain_text(explanation_lines(analysis, judgement, language, names, explanation, places, full=full))


def explanation_lines(
    analysis: Analysis,
    judgement: Judgement,
    language: str,
    names: Names,
    explanation: Explanation = NOTHING,
    places: Mapping[str, Location] = _NO_PLACES,
    *,
    full: bool = False,
) -> Iterator[Line]:
    """The reasoning behind one verdict: the answer first, then what it rests on.

    `places` are those of the declaration's keys; with `full` every condition of every question is told.
    """
    words = words_for(language, names)
    verdict = judgement.verdict
    speaking = Speaking(
        words,
        analysis.by_key,
        {one.languages: party_names(analysis.declaration, one) for one in words.apart()},
        said_in_estate(analysis, judgement, places),
        explanation,
        full,
    )
    opened = _opened(analysis, judgement)
    yield ((visible(judgement.transfer.id), "heading"),)
    yield from paragraph([_between(analysis, judgement, one) for one in words.apart()], 2)
    yield EMPTY
    yield from answer_lines(verdict, speaking, lambda one: _answer(judgement, one), opened)
    yield from section("told.known_as", _known_as(judgement, words), words)
    yield from section("report.explain.deciding", deciding_lines(verdict, speaking), words)
    yield from section(
        "report.explain.claims", claim_lines(judgement.transfer.case, verdict, speaking), words
    )
    yield from section("report.explain.violations", violation_lines(verdict, speaking), words)
    yield from section("report.explain.duties", duty_lines(verdict, judgement.transfer, speaking), words)
    yield from section("report.explain.policies", policy_lines(analysis, judgement, speaking), words)
    yield from section("report.explain.approvals", approval_lines(analysis, judgement, speaking), words)
    yield from section("report.explain.ahead", ahead_lines(judgement, speaking), words)
    yield from section("report.explain.counted", tally_lines(analysis, judgement, speaking), words)
    yield from section("report.explain.contested", contested_lines(verdict, speaking), words)
    yield from section("told.nearest", change_lines(verdict.route, speaking), words)
    yield from section("report.explain.settle", _settling(analysis, judgement, words), words)
    yield from section("report.explain.taken", taken_lines(judgement.transfer.case, verdict, speaking), words)
    yield from section("report.explain.reasoning", reasoning_lines(verdict, speaking), words)


def _opened(analysis: Analysis, judgement: Judgement) -> tuple[str, ...]:
    """The lines that an engineer opens: where the data leaves, then where that is declared."""
    seen = [crossing.location for crossing in judgement.transfer.crossings]
    declared = [flow.location for flow in analysis.declaration.flows if flow.id in judgement.transfer.flows]
    return tuple(
        visible(str(place)) for place in dict.fromkeys((*seen[:_MOST_OPENED], *declared[:_MOST_OPENED]))
    )


def _answer(judgement: Judgement, words: Words) -> Iterator[str]:
    verdict = judgement.verdict
    word = standing(judgement)
    state = "" if word == verdict.route else words.term(f"report.standing.{word}")
    parts = [words.word("route", verdict.route), state, verdict.exemption or "", verdict.on.isoformat()]
    yield words.joined(part for part in parts if part)
    if verdict.possible:
        named = (("named", words.words("route", verdict.possible)),)
        yield words.term("report.route.open", named)


def _known_as(judgement: Judgement, words: Words) -> Iterator[Line]:
    """What is known of a transfer: purpose, data, people, where it was seen."""
    labels = {row: words.term(f"report.explain.{row}") for row in _ROWS}
    width = max(map(cells, labels.values()))
    told = [_facts(judgement, one) for one in words.apart()]
    for row in _ROWS:
        texts = dict.fromkeys(facts[row] for facts in told if facts[row])
        yield from entry(labels[row], width, 2, styled(texts, WIDTH - width - 4))


def _between(analysis: Analysis, judgement: Judgement, words: Words) -> str:
    transfer, parties = judgement.transfer, party_names(analysis.declaration, words)
    return f"{party_words(transfer.handler, parties, words)} → {recipient_words(transfer, parties, words)}"


def _facts(judgement: Judgement, words: Words) -> dict[str, str]:
    """What is known of a transfer in one language."""
    transfer = judgement.transfer
    places = [visible(str(crossing.location)) for crossing in transfer.crossings]
    more = f" +{len(places) - _MOST_PLACES}" if places[_MOST_PLACES:] else ""
    seen = words.listed(places[:_MOST_PLACES]) + more
    return {
        "purpose": purpose_words(transfer, words),
        "data": words.categories((*transfer.categories, *transfer.aggregates)) or "–",
        "people": people_words(transfer, words),
        "tally": _tally(judgement, words),
        "seen_at": seen or words.term("report.explain.declared_only"),
    }


def _tally(judgement: Judgement, words: Words) -> str:
    """How many people the law counts with this transfer; empty where nothing is counted."""
    counted = {name: judgement.transfer.case.fact(path) for name, path in _TALLY.items()}
    said = tuple(
        (name, interval_words(count, words)) for name, count in counted.items() if isinstance(count, Interval)
    )
    return words.term("report.explain.tally_of", said) if len(said) == len(_TALLY) else ""


def _settling(analysis: Analysis, judgement: Judgement, words: Words) -> Iterable[Line]:
    """Where each absent fact is declared, what it is, and which open questions it would answer."""
    best = judgement.coverage[0].approval if judgement.coverage else None
    places = [
        (declaration_place(fact, judgement.transfer, analysis, best), fact)
        for fact in judgement.verdict.unsettled
    ]
    width = max((cells(place) for place, _ in places), default=0)
    room = max(WIDTH - width - 4, 30)
    for place, fact in places:
        about = _questions(judgement.verdict.reasoning, fact)
        texts = (
            *(fact_label(fact, one) for one in words.apart()),
            *(
                one.term("report.explain.settles", (("named", _named(about, one)),))
                for one in words.apart()
                if about
            ),
        )
        yield from entry(place, width, 2, styled(dict.fromkeys(texts), room))


def _questions(steps: Iterable[Step], fact: str) -> tuple[str, ...]:
    open_steps = (step for step in steps if step.answer is Truth.UNKNOWN)
    return tuple(step.asked for step in open_steps if fact in step.turns_on or fact in dict(step.read))


def _named(asked: tuple[str, ...], words: Words) -> str:
    more = f" +{len(asked) - _MOST_SETTLED}" if len(asked) > _MOST_SETTLED else ""
    return words.joined(words.term(key) for key in asked[:_MOST_SETTLED]) + more
