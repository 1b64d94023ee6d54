"""The last days that people declare themselves: of approvals, acceptances, anonymisations and records."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kuajing.model.analysis import Analysis
from kuajing.model.declaration import Day
from kuajing.source.location import Location


class DeclaredEnd(NamedTuple):
    """A declared last day: what it is (named by `deadline.<id>`), of what, and where it is said."""

    id: str
    subject: str
    day: date
    location: Location


def declared_ends(analysis: Analysis) -> Iterator[DeclaredEnd]:
    """Every declared last day that is not past."""
    for id_, subject, day, location in _said(analysis):
        if isinstance(day, date) and day >= analysis.on:
            yield DeclaredEnd(id_, subject, day, location)


def _said(analysis: Analysis) -> Iterator[tuple[str, str, Day, Location]]:
    declaration = analysis.declaration
    for approval in declaration.approvals:
        yield "approval_expires", approval.id, approval.day("expires"), approval.location
    for acceptance in declaration.acceptances:
        subject = f"{acceptance.check} {acceptance.at}"
        yield "acceptance_expires", subject, acceptance.expires, acceptance.location
    for name, dataset in analysis.estate.declared:
        for entry in dataset.anonymised:
            yield "anonymisation_expires", str(name), entry.expires, entry.location
    for recipient in declaration.recipients:
        if recipient.contract is not None:
            yield "records_end", recipient.id, recipient.contract.records_until, recipient.location
