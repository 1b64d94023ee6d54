"""What of a folder is read, what becomes an unread file, and what a declaration that is none is told."""

from pathlib import Path

from kuajing.journey.gather import gather

RULE = "kuajing: 1\nsources:\n  - {paths: ['jobs/**']}\n"
JOB = """{"job": {"content": [{
  "reader": {"name": "mysqlreader", "parameter": {"column": ["a"]}},
  "writer": {"name": "mysqlwriter", "parameter": {"column": ["a"]}}}]}}
"""


def put(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def test_a_declared_path_is_read_in_a_folder_of_products_and_another_is_not(tmp_path: Path) -> None:
    put(tmp_path, "flows/a.yaml", RULE)
    put(tmp_path, "jobs/build/j.json", JOB)
    put(tmp_path, "web/build/j.json", JOB)
    gathered = gather(tmp_path)
    assert ["jobs/build/j.json"] == [text.path for text in gathered.texts]
    assert ("web/build",) == gathered.passed_over
