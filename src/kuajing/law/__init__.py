"""The law in force on a day, as data, and the verdict it gives on one transfer."""

from kuajing.law.assess import assess
from kuajing.law.book import LawBook
from kuajing.law.book_reading import load_book, read_book

__all__ = ["LawBook", "assess", "load_book", "read_book"]
