"""Who is counted this year beside a transfer, and the days that come for it, as text."""

from collections.abc import Iterable

from kuajing.model.analysis import Analysis
from kuajing.model.tally import TallyRow
from kuajing.model.transfers import Judgement
from kuajing.reports.characters import cells, visible
from kuajing.reports.spans import WIDTH, Line, entry, styled
from kuajing.reports.speaking import Speaking
from kuajing.reports.transfers_table import interval_words
from kuajing.reports.words import Words

_STYLES = {"inside": "plain", "perhaps": "unknown"}


def tally_lines(analysis: Analysis, judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """Every transfer of the handler: in its count, beside it and by which article, or in doubt.

    Nothing where the transfer is the handler's only one and counts.
    """
    rows = next((one.rows for one in analysis.tallies if one.handler == judgement.transfer.handler), ())
    if len(rows) < 2 and all(row.standing == "inside" for row in rows):  # noqa: PLR2004  one alone says nothing new
        return
    words = speaking.words
    labels = {row.standing: words.term(f"report.tally.{row.standing}") for row in rows}
    width = max(map(cells, labels.values()))
    for row in rows:
        room = WIDTH - width - 4
        body = [*styled((visible(row.transfer),), room)]
        body += styled(dict.fromkeys(_people(row, one) for one in words.apart()), room, "place")
        if row.article:
            body += styled(speaking.where(row.article), room, "quiet")
        yield from entry(labels[row.standing], width, 2, body, _STYLES.get(row.standing, "quiet"))


def ahead_lines(judgement: Judgement, speaking: Speaking) -> Iterable[Line]:
    """The days that the law counts ahead, the next one first, each with its articles."""
    words = speaking.words
    for deadline in judgement.deadlines:
        day = deadline.day.isoformat()
        room = WIDTH - len(day) - 4
        body = [*styled(words.sentences(f"deadline.{deadline.id}"), room)]
        if deadline.weekends_only:
            years = (("years", ", ".join(map(str, deadline.weekends_only))),)
            body += styled(words.sentences("report.ahead.weekends_only", years), room, "unknown")
        for key in deadline.citations:
            body += styled(speaking.where(key), room, "quiet")
        yield from entry(day, len(day), 2, body, "notice")


def _people(row: TallyRow, words: Words) -> str:
    said = (
        ("ordinary", interval_words(row.ordinary, words)),
        ("sensitive", interval_words(row.sensitive, words)),
    )
    return words.term("report.tally.people", said)
