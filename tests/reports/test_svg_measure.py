import pytest

from kuajing.reports.svg_measure import as_many, em


@pytest.mark.parametrize(
    ("things", "separator", "lines"),
    [
        (("name", "phone number"), ",", ("name,", "phone number")),
        (("name", "age"), ",", ("name, age",)),
        (("出生日期", "电子邮箱", "电话号码"), "、", ("出生日期、", "电子邮箱、", "电话号码")),
        (("姓名", "年龄"), "、", ("姓名、年龄",)),
        (("a", "b", "c", "d" * 20, "e"), ",", ("a, b, c,", "d" * 14, "d" * 6 + ", e")),
    ],
)
def test_things_in_a_row_are_broken_between_them(
    things: tuple[str, ...], separator: str, lines: tuple[str, ...]
) -> None:
    assert as_many(things, separator, 10, 85, 3) == lines


def test_what_finds_no_room_is_counted() -> None:
    assert as_many(("电话号码", "电子邮箱", "出生日期"), "、", 10, 85, 2) == ("电话号码、", "电子邮箱 +1")


def test_no_line_is_wider_than_asked() -> None:
    lines = as_many(("resident identity number", "IP address", "account"), ",", 11, 120, 3)
    assert all(em(line) * 11 <= 120 for line in lines)
