"""The same input gives the same bytes, whatever the seed of hashes and the order in which files lie on the disk."""

import hashlib
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run, Start

DESK = HERE / "data" / "desk"
_FORMS = ("text", "json", "sarif")


def test_seeds_of_hashes_leave_no_trace(start: Start, tmp_path: Path) -> None:
    seen = set()
    for seed in ("1", "2"):
        outputs = [tmp_path / f"{seed}.{form}" for form in _FORMS]
        words = [
            word
            for form, output in zip(_FORMS, outputs, strict=True)
            for word in ("--format", form, "-o", str(output))
        ]
        ran = start("check", "--on", DAY, *words, folder=DESK, environment={"PYTHONHASHSEED": seed})
        assert (1, "", "") == (ran.code, ran.out, ran.err)
        seen.add(tuple(hashlib.sha256(output.read_bytes()).hexdigest() for output in outputs))
    assert 1 == len(seen)


@pytest.mark.parametrize(
    "words", [("check", "--format", "json"), ("check",), ("where", "crm"), ("diagram",)], ids=" ".join
)
def test_the_order_of_files_on_the_disk_does_not_matter(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    files = sorted(path.relative_to(DESK) for path in DESK.rglob("*") if path.is_file())
    for copy, order in (("a", files), ("b", files[::-1]), ("c", [*files[2:], *files[:2]])):
        for file in order:
            (tmp_path / copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(DESK / file, tmp_path / copy / file)
    answers = {run(*words, "--on", DAY, folder=tmp_path / copy) for copy in "abc"}
    assert 1 == len(answers)
