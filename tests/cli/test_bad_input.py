"""What a person sees of input that is broken, hostile or strange: the whole message, in both languages.

Each folder under `data/` holds an estate with one hazard, and beside it what `kuajing check` says of it.
"""

import os
import re
import socket
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run, Saw

DATA = HERE / "data"
REFUSED = (
    "alias_bomb",
    "alias_of_itself",
    "documents",
    "duplicate_keys",
    "full_width",
    "merge_bomb",
    "nested_without_end",
    "next_line",
    "numbers",
    "numbers_without_end",
    "secret",
    "secret_on_a_broken_line",
    "paths_outside",
    "policies",
    "tab",
    "tags",
    "typing",
)
READ = ("encodings", "line_ends", "norway")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", REFUSED)
def test_a_declaration_that_cannot_be_used_is_refused_with_every_fault(
    run: Run, saw: Saw, case: str, language: str
) -> None:
    ran = run("check", "--on", DAY, "--lang", language, folder=DATA / case / "estate")
    assert (2, "") == (ran.code, ran.out)
    assert saw(f"data/{case}/{language}.txt", str(ran)) == str(ran)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", READ)
def test_strange_input_is_read_as_meant_or_shown_as_unread(
    run: Run, saw: Saw, case: str, language: str
) -> None:
    ran = run("check", "--on", DAY, "--lang", language, folder=DATA / case / "estate")
    assert "" == ran.err
    assert saw(f"data/{case}/{language}.txt", str(ran)) == str(ran)


def test_no_tag_of_a_declaration_is_ever_obeyed(run: Run) -> None:
    before = sorted(path.name for path in (DATA / "tags" / "estate").rglob("*"))
    run("check", folder=DATA / "tags" / "estate")
    assert before == sorted(path.name for path in (DATA / "tags" / "estate").rglob("*"))


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("gbk", "pi.basic.phone"),
        ("gb18030", "pi.basic.phone"),
        ("utf16", "pi.basic.phone"),
        ("utf8_with_mark", "pi.basic.phone"),
        ("big5", "pi.basic.name"),
    ],
)
def test_comments_in_every_encoding_tell_what_a_column_holds(run: Run, name: str, category: str) -> None:
    answer = run("where", category, "--on", DAY, folder=DATA / "encodings" / "estate")
    assert re.search(rf"^    {name}  \(a\b", answer.out, re.MULTILINE)


def test_the_code_of_norway_stays_a_code(run: Run) -> None:
    assert "opened from there" in run("whence", "NO", "--on", DAY, folder=DATA / "norway" / "estate").out


@pytest.mark.parametrize("people", ["12000", "1.2万", "12_000", "0.0120M"])
def test_people_can_be_counted_as_people_write(run: Run, tmp_path: Path, people: str) -> None:
    (tmp_path / "flows").mkdir()
    declaration = f"kuajing: 1\nhandlers: {{a: {{base: mainland, persons_held: {people}}}}}\n"
    (tmp_path / "flows" / "estate.yaml").write_text(declaration, encoding="utf-8")
    ran = run("check", "--on", DAY, folder=tmp_path)
    assert (2 if people.endswith("M") else 0) == ran.code


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_case_is_tried() -> None:
    cases = {path.parent.name for path in DATA.glob("*/estate")}
    assert cases == {*REFUSED, *READ}


def test_links_pipes_and_sockets_are_named_and_never_opened(
    run: Run, saw: Saw, tmp_path: Path, language: str
) -> None:
    estate = tmp_path / "estate"
    (estate / "sql").mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.sql").write_text("CREATE TABLE outside (mobile VARCHAR(20));\n", encoding="utf-8")
    (estate / "sql" / "own.sql").write_text("CREATE TABLE own (id INT);\n", encoding="utf-8")
    (estate / "sql" / "again.sql").symlink_to("own.sql")
    (estate / "sql" / "outside.sql").symlink_to(outside / "secret.sql")
    (estate / "sql" / "gone.sql").symlink_to("nowhere.sql")
    (estate / "circle").symlink_to(".")
    (estate / "away").symlink_to(outside)
    (estate / "system").symlink_to("/proc")
    os.mkfifo(estate / "sql" / "pipe.sql")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(estate / "sql" / "socket.sql"))
        ran = run("check", "--on", DAY, "--lang", language, folder=estate)
    assert saw(f"expected/special_files.{language}.txt", str(ran)) == str(ran)
    assert "outside" not in run("where", "pi.basic.phone", "--on", DAY).out


def test_names_that_are_no_text_are_named_and_harmless(
    run: Run, saw: Saw, tmp_path: Path, language: str
) -> None:
    for name in (b"bad\xff.sql", b"colour\x1b[31m.sql", b"line\nbreak.sql"):
        (tmp_path / os.fsdecode(name)).write_text("CREATE TABLE t (id INT);\n", encoding="utf-8")
    (tmp_path / "\u202eteg.sql").write_text("CREATE TABLE t (id INT);\n", encoding="utf-8")
    ran = run("check", "--on", DAY, "--lang", language, folder=tmp_path)
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert saw(f"expected/strange_names.{language}.txt", str(ran)) == str(ran)


def test_a_file_that_is_too_large_is_named(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "dump.sql").open("wb") as file:
        file.truncate(60_000_000)
    ran = run("check", "--on", DAY, folder=tmp_path)
    assert "The file was not read: 60.0 MB, above the limit of 50.0 MB." in ran.out
