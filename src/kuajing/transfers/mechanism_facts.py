"""The mechanism on record in the words of the assessment."""

from collections.abc import Iterator
from datetime import date

from kuajing.model.declaration import NEVER, Approval
from kuajing.model.transfers import Coverage
from kuajing.model.truth import Truth
from kuajing.transfers.approvals import is_under
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact, dated, known, said

TYPES = {
    "standard_contract": "scc",
    "certification": "certificate",
    "gba_standard_contract": "gba_sc",
    "security_assessment": "security_assessment",
}

CHANGED = {"approval.category_outside": "data_type", "approval.persons_outside": "scope"}
"""What a transfer that outgrew its contract changed, in the word of the assessment."""


def mechanism(
    draft: Draft, carried: Contents, approval: Approval | None, coverage: Coverage | None, on: date
) -> Iterator[Fact]:
    """The facts of the approval that a transfer relies on; with none on record the type is `none`."""
    if approval is None or coverage is None:
        yield "mechanism.type", "none"
        return
    kind = TYPES[approval.mechanism]
    yield "mechanism.type", kind
    outside = {shortfall.respect for shortfall in coverage.shortfalls if shortfall.covered is Truth.NO}
    if kind in {"scc", "gba_sc"}:
        yield from _contract(approval, on)
    elif kind == "certificate":
        yield from _certificate(approval, coverage, outside)
    else:
        yield from _assessment(approval, carried, outside)
    if kind != "certificate":
        grown = {
            word for respect, word in CHANGED.items() if respect in outside and kind != "security_assessment"
        }
        yield from said("mechanism.changed", tuple(sorted({*approval.changed, *grown})))
        yield from known("mechanism.redone", approval.redone)
    if (
        kind in {"scc", "certificate"}
        and approval.covers.recipients is not None
        and draft.parties.recipient_id
    ):
        yield "mechanism.covers", approval.covers.recipients
        yield "mechanism.recipients", (draft.parties.recipient_id,)


def _contract(approval: Approval, on: date) -> Iterator[Fact]:
    expires = approval.day("expires")
    ended = isinstance(expires, date) and expires < on
    yield from dated("mechanism.effective", NEVER if ended else approval.day("effective"))
    yield from dated("mechanism.filed", approval.day("filed"))
    yield from dated("mechanism.pipia_completed", approval.day("pipia_completed"))
    yield from known("mechanism.text_altered", approval.text_altered)
    if approval.covers.onward_to is not None:
        yield "mechanism.annex1_third_parties", approval.covers.onward_to


def _certificate(approval: Approval, coverage: Coverage, outside: set[str]) -> Iterator[Fact]:
    yield from dated("mechanism.issued", approval.day("issued"))
    yield from dated("mechanism.renewal_applied", approval.day("renewal_applied"))
    yield from known("mechanism.body_listed", approval.body_listed)
    yield from said("mechanism.holder", approval.holder)
    if outside & {"approval.category_outside", "approval.persons_outside"}:
        yield "mechanism.scope_matches", False
    elif coverage.covered is Truth.YES:
        yield "mechanism.scope_matches", True


def _assessment(approval: Approval, carried: Contents, outside: set[str]) -> Iterator[Fact]:
    yield from dated("mechanism.applied", approval.day("applied"))
    result = approval.day("result")
    if isinstance(result, date):
        yield "mechanism.result", approval.result or "pass"
        yield "mechanism.result_date", result
    elif approval.result:
        yield "mechanism.result", approval.result
    scope = approval.covers.categories
    if scope is not None:
        exported = {
            next((one for one in scope if is_under(name, (one,))), name) for name in carried.categories
        }
        exported |= {"people beyond the ceiling"} if "approval.persons_outside" in outside else set()
        yield "mechanism.scope", tuple(sorted(scope))
        yield "mechanism.exported", tuple(sorted(exported))
    for name, value in approval.extension:
        yield (
            f"mechanism.extension.{name}",
            date.fromisoformat(value) if name == "applied" and isinstance(value, str) else value,
        )
