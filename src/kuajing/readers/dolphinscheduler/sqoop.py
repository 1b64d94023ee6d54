"""A task of Sqoop: what it imports and exports, by the parameters of its two sides."""

import re
from collections import Counter
from dataclasses import dataclass

from kuajing.addresses import read_address
from kuajing.model.facts import DatasetMention, MoveFact, Transform
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.dolphinscheduler.exports import Task
from kuajing.readers.dolphinscheduler.reading import MECHANISM, Reading, Told, connection
from kuajing.readers.held import Held, member, words
from kuajing.readers.placeholders import fill_address, fill_name
from kuajing.readers.places import dataset_at
from kuajing.source.errors import InputErrors
from kuajing.source.nodes import Mapping, Node

_CONDITIONS = re.compile(r"\\?\$CONDITIONS\b")
"""Where Sqoop puts the bounds of each of its workers: no column."""


@dataclass(frozen=True, slots=True)
class _End:
    """One side: its dataset, its columns where they are named, and the query that stands for both."""

    dataset: DatasetMention
    columns: tuple[str, ...] = ()
    query: Held | None = None


def sqoop(reading: Reading, task: Task) -> Told | None:
    """The moves of an import or export; None where the task is a script of its own, or an end is not named."""
    source = _end(reading, task, "source", "src")
    target = _end(reading, task, "target", "target")
    if source is None or target is None or task.said("jobType").upper() == "CUSTOM":
        return None
    if source.query is not None and source.dataset.endpoint is not None:
        dialect = "mysql" if task.said("sourceType").upper() == "MYSQL" else None
        query = source.query.of(source.query.placed.replaced(_CONDITIONS, lambda _: "1 = 1"))
        return reading.query(query, source.dataset.endpoint, dialect, target.dataset)
    columns = source.columns or target.columns
    names = target.columns if len(target.columns) == len(columns) else columns
    pairs = tuple(zip(columns, names, strict=True)) or ((ALL_COLUMNS, ALL_COLUMNS),)
    moves = tuple(
        MoveFact(source.dataset, column, target.dataset, name, Transform.IDENTITY, task.location, MECHANISM)
        for column, name in pairs
    )
    return moves, Counter(resolved=1)


def _end(reading: Reading, task: Task, side: str, prefix: str) -> _End | None:
    held = task.text(f"{side}Params")
    node = member(task.params, f"{side}Params") if held is None else _parsed(held)
    if not isinstance(node, Mapping):
        return None
    values, inside = reading.context.values, held or task.held

    def said(key: str) -> str:
        return fill_name(words(member(node, key)), values)

    system = reading.context.rule.system if reading.context.rule is not None else None
    place = connection(said(f"{prefix}Datasource"))
    if place is not None:
        columns = (
            ()
            if said("srcColumnType") == "0"
            else tuple(filter(None, said(f"{prefix}Columns").replace(" ", "").split(",")))
        )
        if said("srcQueryType") == "1" and side == "source":
            query = inside.inside(member(node, "srcQuerySql"))
            return _End(DatasetMention((), endpoint=place), query=query) if query is not None else None
        table = tuple(part for part in said(f"{prefix}Table").replace("`", "").split(".") if part)
        return _End(DatasetMention(table, endpoint=place), columns) if table else None
    if said("hiveTable"):
        path = tuple(part for part in (said("hiveDatabase"), said("hiveTable")) if part)
        return _End(DatasetMention(path, system))
    folder = fill_address(words(member(node, "exportDir")) or words(member(node, "targetPath")), values)
    if not folder:
        return None
    return _End(dataset_at(read_address(folder if "://" in folder else f"hdfs://{folder}"), ()))


def _parsed(held: Held) -> Node | None:
    try:
        return held.parsed()
    except InputErrors:
        return None
