"""`kuajing law diff`: what changed in the law between two days, and which verdicts of an estate flip with it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.journeys import estates_in, journey
from kuajing.cli.options import Day, language_option, output_option, path_option
from kuajing.cli.printing import Spans, write_lines
from kuajing.cli.saying import refusal

if TYPE_CHECKING:
    from kuajing.law import LawBook


@click.command("diff")
@click.argument("first", type=Day())
@click.argument("second", type=Day())
@path_option
@language_option
@output_option
def diff_command(first: date, second: date, path: Path, language: str, output: str) -> int:
    """Show what changed between two days, and which transfers are judged otherwise 比较两日的法律.

    The same facts, those of the second day, are judged by the law of both.
    """
    from kuajing.law import load_book  # noqa: PLC0415

    if second <= first:
        raise refusal("days_turned", language, first=first.isoformat(), second=second.isoformat())
    write_lines(_lines(first, second, path, language, load_book()), output, language)
    return 0


def _lines(first: date, second: date, path: Path, language: str, book: "LawBook") -> Iterator[Spans]:
    from kuajing.law import changes_between  # noqa: PLC0415
    from kuajing.reports import law_changes_lines  # noqa: PLC0415
    from kuajing.reports.words import words_for  # noqa: PLC0415

    provisions = law_changes_lines(changes_between(first, second, book), first, second, language)
    if first < book.covered_from:
        days = (("day", first.isoformat()), ("covered", book.covered_from.isoformat()))
        yield from provisions
        yield ()
        yield from (
            ((text, "plain"),) for text in words_for(language, {}).sentences("law_diff.too_early", days)
        )
        return
    estates = estates_in(path)
    for root in estates:
        lines = tuple(_verdicts(first, second, root, language))
        if len(estates) > 1 and lines:
            yield ((f"== {root.as_posix()}", "heading"),)
            yield ()
        yield from lines
        if lines:
            yield ()
    yield from provisions


def _verdicts(first: date, second: date, root: Path, language: str) -> Iterator[Spans]:
    from kuajing.journey.other_day import by_law_of, law_alone  # noqa: PLC0415
    from kuajing.reports import verdict_changes_lines  # noqa: PLC0415

    done, tables = journey(root, second, language)
    if done.analysis.judgements or done.analysis.read:
        after = law_alone(done.analysis, first)
        before = law_alone(by_law_of(done.analysis, first, tables.book), first)
        yield from verdict_changes_lines(before, after, language, tables.names)
