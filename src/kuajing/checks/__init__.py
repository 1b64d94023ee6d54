"""Verdicts and gaps in, findings out; one check, one file."""
