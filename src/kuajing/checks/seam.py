"""What a check is: a name, the level of what it finds, and a function from an analysis to findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kuajing.model.analysis import Analysis
from kuajing.model.findings import Finding, Level


@dataclass(frozen=True, slots=True)
class Check:
    """One check; `page` is the docstring of the module that holds it, in English and then in Chinese."""

    name: str
    level: Level
    run: Callable[[Analysis], Iterator[Finding]]
    page: str
