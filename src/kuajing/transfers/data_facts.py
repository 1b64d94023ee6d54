"""The facts of the data: personal or not, how important, from where, about whom."""

from collections.abc import Iterator

from kuajing.model.declaration import Instrument
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.transfers.contents import STANDINGS, Contents, under_14
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact, known, said, together
from kuajing.transfers.flow_facts import claimed

FACE = "pi.biometric.face"
GENE = "pi.biometric.gene"

STAFF = ("dependants", "applicants", "former_employees", "contractors", "employees")
"""Who the subjects of staff data are, those who are no employees first."""


def data_facts(draft: Draft, carried: Contents) -> Iterator[Fact]:
    """What crosses, whose it is, and what is claimed of it."""
    yield from known("data.personal", carried.personal)
    yield from _important(carried)
    if carried.foreign != Interval.exactly(0):
        yield "data.foreign_origin_persons", carried.foreign
    yield from known("data.domestic_pi_introduced", _introduced(draft, carried))
    yield from known("data.domestic_important_introduced", _important_introduced(draft, carried))
    yield from said("data.hr.subjects", _subjects(draft, carried))
    yield from known("data.hr.overseas_decides", claimed(draft, "hr", "overseas_decides"))
    handler = draft.parties.handler
    if handler is not None:
        yield from known("data.hr.labour_rules", _lawful(handler.labour_rules))
        yield from known("data.hr.collective_contract", _lawful(handler.collective_contract))
    yield from known("data.under_14", under_14(carried))
    declared = together(flow.flow.deidentified for flow in draft.flows)
    yield "data.deidentified", carried.deidentified or declared is Truth.YES
    yield "data.face", FACE in carried.categories
    if GENE in carried.categories or any("hgr" in word for word in carried.important):
        yield "data.human_genetic", True


def _lawful(instrument: Instrument | None) -> Truth:
    return instrument.lawful if instrument else Truth.UNKNOWN


def _important(carried: Contents) -> Iterator[Fact]:
    """Data is important only when it was notified or published: an indicator alone is a suspicion 重要数据."""
    standing = set(carried.important)
    if "core" in standing:
        yield "data.important", "core"
    elif standing & STANDINGS:
        yield "data.important", "declared"
        yield from said("data.important_notified_on", min(carried.important_since, default=None))
    elif not carried.may_be_important:
        yield "data.important", "none"
        if standing:
            yield "data.suspected_important", True


def _introduced(draft: Draft, carried: Contents) -> Truth:
    """Whether personal data collected in the mainland was joined in."""
    return _shown_or_said(carried.introduced, claimed(draft, "transit", "domestic_pi_introduced"))


def _important_introduced(draft: Draft, carried: Contents) -> Truth:
    """Whether important data was joined in."""
    shown = Truth.UNKNOWN if carried.may_be_important else Truth.NO
    if set(carried.important) & STANDINGS:
        shown = Truth.YES
    return _shown_or_said(shown, claimed(draft, "transit", "domestic_important_introduced"))


def _shown_or_said(shown: Truth, said_so: Truth) -> Truth:
    """What trails show; what a claim says of it decides where they leave it open, or where it says yes."""
    return said_so if shown is Truth.UNKNOWN or said_so is Truth.YES else shown


def _subjects(draft: Draft, carried: Contents) -> str | None:
    """Whose staff data it is; who are no employees are told before those who are, and these only where all are."""
    words = {dataset.people.subjects if dataset.people else None for dataset in carried.datasets}
    for flow in draft.flows:
        for claim in flow.flow.claims:
            stated = dict(claim.details).get("subjects") if claim.name == "hr" else None
            if isinstance(stated, str):
                words = {*(words - {None}), stated}
    found = next((word for word in STAFF if word in words), None)
    return found if found != "employees" or words == {"employees"} else None
