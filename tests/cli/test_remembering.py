"""Earlier answers make runs faster and nothing else: the same comes out, and no value of the texts stays behind."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run, Start

from kuajing.cli import remembering
from kuajing.source import packaged

DATA = HERE / "data" / "lineage"
SECONDS = re.compile(r'"seconds": [\d.e-]+')
PLANTED = re.compile(rb"(?i)canary\d\d|13800138000|(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|110101199003070011")
LINES = b"".join(
    b'{"id": %d, "dialect": "mysql", "schema": {"s": ["a", "b"]}, "sql": "insert into t select * from s, x%d"}\n'
    % (number, number)
    for number in range(5)
)


def kept(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def gone(*_: object, **__: object) -> None:
    raise AssertionError("read anew")


@pytest.mark.parametrize("form", ["tree", "table", "json", "dot", "openlineage"])
def test_a_second_run_shows_the_same_and_reads_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    words = ("lineage", "load.sql", "--dialect", "starrocks", "--format", form)
    fresh = run(*words, folder=DATA)
    first = run(*words, "--cache", str(tmp_path / "kept"), folder=DATA)
    monkeypatch.setattr("kuajing.lineage.movement.split", gone)
    assert fresh == first == run(*words, "--cache", str(tmp_path / "kept"), folder=DATA)


def test_lines_are_answered_from_what_is_kept(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fresh = run("lineage", "--jsonl", given=LINES)
    monkeypatch.setenv("KUAJING_CACHE", str(tmp_path / "kept"))
    first = run("lineage", "--jsonl", given=LINES)
    monkeypatch.setattr("kuajing.lineage.movement.split", gone)
    second = run("lineage", "--jsonl", given=LINES)
    assert 1 == len({SECONDS.sub("", ran.out) for ran in (fresh, first, second)})
    assert "" == second.err


def test_workers_fill_what_one_process_finds(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = ("lineage", "--jsonl", "--cache", str(tmp_path / "kept"))
    first = run(*words, "--jobs", "2", given=LINES)
    monkeypatch.setattr("kuajing.lineage.movement.split", gone)
    assert SECONDS.sub("", first.out) == SECONDS.sub("", run(*words, given=LINES).out)


def test_a_check_finds_the_same_with_what_is_kept(run: Run, shop: Path, tmp_path: Path) -> None:
    words = ("check", str(shop), "--format", "json", "--on", DAY)
    fresh = run(*words)
    cache = ("--cache", str(tmp_path / "kept"))
    assert fresh == run(*words, *cache) == run(*words, *cache)
    assert b"customer" in kept(tmp_path / "kept")


def test_nothing_is_kept_where_nobody_wants_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    run("lineage", "load.sql", "--cache", str(folder), "--no-cache", folder=DATA)
    assert not folder.exists()


def test_a_folder_that_cannot_be_used_is_no_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = run("lineage", "load.sql", "--cache", str(tmp_path / "file"), folder=DATA)
    assert run("lineage", "load.sql", folder=DATA) == ran


@pytest.mark.parametrize("dialect", ["mysql", "postgres", "hive", "clickhouse", "generic"])
def test_no_literal_stays_in_the_folder(run: Run, tmp_path: Path, dialect: str) -> None:
    for text in (DATA / "secrets.sql").read_text("utf-8").split(";\n"):
        run("lineage", "--dialect", dialect, "--cache", str(tmp_path / "kept"), given=text.encode())
    assert [] == PLANTED.findall(kept(tmp_path / "kept"))
    assert 5_000 < len(kept(tmp_path / "kept"))


def test_no_secret_of_an_estate_stays_in_the_folder(run: Run, tmp_path: Path) -> None:
    run("check", "--on", DAY, "--cache", str(tmp_path / "kept"), folder=HERE / "data" / "planted_secrets")
    assert [] == PLANTED.findall(kept(tmp_path / "kept"))


@pytest.mark.parametrize(
    ("environment", "place"),
    [
        ({"KUAJING_CACHE": "kept"}, "kept"),
        ({"KUAJING_CACHE": "", "XDG_CACHE_HOME": "caches"}, "caches/kuajing"),
        ({"KUAJING_CACHE": "", "XDG_CACHE_HOME": "", "HOME": "home"}, "home/.cache/kuajing"),
    ],
)
def test_the_place_is_the_one_that_the_system_names(
    start: Start, tmp_path: Path, environment: dict[str, str], place: str
) -> None:
    named = {name: value and str(tmp_path / value) for name, value in environment.items()}
    ran = start("lineage", given=b"insert into t (b) select a from s", environment=named)
    assert 0 == ran.code
    assert ["lineage.sqlite3"] == [path.name for path in (tmp_path / place).iterdir()]


def test_nothing_is_written_where_it_is_off(start: Start, tmp_path: Path) -> None:
    named = {"KUAJING_CACHE": "off", "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    start("lineage", given=b"insert into t (b) select a from s", environment=named)
    assert [] == list(tmp_path.iterdir())


def test_another_table_of_the_words_of_maps_is_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = remembering._readers()
    assert before == remembering._readers()
    monkeypatch.setattr(packaged, "packaged_text", lambda _: "words:\n")
    assert before != remembering._readers()
