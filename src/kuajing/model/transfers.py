"""Transfers: the legal unit, all crossings of one handler to one recipient for one purpose (出境活动)."""

from dataclasses import dataclass

from kuajing.model.cases import Case, FactValue
from kuajing.model.crossings import Crossing
from kuajing.model.deadlines import Deadline
from kuajing.model.interval import Interval
from kuajing.model.policies import Demand
from kuajing.model.truth import Truth
from kuajing.model.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One respect in which an approval is not shown to cover a transfer.

    `respect` is a key of `kuajing.messages` (`approval.category_outside`, ...); `covered` is no where the transfer is
    outside the approval and unknown where that cannot be told; `values` name what grew.
    """

    respect: str
    covered: Truth
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether an approval on record covers a transfer: yes only when every respect is shown."""

    approval: str
    covered: Truth
    shortfalls: tuple[Shortfall, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """One handler, one recipient, one purpose.

    `id` is stable under edits that change none of the three. None stands for a handler, recipient or purpose that
    nothing tells. `flows` are ids of declared flows that belong to it; `declared_only` when no source bears it out.
    `ordinary` and `sensitive` are people of this transfer this year; `counted` is False where nothing was declared
    that bounds them. `leaves` is unknown where a location is. `tied` are ids of flows of different purposes that account
    for it equally well, which leaves its purpose unknown. `own_facts` are those that only an organisation's rules ask.
    """

    id: str
    handler: str | None
    recipient: str | None
    jurisdiction: str
    purpose: str | None
    mode: str
    status: str
    leaves: Truth
    crossings: tuple[Crossing, ...]
    flows: tuple[str, ...]
    declared_only: bool
    categories: tuple[str, ...]
    sensitive_categories: tuple[str, ...]
    aggregates: tuple[str, ...]
    onward: tuple[str, ...]
    ordinary: Interval
    sensitive: Interval
    counted: bool
    case: Case
    tied: tuple[str, ...] = ()
    own_facts: tuple[tuple[str, FactValue], ...] = ()

    def claims(self, exemption: str) -> bool:
        """Whether an exemption is claimed for it, in the word of the declaration."""
        claimed = self.case.fact("claims")
        return isinstance(claimed, tuple) and exemption in claimed


@dataclass(frozen=True, slots=True)
class Judgement:
    """A transfer, the approvals compared with it (the best first), and what the law in force that day says.

    `count_contradicted` says that a count of no sensitive people stands against sensitive data that crosses.
    `holds_on_every_route` says that counts leave the route open and the approval is in order on each that they leave.
    `contradicted_by` are approvals that contradict the one relied on, whose reading is the strictest of theirs;
    `contradicted_in` says in what, as keys of `kuajing.messages`.
    `deadlines` are the days ahead that the law counts for it, the next one first.
    `touched` are articles that the facts fall under and that the verdict says nothing of.
    `demands` are what the organisation's own rules ask beside the law.
    """

    transfer: Transfer
    coverage: tuple[Coverage, ...]
    verdict: Verdict
    count_contradicted: bool = False
    holds_on_every_route: bool = False
    deadlines: tuple[Deadline, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    contradicted_in: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()
