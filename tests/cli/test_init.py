"""`kuajing init`: a working start, and a proposal from what is there."""

from pathlib import Path

import pytest
from tests.cli.conftest import DAY, HERE, Run

DESK = HERE / "data" / "desk"
WRITTEN = ["flows/.kuajing/declaration.schema.json", "flows/estate.yaml", "sql/customer.sql"]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_folder_is_made_and_the_next_step_told(run: Run, tmp_path: Path) -> None:
    ran = run("init", "shop", folder=tmp_path)
    assert (0, "") == (ran.code, ran.out)
    assert (
        "Written: shop/flows/estate.yaml, shop/sql/customer.sql, shop/flows/.kuajing/declaration.schema.json. "
        "Next: `kuajing check shop`.\n" == ran.err
    )
    assert WRITTEN == files(tmp_path / "shop")


def test_the_folder_we_stand_in_is_the_default(run: Run, tmp_path: Path) -> None:
    assert 0 == run("init", folder=tmp_path).code
    assert WRITTEN == files(tmp_path)


def test_the_start_has_exactly_one_planted_fault(run: Run, shop: Path) -> None:
    ran = run("check", "--on", DAY, folder=shop)
    assert (1, "") == (ran.code, ran.err)
    assert ran.out.startswith("Not shown to be met  1\n\nblock  undeclared-crossing  sql/customer.sql:")
    assert ran.out.endswith("Findings under the law in force on 2026-11-30: 1.\n")


def test_what_exists_is_never_written_over(run: Run, shop: Path, tmp_path: Path) -> None:
    (shop / "flows" / "estate.yaml").write_text("mine\n", encoding="utf-8")
    (shop / "sql" / "customer.sql").unlink()
    ran = run("init", "shop", folder=tmp_path)
    assert 2 == ran.code
    assert "Nothing was written, because these files are already there: flows/estate.yaml.\n" == ran.err
    assert "mine\n" == (shop / "flows" / "estate.yaml").read_text("utf-8")
    assert WRITTEN[:2] == files(shop)


def test_a_second_run_that_would_change_nothing_is_welcome(run: Run, shop: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in shop.rglob("*") if path.is_file()}
    assert 0 == run("init", "shop", folder=tmp_path).code
    assert before == {path: path.read_bytes() for path in shop.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path, language: str) -> None:
    (tmp_path / "flows").write_text("a file\n", encoding="utf-8")
    ran = run("init", "--lang", language, folder=tmp_path)
    assert 2 == ran.code
    begins = {"en": "flows/estate.yaml cannot be written: ", "zh": "无法写入 flows/estate.yaml："}
    assert ran.err.startswith(begins[language])
    assert ["flows"] == files(tmp_path)


def test_a_proposal_names_what_files_show_and_asks_the_rest(run: Run, tmp_path: Path) -> None:
    new = tmp_path / "new"
    for part in ("sql", "jobs"):
        (new / part).mkdir(parents=True)
    (new / "sql" / "customer.sql").write_bytes((DESK / "sql" / "crm" / "customer.sql").read_bytes())
    (new / "jobs" / "to_us.json").write_bytes((DESK / "jobs" / "to_us.json").read_bytes())
    assert 0 == run("init", "--from", ".", folder=new).code
    proposal = (new / "flows" / "estate.yaml").read_text("utf-8")
    assert "unknown" in proposal
    assert "desk.c1.us-east-1.rds.amazonaws.com:5432" in proposal
    checked = run("check", "--on", DAY)
    assert 2 != checked.code, checked.err
    assert "" == checked.err


def test_a_proposal_can_go_elsewhere_and_where_it_belongs_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("init", "there", "--from", str(DESK), folder=tmp_path)
    assert 0 == ran.code
    assert "Suspected exits: " in ran.err
    assert f"Move `flows` into {DESK}, beside the files it speaks of" in ran.err
    assert WRITTEN[:2] == files(tmp_path / "there")


def test_a_proposal_from_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("init", "--from", "gone", folder=tmp_path)
    assert (2, "There is no folder gone. Correct the path.\n") == (ran.code, ran.err)
    assert [] == files(tmp_path)
