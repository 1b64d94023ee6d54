"""`kuajing check`: forms, places of the result, and the exit code that a build hangs on."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

CLOSED = """\
kuajing: 1
handlers: {shop-cn: {base: mainland, ciio: no, persons_held: 1_000}}
recipients: {shop-us: {jurisdiction: US, role: affiliate}}
systems:
  crm: {kind: database, handler: shop-cn, located: mainland}
  us-dw: {kind: warehouse, recipient: shop-us, located: US}
sources:
  - {paths: ["*.sql"], dialect: mysql, system: crm, default_schema: crm}
"""
TABLE = "CREATE TABLE crm.customer (id BIGINT, mobile VARCHAR(20) COMMENT '手机号');\n"


def estate(folder: Path, declaration: str = CLOSED, **files: str) -> Path:
    (folder / "flows").mkdir(parents=True)
    (folder / "flows" / "estate.yaml").write_text(declaration, encoding="utf-8")
    for name, text in {"schema": TABLE, **files}.items():
        (folder / f"{name}.sql").write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path) -> Path:
    """An estate whose customers can be read from abroad, with no declared flow for it."""
    grant = "grants: [{to: us-dw, on: crm.customer, columns: [mobile], status: live}]\n"
    return estate(folder, CLOSED + grant)


def test_nothing_found_leaves_with_zero(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--on", DAY, folder=estate(tmp_path / "estate"))
    assert (0, "") == (ran.code, ran.err)
    assert "No transfer out of the mainland was found" in ran.out


def test_a_finding_at_the_level_leaves_with_one(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--on", DAY, folder=opened(tmp_path / "estate"))
    assert (1, "") == (ran.code, ran.err)
    assert "undeclared-crossing" in ran.out


def test_the_folder_stands_before_or_is_the_one_we_stand_in(run: Run, tmp_path: Path) -> None:
    folder = opened(tmp_path / "estate")
    assert run("check", str(folder), "--on", DAY) == run("check", "--on", DAY, folder=folder)


def test_an_unlocated_system_fails_only_where_warnings_do(run: Run, tmp_path: Path) -> None:
    folder = estate(
        tmp_path / "estate", CLOSED.replace("handler: shop-cn, located: mainland", "handler: shop-cn")
    )
    assert 0 == run("check", "--on", DAY, folder=folder).code
    assert 1 == run("check", "--on", DAY, "--fail-on", "warn").code
    assert 1 == run("check", "--on", DAY, "--fail-on", "report").code


def test_coverage_below_a_declared_floor_leaves_with_three(run: Run, tmp_path: Path) -> None:
    floors = "settings: {floors: {located: 0.9}}\n"
    declaration = CLOSED.replace("handler: shop-cn, located: mainland", "handler: shop-cn") + floors
    assert 3 == run("check", "--on", DAY, folder=estate(tmp_path / "estate", declaration)).code


def test_an_undetermined_crossing_leaves_with_three(run: Run, tmp_path: Path) -> None:
    declaration = CLOSED.replace("recipient: shop-us, located: US", "recipient: shop-us")
    grant = "grants: [{to: us-dw, on: crm.customer, columns: [mobile], status: live}]\n"
    ran = run("check", "--on", DAY, folder=estate(tmp_path / "estate", declaration + grant))
    assert 3 == ran.code
    assert "undetermined-crossing" in ran.out


def test_findings_win_over_what_is_undetermined(run: Run, tmp_path: Path) -> None:
    floors = "settings: {floors: {classified: 1.0, located: 1.0, read: 1.0}}\n"
    folder = opened(tmp_path / "estate")
    declaration = (folder / "flows" / "estate.yaml").read_text("utf-8") + floors
    declaration = declaration.replace("systems:\n", "systems:\n  lost: {kind: database, handler: shop-cn}\n")
    (folder / "flows" / "estate.yaml").write_text(declaration, encoding="utf-8")
    assert 1 == run("check", "--on", DAY, folder=folder).code


def test_a_bad_declaration_leaves_with_two_and_prints_no_result(run: Run, tmp_path: Path) -> None:
    ran = run("check", folder=estate(tmp_path / "estate", CLOSED.replace("located: US", "locatd: US")))
    assert 2 == ran.code
    assert "" == ran.out
    assert (
        """\
flows/estate.yaml:6:48: `locatd` is no key of `systems`. The nearest is `located`.
      us-dw: {kind: warehouse, recipient: shop-us, locatd: US}
                                                   ^
