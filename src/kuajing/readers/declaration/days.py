"""Days as people write them: one form is read, the others are told how to become it."""

import re
from datetime import date

from kuajing.model.declaration import NEVER, Day
from kuajing.readers.declaration.faults import BLANK, fault, shown

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?(?:[T ].*)?")


def read_day(value: object) -> Day:
    """A day, NEVER for `null`, None for `unknown`."""
    if value is None:
        return NEVER
    if value is BLANK:
        raise fault("blank_date")
    return None if value == "unknown" else _read(value)


def read_date(value: object) -> date:
    """A day that must be known."""
    if value is None or value == "unknown":
        raise fault("needs_known_date", found=shown(value))
    return _read(value)


def _read(value: object) -> date:
    written = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    exact = _ISO.fullmatch(written)
    if exact is not None:
        try:
            return date(*map(int, exact.groups()))
        except ValueError:
            raise fault("impossible_date", found=written) from None
    other = _OTHER.fullmatch(written)
    if other is not None:
        try:
            meant = date(*map(int, other.groups()))
        except ValueError:
            raise fault("not_a_date", found=shown(value)) from None
        raise fault("date_in_another_form", found=shown(value), date=meant.isoformat())
    raise fault("not_a_date", found=shown(value))
