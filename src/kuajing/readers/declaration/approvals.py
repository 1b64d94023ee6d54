"""Mechanisms on record: the section `approvals`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.model.declaration import Approval, Covers, Day
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry, given
from kuajing.readers.declaration.faults import fault, shown
from kuajing.readers.declaration.kinds import DATE, NULL, UNKNOWN, Maybe, OrElse, Read, one_of
from kuajing.readers.declaration.values import Answer, Ceiling, Covered, DayValue, Text, Word
from kuajing.source.location import Location

Change = Annotated[str | None, one_of(words.CHANGES)]


def _read_percent(value: object) -> int | Decimal | None:
    if value == "unknown":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float):
        return Decimal(repr(value))
    raise fault("not_a_percent", found=shown(value))


Percent = Annotated[
    int | Decimal | None, Read(_read_percent, ({"type": "number"}, {"const": "unknown"}), "percent")
]


class CoversEntry(Entry):
    """What an approval covers; what is not said is unknown."""

    handler: Text = Field(default=None, description="The handler it was given to.")
    recipients: Maybe[list[Text]] = Field(default=None, description="The recipients it names.")
    purposes: Maybe[list[Text]] = Field(default=None, description="The purposes it names.")
    categories: Maybe[list[Covered]] = Field(
        default=None, description="The categories it names, by prefix: `pi.basic` covers all beneath it."
    )
    persons: Ceiling = Field(default=None, description="How many people it allows.")
    onward_to: Maybe[list[Text]] = Field(default=None, description="The onward recipients it names.")

    def value(self) -> Covers:
        """The scope as a plain value."""
        return Covers(
            handler=self.handler,
            recipients=_named(self.recipients),
            purposes=_named(self.purposes),
            categories=_named(self.categories),
            persons=self.persons,
            onward_to=_named(self.onward_to),
        )


def _named(listed: Sequence[str | None] | None) -> tuple[str, ...] | None:
    """What a list names; None where something of it is unknown, for then nobody can tell what is not on it."""
    if listed is None or None in listed or "unknown" in listed:
        return None
    return given(listed)


class ExtensionEntry(Entry):
    """A request to extend a security assessment (延长有效期申请)."""

    applied: DayValue = Field(default=None, description="The day it was lodged.")
    growth_pct: Percent = Field(
        default=None, description="Growth of the volume that is forecast, in percent."
    )
    important_growth_pct: Percent = Field(default=None, description="The same for important data.")
    changed: Maybe[list[Change]] = Field(default=None, description="What changed since the result.")
    incident: Answer = Field(default=Truth.UNKNOWN, description="Whether there was a major incident.")
    granted: Answer = Field(default=Truth.UNKNOWN, description="Whether it was granted.")

    def value(self) -> "tuple[tuple[str, str | int | bool | Decimal | tuple[str, ...]], ...]":
        """What is known of the request besides its day, sorted."""
        known: dict[str, str | int | bool | Decimal | tuple[str, ...]] = {}
        if self.changed is not None:
            known["changed"] = given(self.changed)
        for name in ("granted", "incident"):
            if (answer := getattr(self, name)) is not Truth.UNKNOWN:
                known[name] = answer is Truth.YES
        for name in ("growth_pct", "important_growth_pct"):
            if (percent := getattr(self, name)) is not None:
                known[name] = percent
        return tuple(sorted(known.items()))


def _bare_extension(value: object) -> object:
    return value if isinstance(value, dict) else {"applied": value}


class DatesEntry(Entry):
    """The dates of an approval; `null` for one that is known not to have come."""

    effective: DayValue = Field(default=None, description="The contract took effect (生效).")
    filed: DayValue = Field(default=None, description="It was filed with the authority (备案).")
    pipia_completed: DayValue = Field(default=None, description="The impact assessment was finished.")
    applied: DayValue = Field(default=None, description="The application was lodged (申报).")
    issued: DayValue = Field(default=None, description="The certificate was issued (发证).")
    result: DayValue = Field(default=None, description="The assessment was decided (评估结果).")
    expires: DayValue = Field(default=None, description="The last day it holds, as the document says.")
    renewal_applied: DayValue = Field(default=None, description="Renewal of the certificate was asked for.")
    extension: Annotated[
        ExtensionEntry | None, BeforeValidator(_bare_extension), OrElse((DATE, UNKNOWN, NULL))
    ] = Field(
        default=None, description="An extension was asked for: the day, or what is known of the request."
    )

    def value(self) -> tuple[tuple[str, Day], ...]:
        """The dates that are said, by name, sorted; the unknown ones left out."""
        said: dict[str, Day] = {name: getattr(self, name) for name in self.model_fields_set - {"extension"}}
        if self.extension is not None:
            said["extension"] = self.extension.applied
        return tuple(sorted((name, day) for name, day in said.items() if day is not None))


class ApprovalEntry(Entry):
    """A mechanism on record (批准或备案记录)."""

    id: Word = Field(description="Its name here.")
    mechanism: Annotated[str | None, one_of(words.MECHANISMS)] = Field(description="Which way out it is.")
    reference: Text = Field(
        default=None, description="The number it was filed or granted under; in quotes if all digits."
    )
    covers: Maybe[CoversEntry] = Field(default=None, description="Whom and what it covers.")
    dates: Maybe[DatesEntry] = Field(default=None, description="When what was done.")
    text_altered: Answer = Field(
        default=Truth.UNKNOWN, description="Whether the official text of the contract was changed."
    )
    changed: Maybe[list[Change]] = Field(
        default=None, description="What changed since it took effect or was decided."
    )
    redone: Answer = Field(
        default=Truth.UNKNOWN, description="Whether assessment, contract and filing were renewed after that."
    )
    body: Text = Field(default=None, description="The certification body.")
    body_listed: Answer = Field(
        default=Truth.UNKNOWN, description="Whether that body is recorded with the authority."
    )
    holder: Annotated[str | None, one_of(words.HOLDERS)] = Field(
        default=None, description="Who holds the certificate."
    )
    regime: Annotated[str | None, one_of(words.REGIMES)] = Field(
        default=None, description="The certification scheme; by the date of issue where it is not said."
    )
    result: Annotated[str | None, one_of(words.RESULTS)] = Field(
        default=None, description="The decision on an assessment."
    )
    approver: Text = Field(default=None, description="Who here answers for it.")

    def value(self, location: Location) -> Approval:
        """The approval as a plain value."""
        dates = self.dates or DatesEntry()
        return Approval(
            id=self.id,
            location=location,
            mechanism=self.mechanism or "unknown",
            covers=(self.covers or CoversEntry()).value(),
            reference=self.reference,
            dates=dates.value(),
            text_altered=self.text_altered,
            body=self.body,
            body_listed=self.body_listed,
            holder=self.holder,
            result=self.result,
            changed=given(self.changed),
            redone=self.redone,
            approver=self.approver,
            extension=dates.extension.value() if dates.extension else (),
            regime=self.regime,
        )
