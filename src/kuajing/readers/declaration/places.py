"""Where data stands and who reads it there: `systems`, `grants`, `sources` and `functions`."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.model.declaration import DeclaredSystem, Grant, SourceRule
from kuajing.readers.declaration import words
from kuajing.readers.declaration.entries import Entry, given, in_order
from kuajing.readers.declaration.kinds import Maybe, OrElse, blank_is_empty, one_of
from kuajing.readers.declaration.values import Encoding, Path, Text, Word
from kuajing.readers.declaration.whereabouts import Located
from kuajing.source.location import Location

Status = Annotated[str | None, one_of(words.STATUSES)]
Effect = Annotated[str | None, one_of(words.EFFECTS)]


class SystemEntry(Entry):
    """A place where data lives or is opened."""

    kind: Annotated[str | None, one_of(words.SYSTEM_KINDS)] = Field(default=None, description="What it is.")
    handler: Text = Field(
        default=None, description="The handler it belongs to; a system has a handler or a recipient."
    )
    recipient: Text = Field(default=None, description="The recipient it belongs to.")
    located: Located = Field(
        default=None,
        description="Where it stands: `provider/region`, `mainland`, a jurisdiction code, or `unknown`.",
    )
    endpoints: Maybe[list[Text]] = Field(
        default=None,
        description="What files call it: host and port, host pattern, network range, bucket, `conn:` id, or the "
        "placeholder that stands for it.",
    )
    owner: Text = Field(default=None, description="Who answers for it.")

    def value(
        self, identity: str, location: Location, endpoints: tuple[tuple[str, Location], ...]
    ) -> DeclaredSystem:
        """The system as a plain value."""
        return DeclaredSystem(
            id=identity,
            location=location,
            kind=self.kind,
            handler=self.handler,
            recipient=self.recipient,
            located=self.located,
            endpoints=endpoints,
            owner=self.owner,
        )


class GrantEntry(Entry):
    """Someone outside who can read something inside."""

    to: Word = Field(description="The system (a workplace, an account) from which it is read.")
    on: Word = Field(description="The dataset or system that can be read.")
    columns: Maybe[list[Text]] = Field(
        default=None, description="The columns that can be read; all where none is named."
    )
    via: Text = Field(default=None, description="The tool it is read with.")
    purpose: Text = Field(default=None, description="What it is read for.")
    status: Status = Field(default=None, description="Whether it is open.")

    def value(self, location: Location) -> Grant:
        """The grant as a plain value."""
        return Grant(self.to, self.on, location, given(self.columns), self.via, self.purpose, self.status)


class SourceEntry(Entry):
    """Which files run where, and how to read them."""

    paths: Annotated[list[Path], Field(min_length=1)] = Field(
        description="Patterns of files, from the root of the repository; `**` stands for any folders."
    )
    dialect: Annotated[str | None, one_of(words.DIALECTS)] = Field(
        default=None, description="The SQL dialect."
    )
    system: Text = Field(default=None, description="The system they run on.")
    default_database: Text = Field(default=None, description="The database of names that do not say one.")
    default_schema: Text = Field(default=None, description="The schema of names that do not say one.")
    encoding: Encoding = Field(
        default=None, description="The encoding of the files, where it is not UTF-8 or GB 18030."
    )
    values: Maybe[list[Path]] = Field(
        default=None,
        description="Files that give values to placeholders such as `${CRM_JDBC_URL}` in addresses and names: `.env`, "
        "`.properties`, or YAML and JSON, whose nested keys are joined by dots. Secrets in them are dropped; a name "
        "that two of them give differently stays open. The environment is never asked.",
    )

    def value(self, location: Location) -> SourceRule:
        """The rule as a plain value."""
        return SourceRule(
            paths=in_order(self.paths),
            location=location,
            dialect=self.dialect,
            system=self.system,
            default_database=self.default_database,
            default_schema=self.default_schema,
            encoding=self.encoding,
            values=in_order(self.values),
        )


Systems = dict[str, Annotated[SystemEntry, BeforeValidator(blank_is_empty), OrElse(({"type": "null"},))]]
Functions = dict[str, Effect]
