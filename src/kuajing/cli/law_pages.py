"""`kuajing law`: the articles in force on a day, what changed, and `kuajing law diff`."""

from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from kuajing.cli.options import Day, language_option, on_option, output_option
from kuajing.cli.printing import write, write_lines
from kuajing.cli.saying import Refused, refusal

if TYPE_CHECKING:
    from kuajing.law import LawBook

_ONE_DAY = timedelta(days=1)
_DIFF = "diff"


class LawCommand(click.Command):
    """A command whose first word may be `diff`, which then is a command of its own."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """The context of `diff` where that is asked for, else of the command itself."""
        if args[:1] == [_DIFF]:
            from kuajing.cli.law_days import diff_command  # noqa: PLC0415  only this word needs it

            return diff_command.make_context(f"{info_name} {_DIFF}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("law", cls=LawCommand)
@click.argument("key", required=False)
@click.option(
    "--changed-since", "since", type=Day(), help="Only what changed from this day on 只列出该日以来的变化."
)
@click.option("--stale", is_flag=True, help="Only what is due for review 只列出应复核的条款.")
@on_option
@language_option
@output_option
def law_command(
    key: str | None, since: date | None, on: date, language: str, output: str, *, stale: bool
) -> int:
    """Show the articles in force on a day, one of them, an instrument, or what changed 现行条款.

    KEY is the key of an article or of an instrument. What changed between two days, and which verdicts with it: kuajing law
    diff DATE DATE.
    """
    from kuajing.law import changes_between, load_book  # noqa: PLC0415
    from kuajing.reports import articles_text, law_changes_lines  # noqa: PLC0415

    book = load_book()
    if key is not None:
        write(_page(key, on, language, book), output, language)
    elif since is not None:
        if since > on:
            raise refusal("days_turned", language, first=since.isoformat(), second=on.isoformat())
        changes = changes_between(since - _ONE_DAY, on, book)
        write_lines(law_changes_lines(changes, since, on, language), output, language)
    else:
        articles = book.due_for_review(on) if stale else book.articles_on(on)
        write(articles_text(articles, on, language, due=stale), output, language)
    return 0


def _page(key: str, on: date, language: str, book: "LawBook") -> str:
    """The page of an instrument, an article, or both where a key names both; raises Refused where it names none."""
    from kuajing.law import instrument_page  # noqa: PLC0415
    from kuajing.reports import article_text, instrument_text, whole_text  # noqa: PLC0415

    page = instrument_page(key, on, book)
    article = book.article(key, on) if key in book.provisions else None
    if page is None and article is None:
        raise _unknown(key, on, language, book)
    if page is not None and article is not None and page.articles == (article,):
        return whole_text(page, article, language)
    told = () if page is None else (instrument_text(page, on, language),)
    return "\n".join((*told, *(() if article is None else (article_text(article, language),))))


def _unknown(key: str, on: date, language: str, book: "LawBook") -> Refused:
    from kuajing.law import first_day, instrument_keys  # noqa: PLC0415

    begins = first_day(key, book)
    if begins is not None:
        return refusal("not_yet", language, found=key, day=begins.isoformat())
    known = [*(one.key for one in book.articles_on(on)), *instrument_keys(book)]
    folded = {one.upper(): one for one in known}
    near = [folded[one] for one in get_close_matches(key.upper(), list(folded), n=3)]
    near = near or [one for one in known if one.startswith(key.upper())][:5]
    if near:
        return refusal("no_article", language, found=key, day=on.isoformat(), near=", ".join(near))
    return refusal("no_article_like", language, found=key, day=on.isoformat())
