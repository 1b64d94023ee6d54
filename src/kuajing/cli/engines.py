"""The four engines alone, over JSON lines: one line in, one line out, in the same order."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

_JSONL = click.option("--jsonl", is_flag=True, required=True, help="Read and write JSON lines 逐行读写 JSON.")
_INPUT = click.argument("file", type=click.File("r", encoding="utf-8-sig"), default="-")


@click.command("lineage")
@_JSONL
@_INPUT
def lineage_command(file: Iterable[str], *, jsonl: bool) -> None:
    """Say which columns a SQL statement moves where 字段血缘."""
    del jsonl
    from kuajing.lineage.answers import answer  # noqa: PLC0415  loads sqlglot

    _answer_all(file, lambda request: answer(request, clock=time.perf_counter))


@click.command("classify")
@_JSONL
@_INPUT
def classify_command(file: Iterable[str], *, jsonl: bool) -> None:
    """Say what a column holds 字段分类."""
    del jsonl
    from kuajing.classifiers.answers import answer  # noqa: PLC0415  loads the vocabulary

    _answer_all(file, answer)


@click.command("locate")
@_JSONL
@_INPUT
def locate_command(file: Iterable[str], *, jsonl: bool) -> None:
    """Say where an endpoint stands 法域定位."""
    del jsonl
    from kuajing.locators.answers import answer  # noqa: PLC0415  loads the regions

    _answer_all(file, answer)


@click.command("assess")
@_JSONL
@_INPUT
def assess_command(file: Iterable[str], *, jsonl: bool) -> None:
    """Say what the law requires of a transfer's facts 法律评估."""
    del jsonl
    from kuajing.law.answers import answer  # noqa: PLC0415  loads the law

    _answer_all(file, answer)


def _answer_all(lines: Iterable[str], answer: Answer) -> None:
    for line in lines:
        if line.strip():
            sys.stdout.write(json.dumps(_answer_one(line, answer), ensure_ascii=False) + "\n")
            sys.stdout.flush()


def _answer_one(line: str, answer: Answer) -> Mapping[str, Any]:
    """The answer to one line; a line that is no object is answered by an error, so that none is lost."""
    try:
        request = json.loads(line)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        return {"id": None, "error": f"no JSON: {error}"}
    if not isinstance(request, dict):
        return {"id": None, "error": "a line must hold one JSON object"}
    return answer(request)
