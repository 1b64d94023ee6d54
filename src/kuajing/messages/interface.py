"""Headings, help and summaries of the command line and reports."""

from kuajing.messages import check_titles, places, reports

MESSAGES: dict[str, tuple[str, str]] = {**reports.MESSAGES, **check_titles.MESSAGES, **places.MESSAGES}
