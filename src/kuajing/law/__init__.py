"""The law in force on a day, as data, and the verdict it gives on one transfer."""

from kuajing.law.assess import assess
from kuajing.law.book import LawBook
from kuajing.law.book_reading import read_book
from kuajing.law.deadlines import deadlines
from kuajing.law.explained import explain
from kuajing.law.looking_up import changes_between, first_day, instrument_keys, instrument_page
from kuajing.law.route_lines import Line, lines
from kuajing.law.shipped import load_book
from kuajing.law.tally import TallyRule, load_tally_rule

__all__ = [
    "LawBook",
    "Line",
    "TallyRule",
    "assess",
    "changes_between",
    "deadlines",
    "explain",
    "first_day",
    "instrument_keys",
    "instrument_page",
    "lines",
    "load_book",
    "load_tally_rule",
    "read_book",
]
