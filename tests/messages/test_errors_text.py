"""An input error as a person reads it."""

from kuajing.messages.errors_text import error_text
from kuajing.source.errors import InputError
from kuajing.source.location import Location

ERROR = InputError(
    Location("flows/客户.yaml", 3, 7),
    "input_errors.duplicate_key",
    (("key", "lo\x1bcated"), ("first", "2:7")),
    "  表: {located: CN}",
)


def test_place_reason_mend_line_and_caret_are_told_in_english() -> None:
    assert error_text(ERROR, "en") == (
        "flows/客户.yaml:3:7: The key `lo\\u{1b}cated` already stands at 2:7, and only one of the two can hold."
        " Delete or rename one of them.\n"
        "      表: {located: CN}\n"
        "           ^"
    )


def test_place_reason_mend_line_and_caret_are_told_in_chinese() -> None:
    assert error_text(ERROR, "zh") == (
        "flows/客户.yaml:3:7: 键 `lo\\u{1b}cated` 已在 2:7 处出现，两者只能保留其一。删除或改名其中一个。\n"
        "      表: {located: CN}\n"
        "           ^"
    )


def test_an_error_without_a_line_to_show_is_one_line() -> None:
    error = InputError(Location("empty.json"), "input_errors.json_empty", (), "   ")
    assert (
        error_text(error, "en") == "empty.json:1:1: The file holds no value. Write one, or delete the file."
    )
