"""The suites of cases: the peers' own golden tests, read where they stand, and real SQL without labels."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.lineage import flink_goldens, openlineage_goldens
from benchmarks.lineage.environments import python_of
from benchmarks.lineage.real_sql import corpus_cases, tpc_cases

LABELLED = ("datahub", "sqllineage", "openlineage", "flink")
SUITES = (*LABELLED, "tpc", "corpora")
_DATAHUB_TESTS = "metadata-ingestion/tests/unit/sql_parsing/test_sqlglot_lineage.py"


def write_suites(mirror: Path, work: Path) -> Mapping[str, Path]:
    """The file of cases of each suite under `work/cases`, read anew from the checkouts under `mirror`."""
    folder = work / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    readers: dict[str, Callable[[], Iterator[dict[str, Any]]]] = {
        "datahub": lambda: _recorded("datahub", mirror / "datahub", _DATAHUB_TESTS, work),
        "sqllineage": lambda: _recorded("sqllineage", mirror / "sqllineage", "tests/sql", work),
        "openlineage": lambda: openlineage_goldens.cases(mirror / "ol"),
        "flink": lambda: flink_goldens.cases(mirror / "flink-sql-lineage"),
        "tpc": lambda: tpc_cases(mirror / "sqlglot"),
        "corpora": lambda: corpus_cases(mirror / "corpora"),
    }
    paths = {suite: folder / f"{suite}.jsonl" for suite in readers}
    for suite, read in readers.items():
        lines = [json.dumps(case, ensure_ascii=False) + "\n" for case in read()]
        paths[suite].write_text("".join(lines), encoding="utf-8")
        print(f"{suite}: {len(lines)} cases")
    return paths


def _recorded(name: str, checkout: Path, tests: str, work: Path) -> Iterator[dict[str, Any]]:
    """What a peer's own tests ask of it: they are run by pytest with a plugin that writes the questions down."""
    written = work / "cases" / f"{name}.recorded"
    written.unlink(missing_ok=True)
    recorders = Path(__file__).parent / "recorders"
    command = [
        *(str(python_of(work, name)), "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", "."),
        *("-p", "no:cacheprovider", "-p", f"record_{name}", tests),
    ]
    environment = {
        **os.environ,
        "RECORDED_CASES": str(written.resolve()),
        "PYTHONPATH": f"{recorders.resolve()}{os.pathsep}.",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(  # noqa: S603  pytest over the checkout that was named
        command, cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    if not written.exists():
        raise SystemExit(f"the tests of {name} could not be read:\n{done.stdout}{done.stderr}")
    for line in written.read_text(encoding="utf-8").split("\n")[:-1]:
        yield json.loads(line)
    written.unlink()
