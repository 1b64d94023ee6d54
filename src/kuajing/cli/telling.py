"""`kuajing transfers` and `kuajing explain`: the legal units and the reasoning behind each."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kuajing.cli.journeys import estates_in, journey
from kuajing.cli.options import (
    form_option,
    language_option,
    on_option,
    output_option,
    path_argument,
    path_option,
)
from kuajing.cli.printing import page_width, write, write_lines
from kuajing.cli.saying import refusal

if TYPE_CHECKING:
    from kuajing.model.transfers import Judgement

_MOST_NAMED = 5


@click.command("transfers")
@path_argument
@form_option("Form of the result 输出格式.")
@on_option
@language_option
@output_option
def transfers_command(path: Path, form: str, on: date, language: str, output: str) -> int:
    """List the transfers: who sends what to whom, why, and how it stands 列出出境活动."""
    from kuajing.reports import transfers_json, transfers_text  # noqa: PLC0415

    done, tables = journey(path, on, language)
    if form == "text":
        text = transfers_text(done.analysis, language, tables.names, page_width(output))
    else:
        text = transfers_json(done.analysis, language, tables.names)
    write(text, output, language)
    return 0


@click.command("explain")
@click.argument("what", metavar="ID")
@path_option
@click.option("--full", is_flag=True, help="Open every question, not only what decides 展开全部问题.")
@form_option("Form of a transfer's explanation 输出格式.")
@on_option
@language_option
@output_option
def explain_command(
    what: str, path: Path, form: str, on: date, language: str, output: str, *, full: bool
) -> int:
    """Explain a transfer: the answer, the conditions it turns on and where each was said; or a check, or an article 逐条说明.

    For cases in a file: kuajing assess FILE --explain.
    """
    text = _check(what, language) or _article(what, on, language)
    if text is not None:
        write(text, output, language)
    else:
        _write_transfer(what, path, form, on, language, output, full=full)
    return 0


def _check(what: str, language: str) -> str | None:
    from kuajing.checks import page  # noqa: PLC0415

    return page(what, language)


def _article(what: str, on: date, language: str) -> str | None:
    from kuajing.law import load_book  # noqa: PLC0415
    from kuajing.reports import article_text  # noqa: PLC0415

    if not what.partition("-")[0].isupper():
        return None
    book = load_book()
    article = book.article(what, on) if what in book.provisions else None
    return article_text(article, language) if article else None


def _write_transfer(
    what: str, path: Path, form: str, on: date, language: str, output: str, *, full: bool
) -> None:
    from kuajing.journey.declared_places import declared_places  # noqa: PLC0415
    from kuajing.law import explain  # noqa: PLC0415
    from kuajing.reports import article_text, explanation_json, explanation_lines  # noqa: PLC0415

    done, tables = journey(path, on, language)
    own = {policy.article.key: policy.article for policy in done.analysis.policies}
    if what in own:
        write(article_text(own[what], language), output, language)
        return
    judgement = _meant(what, done.analysis.judgements, language)
    opened = explain(judgement.transfer.case, judgement.verdict, tables.book)
    if form == "json":
        write(explanation_json(done.analysis, judgement, opened, tables.names), output, language)
        return
    places = declared_places(estates_in(path)[0], done.analysis.declaration)
    lines = explanation_lines(done.analysis, judgement, language, tables.names, opened, places, full=full)
    write_lines(lines, output, language)


def _meant(what: str, judged: "tuple[Judgement, ...]", language: str) -> "Judgement":
    """The transfer that an id or a part of one means; raises Refused where it means none or several."""
    from kuajing.checks import NAMES  # noqa: PLC0415

    judgements = {judgement.transfer.id: judgement for judgement in judged}
    meant = [what] if what in judgements else sorted(name for name in judgements if what in name)
    if len(meant) > 1:
        raise refusal("several_explained", language, found=what, near=", ".join(meant))
    if not meant:
        known = (*sorted(judgements), *NAMES)
        near = get_close_matches(what, known, n=3, cutoff=0.4) or known[:_MOST_NAMED]
        raise refusal("nothing_explained", language, found=what, near=", ".join(near))
    return judgements[meant[0]]
