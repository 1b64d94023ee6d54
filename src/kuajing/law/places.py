"""Where in an instrument a citation key points, in words: 第七条第一款第（二）项."""

import re

_KEY = re.compile(r"^(A|Q|S|C|ANX)(\d+)((?:\.\d+)*)$")
_DIGITS = "零一二三四五六七八九"
_UNITS = ("千", "百", "十", "")
_WORDS = {
    "A": (("article", "paragraph", "item"), ("第{}条", "第{}款", "第（{}）项")),
    "Q": (("question", "part", "item"), ("问{}", "第{}部分", "第（{}）项")),
    "S": (("section", "paragraph", "item"), ("第{}部分", "第{}款", "第（{}）项")),
    "C": (("clause", "item", "point"), ("第{}条", "第（{}）项", "第{}目")),
    "ANX": (("annex", "part", "item"), ("附件{}", "第{}部分", "第（{}）项")),
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
    """A whole number of up to four digits in Chinese, as articles are counted; larger ones in digits."""
    digits = str(number)
    if len(digits) > len(_UNITS):
        return digits
    said = ""
    for digit, unit in zip(digits, _UNITS[-len(digits) :], strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + unit
        elif said and not said.endswith(_DIGITS[0]):
            said += _DIGITS[0]
    said = said.rstrip(_DIGITS[0]) or _DIGITS[0]
    return said.removeprefix("一") if said.startswith("一十") else said
