"""One transfer explained: the answer and why, what is claimed, due, approved and open; last how the route was found."""

from collections.abc import Iterable

from kuajing.model.analysis import Analysis
from kuajing.model.interval import Interval
from kuajing.model.standing import standing
from kuajing.model.transfers import Judgement
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Step
from kuajing.reports.characters import cells, visible
from kuajing.reports.explain_approvals import approval_lines
from kuajing.reports.explain_duties import duty_lines, violation_lines
from kuajing.reports.explain_policies import policy_lines
from kuajing.reports.explain_steps import Speaking, claim_lines, deciding_lines, reasoning_lines
from kuajing.reports.fact_words import fact_label
from kuajing.reports.parties import party_names
from kuajing.reports.settling import declaration_place
from kuajing.reports.spans import EMPTY, WIDTH, Line, entry, paragraph, plain_text, styled
from kuajing.reports.transfers_table import (
    interval_words,
    party_words,
    people_words,
    purpose_words,
    recipient_words,
)
from kuajing.reports.words import Names, Words, words_for

_ROWS = ("purpose", "data", "people", "tally", "seen_at", "answer")
_MOST_PLACES = 5
_MOST_SETTLED = 3
_TALLY = {"ordinary": "data.ytd_persons.non_sensitive", "sensitive": "data.ytd_persons.sensitive"}


def explain_transfer(analysis: Analysis, judgement: Judgement, language: str, names: Names) -> str:
    """The reasoning behind one verdict, whole."""
    words = words_for(language, names)
    speaking = Speaking(
        words,
        analysis.by_key,
        {one.languages: party_names(analysis.declaration, one) for one in words.apart()},
    )
    sections = (
        _title(analysis, judgement, words),
        _section("deciding", deciding_lines(judgement.verdict, speaking), words),
        _section("claims", claim_lines(judgement, speaking), words),
        _section("violations", violation_lines(judgement.verdict, speaking), words),
        _section("duties", duty_lines(judgement, speaking), words),
        _section("policies", policy_lines(analysis, judgement, speaking), words),
        _section("approvals", approval_lines(analysis, judgement, speaking), words),
        _section("contested", _contested(judgement, speaking), words),
        _section("settle", _settling(analysis, judgement, words), words),
        _section("taken", _taken_for_granted(judgement, speaking), words),
        _section("reasoning", reasoning_lines(judgement.verdict, speaking), words),
    )
    return plain_text(line for section in sections for line in section)


def _title(analysis: Analysis, judgement: Judgement, words: Words) -> tuple[Line, ...]:
    labels = {row: words.term(f"report.explain.{row}") for row in _ROWS}
    width = max(map(cells, labels.values()))
    told = [_facts(judgement, one) for one in words.apart()]
    lines: list[Line] = [((visible(judgement.transfer.id), "heading"),)]
    lines += paragraph([_between(analysis, judgement, one) for one in words.apart()], 2)
    for row in _ROWS:
        texts = dict.fromkeys(text for facts in told for text in facts[row] if text)
        lines += entry(labels[row], width, 2, styled(texts, WIDTH - width - 4))
    return tuple(lines)


def _between(analysis: Analysis, judgement: Judgement, words: Words) -> str:
    transfer, parties = judgement.transfer, party_names(analysis.declaration, words)
    return f"{party_words(transfer.handler, parties, words)} → {recipient_words(transfer, parties, words)}"


def _facts(judgement: Judgement, words: Words) -> dict[str, tuple[str, ...]]:
    """What is known of a transfer in one language, each row in one or more lines."""
    transfer, verdict = judgement.transfer, judgement.verdict
    places = [visible(str(crossing.location)) for crossing in transfer.crossings]
    seen = words.listed(places[:_MOST_PLACES]) + (
        f" +{len(places) - _MOST_PLACES}" if places[_MOST_PLACES:] else ""
    )
    word = standing(judgement)
    state = "" if word == verdict.route else words.term(f"report.standing.{word}")
    still_open = (("named", words.words("route", verdict.possible)),)
    return {
        "purpose": (purpose_words(transfer, words),),
        "data": (words.categories((*transfer.categories, *transfer.aggregates)) or "–",),
        "people": (people_words(transfer, words),),
        "tally": (_tally(judgement, words),),
        "seen_at": (seen or words.term("report.explain.declared_only"),),
        "answer": (
            words.joined(
                part for part in (words.word("route", verdict.route), state, verdict.on.isoformat()) if part
            ),
            words.term("report.route.open", still_open) if verdict.possible else "",
        ),
    }


def _tally(judgement: Judgement, words: Words) -> str:
    """How many people the law counts with this transfer; empty where nothing is counted."""
    counted = {name: judgement.transfer.case.fact(path) for name, path in _TALLY.items()}
    said = tuple(
        (name, interval_words(count, words)) for name, count in counted.items() if isinstance(count, Interval)
    )
    return words.term("report.explain.tally_of", said) if len(said) == len(_TALLY) else ""


def _section(name: str, lines: Iterable[Line], words: Words) -> tuple[Line, ...]:
    body = tuple(lines)
    return (EMPTY, ((words.term(f"report.explain.{name}"), "heading"),), *body) if body else ()


def _contested(judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    verdict, words = judgement.verdict, speaking.words
    read = {step.asked: step.read for step in verdict.reasoning if step.asked.startswith("flag.")}
    for point in verdict.contested_points:
        asked = f"flag.{point}"
        yield from paragraph(words.sentences(asked), 2)
        yield from paragraph(speaking.facts_each(read.get(asked, ())), 6, "place")
    if verdict.alternatives:
        for one in words.apart():
            values = (("named", one.words("route", verdict.alternatives)),)
            yield from paragraph(one.sentences("report.explain.alternatives", values), 2)


def _taken_for_granted(judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """What the questions took to be so although nothing is declared, as the law's data says it is taken."""
    declared = {path for path, _ in judgement.transfer.case.facts}
    taken = {
        path: value
        for step in judgement.verdict.reasoning
        for path, value in step.read
        if path not in declared and not value.startswith("unknown")
    }
    return paragraph(speaking.facts_each(tuple(sorted(taken.items()))), 2) if taken else ()


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
