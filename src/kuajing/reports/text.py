"""The text report: findings with their trails and what to do, then a short summary; quiet where nothing is wrong."""

from kuajing.model.analysis import Analysis
from kuajing.reports.spans import EMPTY, Line, paragraph, plain_text
from kuajing.reports.text_findings import accepted_lines, finding_lines
from kuajing.reports.text_summary import summary_lines
from kuajing.reports.trails import atlas
from kuajing.reports.words import Names, Words, count, words_for


def lines(analysis: Analysis, language: str, names: Names) -> tuple[Line, ...]:
    """The report in `en`, `zh` or `both`, as lines of spans."""
    words = words_for(language, names)
    known = atlas(analysis)
    articles = analysis.by_key
    still_open = [finding for finding in analysis.findings if not finding.accepted]
    accepted = [finding for finding in analysis.findings if finding.accepted]
    return (
        *finding_lines(still_open, words, known, articles),
        *accepted_lines(accepted, words),
        *summary_lines(analysis, words),
        EMPTY,
        *_closing(analysis, words, len(still_open)),
    )


def render_text(analysis: Analysis, language: str, names: Names) -> str:
    """The report as plain text."""
    return plain_text(lines(analysis, language, names))


def _closing(analysis: Analysis, words: Words, still_open: int) -> tuple[Line, ...]:
    key = "report.closing.findings" if still_open else "report.closing.quiet"
    values = (("count", count(still_open)), ("on", analysis.on.isoformat()))
    return paragraph(words.sentences(key, values), 0, "heading" if still_open else "met")
