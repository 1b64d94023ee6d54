"""Titles, sentences and mends of the checks."""

MESSAGES: dict[str, tuple[str, str]] = {}
