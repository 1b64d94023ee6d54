"""Counts of people: whole numbers, intervals, and Chinese units read exactly."""

import re
from decimal import Decimal

from kuajing.model.interval import Interval
from kuajing.readers.declaration.faults import fault, shown

_MOST = 1_000_000_000_000
# A leading zero makes a code, not a number.
_DIGITS = re.compile(r"(?:0|[1-9][0-9]{0,14}(?:_[0-9]{1,15}){0,15})")
_WITH_UNIT = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?)(千|万|百万|千万|亿)")
_UNITS = {"千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}
_PAIR = 2


def read_count(value: object) -> Interval | None:
    """How many people, at least and at most; None for `unknown`."""
    if value == "unknown":
        return None
    if not isinstance(value, list):
        return Interval.exactly(read_whole(value))
    if len(value) != _PAIR:
        raise fault("not_an_interval")
    low = read_whole(value[0])
    high = None if value[1] is None else read_whole(value[1])
    if high is not None and high < low:
        raise fault("crossed_interval", low=str(low), high=str(high))
    return Interval(low, high)


def read_whole(value: object) -> int:
    """One whole number, 0 or more."""
    count = _number(value)
    if count < 0:
        raise fault("count_below_zero", found=shown(value))
    if count > _MOST:
        raise fault("count_too_large", found=shown(value), most=f"{_MOST:_}")
    return count


def _number(value: object) -> int:
    match value:
        case bool():
            raise fault("not_a_count", found=shown(value))
        case int():
            return value
        case float():
            raise fault("count_with_fraction", found=shown(value))
        case str() if _DIGITS.fullmatch(value):
            return int(value.replace("_", ""))
        case str() if unit := _WITH_UNIT.fullmatch(value):
            exact = Decimal(unit[1]) * _UNITS[unit[2]]
            if exact != exact.to_integral_value():
                raise fault("count_with_fraction", found=shown(value))
            return int(exact)
    raise fault("not_a_count", found=shown(value))
