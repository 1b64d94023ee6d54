"""SQL inside other files gives the facts that it gives in a file of its own, each at its place."""

from collections.abc import Callable

import pytest

from kuajing.readers.embedded_sql import recognises

Tell = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "embedded/move.py",
            [
                "read sql: 0 1 0 0",
                "5:14 part sql_target_columns_unknown table=dw.user of dw.user, ods.member",
                "6:1 ?/ods.member.day decides ?/dw.user",
                "6:16 ?/ods.member.mobile -> ?/dw.user.mobile identity",
            ],
        ),
        (
            "embedded/move.sh",
            [
                "read sql: 0 1 0 0",
                "2:1 part sql_target_columns_unknown table=dw.user of dw.user, ods.member",
                "3:8 ?/ods.member.mobile -> ?/dw.user.mobile identity",
                "3:39 part embedded_clause what=${tail}",
            ],
        ),
        (
            "embedded/Mapper.xml",
            [
                "read sql: 2 0 0 0",
                "2:53 ?/new.id -> ?/archive.id identity",
                "2:53 ?/old.id -> ?/archive.id identity",
            ],
        ),
        ("embedded/broken.xml", ["2:66 file embedded_xml"]),
        (
            "embedded/models/users.sql",
            [
                "read sql: 1 0 0 0",
                "1:1 table ?/users (mobile)",
                "1:8 ?/crm.member.mobile -> ?/users.mobile identity",
            ],
        ),
        (
            "embedded/session.py",
            [
                "read sql: 2 0 1 1",
                "6:16 statement sql_unclosed_quote",
                "7:57 ?/v.t2 -> ?/other.a identity",
                "8:41 ?/crm.c.tel -> ?/z.a identity",
            ],
        ),
        ("embedded/guide.md", []),
    ],
)
def test_sql_inside_a_file_moves_data_at_its_place(tell: Tell, name: str, expected: list[str]) -> None:
    assert expected == tell(name)


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.py", "x = 'select a from b'", True),
        ("a.py", "x = 'select one from the list'", False),
        ("a.py", "print 'select'", False),
        ("a.md", "```sql\nselect a from b\n```", False),
        ("a.xml", '<mapper namespace="a"><select', True),
        ("a.sh", "", True),
        ("a.py", "", False),
        ("a.sql", "select a from b", False),
    ],
)
def test_a_text_is_a_source_where_sql_of_it_runs(path: str, text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected == recognises(path, text)
