"""The same estate gives the same bytes, whatever the hash seed and the order in which its files come."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.journeys.estates import DAY, FLOWS, NAMES

from kuajing.journey.analyse import Journey, Tables, analyse, load_tables
from kuajing.journey.gather import gather
from kuajing.reports import PICTURES, REPORTS, explain_transfer, picture, transfers_text

SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from kuajing.journey.analyse import analyse, load_tables
from kuajing.journey.gather import gather
from tests.journeys.test_determinism import told
tables = load_tables()
for root in sys.argv[2:]:
    sys.stdout.buffer.write(told(analyse(gather(Path(root)), tables, date.fromisoformat(sys.argv[1])), tables).encode())
"""
ROOT = Path(__file__).parents[2]
ON = date.fromisoformat(DAY)


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The shipped tables, loaded once."""
    return load_tables()


@pytest.fixture(scope="module")
def told_of(tables: Tables) -> dict[str, str]:
    """What is told of each estate as it stands."""
    return {name: told(analyse(gather(FLOWS / name), tables, ON), tables) for name in NAMES}


def told(journey: Journey, tables: Tables) -> str:
    """Everything that reports, explanations and pictures say of an estate."""
    analysis, names = journey.analysis, tables.names
    texts = [render(analysis, "both", names) for render in REPORTS.values()]
    texts += [
        draw(picture(analysis, level, "zh", None, names))
        for draw in PICTURES.values()
        for level in ("system", "jurisdiction")
    ]
    texts += [transfers_text(analysis, "both", names)]
    texts += [explain_transfer(analysis, one, "both", names) for one in analysis.judgements]
    return "".join(texts)


def told_under(seed: int) -> bytes:
    """The same of all estates, from a process of its own under a hash seed."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": str(seed),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
    }
    command = [sys.executable, "-c", SCRIPT, DAY, *(str(FLOWS / name) for name in NAMES)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout  # noqa: S603  our own script


def test_all_outputs_are_the_same_bytes_under_five_hash_seeds() -> None:
    outputs = {told_under(seed) for seed in range(5)}
    assert len(outputs) == 1
    assert outputs != {b""}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_files_created_in_another_order_give_the_same_bytes(
    name: str, seed: int, tmp_path: Path, tables: Tables, told_of: dict[str, str]
) -> None:
    files = sorted(path for path in (FLOWS / name).rglob("*") if path.is_file())
    Random(seed).shuffle(files)  # noqa: S311  any order will do
    for path in files:
        copy = tmp_path / path.relative_to(FLOWS / name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert told_of[name] == told(analyse(gather(tmp_path), tables, ON), tables)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(2))
def test_texts_in_another_order_give_the_same_bytes(
    name: str, seed: int, tables: Tables, told_of: dict[str, str]
) -> None:
    gathered = gather(FLOWS / name)
    texts = list(gathered.texts)
    Random(seed).shuffle(texts)  # noqa: S311  any order will do
    assert told_of[name] == told(analyse(replace(gathered, texts=tuple(texts)), tables, ON), tables)
