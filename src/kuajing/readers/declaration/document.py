"""One declaration file as a whole: its version and its sections."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from kuajing.readers.declaration.approvals import ApprovalEntry
from kuajing.readers.declaration.contents import Datasets, Populations
from kuajing.readers.declaration.entries import Entry
from kuajing.readers.declaration.faults import BLANK, fault, shown
from kuajing.readers.declaration.kinds import OrElse, Read, blank_is_empty
from kuajing.readers.declaration.movements import FlowEntry
from kuajing.readers.declaration.parties import Handlers, Recipients
from kuajing.readers.declaration.places import Functions, GrantEntry, SourceEntry, Systems
from kuajing.readers.declaration.records import AcceptanceEntry, CountEntry, SettingsEntry

VERSION = 1


def _read_version(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value == VERSION:
        return VERSION
    found = f'"{shown(value)}"' if isinstance(value, str) else shown(value)
    raise fault("other_version", found=found, version=str(VERSION))


def _blank_is_no_row(value: object) -> object:
    return [] if value is BLANK or value is None else value


_SECTION = BeforeValidator(blank_is_empty)
_ROWS = BeforeValidator(_blank_is_no_row)
_NULL = OrElse(({"type": "null"},))


class Document(Entry):
    """What a company declares of its systems, its data and its transfers; any number of such files make one whole."""

    kuajing: Annotated[int, Read(_read_version, ({"const": VERSION},))] = Field(
        description="The version of these words; always 1."
    )
    handlers: Annotated[Handlers, _SECTION, _NULL] = Field(
        default={}, description="Legal persons who decide, by id."
    )
    recipients: Annotated[Recipients, _SECTION, _NULL] = Field(
        default={}, description="Those who get or see data outside the mainland, by id."
    )
    systems: Annotated[Systems, _SECTION, _NULL] = Field(
        default={}, description="Places where data lives or is opened, by id."
    )
    grants: Annotated[list[GrantEntry], _ROWS, _NULL] = Field(
        default=[], description="Who outside can read what inside."
    )
    sources: Annotated[list[SourceEntry], _ROWS, _NULL] = Field(
        default=[], description="Which files run where, and how to read them."
    )
    functions: Annotated[Functions, _SECTION, _NULL] = Field(
        default={}, description="What your own functions do to a value, by name."
    )
    datasets: Annotated[Datasets, _SECTION, _NULL] = Field(
        default={},
        description="Datasets by name: the system, then database, schema and table as far as they are needed.",
    )
    populations: Annotated[Populations, _SECTION, _NULL] = Field(
        default={}, description="Groups of people by id, and how they overlap."
    )
    flows: Annotated[list[FlowEntry], _ROWS, _NULL] = Field(
        default=[], description="Movements that no file shows, and the purpose of those that files do show."
    )
    approvals: Annotated[list[ApprovalEntry], _ROWS, _NULL] = Field(
        default=[], description="Mechanisms on record."
    )
    acceptances: Annotated[list[AcceptanceEntry], _ROWS, _NULL] = Field(
        default=[], description="Findings that are accepted, with a reason and a day."
    )
    counts: Annotated[list[CountEntry], _ROWS, _NULL] = Field(
        default=[], description="People measured per flow, cumulative since 1 January."
    )
    settings: Annotated[SettingsEntry, _SECTION, _NULL] = Field(
        default=SettingsEntry(), description="How the tool is to judge."
    )
