"""Leaving: by our own fault, by an interrupt, by a reader or a disk that takes no more."""

import os
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import ALONE, DAY, Ran, Run, Start

from kuajing.cli import faults
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

_SECRET = "Canary" + "9Zq7Wx"


def test_a_fault_of_our_own_leaves_with_four_and_saves_its_details(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(*_: object) -> None:
        msg = f"jdbc:mysql://crm.internal:3306/crm?user=app&password={_SECRET}"
        raise KeyError(msg)

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kuajing.journey.gather.gather", fails)
    ran = run("check", folder=shop)
    assert (4, "") == (ran.code, ran.out)
    told = re.fullmatch(
        r"kuajing failed \(KeyError\); this is a fault of its own and no result\. The details are in (.*)\.\n",
        ran.err,
    )
    assert told is not None
    saved = Path(told[1])
    details = saved.read_text("utf-8")
    assert "Traceback" in details
    assert "crm.internal" in details
    assert _SECRET not in details + ran.err
    assert 0o600 == stat.S_IMODE(saved.stat().st_mode)


def test_a_fault_is_told_in_the_language_of_the_machine(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kuajing.journey.gather.gather", lambda *_: 1 / 0)
    monkeypatch.setenv("KUAJING_LANG", "zh")
    ran = run("check", folder=shop)
    assert 4 == ran.code
    assert "kuajing 内部出错（ZeroDivisionError），没有结果。" in ran.err


def test_a_fault_that_cannot_be_saved_is_shown_with_secrets_masked(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del run  # for the language of the machine alone
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    faults.tell(ValueError(f"password={_SECRET}"))
    told = capsys.readouterr().err
    assert "The details could not be saved:" in told
    assert "ValueError: password=***" in told
    assert _SECRET not in told


def test_a_fault_of_a_shipped_file_is_told_with_its_place(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del run  # for the language of the machine alone
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    place = Location("rules/law/tally.yaml", 7, 5)
    faults.tell(InputErrors([InputError(place, "law_terms.book_missing", (("key", "outside"),))]), "en")
    told = capsys.readouterr().err
    assert told.startswith("rules/law/tally.yaml:7:5: `outside` is missing.")
    assert "kuajing failed (InputErrors)" in told


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="interrupts are sent as on Unix")
def test_an_interrupt_leaves_with_130() -> None:
    # Whoever runs the tests in the background has interrupts ignored, and a new process would inherit that.
    heeding = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {ALONE}"
    words = [sys.executable, "-c", heeding, "locate", "--jsonl"]
    with subprocess.Popen(  # noqa: S603  our own command
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": 1, "provider": "aws", "region": "us-east-1"}\n')
        process.stdin.flush()
        assert b'"id": 1' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert 130 == process.wait()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("words", [("check", "--on", DAY), ("law",)], ids=" ".join)
def test_a_reader_who_has_had_enough_is_no_fault(
    run: Run, start: Start, shop: Path, words: tuple[str, ...]
) -> None:
    expected = run(*words, folder=shop).code
    begin, end = os.pipe()
    os.close(begin)
    with os.fdopen(end, "wb") as closed:
        assert Ran(expected, "", "") == start(*words, folder=shop, out=closed)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_under_standard_output_leaves_with_two(start: Start, tmp_path: Path) -> None:
    said = "The result cannot be printed: No space left on device. Write it to a file with `--output`.\n"
    with Path("/dev/full").open("wb") as full:
        assert Ran(2, "", said) == start("law", folder=tmp_path, out=full)


def test_an_output_that_cannot_be_written_leaves_with_two(run: Run, shop: Path) -> None:
    ran = run("check", "--on", DAY, "-o", "sql/customer.sql/report.txt", folder=shop)
    assert (2, "") == (ran.code, ran.out)
    assert (
        "sql/customer.sql/report.txt cannot be written: Not a directory. What stood there is unchanged. "
        "Name another file after `--output`.\n" == ran.err
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a folder that is read-only")
def test_a_read_only_folder_leaves_with_two(run: Run, shop: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    ran = run("check", "--on", DAY, "-o", str(locked / "report.txt"), folder=shop)
    assert 2 == ran.code
    assert "cannot be written: Permission denied." in ran.err
    assert [] == list(locked.iterdir())


def test_an_output_that_is_a_folder_leaves_with_two_and_stays(run: Run, shop: Path) -> None:
    ran = run("transfers", "--on", DAY, "--lang", "zh", "-o", "sql", folder=shop)
    assert 2 == ran.code
    assert ran.err.startswith("无法写入 sql：Is a directory。")
    assert ["customer.sql"] == [path.name for path in (shop / "sql").iterdir()]


def test_a_file_that_grows_too_large_leaves_the_old_one_whole(start: Start, shop: Path) -> None:
    resource = pytest.importorskip("resource")
    report = shop / "report.json"
    report.write_text("the old report\n", encoding="utf-8")
    ran = start(
        *("check", "--format", "json", "-o", "report.json"),
        folder=shop,
        before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)),
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    said = (
        "report.json cannot be written: File too large. What stood there is unchanged. "
        "Name another file after `--output`.\n"
    )
    assert Ran(2, "", said) == ran
    assert "the old report\n" == report.read_text("utf-8")
    assert ["flows", "report.json", "sql"] == sorted(path.name for path in shop.iterdir())


def test_a_missing_command_shows_the_help(start: Start) -> None:
    ran = start()
    assert 2 == ran.code
    assert "Commands:" in ran.out + ran.err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chek", "chek is no command. The nearest: check.\n"),
        (
            "sql",
            "sql is a folder, and a command comes first. To check it: `kuajing check sql`.\n",
        ),
    ],
)
def test_a_word_that_is_no_command_is_met_with_what_may_be_meant(
    run: Run, shop: Path, word: str, said: str
) -> None:
    ran = run(word, folder=shop)
    assert (2, "", said) == (ran.code, ran.out, ran.err)
