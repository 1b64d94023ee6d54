"""Real bytes on disk to text, in the promised order, never lossy."""

import random
from pathlib import Path

import pytest

from kuajing.source.encoding import Decoded, Undecodable, decode, is_known_encoding

DATA = Path(__file__).parent / "data" / "encodings"
DDL = (
    "create table crm_customer (\n"
    "  name varchar(64) comment '客户姓名',\n"
    "  mobile varchar(20) comment '手机号码'\n"
    ") comment '客户表';\n"
)


def reading(name: str, declared: str | None = None) -> Decoded:
    return decode((DATA / name).read_bytes(), declared)


def refusal(name: str, declared: str | None = None) -> tuple[str, tuple[tuple[str, str], ...]]:
    with pytest.raises(Undecodable) as raised:
        reading(name, declared)
    return raised.value.reason, raised.value.values


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("utf8.sql", "utf-8"),
        ("utf8_with_mark.sql", "utf-8"),
        ("gbk.sql", "gb18030"),
        ("gb18030_with_mark.sql", "gb18030"),
        ("utf16_le.sql", "utf-16-le"),
        ("utf16_be.sql", "utf-16-be"),
        ("utf32_le.sql", "utf-32-le"),
    ],
)
def test_the_same_statement_reads_the_same_in_every_encoding(name: str, encoding: str) -> None:
    assert Decoded(DDL, encoding) == reading(name)


def test_characters_of_four_bytes_in_gb18030_are_read() -> None:
    assert Decoded("-- 㐂 𠮷\n" + DDL, "gb18030") == reading("gb18030_four_bytes.sql")


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    expected = Decoded("-- 客戶資料表\ncreate table 客戶 (姓名 varchar(64));\n", "big5")
    assert expected == reading("big5.sql", "Big5")


def test_big5_is_not_guessed() -> None:
    assert refusal("big5.sql") == ("unread.encoding", ())


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert Decoded(DDL, "utf-8") == reading("utf8.sql", "gbk")


def test_a_declaration_that_does_not_fit_leaves_the_reading_in_doubt() -> None:
    assert Decoded(DDL, "gb18030", doubtful=True) == reading("gbk.sql", "ascii")


def test_a_declared_codec_that_is_no_encoding_of_text_is_refused() -> None:
    expected = ("unread.encoding_unknown", (("encoding", "unicode_escape"),))
    assert expected == refusal("gbk.sql", "unicode_escape")
    assert [is_known_encoding(name) for name in ("unicode_escape", "rot13", "no such", "GBK")] == [
        False,
        False,
        False,
        True,
    ]


def test_bytes_that_fit_nothing_are_refused() -> None:
    assert refusal("neither.sql") == ("unread.encoding", ())
    assert refusal("neither.sql", "ascii") == ("unread.encoding_declared", (("encoding", "ascii"),))


def test_utf16_needs_its_mark() -> None:
    assert refusal("utf16_without_mark.sql", "utf-8") == ("unread.binary", ())


def test_a_mark_that_lies_is_refused() -> None:
    with pytest.raises(Undecodable) as raised:
        decode(b"\xff\xfea\x00b")
    assert raised.value.values == (("encoding", "utf-16-le"),)


def test_an_image_is_no_text_but_a_separator_of_hive_is() -> None:
    assert refusal("image.sql") == ("unread.binary", ())
    expected = "create table t (a string) row format delimited fields terminated by '\x01';\n"
    assert Decoded(expected, "utf-8") == reading("hive_separators.sql")


def test_every_line_end_becomes_one_and_a_closing_ctrl_z_goes() -> None:
    assert Decoded("select 1;\nselect 2;\nselect 3;\nselect 4;\n", "utf-8") == reading("line_ends.sql")


def test_two_characters_of_gbk_that_happen_to_be_utf8_are_in_doubt() -> None:
    assert Decoded("dir int comment 'Ŀ¼'\n", "utf-8", doubtful=True) == reading("two_characters_in_gbk.sql")


def test_a_declaration_settles_that_doubt() -> None:
    assert Decoded("dir int comment '目录'\n", "gbk") == reading("two_characters_in_gbk.sql", "gbk")


@pytest.mark.parametrize(
    "text", ["für", "café ñandú", "Привет мир", "10 °C", "日本語", "한국어", "naïve — ok", "😀"]
)
def test_other_scripts_in_utf8_are_not_in_doubt(text: str) -> None:
    assert Decoded(text, "utf-8") == decode(text.encode())


def test_traditional_characters_that_only_gbk_holds_are_in_doubt() -> None:
    assert Decoded("-- 客戶資料\n", "gb18030", doubtful=True) == decode("-- 客戶資料\n".encode("gbk"))


@pytest.mark.parametrize(
    "template",
    ["-- {}\n", "a int comment '{}',\n", "create table {} (a int);\n", "select 1 as `{}`;\n", "# {}\r\n"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-8-sig"])
def test_a_wrong_reading_of_common_words_is_never_silent(template: str, encoding: str) -> None:
    hanzi = [
        bytes([lead, trail]).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF)
    ]
    chance = random.Random(20260101)  # noqa: S311  a fixed seed, no secret
    for length in (2, 3, 4, 8):
        for _ in range(100):
            word = "".join(chance.choice(hanzi) for _ in range(length))
            decoded = decode(template.format(word).encode(encoding))
            expected = template.format(word).replace("\r\n", "\n")
            assert decoded.text == expected or decoded.doubtful
