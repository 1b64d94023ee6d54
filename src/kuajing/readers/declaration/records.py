"""Accepted findings, measured counts and settings."""

from typing import Annotated

from pydantic import Field

from kuajing.model.declaration import Acceptance, MeasuredCount
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry
from kuajing.readers.declaration.kinds import Maybe, one_of
from kuajing.readers.declaration.values import Ceiling, Count, DateValue, Path, Share, Word
from kuajing.source.location import Location


class AcceptanceEntry(Entry):
    """A finding that is accepted, by whom, why and until when."""

    check: Word = Field(description="The name of the check.")
    at: Word = Field(description="What the finding is about.")
    reason: Word = Field(description="Why it is accepted.")
    owner: Word = Field(description="Who answers for it.")
    expires: DateValue = Field(description="The last day it is accepted.")

    def value(self, location: Location) -> Acceptance:
        """The acceptance as a plain value."""
        return Acceptance(self.check, self.at, location, self.reason, self.owner, self.expires)


class ForecastEntry(Entry):
    """People expected by the end of the year."""

    ordinary: Count = Field(default=None, description="Those without sensitive data.")
    sensitive: Count = Field(default=None, description="Those with sensitive data.")


class PreviousEntry(Entry):
    """People since 1 January of the year before; only the earlier rules ask for them."""

    total: Count = Field(default=None, description="All of them.")
    sensitive: Count = Field(default=None, description="Those with sensitive data.")


class CountEntry(Entry):
    """People measured for one flow since 1 January."""

    flow: Word = Field(description="The flow.")
    as_of: DateValue = Field(description="The day up to which they were counted.")
    ordinary: Count = Field(default=None, description="People without sensitive data.")
    sensitive: Count = Field(default=None, description="People with sensitive data.")
    collected_abroad: Count = Field(default=None, description="People whose data was first collected abroad.")
    in_both: Count = Field(default=None, description="People counted as ordinary and as sensitive.")
    deleted_after_export: Count = Field(
        default=None, description="People whose data was since deleted abroad."
    )
    forecast: Maybe[ForecastEntry] = Field(
        default=None, description="People expected by the end of the year."
    )
    since_previous_january: Maybe[PreviousEntry] = Field(
        default=None,
        description="People since 1 January of the year before; only the earlier rules ask for them.",
    )

    def value(self, location: Location) -> MeasuredCount:
        """The count as a plain value."""
        forecast = self.forecast or ForecastEntry()
        previous = self.since_previous_january or PreviousEntry()
        return MeasuredCount(
            flow=self.flow,
            as_of=self.as_of,
            ordinary=self.ordinary or NOTHING_KNOWN,
            sensitive=self.sensitive or NOTHING_KNOWN,
            location=location,
            collected_abroad=self.collected_abroad,
            in_both=self.in_both,
            deleted_after_export=self.deleted_after_export,
            forecast_ordinary=forecast.ordinary,
            forecast_sensitive=forecast.sensitive,
            previous_total=previous.total,
            previous_sensitive=previous.sensitive,
        )


class FloorsEntry(Entry):
    """The least share of each kind that must be known, from 0 to 1."""

    read: Maybe[Share] = Field(default=None, description="Sources that were read.")
    located: Maybe[Share] = Field(default=None, description="Systems that were located.")
    classified: Maybe[Share] = Field(default=None, description="Columns that were classified.")
    counted: Maybe[Share] = Field(default=None, description="Transfers whose people are counted.")


class SettingsEntry(Entry):
    """How the tool is to judge; each setting stands once in an estate, lists are joined."""

    sensitivity: Annotated[str, one_of(words.SENSITIVITIES, unknown=False)] = Field(
        default="gbt45574",
        description="The standard that says what is sensitive: GB/T 45574-2025 or GB/T 35273-2020.",
    )
    floors: FloorsEntry = Field(
        default=FloorsEntry(), description="Coverage below which a check does not pass."
    )
    checks: dict[str, Annotated[str, one_of(words.LEVELS, unknown=False)]] = Field(
        default={}, description="The level of checks by name."
    )
    rules: list[Path] = Field(
        default=[], description="Folders with the organisation's own rules, which may only tighten."
    )
    exclude: list[Path] = Field(default=[], description="Patterns of files that are not read.")
    ahead_days: Ceiling = Field(
        default=None,
        description="How many days before a date that comes it is told; 90 where nothing is said.",
    )
