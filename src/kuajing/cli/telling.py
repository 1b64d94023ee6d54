"""`kuajing transfers` and `kuajing explain`: the legal units and the reasoning behind each."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from kuajing.cli.journeys import journey
from kuajing.cli.options import language_option, on_option, output_option, path_argument, path_option
from kuajing.cli.printing import page_width, write
from kuajing.cli.saying import refusal

_MOST_NAMED = 5


@click.command("transfers")
@path_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Form of the result 输出格式.",
)
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
@on_option
@language_option
@output_option
def explain_command(what: str, path: Path, on: date, language: str, output: str) -> int:
    """Explain a transfer article by article, or a check, or an article 逐条说明."""
    text = _check(what, language) or _article(what, on, language) or _transfer(what, path, on, language)
    write(text, output, language)
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


def _transfer(what: str, path: Path, on: date, language: str) -> str:
    from kuajing.checks import NAMES  # noqa: PLC0415
    from kuajing.reports import article_text, explain_transfer  # noqa: PLC0415

    done, tables = journey(path, on, language)
    own = {policy.article.key: policy.article for policy in done.analysis.policies}
    if what in own:
        return article_text(own[what], language)
    judgements = {judgement.transfer.id: judgement for judgement in done.analysis.judgements}
    meant = [what] if what in judgements else sorted(name for name in judgements if what in name)
    if len(meant) > 1:
        raise refusal("several_explained", language, found=what, near=", ".join(meant))
    if not meant:
        known = (*sorted(judgements), *NAMES)
        near = get_close_matches(what, known, n=3, cutoff=0.4) or known[:_MOST_NAMED]
        raise refusal("nothing_explained", language, found=what, near=", ".join(near))
    return explain_transfer(done.analysis, judgements[meant[0]], language, tables.names)
