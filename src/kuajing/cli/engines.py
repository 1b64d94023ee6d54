"""Engines alone, over JSON lines: one line in, one line out, in the same order."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

import click

from kuajing.cli.printing import print_line
from kuajing.cli.saying import said

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

FAILED = 4
_LANGUAGE = "en"
"""Answers are for programmes, so they do not hang on the language of the machine."""

_JSONL = click.option("--jsonl", is_flag=True, required=True, help="Read and write JSON lines 逐行读写 JSON.")
_INPUT = click.argument("file", type=click.File("rb"), default="-")


@click.command("classify")
@_JSONL
@_INPUT
def classify_command(file: BinaryIO, *, jsonl: bool) -> int:
    """Say what a column holds 字段分类.

    One line in: {id, table, column} and, where known, {table_comment, type, comment, columns: [names beside it]}.
    """
    del jsonl
    from kuajing.classifiers.answers import answer  # noqa: PLC0415  loads the vocabulary

    return answer_all(file, answer)


@click.command("locate")
@_JSONL
@_INPUT
def locate_command(file: BinaryIO, *, jsonl: bool) -> int:
    """Say where an endpoint stands 法域定位.

    One line in: {id, endpoint} or {id, provider, region}.
    """
    del jsonl
    from kuajing.locators.answers import answer  # noqa: PLC0415  loads the regions

    return answer_all(file, answer)


@click.command("assess")
@_JSONL
@_INPUT
def assess_command(file: BinaryIO, *, jsonl: bool) -> int:
    """Say what the law requires of a transfer's facts 法律评估.

    One line in: {id, as_of, facts}.
    """
    del jsonl
    from kuajing.law.answers import answer  # noqa: PLC0415  loads the law

    return answer_all(file, answer)


def answer_all(lines: Iterable[bytes], answer: Answer) -> int:
    """Answer every line, also an empty or a bad one, so that answers can be told by their place alone."""
    code = 0
    for number, line in enumerate(lines):
        request = _request(line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line)
        try:
            said_back = answer(request) if isinstance(request, dict) else _error(request)
        except Exception as error:  # noqa: BLE001  a fault of ours in one line must not cost the other answers
            if code != FAILED:
                from kuajing.cli.faults import tell  # noqa: PLC0415  only a fault needs it

                tell(error)
            code = FAILED
            said_back = {**_error(type(error).__name__), "id": _id(request)}
        try:
            print_line(json.dumps(said_back, ensure_ascii=False), _LANGUAGE)
        except BrokenPipeError:
            return code
    return code


def _request(line: bytes) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with the line."""
    try:
        found = json.loads(line.decode(), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        return said("json_not_utf8", _LANGUAGE, place=str(error.start + 1))
    except (ValueError, RecursionError) as error:
        problem = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return said("json_not_read", _LANGUAGE, problem=problem)
    return found if isinstance(found, dict) else said("json_not_object", _LANGUAGE)


def _no_constant(name: str) -> None:
    msg = f"{name} is no JSON value"
    raise ValueError(msg)


def _error(problem: str) -> dict[str, Any]:
    return {"id": None, "error": problem}


def _id(request: object) -> object:
    return request.get("id") if isinstance(request, dict) else None
