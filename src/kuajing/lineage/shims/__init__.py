"""Recognisers of statements and functions that move data to or from a place outside the database."""
