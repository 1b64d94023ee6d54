"""Headings, help and summaries of the command line and reports."""

MESSAGES: dict[str, tuple[str, str]] = {}
