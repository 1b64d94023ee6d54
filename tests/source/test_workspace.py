"""A folder on disk: what is found, what is passed over, what is refused and why."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from kuajing.source.location import Location
from kuajing.source.text import FoundFile, SourceText, Unread
from kuajing.source.workspace import Workspace


def put(root: Path, path: str, data: bytes = b"select 1;\n") -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def test_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("sql/b.sql", "sql/a.sql", "客户.sql", "a-b.sql", "a/b.sql"):
        put(tmp_path, path)
    expected = ("a-b.sql", "a/b.sql", "sql/a.sql", "sql/b.sql", "客户.sql")
    assert tuple(FoundFile(path, 10) for path in expected) == Workspace(tmp_path).files()


def test_folders_of_copies_are_passed_over_and_listed(tmp_path: Path) -> None:
    for path in (".git/config", "web/node_modules/x.json", "venv/y.sql", "sql/a.sql"):
        put(tmp_path, path)
    survey = Workspace(tmp_path).survey()
    assert (FoundFile("sql/a.sql", 10),) == survey.files
    assert (
        Unread(Location(".git"), "unread.folder_by_rule", (("name", ".git"),)),
        Unread(Location("venv"), "unread.folder_by_rule", (("name", "venv"),)),
        Unread(Location("web/node_modules"), "unread.folder_by_rule", (("name", "node_modules"),)),
    ) == survey.passed_over
    assert survey.unread == ()


def test_words_are_found_at_both_ends_of_a_file_too_large_to_read(tmp_path: Path) -> None:
    put(tmp_path, "a.json", b"\0reader" + b" " * 9_000_000 + b"writer\0")
    put(tmp_path, "wide.json", "writer reader".encode("utf-16"))
    put(tmp_path, "b.json", b"readers" + b" " * 9_000_000 + b"writer")
    workspace = Workspace(tmp_path)
    found = [
        workspace.holds(name, ("reader", "writer"))
        for name in ("a.json", "wide.json", "b.json", "none", "..")
    ]
    assert [True, True, False, False, False] == found


def test_what_a_declared_path_names_is_read_in_a_folder_of_products_too(tmp_path: Path) -> None:
    for path in (
        "jobs/build/target/j.json",
        "jobs/build/.git/k.json",
        "jobs/build/a.sql",
        "web/build/x.json",
    ):
        put(tmp_path, path)
    survey = Workspace(tmp_path, declared=("jobs/**/*.json",)).survey()
    assert (FoundFile("jobs/build/target/j.json", 10),) == survey.files
    assert (
        Unread(Location("jobs/build/.git"), "unread.folder_by_rule", (("name", ".git"),)),
        Unread(Location("web/build"), "unread.folder_by_rule", (("name", "build"),)),
    ) == survey.passed_over


def test_a_folder_of_products_that_holds_nothing_declared_is_passed_over(tmp_path: Path) -> None:
    for path in ("sql/build/a.txt", "sql/a.sql", "old/build/b.sql"):
        put(tmp_path, path)
    survey = Workspace(tmp_path, ("old/",), declared=("**/*.sql",)).survey()
    assert (FoundFile("sql/a.sql", 10),) == survey.files
    assert ["old", "sql/build"] == [one.location.path for one in survey.passed_over]


def test_a_file_named_like_such_a_folder_is_read(tmp_path: Path) -> None:
    put(tmp_path, "build")
    assert (FoundFile("build", 10),) == Workspace(tmp_path).files()


def test_what_is_excluded_is_listed(tmp_path: Path) -> None:
    for path in ("old/a.sql", "old/deep/b.sql", "sql/a.sql", "sql/a.bak"):
        put(tmp_path, path)
    survey = Workspace(tmp_path, ("old/", "**/*.bak")).survey()
    assert (FoundFile("sql/a.sql", 10),) == survey.files
    expected = tuple(Unread(Location(path), "unread.excluded") for path in ("old", "sql/a.bak"))
    assert expected == survey.passed_over


def test_links_pipes_and_sockets_are_named_and_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "root"
    put(tmp_path, "outside/secret.sql")
    put(root, "sql/a.sql")
    (root / "inner.sql").symlink_to("sql/a.sql")
    (root / "loop").symlink_to(".")
    (root / "out").symlink_to("../outside")
    (root / "out.sql").symlink_to("../outside/secret.sql")
    (root / "gone.sql").symlink_to("nowhere.sql")
    os.mkfifo(root / "pipe.sql")
    short = socket.socket(socket.AF_UNIX)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(root)
            short.bind("socket.sql")
        survey = Workspace(root).survey()
    finally:
        short.close()
    assert (FoundFile("sql/a.sql", 10),) == survey.files
    assert (
        Unread(Location("gone.sql"), "unread.link_broken"),
        Unread(Location("inner.sql"), "unread.link_inside", (("target", "sql/a.sql"),)),
        Unread(Location("loop"), "unread.link_outside"),
        Unread(Location("out"), "unread.link_outside"),
        Unread(Location("out.sql"), "unread.link_outside"),
        Unread(Location("pipe.sql"), "unread.special"),
        Unread(Location("socket.sql"), "unread.special"),
    ) == survey.unread


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_named(tmp_path: Path) -> None:
    put(tmp_path, "closed/a.sql")
    (tmp_path / "closed").chmod(0)
    try:
        survey = Workspace(tmp_path).survey()
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert (
        Unread(Location("closed"), "unread.folder", (("problem", "Permission denied"),)),
    ) == survey.unread


def test_a_root_that_is_missing_is_named(tmp_path: Path) -> None:
    survey = Workspace(tmp_path / "nowhere").survey()
    assert (
        Unread(Location("."), "unread.folder", (("problem", "No such file or directory"),)),
    ) == survey.unread


def test_a_name_that_is_not_utf8_is_named_by_its_bytes(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xbf\xcd.sql"))).write_bytes(b"x")
    expected = (Unread(Location("\\udcbf\\udccd.sql"), "unread.name"),)
    unread = Workspace(tmp_path).survey().unread
    assert Workspace(tmp_path).files() == ()
    assert [item.reason for item in expected] == [item.reason for item in unread]
    assert unread[0].location.path.isascii()


def test_a_name_with_a_control_character_is_named(tmp_path: Path) -> None:
    put(tmp_path, "two\nlines.sql")
    expected = (Unread(Location("two\nlines.sql"), "unread.name"),)
    assert expected == Workspace(tmp_path).survey().unread


def test_a_glob_gives_the_files_that_fit(tmp_path: Path) -> None:
    for path in ("sql/dw/a.sql", "sql/b.sql", "sql/c.json"):
        put(tmp_path, path)
    workspace = Workspace(tmp_path)
    assert (FoundFile("sql/b.sql", 10), FoundFile("sql/dw/a.sql", 10)) == workspace.glob(["sql/**/*.sql"])
    assert workspace.glob(["../**"]) == ()


def test_a_file_is_read_with_its_encoding_and_digest(tmp_path: Path) -> None:
    data = "-- 客户\r\n".encode("gbk")
    put(tmp_path, "sql/a.sql", data)
    expected = SourceText(
        "sql/a.sql", "-- 客户\n", "gb18030", doubtful=False, digest=hashlib.sha256(data).hexdigest()
    )
    assert expected == Workspace(tmp_path).read("./sql/../sql/a.sql")


@pytest.mark.parametrize(
    ("path", "reason", "values"),
    [
        ("../secret.sql", "unread.outside_root", ()),
        ("", "unread.outside_root", ()),
        ("sql", "unread.special", ()),
        ("sql/none.sql", "unread.missing", ()),
        ("link.sql", "unread.link_on_the_way", ()),
        ("linked/a.sql", "unread.link_on_the_way", ()),
        ("pipe.sql", "unread.special", ()),
        ("sql/a.sql/deeper", "unread.file", (("problem", "Not a directory"),)),
        ("image.png", "unread.binary", ()),
        ("large.sql", "unread.too_large", (("size", "0.0 MB"), ("limit", "0.0 MB"))),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, path: str, reason: str, values: tuple[tuple[str, str], ...]
) -> None:
    root = tmp_path / "root"
    put(tmp_path, "secret.sql")
    put(root, "sql/a.sql")
    put(root, "image.png", b"\x89PNG\x00")
    put(root, "large.sql", b"-" * 2_000)
    (root / "link.sql").symlink_to("sql/a.sql")
    (root / "linked").symlink_to("sql")
    os.mkfifo(root / "pipe.sql")
    assert Unread(Location(path), reason, values) == Workspace(root, largest=1_000).read(path)


def test_the_largest_file_allowed_is_read(tmp_path: Path) -> None:
    put(tmp_path, "large.sql", b"-" * 1_000)
    text = Workspace(tmp_path, largest=1_000).read("large.sql")
    assert isinstance(text, SourceText)
    assert text.text == "-" * 1_000
