"""Stale law is never judged by: whatever changes in a file of the law, the compiled form is left aside."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.law.shipped import COMPILED, compiled_lines

LAW = Path(__file__).parents[2] / "rules" / "law"
ARTICLE = "cbdf/article-09.yaml"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of rules that may be changed; its folder is its name."""
    folder = tmp_path / f"rules_of_{tmp_path.name}"
    shutil.copytree(LAW, folder / "law")
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def longer(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def of_the_same_length_and_time(path: Path) -> None:
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("2024", "2025"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert before.st_size == path.stat().st_size


def renamed(path: Path) -> None:
    path.rename(path.with_name("article-90.yaml"))


def copied(path: Path) -> None:
    shutil.copy(path, path.with_name("article-90.yaml"))


def test_the_compiled_law_stands_while_its_files_are_the_same(package: Path) -> None:
    assert compiled_lines(package.name) == compiled_lines()
    assert compiled_lines() is not None


@pytest.mark.parametrize("change", [longer, of_the_same_length_and_time, renamed, copied, Path.unlink])
def test_a_change_in_a_file_of_the_law_puts_the_compiled_law_aside(
    package: Path, change: Callable[[Path], None]
) -> None:
    change(package / "law" / ARTICLE)
    assert compiled_lines(package.name) is None


def test_a_change_in_the_compiled_law_puts_it_aside(package: Path) -> None:
    path = package / COMPILED
    path.write_text(path.read_text(encoding="utf-8").replace("security_assessment", "exempt"), "utf-8")
    assert compiled_lines(package.name) is None


def test_where_no_compiled_law_is_there_is_none(package: Path) -> None:
    (package / COMPILED).unlink()
    assert compiled_lines(package.name) is None


def test_examples_are_no_files_of_the_law(package: Path) -> None:
    longer(package / "law" / ARTICLE.replace(".yaml", ".cases.yaml"))
    assert compiled_lines(package.name) == compiled_lines()
