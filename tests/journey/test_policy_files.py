"""Where an organisation's own rules are read from: folders under the root that hold rules and nothing that is passed over."""

from pathlib import Path

import pytest

from kuajing.journey.gather import gather
from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputErrors

INSTRUMENT = "id: SHOP\ntitle: Own rules\nin_force: 2026-01-01\n"
ARTICLE = """article: 1
provisions:
  - key: SHOP-A1
    versions:
      - {kind: forbids, id: ban, gloss: A., when: {named: live}}
"""


def put(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def estate(root: Path, *folders: str) -> Path:
    """An estate whose declaration names these folders of rules; `policies` holds two of them."""
    put(root, "flows/a.yaml", f"kuajing: 1\nsettings:\n  rules: [{', '.join(folders)}]\n")
    put(root, "policies/instrument.yaml", INSTRUMENT)
    put(root, "policies/article-1.yaml", ARTICLE)
    return root


def told(root: Path) -> list[str]:
    with pytest.raises(InputErrors) as raised:
        gather(root)
    return [error_text(error, "en") for error in raised.value.errors]


def test_rules_are_read_apart_from_sources_and_files_that_nobody_knows(tmp_path: Path) -> None:
    put(tmp_path, "policies/README.md", "# Ours\n")
    put(tmp_path, "policies/more/article-2.yaml", ARTICLE)
    gathered = gather(estate(tmp_path, "policies/", "./policies"))
    assert ["policies/article-1.yaml", "policies/instrument.yaml", "policies/more/article-2.yaml"] == [
        text.path for text in gathered.policies
    ]
    assert ((), ((".md", 1),), ()) == (gathered.texts, gathered.others, gathered.unread)


def test_rules_that_no_declaration_names_are_no_rules(tmp_path: Path) -> None:
    gathered = gather(estate(tmp_path))
    assert ((), ((".yaml", 2),)) == (gathered.policies, gathered.others)


@pytest.mark.parametrize("folder", ["nowhere/", "policies/article", "docs/"])
def test_a_folder_that_is_missing_or_holds_no_rule_is_an_error(tmp_path: Path, folder: str) -> None:
    put(tmp_path, "docs/README.md", "# Ours\n")
    assert [
        (
            f"flows/a.yaml:3:11: No rule was found in `{folder}`. Correct the path, or write `instrument.yaml` and "
            "`article-….yaml` there (docs/policies.md)."
        )
    ] == told(estate(tmp_path, folder))


def test_the_root_itself_is_no_folder_of_rules(tmp_path: Path) -> None:
    assert [
        (
            "flows/a.yaml:3:11: `./` is no folder of its own. Put the organisation's own rules into a folder under the root "
            "and name that."
        )
    ] == told(estate(tmp_path, "./"))


@pytest.mark.parametrize("folder", ["../elsewhere/", "/etc/", "policies/../../x"])
def test_a_path_out_of_the_root_is_refused(tmp_path: Path, folder: str) -> None:
    (error,) = told(estate(tmp_path / "root", folder))
    assert error.startswith(f"flows/a.yaml:3:11: `{folder}` leads out of the repository.")


@pytest.mark.parametrize("folder", ["linked/", "linked/more/"])
@pytest.mark.parametrize("target", ["root/policies", "elsewhere"])
def test_a_folder_behind_a_link_is_refused_wherever_it_leads(
    tmp_path: Path, folder: str, target: str
) -> None:
    root = estate(tmp_path / "root", folder)
    put(tmp_path, "elsewhere/more/instrument.yaml", INSTRUMENT)
    (root / "linked").symlink_to(tmp_path / target, target_is_directory=True)
    assert [
        (
            f"flows/a.yaml:3:11: `{folder}` lies behind a link, and links are not followed, so its rules would not be read. "
            "Name the folder by its own path."
        )
    ] == told(root)


def test_a_rule_behind_a_link_is_an_error_at_its_own_place(tmp_path: Path) -> None:
    root = estate(tmp_path / "root", "policies/")
    put(tmp_path, "elsewhere.yaml", ARTICLE)
    (root / "policies/article-2.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert [
        (
            "policies/article-2.yaml:1:1: A rule of the organisation would not be read. A link that leads out of the root, "
            "not followed. Copy the file into the root, or run from a folder that holds both."
        )
    ] == told(root)


@pytest.mark.parametrize("name", ["artcle-2.yaml", "article-2.yml", "article-2.cases.yaml", "rules.yaml"])
def test_a_file_that_would_not_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"policies/{name}", ARTICLE)
    assert [
        (
            f"policies/{name}:1:1: This file lies in `policies/` and is none of the rules there, so it would not be read. "
            "Name it `instrument.yaml`, `article-….yaml` or `conditions.yaml`, or move it elsewhere."
        )
    ] == told(estate(tmp_path, "policies/"))


def test_a_rule_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    root = estate(tmp_path, "policies/")
    (root / "policies/article-1.yaml").write_bytes(b"\x00\x01\x02\x00")
    (error,) = told(root)
    assert error.startswith("policies/article-1.yaml:1:1: A rule of the organisation would not be read. ")
