"""`kuajing lineage`: what SQL moves where, for people and for programmes."""

import sys
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from kuajing.cli.formats import format_options, pairs
from kuajing.cli.options import Day, language_option
from kuajing.cli.printing import STANDARD_OUTPUT, is_coloured, write, write_coloured
from kuajing.cli.remembering import cache_options, remembering
from kuajing.cli.saying import language_of, refusal
from kuajing.cli.sql_files import STANDARD_INPUT
from kuajing.cli.sql_reading import SECONDS, statements_of, workers_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kuajing.lineage.remembering import Remembered
    from kuajing.lineage.request import Request
    from kuajing.model.lineage import LineageReport, Statement

FORMATS = ("tree", "table", "json", "dot", "openlineage")
OPEN = 3


class DialectName(click.ParamType[str]):
    """The name of a dialect that the engine knows."""

    name = "DIALECT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name in lower case, or which names are near to it."""
        from kuajing.lineage.text.dialects import dialect_names, is_known  # noqa: PLC0415

        del param
        found = str(value).lower()
        if is_known(found):
            return found
        near = get_close_matches(found, dialect_names(), n=3) or dialect_names()
        raise refusal("no_dialect", language_of(ctx), found=str(value), near=", ".join(near))


@click.command("lineage")
@click.argument("paths", nargs=-1, metavar="[PATHS or -]")
@click.option(
    "--dialect", type=DialectName(), help="Dialect of the SQL (default: as the text shows) SQL 方言."
)
@click.option(
    "--schema",
    metavar="FILE",
    help="Columns of known tables: YAML or JSON {table: [column]}, or SQL that defines them 已知的表.",
)
@click.option("--default-db", metavar="NAME", help="Database that completes a short name 默认库.")
@click.option("--default-schema", metavar="NAME", help="Schema that completes a short name 默认模式.")
@format_options(FORMATS, "tree (default), table, json, dot or openlineage", "FORM")
@click.option(
    "--namespace", metavar="NAME", help="OpenLineage namespace of tables without an address 命名空间."
)
@click.option("--on", type=Day(), help="Day of OpenLineage events (default: 1970-01-01) 事件日期.")
@click.option(
    "--jobs", type=click.IntRange(1), help="Most workers (default: one a processor, where many) 并行数."
)
@click.option(
    "--limit",
    type=click.FloatRange(0.1),
    default=SECONDS,
    show_default=True,
    help="Seconds that a worker may take for a statement 单条语句时限（秒）.",
)
@cache_options
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="Show statements that move nothing too (tree) 显示无流转的语句.",
)
@click.option("--jsonl", is_flag=True, help="Answer each line of JSON by one line of JSON 逐行读写 JSON.")
@language_option
def lineage_command(
    paths: tuple[str, ...],
    dialect: str | None,
    schema: str | None,
    default_db: str | None,
    default_schema: str | None,
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    namespace: str | None,
    on: date | None,
    jobs: int | None,
    limit: float,
    cache: str | None,
    language: str,
    *,
    no_cache: bool,
    whole: bool,
    jsonl: bool,
) -> int:
    """Say which columns SQL moves where 字段血缘.

    Exit codes: 0 read; 2 bad command line; 3 a file or statement stayed unread; 4 internal error.

    Many statements are read by workers, and all where --jobs above 1 is given; one that takes longer than --limit, or
    kills its worker twice, is answered as unread. A single process has no such limit but counts its steps.

    With --jsonl one line in: {id, dialect, default_db, default_schema, schema: {table: [column]}, sql}.
    """
    if jsonl:
        _refuse_beside_lines(
            language,
            {
                "--dialect": dialect,
                "--schema": schema,
                "--default-db": default_db,
                "--default-schema": default_schema,
                "--format": formats,
                "--output": outputs,
                "--namespace": namespace,
                "--on": on,
            },
        )
        with remembering(cache, no_cache=no_cache) as remembered:
            return _answer_lines(paths, jobs, limit, remembered, language)
    wanted = pairs(formats or ("tree",), outputs, language)
    if not paths and sys.stdin.isatty():
        raise refusal("nothing_to_read", language)
    with remembering(cache, no_cache=no_cache) as remembered:

        def read(requests: "Sequence[Request]") -> "Iterator[tuple[Statement, ...]]":
            return statements_of(requests, jobs, limit, remembered)

        said = (dialect, default_db, default_schema)
        report = _report(paths or (STANDARD_INPUT,), said, schema, read, language)
    for form, output in wanted:
        _write(report, form, output, language, namespace=namespace, on=on, whole=whole)
    return OPEN if report.unread or any(one.fate == "unread" for one in report.statements) else 0


def _refuse_beside_lines(language: str, options: "Mapping[str, object]") -> None:
    """Refuse options that lines of JSON say for themselves."""
    given = [name for name, value in options.items() if value]
    if given:
        raise refusal("jsonl_alone", language, options=", ".join(given))


def _answer_lines(
    paths: tuple[str, ...], jobs: int | None, limit: float, remembered: "Remembered | None", language: str
) -> int:
    from kuajing.cli.lineage_lines import answer_lines  # noqa: PLC0415  loads sqlglot
    from kuajing.cli.pool import Limits  # noqa: PLC0415

    if len(paths) > 1:
        raise refusal("one_file_of_lines", language)
    count = jobs or workers_here()
    limits = Limits(count, limit) if count > 1 else None
    with click.open_file(paths[0] if paths else STANDARD_INPUT, "rb") as file:
        return answer_lines(cast("BinaryIO", file), limits, remembered, at_once=jobs is not None)


def _report(
    paths: tuple[str, ...],
    said: tuple[str | None, str | None, str | None],
    schema: str | None,
    read: "Callable[[Sequence[Request]], Iterator[tuple[Statement, ...]]]",
    language: str,
) -> "LineageReport":
    from kuajing.cli.known_tables import known_tables  # noqa: PLC0415
    from kuajing.cli.sql_files import texts_in  # noqa: PLC0415
    from kuajing.cli.sql_reports import Wanted, report_of  # noqa: PLC0415  loads sqlglot

    wanted = Wanted(*said, known_tables(schema, said[0], language))
    return report_of(texts_in(paths, language), wanted, read)


def _write(
    report: "LineageReport",
    form: str,
    output: str,
    language: str,
    *,
    namespace: str | None,
    on: date | None,
    whole: bool,
) -> None:
    from kuajing import reports  # noqa: PLC0415  only this command renders

    lines = {
        "tree": lambda: reports.tree_lines(report, language, whole=whole),
        "table": lambda: reports.table_lines(report, language),
    }
    if form in lines and output == STANDARD_OUTPUT and is_coloured():
        write_coloured(lines[form](), language)
        return
    day = on.isoformat() if on is not None else reports.NO_DAY
    text = {
        "tree": lambda: reports.tree_text(report, language, whole=whole),
        "table": lambda: reports.table_text(report, language),
        "json": lambda: reports.lineage_json(report),
        "dot": lambda: reports.lineage_dot(report, language),
        "openlineage": lambda: reports.openlineage(report, namespace, day),
    }[form]()
    write(text, output, language)
