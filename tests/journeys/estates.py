"""The example estates, the day they are judged on, and a command run over one of them."""

import os
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from kuajing.cli import kuajing

FLOWS = Path(__file__).parents[2] / "flows"
DAY = "2026-11-30"
IN_ENGLISH = ("--on", DAY, "--lang", "en")
IN_CHINESE = ("--on", DAY, "--lang", "zh")
NAMES = ("shop", "bank", "hr")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left: its exit code, standard output and standard error."""

    code: int
    output: str
    talk: str


def run(*arguments: str) -> Answer:
    """The answer of the command line to these arguments, in this process."""
    done = CliRunner().invoke(kuajing, list(arguments), standalone_mode=False, catch_exceptions=False)
    return Answer(done.return_value or 0, done.stdout_bytes.decode("utf-8"), done.stderr)


def expected(path: Path, actual: str) -> str:
    """The text of a file that holds a whole output; KUAJING_RENEW=1 writes it anew."""
    if os.environ.get("KUAJING_RENEW"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    return path.read_text(encoding="utf-8")
