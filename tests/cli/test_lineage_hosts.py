"""`kuajing lineage` over folders: SQL inside other files, tables known to all files, what a declaration says."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import HERE, Run, Saw

DATA = HERE / "data" / "hosts"
ROOT = HERE.parents[1]
FORMATS = ("tree", "table", "json", "dot", "openlineage")


@pytest.fixture
def hosts(tmp_path: Path) -> Path:
    """A folder with a file of each kind; those that tools of ours would take for their own end in `.in` at rest."""
    for path in (path for path in DATA.rglob("*") if path.is_file()):
        copy = tmp_path / str(path.relative_to(DATA)).removesuffix(".in")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_gives_the_sql_inside_its_files_at_their_lines(
    run: Run, saw: Saw, hosts: Path, form: str
) -> None:
    ran = run("lineage", ".", "--format", form, folder=hosts)
    assert (3, "") == (ran.code, ran.err)
    assert saw(f"expected/lineage.hosts.{form}.txt", ran.out) == ran.out


def test_an_example_counts_only_in_a_file_that_is_named(run: Run, hosts: Path) -> None:
    named, folder = run("lineage", "notes.md", folder=hosts), run("lineage", ".", folder=hosts)
    assert "notes.md  hive\n  4  insert  ods.example -> dw.example" in named.out
    assert "ods.example" not in folder.out


@pytest.mark.parametrize(("words", "dialect"), [((), "hive"), (("--dialect", "spark"), "spark")])
def test_a_named_dialect_wins_over_the_one_a_file_proves(
    run: Run, hosts: Path, words: tuple[str, ...], dialect: str
) -> None:
    ran = run("lineage", "nightly.sh", "--format", "json", *words, folder=hosts)
    assert [dialect] == [text["dialect"] for text in json.loads(ran.out)["texts"]]


@pytest.mark.parametrize("names", [("a.sql", "b.sql"), ("b.sql", "a.sql")])
def test_a_table_is_known_to_every_file_in_any_order(
    run: Run, tmp_path: Path, names: tuple[str, str]
) -> None:
    (tmp_path / "a.sql").write_text("insert into db.t select x, y from s", encoding="utf-8")
    (tmp_path / "b.sql").write_text("create table DB.T (one int, two int)", encoding="utf-8")
    ran = run("lineage", *names, folder=tmp_path)
    assert "    one <- s.x  unchanged\n    two <- s.y  unchanged\n" in ran.out


def test_a_star_is_resolved_through_the_views_of_other_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text("insert into t (p, q) select * from v", encoding="utf-8")
    (tmp_path / "b.sql").write_text("create view v as select * from s", encoding="utf-8")
    (tmp_path / "c.sql").write_text("create table s (x int, y int)", encoding="utf-8")
    ran = run("lineage", ".", folder=tmp_path)
    assert "    p <- v.x  unchanged\n    q <- v.y  unchanged\n" in ran.out


def test_the_columns_that_a_person_gives_win_over_those_of_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text("insert into t select x from s", encoding="utf-8")
    (tmp_path / "b.sql").write_text("create table t (by_file int)", encoding="utf-8")
    (tmp_path / "known.yaml").write_text("db.t: [by_person]\n", encoding="utf-8")
    ran = run("lineage", "a.sql", "b.sql", "--schema", "known.yaml", folder=tmp_path)
    assert "    by_person <- s.x  unchanged\n" in ran.out


@pytest.mark.parametrize("path", ["flows/shop", "flows/shop/warehouse"])
def test_the_declaration_of_an_estate_completes_names(run: Run, path: str) -> None:
    ran = run("lineage", path, folder=ROOT)
    assert (0, "") == (ran.code, ran.err)
    assert "insert  shop_dw.ods_crm_customer -> shop_dw.dws_member_profile  resolved" in ran.out


def test_a_declared_function_is_known_and_an_excluded_file_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "flows" / "a.yaml").write_text(
        "kuajing: 1\n"
        "settings: {exclude: ['old/**']}\n"
        "functions: {udf_token: hashed}\n"
        "sources: [{paths: ['etl/*.job'], dialect: hive, default_database: dw}]\n",
        encoding="utf-8",
    )
    for folder, name in (("etl", "a.job"), ("old", "b.sql"), ("etl", "c.txt")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(
            "insert into t (a) select udf_token(x) from s", encoding="utf-8"
        )
    ran = run("lineage", ".", folder=tmp_path)
    assert (
        "etl/a.job  hive\n"
        "  1  insert  dw.s -> dw.t  resolved\n"
        "    a <- dw.s.x  hashed by UDF_TOKEN\n"
        "\n"
        "Statements: 1 (resolved 1, partial 0, unread 0, no movement 0)\n"
    ) == ran.out


def test_a_faulty_declaration_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kuajing: 1\nsourcs: []\n", encoding="utf-8")
    (tmp_path / "a.sql").write_text("select 1", encoding="utf-8")
    ran = run("lineage", ".", folder=tmp_path)
    assert (2, "") == (ran.code, ran.out)
    assert "sourcs" in ran.err


def test_a_declaration_beside_folders_of_others_is_not_theirs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "stray.yaml").write_text("kuajing: 1\nsourcs: []\n", encoding="utf-8")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.sql").write_text("select 1", encoding="utf-8")
    assert 0 == run("lineage", "inside", folder=tmp_path).code


def test_a_statement_that_moves_nothing_is_shown_only_when_all_are(run: Run) -> None:
    given = b"set x = 1;\ninsert into t (b) select a from s"
    brief, whole = (run("lineage", "-", *words, given=given) for words in ((), ("--all",)))
    assert "  1  set  no movement\n" in whole.out
    assert " set " not in brief.out
    assert "(resolved 1, partial 0, unread 0, no movement 1)" in brief.out


def test_a_doubt_that_repeats_is_told_once_with_the_other_lines(run: Run) -> None:
    given = b"insert into t select a from s;\n" * 3
    ran = run("lineage", "-", given=given)
    assert 1 == ran.out.count("The columns of t are not known")
    assert "(Also at line 2, 3.)" in " ".join(ran.out.split())
    assert 2 == ran.out.count("    ! As told at line 1.\n")


def test_a_file_named_twice_is_read_once(run: Run, hosts: Path) -> None:
    ran = run("lineage", "nightly.sh", ".", "nightly.sh", folder=hosts)
    assert 1 == ran.out.count("nightly.sh")
