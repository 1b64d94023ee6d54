"""The engines behind one protocol: a statement a line in, an answer a line out, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.lineage.environments import python_of

_ASKED = ("id", "dialect", "default_db", "default_schema", "schema", "sql")
_PEERS = Path(__file__).parent / "peers"
_SCRIPTS = {
    "datahub": ("datahub", "ask_datahub.py"),
    "sqllineage-sqlfluff": ("sqllineage", "ask_sqllineage.py", "sqlfluff"),
    "sqllineage-non-validating": ("sqllineage", "ask_sqllineage.py", "non-validating"),
    "openlineage": ("openlineage", "ask_openlineage.py"),
    "sqllineage-rs": ("sqllineage-rs", "ask_sqllineage_rs.py"),
    "sqlglot": ("sqlglot", "ask_sqlglot.py"),
}
ENGINES = ("kuajing", *_SCRIPTS)


def command(engine: str, work: Path, cache: Path | None = None) -> list[str]:
    """The command that answers for one engine; kuajing is asked with the interpreter that runs this.

    `cache` is the folder that kuajing keeps its answers in; without one it keeps and knows none.
    """
    if engine == "kuajing":
        kept = ["--cache", str(cache)] if cache else ["--no-cache"]
        return [sys.executable, "-m", "kuajing", "lineage", "--jsonl", *kept]
    environment, script, *mode = _SCRIPTS[engine]
    return [str(python_of(work, environment)), str(_PEERS / script), *mode]


def _line(case: Mapping[str, Any]) -> str:
    return json.dumps({key: case.get(key) for key in _ASKED}, ensure_ascii=False) + "\n"


def empty(error: str) -> dict[str, Any]:
    """The answer of an engine that gave none."""
    return {
        "tables_in": [],
        "tables_out": [],
        "column_edges": [],
        "indirect_edges": [],
        "endpoints": [],
        "unresolved": [],
        "error": error,
    }


def answers(engine: str, cases: list[dict[str, Any]], work: Path, limit: float) -> list[dict[str, Any]]:
    """An answer to every case, in order; after `limit` seconds the rest counts as failed."""
    process = _started(engine, work)
    asked = "".join(map(_line, cases))
    try:
        out, _ = process.communicate(asked, timeout=limit)
    except subprocess.TimeoutExpired:
        process.kill()
        out, _ = process.communicate()
    said = [json.loads(line) for line in out.split("\n") if line.startswith("{") and line.endswith("}")]
    if len(said) < len(cases):
        print(f"{engine} gave {len(said)} answers of {len(cases)}", file=sys.stderr)
    missing = [empty("no answer")] * (len(cases) - len(said))
    return [{**empty(""), **one} for one in said] + missing


def _started(engine: str, work: Path, cache: Path | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  the engines named above
        command(engine, work, cache),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


class Running:
    """An engine that stays in memory, to be asked in turn with others."""

    def __init__(self, engine: str, work: Path, cache: Path | None = None) -> None:
        self.process = _started(engine, work, cache)

    def ask(self, cases: Iterable[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], float]:
        """The answers to some cases, one after the other, and the seconds that passed outside."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        started, found = time.perf_counter(), []
        for case in cases:
            self.process.stdin.write(_line(case))
            self.process.stdin.flush()
            found.append(json.loads(self.process.stdout.readline() or '{"error": "no answer"}'))
        return found, time.perf_counter() - started

    def stop(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()
