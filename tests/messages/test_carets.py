"""The caret stands under its sign on a real terminal, whatever stands before it."""

import pytest

from kuajing.messages.carets import caret_lines, visible


@pytest.mark.parametrize(
    ("excerpt", "column", "expected"),
    [
        ("residency: CN", 12, ("residency: CN", "           ^")),
        ("residency：CN", 10, ("residency：CN", "         ^")),
        ("residency：CN", 11, ("residency：CN", "           ^")),
        ("客户: 表", 5, ("客户: 表", "      ^")),
        ("\tselect 1", 2, ("    select 1", "    ^")),
        ("a\u202eb", 3, ("a\\u{202e}b", "         ^")),
        ("a\u0301b", 3, ("a\u0301b", " ^")),
        ("\x1b[31mred", 6, ("\\u{1b}[31mred", "          ^")),
        ("ends", 5, ("ends", "    ^")),
        ("ends", 50, ("ends", "    ^")),
        ("", 1, ("", "^")),
    ],
)
def test_the_caret_stands_below_its_sign(excerpt: str, column: int, expected: tuple[str, str]) -> None:
    assert expected == caret_lines(excerpt, column)


def test_a_long_line_is_cut_to_what_surrounds_the_caret() -> None:
    line, caret = caret_lines("a" * 300 + "X" + "b" * 300, 301)
    assert (line, caret) == ("…" + "a" * 50 + "X" + "b" * 49 + "…", " " * 51 + "^")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客户 a\u0301 😀", "客户 a\u0301 😀"),
        ("\x00\x85\u200b\u2066\ud800\n", "\\u{0}\\u{85}\\u{200b}\\u{2066}\\u{d800}\\u{a}"),
    ],
)
def test_hidden_signs_are_written_out(text: str, expected: str) -> None:
    assert expected == visible(text)
