"""An estate spoiled at random is read, or refused with its faults; it is never a fault of ours."""

import random
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run

DESK = HERE / "data" / "desk"
_SIGNS = (
    "'",
    '"',
    "`",
    "(",
    ")",
    "{",
    "[",
    ":",
    "：",
    ";",
    "*",
    "&a ",
    "#",
    "~",
    "${x}",
    "\t",
    "\x00",
    "\u202e",
    "/*",
    "--",
)
_WORDS = ("unknown", "null", "[]", "{}", "yes", "-1", "2026-01-01", "US", "1.5", "[1, null]")


def spoiled(text: str, chance: random.Random) -> str:
    """The text with a line or a word gone, said twice, moved or replaced, or with a sign put in."""
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            lines = lines[:one]
        case 4:
            words = lines[one].split(" ")
            words[chance.randrange(len(words))] = chance.choice(_WORDS)
            lines[one] = " ".join(words)
        case _:
            place = chance.randrange(len(lines[one]) + 1)
            lines[one] = lines[one][:place] + chance.choice(_SIGNS) + lines[one][place:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(24))
def test_a_spoiled_estate_is_read_or_refused(run: Run, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  the same spoiling for the same seed is what is wanted
    estate = shutil.copytree(DESK, tmp_path / "estate")
    files = sorted(path for path in estate.rglob("*") if path.is_file())
    for path in chance.choices(files, k=2):
        path.write_text(spoiled(path.read_text("utf-8"), chance), encoding="utf-8")
    ran = run("check", "--on", DAY, "--lang", "both", folder=estate)
    assert ran.code in {0, 1, 2, 3}, ran.err
    assert ("" == ran.out) == (2 == ran.code)
    assert "Traceback" not in ran.err
