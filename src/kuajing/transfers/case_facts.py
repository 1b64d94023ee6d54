"""The facts of a transfer in the words of the assessment (the declaration's words are mapped here and nowhere else)."""

from dataclasses import dataclass
from datetime import date

from kuajing.model.cases import Case, FactValue
from kuajing.model.declaration import Approval
from kuajing.model.transfers import Coverage
from kuajing.transfers.acts import mode
from kuajing.transfers.contents import Contents
from kuajing.transfers.counting import Tally
from kuajing.transfers.data_facts import data_facts
from kuajing.transfers.drafts import Draft
from kuajing.transfers.fact_values import Fact
from kuajing.transfers.flow_facts import compliance_facts, flow_facts
from kuajing.transfers.mechanism_facts import mechanism_facts
from kuajing.transfers.party_facts import handler_facts, recipient_facts


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a transfer when its facts are put together.

    `year` holds what counts say of the handler's year besides the tally; `onward` names recipients behind the
    recipient, `onward_places` the jurisdictions of those that are known.
    """

    tally: Tally
    year: tuple[Fact, ...]
    group_members: int
    onward: tuple[str, ...]
    onward_places: tuple[str, ...]
    approval: Approval | None
    coverage: Coverage | None
    on: date


def case(draft: Draft, carried: Contents, setting: Setting) -> Case:
    """The case that the law is asked about; what nothing tells is absent."""
    on = setting.on
    # A bay area contract is bound to places, any other to the recipients it names.
    by_place = setting.approval is not None and setting.approval.mechanism == "gba_standard_contract"
    onward = setting.onward_places if by_place else setting.onward
    facts: dict[str, FactValue] = dict(setting.year)
    facts.update(handler_facts(draft.parties.handler, setting.group_members, on))
    facts.update(recipient_facts(draft.parties.recipient, draft.placement, onward, mode(draft)))
    facts.update(flow_facts(draft))
    facts.update(data_facts(draft, carried))
    facts["data.ytd_persons.non_sensitive"] = setting.tally.ordinary
    facts["data.ytd_persons.sensitive"] = setting.tally.sensitive
    facts.update(compliance_facts(draft, on))
    facts.update(mechanism_facts(draft, carried, setting.approval, setting.coverage, on))
    return Case(draft.id, on, tuple(sorted(facts.items(), key=lambda fact: fact[0])))
