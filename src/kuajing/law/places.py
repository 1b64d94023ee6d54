"""Where in an instrument a citation key points, in words: 第七条第一款第二项."""

import re

_KEY = re.compile(r"^(A|Q|S|C|ANX)(\d+)((?:\.\d+)*)$")
_DIGITS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100
_WORDS = {
    "A": (("article", "paragraph", "item"), ("第{}条", "第{}款", "第{}项")),
    "Q": (("question", "part", "item"), ("问{}", "第{}部分", "第{}项")),
    "S": (("section", "paragraph", "item"), ("第{}部分", "第{}款", "第{}项")),
    "C": (("clause", "item", "point"), ("第{}条", "第{}项", "第{}目")),
    "ANX": (("annex", "part", "item"), ("附件{}", "第{}部分", "第{}项")),
}


def place_of(key: str, instrument: str) -> tuple[str, str]:
    """The place in English and Chinese; empty where the key names the whole instrument.

    A tail that is no number is told as it stands.
    """
    tail = key.removeprefix(instrument).lstrip("-")
    found = _KEY.match(tail)
    if found is None:
        return tail, tail
    english, chinese = _WORDS[found.group(1)]
    numbers = [int(part) for part in (found.group(2) + found.group(3)).split(".")]
    return (
        ", ".join(f"{word} {number}" for word, number in zip(english, numbers, strict=False)),
        "".join(word.format(chinese_number(number)) for word, number in zip(chinese, numbers, strict=False)),
    )


def chinese_number(number: int) -> str:
    """A whole number below one hundred in Chinese; larger ones in digits."""
    if number >= _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")
