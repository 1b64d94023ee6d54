"""One estate under a root, or several that each bring their own sources."""

from pathlib import Path

import pytest

from kuajing.journey.estates import estates

DECLARATION = "kuajing: 1\n"


def written(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_folders_that_bring_their_own_sources_are_estates(tmp_path: Path) -> None:
    files = {
        f"flows/{name}/{file}": text
        for name in ("b", "a")
        for file, text in (("e.yaml", DECLARATION), ("s.sql", ""))
    }
    assert (tmp_path / "flows" / "a", tmp_path / "flows" / "b") == estates(written(tmp_path, files))


@pytest.mark.parametrize(
    "files",
    [
        {"flows/a/e.yaml": DECLARATION, "flows/b/e.yaml": DECLARATION, "sql/s.sql": ""},
        {"flows/a/e.yaml": DECLARATION, "flows/a/s.sql": "", "flows/b/e.yaml": DECLARATION},
        {"flows/a/e.yaml": DECLARATION, "flows/a/s.sql": ""},
        {
            "flows/e.yaml": DECLARATION,
            "flows/a/e.yaml": DECLARATION,
            "flows/a/s.sql": "",
            "flows/b/e.yaml": DECLARATION,
            "flows/b/s.sql": "",
        },
        {"flows/a/e.yaml": "x: 1\n", "flows/a/s.sql": "", "flows/b/e.yaml": DECLARATION, "flows/b/s.sql": ""},
        {"a/e.yaml": DECLARATION, "a/s.sql": "", "b/e.yaml": DECLARATION, "b/s.sql": ""},
        {},
    ],
    ids=[
        "sorted by team",
        "one brings none",
        "one alone",
        "one above",
        "one declares nothing",
        "not in flows",
        "empty",
    ],
)
def test_everything_else_is_one_estate(tmp_path: Path, files: dict[str, str]) -> None:
    assert (tmp_path,) == estates(written(tmp_path, files))
