"""The tables that no condition reads: checked whenever the law is read, though what they say is read where it is told."""

from collections.abc import Iterator, Mapping

from kuajing.law.book import LawBook
from kuajing.law.readings import readings
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Node

_CHECKS = {"contested_readings.yaml": readings}


def faults_beside(tables: Mapping[str, Node], book: LawBook) -> Iterator[InputError]:
    """The faults of these tables beside the book that they speak of."""
    for name, check in _CHECKS.items():
        try:
            check(tables[name], book)
        except InputErrors as problem:
            yield from problem.errors
