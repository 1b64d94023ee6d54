"""The mechanism on record in the words of the assessment."""

from collections.abc import Iterator
from datetime import date

from kuajing.model.declaration import Approval
from kuajing.model.mechanisms import TYPES
from kuajing.model.transfers import Coverage
from kuajing.model.truth import Truth
from kuajing.transfers.approvals import has_ended, in_scope, outgrown, under
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact, dated, known, said

CHANGED = {"approval.category_outside": "data_type", "approval.persons_outside": "scope"}
"""What a transfer that outgrew its contract changed, in the word of the assessment."""

BEYOND_THE_CEILING = "people beyond the ceiling"
"""The item that an assessment lacks where more people are sent than it allows."""


def mechanism_facts(
    draft: Draft, carried: Contents, approval: Approval | None, coverage: Coverage | None, on: date
) -> Iterator[Fact]:
    """The facts of the approval that a transfer relies on; with none on record, or one that is over, it is `none`."""
    if approval is None or coverage is None or _is_over(approval, on):
        yield "mechanism.type", "none"
        return
    kind = TYPES[approval.mechanism]
    yield "mechanism.type", kind
    outside = {shortfall.respect for shortfall in coverage.shortfalls if shortfall.covered is Truth.NO}
    if kind in {"scc", "gba_sc"}:
        yield from _contract(approval, on)
    elif kind == "certificate":
        yield from _certificate(approval, coverage, outside, on)
    else:
        yield from _assessment(approval, carried, outside, on)
    if kind != "certificate":
        grown = (
            {word for respect, word in CHANGED.items() if respect in outside}
            if kind != "security_assessment"
            else set()
        )
        yield from said("mechanism.changed", tuple(sorted({*approval.changed, *grown})))
        yield from known("mechanism.redone", approval.redone)
    recipient = draft.parties.recipient_id
    if kind in {"scc", "certificate"} and approval.covers.recipients is not None and recipient:
        yield "mechanism.covers", approval.covers.recipients
        yield "mechanism.recipients", (recipient,)


def _is_over(approval: Approval, on: date) -> bool:
    """Whether nothing is left of an approval: a contract past its end; the law itself dates the other mechanisms."""
    return TYPES[approval.mechanism] in {"scc", "gba_sc"} and has_ended(approval, on)


def _contract(approval: Approval, on: date) -> Iterator[Fact]:
    for name in ("effective", "filed", "pipia_completed"):
        yield from dated(f"mechanism.{name}", approval.day(name), on)
    yield from known("mechanism.text_altered", approval.text_altered)
    if approval.covers.onward_to is not None:
        yield "mechanism.annex1_third_parties", approval.covers.onward_to


def _certificate(approval: Approval, coverage: Coverage, outside: set[str], on: date) -> Iterator[Fact]:
    yield from dated("mechanism.issued", approval.day("issued"), on)
    yield from dated("mechanism.renewal_applied", approval.day("renewal_applied"), on)
    yield from known("mechanism.body_listed", approval.body_listed)
    yield from said("mechanism.holder", approval.holder)
    yield from said("mechanism.regime", approval.regime)
    if outside & set(CHANGED):
        yield "mechanism.scope_matches", False
    elif coverage.covered is Truth.YES:
        yield "mechanism.scope_matches", True


def _assessment(approval: Approval, carried: Contents, outside: set[str], on: date) -> Iterator[Fact]:
    yield from dated("mechanism.applied", approval.day("applied"), on)
    result = approval.day("result")
    if isinstance(result, date):
        # A result that comes later is pending on that day; a decided one on record stands unless it says otherwise.
        decided = result <= on
        yield "mechanism.result", (approval.result or "pass") if decided else "pending"
        yield from said("mechanism.result_date", result if decided else None)
    elif approval.result:
        yield "mechanism.result", approval.result
    scope = approval.covers.categories
    if scope is not None:
        exported = {under(name, scope) or name for name in in_scope(carried)}
        exported |= set(outgrown(carried, approval.covers))
        exported |= {BEYOND_THE_CEILING} if "approval.persons_outside" in outside else set()
        yield "mechanism.scope", tuple(sorted(scope))
        yield "mechanism.exported", tuple(sorted(exported))
    yield from dated("mechanism.extension.applied", approval.day("extension"), on)
    for name, value in approval.extension:
        yield f"mechanism.extension.{name}", value
