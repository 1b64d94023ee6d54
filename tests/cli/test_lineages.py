"""`kuajing lineage` for people: what SQL moves, in each format, and what could not be read."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import ALONE, HERE, Run, Saw

DATA = HERE / "data" / "lineage"
SECRETS = re.compile(r"(?i)canary\d\d|13800138000")
SECONDS = re.compile(r'"seconds": [\d.e-]+')
FORMATS = ("tree", "table", "json", "dot", "openlineage")


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_says_all_that_a_script_moves(run: Run, saw: Saw, form: str) -> None:
    ran = run("lineage", "load.sql", "--dialect", "starrocks", "--format", form, folder=DATA)
    assert (3, "") == (ran.code, ran.err)
    assert saw(f"expected/lineage.{form}.txt", ran.out) == ran.out


@pytest.mark.parametrize("language", ["zh", "both"])
def test_the_tree_speaks_each_language(run: Run, saw: Saw, language: str) -> None:
    ran = run("lineage", "load.sql", "--dialect", "starrocks", "--lang", language, folder=DATA)
    assert saw(f"expected/lineage.tree.{language}.txt", ran.out) == ran.out


@pytest.mark.parametrize("dialect", ["mysql", "postgres", "hive", "clickhouse", "generic"])
@pytest.mark.parametrize("form", FORMATS)
def test_no_literal_of_the_text_comes_out(run: Run, form: str, dialect: str) -> None:
    ran = run("lineage", "secrets.sql", "--dialect", dialect, "--format", form, folder=DATA)
    assert [] == SECRETS.findall(ran.out + ran.err)


def test_standard_input_is_read_as_sql(run: Run) -> None:
    given = b"insert into t (b) select a from s"
    ran = run("lineage", given=given)
    assert (0, "") == (ran.code, ran.err)
    assert ran == run("lineage", "-", given=given)
    assert (
        "-\n"
        "  1  insert  s -> t  resolved\n"
        "    b <- s.a  unchanged\n"
        "\n"
        "Statements: 1 (resolved 1, partial 0, unread 0, no movement 0)\n"
    ) == ran.out


@pytest.mark.parametrize("ending", ["yaml", "json", "sql"])
def test_known_tables_name_the_targets(run: Run, ending: str) -> None:
    ran = run("lineage", "load.sql", "--dialect", "hive", "--schema", f"tables.{ending}", folder=DATA)
    assert "    member_id    <- ods.member.id  unchanged\n" in ran.out


def test_known_tables_of_another_shape_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("t: 3\n", encoding="utf-8")
    ran = run("lineage", "-", "--schema", "bad.yaml", folder=tmp_path)
    assert (2, "bad.yaml must give each table a list of column names, as in `dwd.user: [id, name]`.\n") == (
        ran.code,
        ran.err,
    )


def test_a_default_database_completes_short_names(run: Run) -> None:
    ran = run("lineage", "--default-db", "db", given=b"insert into t (b) select a from s")
    assert "insert  db.s -> db.t" in ran.out


def test_a_folder_gives_its_sql_files_and_those_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.sql").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text("insert into t select 1", encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.hql").write_text("insert into t (b) select a from s", encoding="utf-8")
    ran = run("lineage", ".", folder=tmp_path)
    assert 3 == ran.code
    assert (
        "a/a.hql\n"
        "  1  insert  s -> t  resolved\n"
        "    b <- s.a  unchanged\n"
        "\n"
        "b.sql\n"
        "  This file is not text. Name it under `exclude` if nothing in it moves data.\n"
        "\n"
        "Statements: 1 (resolved 1, partial 0, unread 0, no movement 0)\n"
        "Files not read: 1.\n"
    ) == ran.out


def test_formats_go_to_their_files(run: Run, tmp_path: Path) -> None:
    words = ("--format", "tree", "--format", "json", "--output", "a.txt", "--output", "a.json")
    ran = run("lineage", "-", *words, given=b"insert into t select a from s", folder=tmp_path)
    assert (0, "", "") == (ran.code, ran.out, ran.err)
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("-\n  1  insert  s -> t")
    assert (tmp_path / "a.json").read_text("utf-8").startswith("{")


def test_the_day_of_events_is_the_one_named(run: Run) -> None:
    words = ("--format", "openlineage", "--on", "2026-11-30", "--namespace", "mysql://crm:3306")
    ran = run("lineage", *words, given=b"insert into t select a from s")
    assert '"eventTime": "2026-11-30T00:00:00Z"' in ran.out
    assert '"namespace": "mysql://crm:3306", "name": "t"' in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.sql",), "There is no file or folder nowhere.sql. Correct the path.\n"),
        (
            ("-", "--dialect", "postgre"),
            "postgre is no SQL dialect that is known. The nearest: postgres, postgresql.\n",
        ),
        (
            ("a", "b", "--jsonl"),
            "With `--jsonl` one file is read, or standard input. Name one, or none.\n",
        ),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("lineage", *words)
    assert (2, "", said) == (ran.code, ran.out, ran.err)


def test_many_lines_are_answered_by_workers_as_by_one_process(run: Run) -> None:
    bad = b'\n{"id": \n[1]\n{"id": 7, "sql": 3}\n'
    requests = b"".join(
        b'{"id": %d, "sql": "insert into t (b) select a from s%d"}\n' % (number, number)
        for number in range(40)
    )
    one, two = (
        run("lineage", "--jsonl", "--jobs", jobs, given=b"\xef\xbb\xbf" + requests + bad + requests)
        for jobs in ("1", "2")
    )
    assert (0, 0, "") == (one.code, two.code, two.err)
    assert SECONDS.sub("", one.out) == SECONDS.sub("", two.out)
    assert 84 == two.out.count("\n")


def test_workers_answer_a_line_before_the_next_one_is_asked_for() -> None:
    words = [sys.executable, "-c", ALONE, "lineage", "--jsonl", "--jobs", "2"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  our own command
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(b'{"id": %d, "sql": "insert into t select a from s"}\n' % number)
            process.stdin.flush()
            assert number == json.loads(process.stdout.readline())["id"]
        process.stdin.close()
        assert b"" == process.stdout.read()
        assert 0 == process.wait()


@pytest.mark.parametrize("form", ["tree", "json"])
def test_workers_show_what_one_process_shows(run: Run, form: str, tmp_path: Path) -> None:
    for number in range(12):
        text = "insert into t# select a, md5(b) from s where c = 1;\ndelete frm (((;\n"
        (tmp_path / f"{number}.sql").write_text(text.replace("#", str(number)), encoding="utf-8")
    one, two = (run("lineage", ".", "--format", form, "--jobs", jobs, folder=tmp_path) for jobs in ("1", "2"))
    assert one == two


def test_definitions_without_a_table_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.sql").write_text("create tabl t (", encoding="utf-8")
    ran = run("lineage", "-", "--schema", "bad.sql", folder=tmp_path)
    assert (2, "") == (ran.code, ran.out)
    assert "bad.sql, named after `--schema`, defines no table" in ran.err


def test_options_that_lines_say_for_themselves_are_refused(run: Run) -> None:
    ran = run("lineage", "--jsonl", "--dialect", "hive", "--format", "table", given=b"{}")
    assert (2, "") == (ran.code, ran.out)
    assert "leave out --dialect, --format" in " ".join(ran.err.split())


def test_an_empty_name_is_no_folder(run: Run) -> None:
    ran = run("lineage", "")
    assert (2, "") == (ran.code, ran.out)


def test_a_folder_without_sql_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nothing", encoding="utf-8")
    ran = run("lineage", ".", folder=tmp_path)
    assert "No SQL was found in what was named" in ran.out
