"""Headings, help and summaries of the command line and reports."""

from kuajing.messages import places, reports

MESSAGES: dict[str, tuple[str, str]] = {**reports.MESSAGES, **places.MESSAGES}
