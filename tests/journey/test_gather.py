"""What of a folder is read, what becomes an unread file, and what a declaration that is none is told."""

from pathlib import Path

import pytest

from kuajing.journey.gather import gather
from kuajing.model.facts import UnreadFact
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.location import Location

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


def test_sections_of_a_declaration_without_its_version_are_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "flows/a.yaml", RULE)
    put(tmp_path, "flows/b.yaml", "acceptances: []\nsettings: {floors: {read: 1}}\n")
    with pytest.raises(InputErrors) as raised:
        gather(tmp_path)
    values = (("where", "---"), ("key", "kuajing: 1"))
    fault = InputError(Location("flows/b.yaml", 1, 1), "declaration.missing_key", values)
    assert (fault,) == raised.value.errors


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("flows/b.yaml", "settings: {floors: {read: 1}}\nservices: {}\n"),
        ("flows/b.yaml", "{}\n"),
        ("deploy/b.yaml", "settings: {floors: {read: 1}}\n"),
    ],
)
def test_other_yaml_is_not_taken_for_a_declaration(tmp_path: Path, path: str, text: str) -> None:
    put(tmp_path, "flows/a.yaml", RULE)
    put(tmp_path, path, text)
    assert ("flows/a.yaml",) == gather(tmp_path).declarations


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (f"{{% if night %}}\n{JOB}{{% endif %}}\n", (1, 2), "unread.datax_json"),
        (JOB.replace("mysqlreader", "\0"), (1, 1), "unread.binary"),
        (JOB.replace('"name"', '"named"'), (1, 1), None),
        (
            JOB.replace("mysqlreader", "${from}").replace("mysqlwriter", "${to}"),
            (1, 1),
            "unread.datax_job_shape",
        ),
        ('{"name": "page", "content": "writer", "main": "\0"}', (1, 1), None),
        ('{"name": "page", "content": [{"reader": "Li", "writer": "Wu"}]}', (1, 1), None),
        ('{"dependencies": {', (1, 1), None),
    ],
)
def test_json_that_looks_like_a_job_and_cannot_be_read_is_unread(
    tmp_path: Path, text: str, place: tuple[int, int], reason: str | None
) -> None:
    put(tmp_path, "jobs/j.json", text)
    put(tmp_path, "jobs/j.txt", text)
    expected = [] if reason is None else [(Location("jobs/j.json", *place), reason, "file")]
    assert expected == [(fact.location, fact.reason, fact.grain) for fact in gather(tmp_path).unread]


def test_a_declared_file_that_looks_like_a_job_is_unread_whatever_its_ending(tmp_path: Path) -> None:
    put(tmp_path, "flows/a.yaml", RULE)
    put(tmp_path, "jobs/j.tpl", "{% if night %}" + JOB)
    put(tmp_path, "jobs/notes.txt", "the reader of this content")
    assert (UnreadFact(Location("jobs/j.tpl", 1, 2), "unread.datax_json", "file"),) == gather(tmp_path).unread


def test_a_job_beneath_lines_of_remarks_is_read(tmp_path: Path) -> None:
    put(tmp_path, "jobs/j.json", f"# nightly\n{JOB}")
    assert ["jobs/j.json"] == [text.path for text in gather(tmp_path).texts]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("目录", ["unread.encoding_doubtful"]),
        ("客户的手机号码", []),
    ],
    ids=["two signs that fit both", "a sentence that fits one"],
)
def test_a_text_that_fits_two_encodings_is_told(tmp_path: Path, written: str, expected: list[str]) -> None:
    text = f"CREATE TABLE t (a int COMMENT '{written}');\n"
    (tmp_path / "a.sql").write_bytes(text.encode("gb18030"))
    assert expected == [fact.reason for fact in gather(tmp_path).unread]