"""
        == ran.err
    )


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_every_form_leaves_with_the_same_code(run: Run, tmp_path: Path, form: str) -> None:
    assert 1 == run("check", "--on", DAY, "--format", form, folder=opened(tmp_path / "estate")).code


def test_formats_and_outputs_pair_by_place(run: Run, tmp_path: Path) -> None:
    folder = opened(tmp_path / "estate")
    alone = {
        form: run("check", "--on", DAY, "--format", form, folder=folder).out
        for form in ("json", "sarif", "text")
    }
    words = ("--format", "json", "-o", "a.json", "--format", "sarif", "-o", "b.sarif", "--format", "text")
    ran = run("check", "--on", DAY, *words, folder=folder)
    assert (1, alone["text"], "") == (ran.code, ran.out, ran.err)
    assert alone["json"] == (folder / "a.json").read_text("utf-8")
    assert alone["sarif"] == (folder / "b.sarif").read_text("utf-8")


def test_the_text_can_go_to_a_file(run: Run, tmp_path: Path) -> None:
    folder = opened(tmp_path / "estate")
    seen = run("check", "--on", DAY, folder=folder).out
    assert "" == run("check", "--on", DAY, "-o", "report.txt").out
    assert seen == (folder / "report.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--format", "json", "-o", "a", "-o", "b"),
            "There are more `--output` than `--format`. Each output takes the format at the same place.\n",
        ),
        (
            ("--format", "json", "--format", "text"),
            "Only one format can go to standard output. Give the others an `--output`.\n",
        ),
        (("--on", "2026-02-30"), "2026-02-30 is no date. Write it as 2026-11-30.\n"),
        (("--on", "2026-02-30", "--lang", "zh"), "2026-02-30 不是日期。写作 2026-11-30。\n"),
        (("nowhere",), "There is no folder nowhere. Correct the path.\n"),
        (("schema.sql",), "schema.sql is a file. Name the folder that holds it: ..\n"),
        (("--lang", "zh", "flows/estate.yaml"), "flows/estate.yaml 是文件。应写其所在的文件夹：flows。\n"),
    ],
    ids=str,
)
def test_a_command_line_that_cannot_be_followed_is_told_in_one_sentence(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run("check", *words, folder=estate(tmp_path / "estate"))
    assert (2, "", said) == (ran.code, ran.out, ran.err)


def test_an_unknown_choice_names_those_there_are(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--format", "xml", folder=estate(tmp_path / "estate"))
    assert 2 == ran.code
    assert "'xml' is not one of 'text', 'json', 'sarif'" in ran.err


def test_languages_say_the_same_findings(run: Run, tmp_path: Path) -> None:
    folder = opened(tmp_path / "estate")
    english, chinese, both = (
        run("check", "--on", DAY, "--lang", language, folder=folder) for language in ("en", "zh", "both")
    )
    assert [1, 1, 1] == [english.code, chinese.code, both.code]
    assert english.out == run("check", "--on", DAY).out
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in english.out)
    assert "电话号码" in chinese.out
    assert "phone number" in both.out
    assert "电话号码" in both.out


def test_the_language_of_the_machine_is_spoken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = opened(tmp_path / "estate")
    chinese = run("check", "--on", DAY, "--lang", "zh", folder=folder)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert chinese == run("check", "--on", DAY)
    monkeypatch.setenv("KUAJING_LANG", "en")
    assert chinese != run("check", "--on", DAY)


def test_the_day_decides_the_law(run: Run, tmp_path: Path) -> None:
    folder = opened(tmp_path / "estate")
    for day in ("2023-06-01", DAY):
        ran = run("check", "--on", day, "--format", "json", folder=folder)
        assert day == json.loads(ran.out)["on"]


def test_an_empty_folder_says_that_nothing_was_read(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--on", DAY, folder=tmp_path)
    assert 3 == ran.code
    assert ran.out.startswith("Not known  1\n\nwarn  low-coverage  .:1:1\n")
    assert (
        "Nothing was read, so nothing is shown: . holds no declaration and no file that a reader knows. "
        "`kuajing init` writes a start.\n" == ran.err
    )


def test_a_folder_of_files_no_reader_knows_says_so_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes\n", encoding="utf-8")
    ran = run("check", "--on", DAY, "--lang", "zh", folder=tmp_path)
    assert "未读取任何内容" in ran.err
    assert ".md 1" in ran.out


def test_files_of_a_rule_that_no_reader_knows_are_counted(run: Run, tmp_path: Path) -> None:
    declaration = CLOSED.replace('["*.sql"], dialect: mysql', '["*.sql", "*.py"]')
    folder = estate(tmp_path / "estate", declaration)
    (folder / "job.py").write_text("print(1)\n", encoding="utf-8")
    assert "Files that no reader knows: 1 (.py 1)" in run("check", "--on", DAY, folder=folder).out


def test_a_document_without_the_version_beside_one_that_has_it_is_refused(run: Run, tmp_path: Path) -> None:
    folder = estate(tmp_path / "estate", CLOSED + "---\nsettings: {}\n")
    ran = run("check", folder=folder)
    assert (2, "flows/estate.yaml:10:1: `---` needs the key `kuajing` here.\n") == (ran.code, ran.err)


def test_our_own_schema_is_no_file_that_was_not_looked_at(run: Run, shop: Path) -> None:
    assert "no reader knows" not in run("check", "--on", DAY, folder=shop).out


def test_files_that_cannot_be_read_are_findings_and_no_exit_two(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_bytes(b"\xff\x00\x80 CREATE")
    ran = run("check", "--on", DAY, "--fail-on", "warn", folder=tmp_path)
    assert (1, "") == (ran.code, ran.err)
    assert "a.sql:1:1" in ran.out
    assert 3 == run("check", "--on", DAY).code


def test_several_estates_are_checked_one_after_the_other(run: Run, tmp_path: Path) -> None:
    for name, make in (("first", estate), ("second", opened)):
        made = make(tmp_path / "made" / name)
        place = tmp_path / "flows" / name
        place.mkdir(parents=True)
        (place / "estate.yaml").write_bytes((made / "flows" / "estate.yaml").read_bytes())
        (place / "schema.sql").write_bytes((made / "schema.sql").read_bytes())
    ran = run("check", "--on", DAY, folder=tmp_path)
    assert (1, "") == (ran.code, ran.err)
    first, second = ran.out.split("== flows/second\n\n")
    assert first == "== flows/first\n\n" + run("check", "--on", DAY, "flows/first").out + "\n"
    assert second == run("check", "--on", DAY, "flows/second").out + "\n"
    refused = run("check", "--on", DAY, "--format", "json")
    said = (
        "Several estates stand here, each with its own declaration. Name one of: flows/first, flows/second.\n"
    )
    assert (2, "", said) == (refused.code, refused.out, refused.err)
