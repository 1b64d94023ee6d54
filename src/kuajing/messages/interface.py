"""Headings, help and summaries of the command line and reports."""

from kuajing.messages import check_titles, explaining, law_articles, lineage_words, places, reports

MESSAGES: dict[str, tuple[str, str]] = {
    **reports.MESSAGES,
    **law_articles.MESSAGES,
    **lineage_words.MESSAGES,
    **check_titles.MESSAGES,
    **places.MESSAGES,
    **explaining.MESSAGES,
}
