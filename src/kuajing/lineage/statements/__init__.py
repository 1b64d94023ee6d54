"""Statements that write: what each moves where, by what it is."""
