"""The facts of a transfer that only an organisation's own rules ask (`rules/policies/facts.yaml`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kuajing.model.declaration import Approval, DeclaredDataset, DeclaredFlow, Recipient
from kuajing.model.interval import Interval
from kuajing.model.truth import Truth
from kuajing.transfers.contents import Contents
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact, said
from kuajing.transfers.party_facts import MAINLAND

MORE = "?"
"""The word of a list that may hold more than is known."""

_Thing = TypeVar("_Thing")
_FILES = ("notice_art39", "pipia", "separate_consent")
"""Evidence of which a rule may ask for the file."""


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a transfer for an organisation's rules.

    `datasets` are what is declared of each dataset that it leaves from, None where nothing is; `onward` those behind the
    recipient; `ordinary` and `sensitive` the people of this transfer alone.
    """

    datasets: tuple[DeclaredDataset | None, ...]
    onward: tuple[str, ...]
    approval: Approval | None
    ordinary: Interval
    sensitive: Interval


def policy_facts(draft: Draft, carried: Contents, around: Around) -> tuple[Fact, ...]:
    """Who, where, what, how many, and what is on record; what nothing tells is absent."""
    parties = draft.parties
    return (
        *said("transfer.sent_by", parties.handler_id),
        *said("transfer.sent_to", parties.recipient_id),
        ("transfer.received_in", _places(draft)),
        ("transfer.carries", _open_ended(carried.categories, is_whole=carried.is_all_named)),
        ("transfer.passed_on_to", _passed_on(parties.recipient, around.onward)),
        ("transfer.people.ordinary", around.ordinary),
        ("transfer.people.sensitive", around.sensitive),
        *_pipia(draft),
        *((f"transfer.declares.{word}", is_there) for word, is_there in _declared(draft, around)),
    )


def _places(draft: Draft) -> tuple[str, ...]:
    """Where the systems that receive stand, and where the recipient itself is, the mainland aside."""
    recipient = draft.parties.recipient
    words = {place if len(place) == len(MAINLAND) else MORE for place in draft.places}
    if recipient is not None or draft.parties.recipient_id is None:
        words.add((recipient.jurisdiction if recipient else None) or MORE)
    return tuple(sorted(words - {MAINLAND}))


def _passed_on(recipient: Recipient | None, onward: tuple[str, ...]) -> tuple[str, ...]:
    return _open_ended(onward, is_whole=recipient is not None and recipient.onward_known)


def _open_ended(words: Iterable[str], *, is_whole: bool) -> tuple[str, ...]:
    return (*words, *(() if is_whole else (MORE,)))


def _pipia(draft: Draft) -> Iterator[Fact]:
    """The day of the oldest impact assessment; none where a flow is known to have none."""
    found = [flow.flow.evidence("pipia") for flow in draft.flows]
    if any(one is not None and one.given is Truth.NO for one in found):
        yield "transfer.pipia_completed", None
        return
    days = [one.on for one in found if one is not None and isinstance(one.on, date)]
    if draft.is_wholly_declared and len(days) == len(found):
        yield "transfer.pipia_completed", min(days)


def _declared(draft: Draft, around: Around) -> Iterator[tuple[str, bool]]:
    """What is on record and what is not, in the words of `declares`."""
    handler, approval = draft.parties.handler, around.approval
    yield (
        "handler.officer",
        handler is not None and handler.officer is not None and bool(handler.officer.name),
    )
    yield from _of_recipient(draft.parties.recipient)
    yield from _of_flows([flow.flow for flow in draft.flows] if draft.is_wholly_declared else [])
    yield "dataset.owner", _all_have(around.datasets, lambda one: one.owner)
    yield "dataset.retention", _all_have(around.datasets, lambda one: one.retention)
    yield "approval.reference", approval is not None and bool(approval.reference)
    yield "approval.approver", approval is not None and bool(approval.approver)


def _of_recipient(recipient: Recipient | None) -> Iterator[tuple[str, bool]]:
    contract = recipient.contract if recipient else None
    yield "recipient.name", recipient is not None and bool(recipient.name or recipient.name_zh)
    yield "recipient.contact", recipient is not None and bool(recipient.contact)
    yield "recipient.onward_to", recipient is not None and recipient.onward_known
    yield "recipient.contract.file", contract is not None and bool(contract.file)
    yield "recipient.audit_rights", contract is not None and contract.audit_rights is Truth.YES
    yield "recipient.breach_notice_hours", contract is not None and contract.breach_notice_hours is not None


def _of_flows(flows: list[DeclaredFlow]) -> Iterator[tuple[str, bool]]:
    """What all flows of a transfer have on record; nothing where not all of it is declared."""
    yield "flow.since", _all_have(flows, lambda flow: isinstance(flow.since, date))
    yield "flow.legal_basis", _all_have(flows, lambda flow: flow.legal_basis)
    for duty in _FILES:
        evidence = [flow.evidence(duty) for flow in flows]
        yield f"{duty}.file", _all_have(evidence, lambda one: one.file)


def _all_have(things: Sequence[_Thing | None], ask: Callable[[_Thing], object]) -> bool:
    return bool(things) and all(one is not None and ask(one) for one in things)
