"""The transfers, one row each: who sends what to whom, why, by which route, and how it stands."""

from collections import Counter
from collections.abc import Iterable

from kuajing.model.analysis import Analysis
from kuajing.model.interval import Interval
from kuajing.model.standing import (
    EXEMPT,
    MET,
    PROHIBITED,
    STANDINGS,
    UNDECLARED,
    UNDETERMINED,
    UNMET,
    standing,
)
from kuajing.model.transfers import Coverage, Judgement, Transfer
from kuajing.model.truth import Truth
from kuajing.reports.characters import visible
from kuajing.reports.json_text import transfers_document
from kuajing.reports.json_values import json_lines
from kuajing.reports.parties import party_names
from kuajing.reports.spans import EMPTY, WIDTH, Line, paragraph, plain_text
from kuajing.reports.tables import Cell, table
from kuajing.reports.words import Names, Words, count, words_for

_COLUMNS = ("recipient", "purpose", "data", "people", "route", "standing")
_STYLES = {
    PROHIBITED: "violation",
    UNMET: "violation",
    UNDECLARED: "violation",
    UNDETERMINED: "unknown",
    MET: "met",
    EXEMPT: "met",
}


def transfers_text(analysis: Analysis, language: str, names: Names, width: int = WIDTH) -> str:
    """The transfers as a table within `width`, those that ask for the most attention first."""
    words = words_for(language, names)
    if not analysis.judgements:
        return plain_text(paragraph(words.sentences("report.heading.no_transfers"), 0))
    return "\n".join(_table(analysis, one, width) for one in words.apart())


def _table(analysis: Analysis, words: Words, width: int) -> str:
    parties = party_names(analysis.declaration, words)
    ordered = sorted(analysis.judgements, key=lambda one: (STANDINGS.index(standing(one)), one.transfer.id))
    headings = [words.term(f"report.column.{column}") for column in _COLUMNS]
    lines: list[Line] = []
    for handler in sorted(
        {one.transfer.handler for one in ordered}, key=lambda party: (party is None, party)
    ):
        own = [one for one in ordered if one.transfer.handler == handler]
        rows = [_row(one, parties, words) for one in own]
        captions = [(visible(one.transfer.id), "heading") for one in own]
        title = words.term("report.column.of", (("handler", party_words(handler, parties, words)),))
        lines += [((title, "heading"),), EMPTY, *table(headings, rows, width, captions), EMPTY]
    closing = words.sentences(
        "report.transfers", (("count", count(len(ordered))), ("on", analysis.on.isoformat()))
    )
    return plain_text((*lines, *paragraph(closing, 0)))


def transfers_json(analysis: Analysis, _language: str, names: Names) -> str:
    """The transfers alone, in the shape they have in the JSON report."""
    return json_lines(transfers_document(analysis, names))


def _row(judgement: Judgement, parties: dict[str, str], words: Words) -> tuple[Cell, ...]:
    transfer, verdict = judgement.transfer, judgement.verdict
    word = standing(judgement)
    routes = verdict.possible or (verdict.route,)
    route = words.words("route", routes)
    if verdict.possible:
        route = words.term("report.route.open", (("named", route),))
    stands = [
        words.term(f"report.standing.{word}"),
        *(_approval(one, words) for one in judgement.coverage[:1]),
        *_policies(judgement, words),
    ]
    return (
        (recipient_words(transfer, parties, words), "plain"),
        (purpose_words(transfer, words), "plain"),
        (words.categories((*transfer.categories, *transfer.aggregates)) or "–", "plain"),
        (people_words(transfer, words), "plain"),
        (route, "plain"),
        (words.joined(stands), _STYLES.get(word, "plain")),
    )


def _approval(coverage: Coverage, words: Words) -> str:
    return words.term(f"report.column.covered.{coverage.covered.value}", (("approval", coverage.approval),))


def _policies(judgement: Judgement, words: Words) -> Iterable[str]:
    """How many of the organisation's own demands are not met, or not known to be; the standing is the law's alone."""
    numbers = Counter(demand.met for demand in judgement.demands)
    stands = words.listed(
        f"{count(numbers[met])} {words.term(f'report.policy.{met.value}')}"
        for met in (Truth.NO, Truth.UNKNOWN)
        if numbers[met]
    )
    if stands:
        yield words.term("report.column.policies", (("stands", stands),))


def recipient_words(transfer: Transfer, parties: dict[str, str], words: Words) -> str:
    """The recipient, or the system where nothing tells it, with the jurisdiction it stands in."""
    if transfer.recipient is None and transfer.crossings:
        name = visible(transfer.crossings[0].target_system)
    else:
        name = party_words(transfer.recipient, parties, words)
    return words.placed(name, words.place(transfer.jurisdiction))


def party_words(party: str | None, parties: dict[str, str], words: Words) -> str:
    """The name of a handler or recipient; not known where nothing tells."""
    return words.term("report.unknown_party") if party is None else parties.get(party, visible(party))


def purpose_words(transfer: Transfer, words: Words) -> str:
    """What a transfer is for; not known where nothing tells."""
    return (
        words.term("report.unknown_purpose")
        if transfer.purpose is None
        else words.word("purpose", transfer.purpose)
    )


def people_words(transfer: Transfer, words: Words) -> str:
    """How many people's data a transfer provides this year, sensitive ones apart."""
    if not transfer.counted:
        return words.term("report.people.uncounted")
    ordinary = interval_words(transfer.ordinary, words)
    if transfer.sensitive == Interval.exactly(0):
        return ordinary
    values = (("ordinary", ordinary), ("sensitive", interval_words(transfer.sensitive, words)))
    return words.term("report.people.both", values)


def interval_words(people: Interval, words: Words) -> str:
    """A count between two bounds."""
    if people.is_exact:
        return count(people.low)
    low = ("low", count(people.low))
    if people.high is None:
        return (
            words.term("report.people.at_least", (low,))
            if people.low
            else words.term("report.people.uncounted")
        )
    return words.term("report.people.between", (low, ("high", count(people.high))))
