import pytest

from kuajing.checks import NAMES, page
from kuajing.messages import message

ENGLISH = """low-coverage
warn

Less is known than the declaration demands.

What it does. Compares the shares of what was read, located, classified and counted with the `floors` in `settings`. Where sources were found and none of them could be read it reports that whatever the floors.

Why it matters. A clean result over half of the estate says nothing about the other half.

What to do. Follow the findings about unread sources and unlocated systems, or lower the floor.
"""
CHINESE = """low-coverage
warn

覆盖率低于申报要求。

检查什么。 把已读取、已定位、已分类、已计数的比例与 `settings` 中的 `floors` 比较；有来源而全部未能读取时，无论是否申报下限都会报告。

为何重要。 只看了一半而没有发现问题，说明不了另一半。

如何处置。 先处理未读取的来源和未定位的系统，或者调低下限。
"""


def test_a_page_says_what_a_check_does_why_and_what_to_do() -> None:
    assert (ENGLISH, CHINESE) == (page("low-coverage", "en"), page("low-coverage", "zh"))


def test_both_languages_follow_each_other() -> None:
    assert ENGLISH + CHINESE.removeprefix("low-coverage\nwarn\n") == page("low-coverage", "both")


def test_there_is_no_page_for_what_is_no_check() -> None:
    assert page("coverage", "en") is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "stop"), [("en", "."), ("zh", "。")])
def test_every_check_has_a_page_of_four_parts_under_its_title(name: str, language: str, stop: str) -> None:
    text = page(name, language)
    assert text is not None
    parts = text.strip().split("\n\n")
    heads = {
        "en": ("What it does.", "Why it matters.", "What to do."),
        "zh": ("检查什么。", "为何重要。", "如何处置。"),
    }
    assert [message(f"report.check.{name}", language) + stop, *heads[language]] == [
        parts[1],
        *(part[: len(head)] for part, head in zip(parts[2:], heads[language], strict=True)),
    ]
