"""What a YAML scalar means: the core schema of YAML 1.2, plus integers with underscores."""

import math
import re

Value = bool | int | float | str | None

_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_FIRST = frozenset("+-.0123456789")
# A leading zero makes a code (postcode, area code), not a number, so `017` stays a string.
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
LONGEST_NUMBER = 100
"""Signs of the longest number that is taken for one; anything longer is a fault or an attack."""

_PREFIX = "tag:yaml.org,2002:"
CORE_TAGS = frozenset(f"{_PREFIX}{name}" for name in ("null", "bool", "int", "float", "str", "seq", "map"))
STRING_TAGS = frozenset({"!", f"{_PREFIX}str"})


class NotANumber(ValueError):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """A text that looks like a number but is too long or too large to be one."""


class TagMismatch(ValueError):  # noqa: N818  a refusal with its reason, not a fault of the programme
    """A text that is not what its tag says."""


def typed(text: str) -> Value:
    """The value of a plain scalar; raises NotANumber."""
    if text in _WORDS:
        return _WORDS[text]
    return _number(text) if text[0] in _FIRST else text


def tagged(tag: str, text: str) -> Value:
    """The value of a scalar under a core tag; raises TagMismatch or NotANumber."""
    if tag in STRING_TAGS:
        return text
    value = typed(text)
    if tag == f"{_PREFIX}float" and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if tag not in CORE_TAGS or tag != f"{_PREFIX}{_NAMES.get(type(value), '')}":
        raise TagMismatch
    return value


_NAMES: dict[type, str] = {type(None): "null", bool: "bool", int: "int", float: "float"}


def _number(text: str) -> Value:
    for pattern, base in ((_DECIMAL, 10), (_OCTAL, 8), (_HEXADECIMAL, 16)):
        if pattern.fullmatch(text):
            if len(text) > LONGEST_NUMBER:
                raise NotANumber
            return int(text, base) if base == 10 else int(text[2:], base)  # noqa: PLR2004  the decimal base
    if not _FLOAT.fullmatch(text):
        return text
    value = float(text)
    if math.isinf(value):
        raise NotANumber
    return value
