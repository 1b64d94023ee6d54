"""`kuajing law`: the articles in force on a day."""

from datetime import date
from difflib import get_close_matches

import click

from kuajing.cli.options import language_option, on_option, output_option
from kuajing.cli.printing import write
from kuajing.cli.saying import refusal


@click.command("law")
@click.argument("key", required=False)
@click.option("--stale", is_flag=True, help="Only what is due for review 只列出应复核的条款.")
@on_option
@language_option
@output_option
def law_command(key: str | None, on: date, language: str, output: str, *, stale: bool) -> int:
    """Show the articles in force on a day, one of them, or those due for review 现行条款."""
    from kuajing.law import load_book  # noqa: PLC0415
    from kuajing.reports import article_text, articles_text, instrument_text  # noqa: PLC0415

    book = load_book()
    if key is None:
        articles = book.due_for_review(on) if stale else book.articles_on(on)
        write(articles_text(articles, on, language), output, language)
        return 0
    article = book.article(key, on) if key in book.provisions else None
    whole = book.of_instrument(key, on)
    if len(whole) > 1 or (whole and article is None):
        write(instrument_text(whole, on, language), output, language)
        return 0
    if article is None:
        known = [one.key for one in book.articles_on(on)]
        near = get_close_matches(key, known, n=3) or [one for one in known if one.startswith(key)][:5]
        if near:
            raise refusal("no_article", language, found=key, day=on.isoformat(), near=", ".join(near))
        raise refusal("no_article_like", language, found=key, day=on.isoformat())
    write(article_text(article, language), output, language)
    return 0
