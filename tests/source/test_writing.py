"""A file is written whole or stays as it was, whatever happens to the writer."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kuajing.source.writing import write_atomically

WRITER = """
import resource, sys
from pathlib import Path
from kuajing.source.writing import write_atomically
path, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    while True:
        for letter in "ab":
            write_atomically(path, letter * 2_000_000)
        print("round", flush=True)
except OSError as error:
    print(type(error).__name__, error.errno, flush=True)
"""


def writer(path: Path, limit: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), str(limit)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  our own script


def test_a_new_file_has_the_content_and_the_mode_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    umask = os.umask(0o027)
    try:
        write_atomically(path, "出境\r\n")
    finally:
        os.umask(umask)
    assert ("出境\r\n".encode(), 0o640) == (path.read_bytes(), path.stat().st_mode & 0o777)
    assert [path] == list(tmp_path.iterdir())


def test_the_mode_of_an_old_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o604)
    write_atomically(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o604)


def test_a_link_is_replaced_and_what_it_points_at_is_left(tmp_path: Path) -> None:
    target, path = tmp_path / "target.txt", tmp_path / "report.txt"
    target.write_text("target")
    path.symlink_to(target)
    write_atomically(path, "new")
    assert (path.read_text(), path.is_symlink(), target.read_text()) == ("new", False, "target")


def test_a_link_to_a_device_is_written_through(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.symlink_to("/dev/null")
    write_atomically(path, "new")
    assert str(path.readlink()) == "/dev/null"


def test_a_folder_and_a_missing_folder_raise_plainly(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path, "x")
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "report.txt", "x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            write_atomically(path, "new")
    finally:
        tmp_path.chmod(0o700)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_text_that_is_no_utf8_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    with writer(path, 100_000) as process:
        assert process.stdout is not None
        assert process.stdout.read() == "OSError 27\n"  # the file would grow too large
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_a_killed_writer_never_leaves_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("a" * 2_000_000)
    for turn in range(8):
        with writer(path, 0) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "round\n"
            time.sleep(0.003 * turn)
            process.kill()
        content = path.read_text()
        assert content in {"a" * 2_000_000, "b" * 2_000_000}


def test_what_a_killed_run_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    old, young, other = (
        tmp_path / name for name in (".report.txt.kuajing-1", ".report.txt.kuajing-2", ".x.kuajing-1")
    )
    for left in (old, young, other):
        left.write_text("half")
    for left in (old, other):
        os.utime(left, (1_700_000_000, 1_700_000_000))
    write_atomically(path, "new")
    assert sorted([path, young, other]) == sorted(tmp_path.iterdir())
