"""What datasets hold and about whom: `datasets` and `populations`."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.model.declaration import Anonymised, DeclaredDataset, Important, People, Population
from kuajing.model.interval import NOTHING_KNOWN
from kuajing.model.truth import Truth
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry, given
from kuajing.readers.declaration.kinds import Maybe, OneOrMany, OrElse, blank_is_empty, one_of
from kuajing.readers.declaration.values import Answer, Category, Count, DayValue, Duration, Overlap, Text
from kuajing.readers.declaration.whereabouts import Side
from kuajing.source.location import Location


class PeopleEntry(Entry):
    """The people a dataset is about."""

    population: Text = Field(default=None, description="The population they belong to.")
    count: Count = Field(default=None, description="How many they are.")
    collected_in: Side = Field(
        default=None,
        description="Where their data was first collected: `mainland`, `abroad` or a jurisdiction code.",
    )
    subjects: Text = Field(
        default=None, description="Who they are: `customers`, `employees`, `applicants`, `dependants`, …."
    )
    under_14: Answer = Field(default=Truth.UNKNOWN, description="Whether people under 14 are among them.")

    def value(self) -> People:
        """The people as a plain value."""
        return People(
            self.population,
            self.count or NOTHING_KNOWN,
            self.count not in {None, NOTHING_KNOWN},
            self.collected_in,
            self.subjects,
            self.under_14,
            under_14_unknown=self.under_14 is Truth.UNKNOWN and "under_14" in self.model_fields_set,
        )


class ImportantEntry(Entry):
    """The standing of a dataset as important data (重要数据)."""

    status: Annotated[str | None, one_of(words.IMPORTANT)] = Field(
        default=None,
        description="`notified` and `published` by the authority; `declared` by the handler without answer yet; "
        "`suspected` by someone here; `core` data.",
    )
    on: DayValue = Field(default=None, description="The day of the notification or publication.")

    def value(self) -> Important:
        """The standing as a plain value."""
        return Important(self.status, self.on)


class AnonymisedEntry(Entry):
    """Columns that are anonymised for good, and who answers for it."""

    columns: list[Text] = Field(description="The columns.")
    method: Text = Field(description="How it was done.")
    by: Text = Field(description="Who signed it off.")
    on: DayValue = Field(description="The day it was signed off.")
    expires: DayValue = Field(default=None, description="The day from which it must be looked at again.")

    def value(self, location: Location) -> Anonymised:
        """The statement as a plain value."""
        return Anonymised(given(self.columns), self.method, self.by, self.on, self.expires, location)


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class DatasetEntry(Entry):
    """A table, topic, file or bucket prefix."""

    handler: Text = Field(default=None, description="The handler, where several share one system.")
    people: Maybe[PeopleEntry] = Field(default=None, description="The people it is about.")
    important: Maybe[ImportantEntry] = Field(default=None, description="Its standing as important data.")
    retention: Duration = Field(
        default=None, description="How long it is kept: an ISO 8601 duration such as `P3Y`."
    )
    owner: Text = Field(default=None, description="Who answers for it.")
    columns: Maybe[dict[str, Category]] = Field(
        default=None,
        description="What columns hold, over the classifier: a category such as `pi.basic.phone`, or `none`.",
    )
    anonymised: Annotated[
        list[AnonymisedEntry],
        BeforeValidator(_one_or_many),
        OneOrMany(),
    ] = Field(
        default=[], description="Columns that are anonymised for good; one statement or a list of them."
    )

    def value(
        self,
        name: str,
        location: Location,
        columns: tuple[tuple[str, str, Location], ...],
        anonymised: tuple[Anonymised, ...],
    ) -> DeclaredDataset:
        """The dataset as a plain value."""
        return DeclaredDataset(
            name=name,
            location=location,
            handler=self.handler,
            people=self.people.value() if self.people else None,
            important=self.important.value() if self.important else None,
            retention=self.retention,
            owner=self.owner,
            columns=columns,
            anonymised=anonymised,
        )


class PopulationEntry(Entry):
    """A group of people that datasets are about."""

    overlaps: Maybe[dict[str, Overlap]] = Field(
        default=None,
        description="Other populations: `same`, `disjoint`, `unknown`, or how many people at most belong to both.",
    )

    def value(self, identity: str, location: Location) -> Population:
        """The population as a plain value."""
        return Population(identity, location, tuple(sorted((self.overlaps or {}).items())))


_EMPTY = ({"type": "null"},)
Datasets = dict[str, Annotated[DatasetEntry, BeforeValidator(blank_is_empty), OrElse(_EMPTY)]]
Populations = dict[str, Annotated[PopulationEntry, BeforeValidator(blank_is_empty), OrElse(_EMPTY)]]
