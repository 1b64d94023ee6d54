import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuajing.reports.characters import cells, padded, visible, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("客户 mobile", "客户 mobile"),
        ("a\x1b[31mb", "a\\u{1b}[31mb"),
        ("a\u202eb\u200bc", "a\\u{202e}b\\u{200b}c"),
        ("line\nbreak\ttab", "line\\u{a}break\\u{9}tab"),
        ("\U000e0041\u3164\ufeff\uffff\ud800", "\\u{e0041}\\u{3164}\\u{feff}\\u{ffff}\\u{d800}"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_visible_text_is_the_same_twice_and_holds_no_control(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert not any(sign in once for sign in "\n\r\t\x1b\u202e\u2028\x9b\x7f")


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("客户", 4), ("e\u0301", 1), ("Ａ", 2), ("", 0)])
def test_wide_signs_take_two_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_padding_counts_cells() -> None:
    assert padded("客户", 6) == "客户  "


def test_chinese_breaks_between_signs_but_not_before_a_closing_mark() -> None:
    assert wrapped("应订立标准合同，或通过认证。", 14) == ("应订立标准合", "同，或通过认", "证。")


def test_a_short_term_in_a_row_of_terms_is_not_broken() -> None:
    assert wrapped("姓名、电话号码、居民身份证号", 16) == ("姓名、电话号码、", "居民身份证号")
    assert wrapped("涉及姓名和电话号码", 12) == ("涉及姓名和电", "话号码")


def test_a_short_term_wider_than_the_line_is_broken_all_the_same() -> None:
    assert wrapped("姓名、居民身份证号", 6) == ("姓名、", "居民身", "份证号")


def test_words_stay_whole_where_they_fit() -> None:
    assert wrapped("a standard contract", 12) == ("a standard", "contract")


def test_a_long_name_breaks_after_a_joint() -> None:
    assert wrapped("warehouse.dwd.member", 14) == ("warehouse.dwd.", "member")


@given(st.text(alphabet=string.ascii_letters + "客户，。（） ._-", min_size=1), st.integers(4, 30))
def test_wrapping_keeps_every_sign_and_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines)
