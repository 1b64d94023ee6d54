"""What every part of a declaration shares: unknown keys refused, and the names of people and firms."""

import unicodedata
from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from kuajing.model.declaration import Filing
from kuajing.readers.declaration.faults import fault
from kuajing.readers.declaration.kinds import OrElse
from kuajing.readers.declaration.values import DayValue, Text

_FIRST_HAN = 0x2E80


class Entry(BaseModel):
    """A mapping of the declaration."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class NameEntry(Entry):
    """A name in Chinese and English."""

    zh: Text = Field(default=None, description="The name in Chinese.")
    en: Text = Field(default=None, description="The name in English.")


def is_chinese(text: str) -> bool:
    """Whether a text holds a letter of the east Asian scripts."""
    return any(ord(sign) >= _FIRST_HAN and unicodedata.category(sign).startswith("L") for sign in text)


def _expand(value: object) -> object:
    if isinstance(value, str) and value.strip():
        if value == "unknown":
            return {}
        return {"zh" if is_chinese(value) else "en": value}
    if not isinstance(value, dict):
        raise fault("not_a_name")
    return value


Name = Annotated[NameEntry, BeforeValidator(_expand), OrElse(({"type": "string", "minLength": 1},))]
NO_NAME = NameEntry()


class FilingEntry(Entry):
    """A person or body named and filed with the authority."""

    name: Text = Field(default=None, description="Who it is.")
    filed_on: DayValue = Field(
        default=None, description="The day it was filed; `null` if it is known not to be."
    )

    def value(self) -> Filing:
        """The filing as a plain value."""
        return Filing(self.name, self.filed_on)


def given(values: Sequence[str | None] | None) -> tuple[str, ...]:
    """The values of a list that are not `unknown`, sorted, each once."""
    return tuple(sorted({value for value in values or [] if value is not None}))


def in_order(values: Sequence[str | None] | None) -> tuple[str, ...]:
    """The values of a list that are not `unknown`, as they stand."""
    return tuple(value for value in values or [] if value is not None)
