"""Engines alone, over JSON lines: one line in, one line out, in the same order."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import click

from kuajing.cli.printing import print_line
from kuajing.cli.saying import said

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

FAILED = 4
LANGUAGE = "en"
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


def answer_all(lines: Iterable[bytes], answer: Answer) -> int:
    """Answer every line, also an empty or a bad one, so that answers can be told by their place alone."""
    told = Told()
    for number, line in enumerate(lines):
        said_back = told.answer(request_on(line, is_first=number == 0), answer)
        try:
            print_line(line_of(said_back), LANGUAGE)
        except BrokenPipeError:
            break
    return told.code


@dataclass(slots=True)
class Told:
    """Makes answers, and tells a fault of ours once, however many lines it costs."""

    code: int = 0

    def answer(self, request: dict[str, Any] | str, answer: Answer) -> Mapping[str, Any]:
        """What is said back to a request, or to a line that holds none."""
        if isinstance(request, str):
            return _error(request)
        try:
            return answer(request)
        except Exception as error:  # noqa: BLE001  a fault of ours in one line must not cost the other answers
            if self.code != FAILED:
                from kuajing.cli.faults import tell  # noqa: PLC0415  only a fault needs it

                tell(error)
            self.code = FAILED
            return {**_error(type(error).__name__), "id": _id(request)}


def request_on(line: bytes, *, is_first: bool) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with the line."""
    return _request(line.removeprefix(b"\xef\xbb\xbf") if is_first else line)


def line_of(answer: Mapping[str, Any]) -> str:
    """An answer as it is printed."""
    return json.dumps(answer, ensure_ascii=False)


def _request(line: bytes) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with the line."""
    try:
        found = json.loads(line.decode(), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        return said("json_not_utf8", LANGUAGE, place=str(error.start + 1))
    except (ValueError, RecursionError) as error:
        problem = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return said("json_not_read", LANGUAGE, problem=problem)
    return found if isinstance(found, dict) else said("json_not_object", LANGUAGE)


def _no_constant(name: str) -> None:
    msg = f"{name} is no JSON value"
    raise ValueError(msg)


def _error(problem: str) -> dict[str, Any]:
    return {"id": None, "error": problem}


def _id(request: object) -> object:
    return request.get("id") if isinstance(request, dict) else None
