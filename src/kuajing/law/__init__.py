"""The law in force on a day, as data, and the verdict it gives on one transfer."""

from kuajing.law.assess import assess
from kuajing.law.book import LawBook
from kuajing.law.book_reading import load_book, read_book
from kuajing.law.deadlines import deadlines
from kuajing.law.route_lines import Line, lines
from kuajing.law.tally import TallyRule, load_tally_rule

__all__ = [
    "LawBook",
    "Line",
    "TallyRule",
    "assess",
    "deadlines",
    "lines",
    "load_book",
    "load_tally_rule",
    "read_book",
]
