"""Stale law is never judged by: whatever changes in a file of the law, the compiled form is left aside."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kuajing.law.shipped import COMPILED, compiled_lines, read_files
from kuajing.messages.errors_text import error_text
from kuajing.source import packaged
from kuajing.source.errors import InputErrors
from kuajing.source.packaged import RULES, packaged_text

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


@pytest.mark.parametrize(("text", "count"), [("", 0), ("# nothing\n", 0), ("a: 1\n---\nb: 2\n", 2)])
def test_a_file_that_is_not_one_document_is_told(
    text: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: str, package: str = RULES) -> str:
        return text if path == "law/tally.yaml" else packaged_text(path, package)

    monkeypatch.setattr(packaged, "packaged_text", read)
    with pytest.raises(InputErrors) as found:
        read_files()
    assert [f"rules/law/tally.yaml:1:1: This holds {count} documents; write one."] == [
        error_text(error, "en") for error in found.value.errors
    ]


def test_faults_of_form_in_several_files_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: str, package: str = RULES) -> str:
        return "a: [" if path in {"law/tally.yaml", f"law/{ARTICLE}"} else packaged_text(path, package)

    monkeypatch.setattr(packaged, "packaged_text", read)
    with pytest.raises(InputErrors) as found:
        read_files()
    assert [f"rules/law/{ARTICLE}", "rules/law/tally.yaml"] == [
        error.location.path for error in found.value.errors
    ]
