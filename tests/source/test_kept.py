"""The file of kept answers: private, bounded, and never a reason to fail."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from kuajing.source.kept import KeptAnswers, kept_answers

ONE, TWO = (b"names", b"behind", b"data"), (b"names", b"other", b"more")


def opened(folder: Path, largest: int = 1_000_000) -> KeptAnswers:
    store = kept_answers(folder, largest)
    assert store is not None
    return store


def test_what_is_kept_is_found_in_this_run_and_the_next(tmp_path: Path) -> None:
    store = opened(tmp_path / "new" / "kuajing")
    store.keep(b"key", ONE)
    assert [ONE] == store.found(b"key")
    store.close()
    store = opened(tmp_path / "new" / "kuajing")
    store.keep(b"key", TWO)
    assert ([ONE, TWO], []) == (store.found(b"key"), store.found(b"other"))
    store.close()
    store = opened(tmp_path / "new" / "kuajing")
    assert [TWO, ONE] == store.found(b"key")
    store.close()


def test_folder_and_file_are_their_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "kuajing"
    store = opened(folder)
    store.keep(b"key", ONE)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    store.close()
    assert (0o700, {0o600}) == (stat.S_IMODE(folder.stat().st_mode), modes)


@pytest.mark.parametrize("mode", [0o755, 0o777, 0o750])
def test_a_folder_that_others_may_look_into_is_not_used(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "kuajing"
    folder.mkdir()
    folder.chmod(mode)
    assert kept_answers(folder) is None


def test_a_file_that_leads_elsewhere_is_not_used(tmp_path: Path) -> None:
    opened(tmp_path / "a").close()
    (tmp_path / "b").mkdir(mode=0o700)
    (tmp_path / "b" / "lineage.sqlite3").symlink_to(tmp_path / "a" / "lineage.sqlite3")
    assert kept_answers(tmp_path / "b") is None


def test_a_place_that_cannot_be_a_folder_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert kept_answers(tmp_path / "file") is None
    assert kept_answers(tmp_path / "file" / "kuajing") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a folder that is read-only")
def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert kept_answers(tmp_path / "kuajing") is None


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 5_000, b"\0" * 4_096])
def test_a_file_that_is_no_database_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    folder = tmp_path / "kuajing"
    opened(folder).close()
    path = folder / "lineage.sqlite3"
    path.write_bytes(content)
    store = opened(folder)
    store.keep(b"key", ONE)
    store.close()
    store = opened(folder)
    assert [ONE] == store.found(b"key")
    store.close()


def test_a_database_of_another_shape_finds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "kuajing"
    opened(folder).close()
    with sqlite3.connect(folder / "lineage.sqlite3") as database:
        database.execute("DROP TABLE kept")
        database.execute("CREATE VIEW kept AS SELECT 1 AS key")
    database.close()
    store = kept_answers(folder)
    assert store is None or [] == store.found(b"key")


def test_values_that_are_no_bytes_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "kuajing"
    opened(folder).close()
    with sqlite3.connect(folder / "lineage.sqlite3") as database:
        database.execute("INSERT INTO kept VALUES (?, 'a', 3, NULL, 'x')", (b"key",))
    database.close()
    store = opened(folder)
    assert [] == store.found(b"key")
    store.close()


def test_the_file_stays_within_its_room_and_the_oldest_go_first(tmp_path: Path) -> None:
    for run in range(6):
        store = opened(tmp_path / "kuajing", 200_000)
        for number in range(30):
            store.keep(b"%d-%d" % (run, number), (b"n", b"b", bytes(1_500)))
        store.close()
    assert 200_000 >= (tmp_path / "kuajing" / "lineage.sqlite3").stat().st_size
    store = opened(tmp_path / "kuajing")
    assert ([], [(b"n", b"b", bytes(1_500))]) == (store.found(b"0-0"), store.found(b"5-0"))
    store.close()


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    first, second = opened(tmp_path / "kuajing"), opened(tmp_path / "kuajing")
    first.keep(b"a", ONE)
    second.keep(b"b", TWO)
    first.close()
    second.close()
    third = opened(tmp_path / "kuajing")
    assert ([ONE], [TWO]) == (third.found(b"a"), third.found(b"b"))
    third.close()
