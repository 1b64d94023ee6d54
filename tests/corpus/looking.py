"""What an analysis of a folder says, in the few words that the tests here compare."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import Gathered, gather
from kuajing.model.analysis import Analysis

DAY = date(2026, 11, 30)


@cache
def analysed(folder: Path) -> tuple[Gathered, Analysis]:
    """What was gathered under a folder, and its analysis."""
    gathered = gather(folder)
    return gathered, analyse(gathered, load_tables(), DAY).analysis


def personal(analysis: Analysis) -> dict[str, str]:
    """Each personal column by table and name, with its category."""
    return {
        f"{name.dataset.path[-1]}.{name.column}": one.category
        for name, one in analysis.labelling.classifications
        if one.category.startswith("pi.")
    }


def columns(analysis: Analysis) -> set[str]:
    """Every column by table and name."""
    return {
        f"{dataset.name.path[-1]}.{column.name.column}"
        for dataset in analysis.estate.datasets
        for column in dataset.columns
    }


def unaccounted(gathered: Gathered, analysis: Analysis) -> set[str]:
    """The recognised files that were neither read nor named as unread."""
    told = {fact.path for fact in analysis.read} | {fact.location.path for fact in analysis.estate.unread}
    return {text.path for text in gathered.texts} - told


def wholly_read(analysis: Analysis) -> set[str]:
    """The files of which every statement was read."""
    return {fact.path for fact in analysis.read if not fact.partial + fact.unread}


def listed(text: str) -> Iterable[str]:
    """`table: column column` lines as `table.column`."""
    for line in text.strip().splitlines():
        table, _, names = line.partition(":")
        yield from (f"{table.strip()}.{name}" for name in names.split())
