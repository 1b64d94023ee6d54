"""`kuajing assess`: what the law requires of cases written in files, for people, and line by line for programmes."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from kuajing.cli.engines import answer_all
from kuajing.cli.options import Folder, form_option, language_option, output_option
from kuajing.cli.printing import write, write_lines
from kuajing.cli.saying import refusal

if TYPE_CHECKING:
    from kuajing.law import LawBook
    from kuajing.law.case_files import WrittenCase
    from kuajing.law.policies import Policies
    from kuajing.model.articles import Article
    from kuajing.model.assessed import AssessedCase
    from kuajing.source.errors import InputError
    from kuajing.source.location import Location

UNMET, UNREAD, OPEN = 1, 2, 3
_FREE_OF_DOUBT = 0


@click.command("assess")
@click.argument("files", nargs=-1, metavar="[FILES or -]")
@click.option("--jsonl", is_flag=True, help="Read and write JSON lines 逐行读写 JSON.")
@form_option("Form of the result 输出格式.")
@click.option(
    "--id", "ids", multiple=True, metavar="ID", help="Only the case of this id; may repeat 只评估该案例."
)
@click.option(
    "--explain", "explained", is_flag=True, help="With the reasoning behind each answer 附判断过程."
)
@click.option("--full", is_flag=True, help="With every question opened, not only what decides 展开全部问题.")
@click.option(
    "--rules",
    type=Folder(),
    help="With --jsonl: a folder of an organisation's own rules to answer beside the law 内部规则文件夹.",
)
@language_option
@output_option
def assess_command(
    files: tuple[str, ...],
    form: str,
    ids: tuple[str, ...],
    rules: Path | None,
    language: str,
    output: str,
    *,
    jsonl: bool,
    explained: bool,
    full: bool,
) -> int:
    """Say what the law requires of cases written down 法律评估.

    A file holds cases in YAML, each with id, as_of and facts, or one JSON object on each line.

    Exit codes: 0 every answer is settled; 1 something is not shown to be met, or is prohibited; 2 a case could not be read
    (the others are answered); 3 an answer is undetermined, hangs on what is not said, or
    its facts contradict each other. With --jsonl an answer of any kind
    leaves with 0.
    """
    if jsonl:
        return _answer_lines(files, rules, language)
    if rules is not None:
        raise refusal("rules_of_lines", language)
    if not files:
        raise refusal("no_cases", language)
    assessed, faults = _assessed(files, ids, language, explained=explained or full)
    errors = [error for fault in faults for error in fault]
    _tell(errors, language)
    if form == "json":
        from kuajing.reports import cases_json  # noqa: PLC0415  only this command renders

        write(cases_json(assessed, errors), output, language)
    else:
        from kuajing.reports import cases_lines  # noqa: PLC0415

        write_lines(cases_lines(assessed, len(faults), language, full=full), output, language)
    return _code(assessed, errors)


def _answer_lines(files: tuple[str, ...], rules: Path | None, language: str) -> int:
    from kuajing.law.answers import answer  # noqa: PLC0415  loads the law

    if len(files) > 1:
        raise refusal("one_file_of_lines", language)
    policies = None if rules is None else _policies(rules, language)
    with click.open_file(files[0] if files else "-", "rb") as file:
        return answer_all(cast("BinaryIO", file), lambda line: answer(line, policies))


def _policies(folder: Path, language: str) -> "Policies":
    """The rules of a folder; raises Refused with every fault."""
    from kuajing.cli.journeys import refused  # noqa: PLC0415
    from kuajing.journey.policies import policies_in  # noqa: PLC0415  only where rules are asked for
    from kuajing.law import load_book  # noqa: PLC0415
    from kuajing.source.errors import InputErrors  # noqa: PLC0415

    try:
        return policies_in(folder, load_book())
    except InputErrors as errors:
        raise refused(errors, language) from errors


def _assessed(
    files: tuple[str, ...], ids: tuple[str, ...], language: str, *, explained: bool
) -> "tuple[list[AssessedCase], list[tuple[InputError, ...]]]":
    """The cases that could be read, and of each that could not all its faults."""
    from kuajing.cli.case_texts import documents  # noqa: PLC0415  loads yaml
    from kuajing.law import load_book  # noqa: PLC0415  loads the law
    from kuajing.law.case_files import cases_in, id_place, twice, written_case  # noqa: PLC0415
    from kuajing.source.errors import InputErrors  # noqa: PLC0415

    book = load_book()
    written: list[WrittenCase] = []
    named: dict[str, Location] = {}
    faults: list[tuple[InputError, ...]] = []
    for document in documents(files, language):
        if isinstance(document.found, tuple):
            faults.append(document.found)
            continue
        for node in cases_in(document.found):
            try:
                found = written_case(node, document.text, book)
            except InputErrors as problem:
                faults.append(problem.errors)
                continue
            place = id_place(node)
            first = named.setdefault(found.case.id, place) if found.case.id else place
            if first is place:
                written.append(found)
            else:
                faults.append((twice(found, place, first, document.text),))
    chosen = [one for one in written if not ids or one.case.id in ids]
    if ids and not chosen and not faults:
        known = ", ".join(one.case.id for one in written[:10])
        raise refusal("no_case", language, found=", ".join(ids), near=known)
    days = {one.case.on for one in chosen}
    articles = {day: {article.key: article for article in book.articles_on(day)} for day in days}
    return [_judged(one, book, articles[one.case.on], explained=explained) for one in chosen], faults


def _judged(
    one: "WrittenCase", book: "LawBook", articles: "dict[str, Article]", *, explained: bool
) -> "AssessedCase":
    from kuajing.law import assess, explain  # noqa: PLC0415
    from kuajing.model.assessed import AssessedCase  # noqa: PLC0415

    verdict = assess(one.case, book)
    opened = explain(one.case, verdict, book) if explained else None
    clashes = () if verdict.route == "not_an_export" else one.clashes
    return AssessedCase(
        one.title,
        one.location,
        one.case,
        verdict,
        one.places,
        one.strange,
        articles,
        opened,
        clashes,
        one.odd_words,
    )


def _tell(errors: "list[InputError]", language: str) -> None:
    """Every fault of a case, to the error stream."""
    if errors:
        from kuajing.cli.journeys import refused  # noqa: PLC0415
        from kuajing.source.errors import InputErrors  # noqa: PLC0415

        click.echo(refused(InputErrors(errors), language).message, err=True)


def _code(assessed: "list[AssessedCase]", errors: "list[InputError]") -> int:
    if errors:
        return UNREAD
    if any(one.verdict.violations or one.verdict.route == "prohibited" for one in assessed):
        return UNMET
    doubtful = (one.clashes or one.verdict.possible or one.verdict.unsettled for one in assessed)
    return OPEN if any(doubtful) else _FREE_OF_DOUBT
