"""Thirty and more ways to write a path, and whether each stays under the root."""

import pytest

from kuajing.source.paths import inside, parts_inside

WITHIN = [
    "sql/dw/load.sql",
    "./sql/load.sql",
    "sql//load.sql",
    "sql/../deploy/prod.env",
    "sql/dw/**/*.sql",
    "数据/客户表.sql",
    "ｆｕｌｌ/width.sql",
    "..hidden/file",
    "a...b/c",
    ".git/config",
    "with space/a b.sql",
    "100%.sql",
    "a/b/../../c.sql",
    "sql/[ab]?.sql",
    "~$draft.sql",
]
OUTSIDE = [
    "..",
    "../secret.sql",
    "sql/../../secret.sql",
    "a/b/../../../c",
    "/etc/passwd",
    "//server/share/x.sql",
    "\\\\server\\share\\x.sql",
    "..\\secret.sql",
    "sql\\..\\..\\secret.sql",
    "C:\\data\\x.sql",
    "c:/data/x.sql",
    "C:x.sql",
    "~/x.sql",
    "~root/x.sql",
    "file:///etc/passwd",
    "https://example.com/x.sql",
    "．．/secret.sql",
    "..／secret.sql",
    "sql／..／..／secret.sql",
    "‥/secret.sql",
    "․․/secret.sql",
    "﹒﹒/secret.sql",
    "..∕secret.sql",
    "..⁄secret.sql",
    "..＼secret.sql",
    "..﹨secret.sql",
    "Ｃ：/data/x.sql",
    "／etc/passwd",
    "%2e%2e/secret.sql",
    "..%2fsecret.sql",
    "..%5csecret.sql",
    "%252e%252e%252fsecret.sql",
    ".. /secret.sql",
    "sql/load.sql\x00.txt",
    "sql/\nload.sql",
    " C:/x.sql",
]


@pytest.mark.parametrize("path", WITHIN)
def test_a_path_that_stays_is_inside(path: str) -> None:
    assert inside(path)


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_leaves_is_not_inside(path: str) -> None:
    assert not inside(path)
    assert parts_inside(path) is None


def test_the_parts_of_a_path_are_resolved() -> None:
    assert parts_inside("./sql//../deploy/./prod.env") == ("deploy", "prod.env")
